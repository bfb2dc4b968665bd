// constant.c: constants as words, in slots and in memory; those kept in slots through a loop.
#include "compiler/compile.h"
#include "compiler/lower.h"
#include "compiler/wrappers.h"
#include "runtime/gc.h"

static bool is_of_input(const FuncState *fs)
{
    return compile_config(fs->c)->literal && fs->src->pkg && fs->src->pkg->is_session;
}

const char *static_bytes(FuncState *fs, const void *bytes, size_t n, bool has_pointers)
{
    const CompileConfig *cfg = compile_config(fs->c);
    bool of_input = is_of_input(fs);
    char *p = of_input ? cfg->literal(cfg->literal_data, n + 1, has_pointers) : arena_alloc(fs->c->arena, n + 1);
    memcpy(p, bytes, n);
    if (of_input)
        gc_dirty(p);
    return p;
}

// The bytes of a constant lie with it. What an input says is copied: a variable that gets it is to keep no more than that.
static const char *text_bytes(FuncState *fs, Str s)
{
    return is_of_input(fs) ? static_bytes(fs, s.ptr, s.len, false) : s.ptr;
}

static uint64_t float_bits(double d)
{
    uint64_t w;
    memcpy(&w, &d, sizeof w);
    return w;
}

static int64_t canonical(uint64_t bits, const Rep *r)
{
    switch (r->bytes) {
    case 1:
        return r->is_signed ? (int64_t)(int8_t)bits : (int64_t)(uint8_t)bits;
    case 2:
        return r->is_signed ? (int64_t)(int16_t)bits : (int64_t)(uint16_t)bits;
    case 4:
        return r->is_signed ? (int64_t)(int32_t)bits : (int64_t)(uint32_t)bits;
    default:
        return (int64_t)bits;
    }
}

bool const_word(const Const *v, Type *t, uint64_t *word)
{
    Rep r = rep_of(t);
    switch ((RepKind)r.kind) {
    case REP_INT:
        if (const_kind(v) == CONST_BOOL)
            *word = const_bool_value(v);
        else
            *word = (uint64_t)canonical(const_low_bits(v), &r);
        return true;
    case REP_POINTER:
        *word = const_low_bits(v);
        return true;
    case REP_F64:
        *word = float_bits(const_float64_value(v));
        return true;
    case REP_F32:
        *word = float32_slot(const_float32_value(v));
        return true;
    default:
        return false;
    }
}

static void complex_words(FuncState *fs, const Const *v, uint64_t words[2])
{
    ConstPool *pool = fs->c->consts;
    words[0] = float_bits(const_float64_value(const_real(pool, v)));
    words[1] = float_bits(const_float64_value(const_imag(pool, v)));
}

static uint64_t complex64_word(FuncState *fs, const Const *v)
{
    ConstPool *pool = fs->c->consts;
    return float32_slot(const_float32_value(const_real(pool, v))) |
           float32_slot(const_float32_value(const_imag(pool, v))) << 32;
}

// Integral values of integer types may still be kept as floats or complex numbers.
static const Const *as_type(FuncState *fs, const Const *v, Type *t)
{
    if (rep_of(t).kind == REP_INT && (const_kind(v) == CONST_FLOAT || const_kind(v) == CONST_COMPLEX))
        return const_to_int(fs->c->consts, v);
    if ((rep_of(t).kind == REP_F64 || rep_of(t).kind == REP_F32) && const_kind(v) == CONST_COMPLEX)
        return const_to_float(fs->c->consts, v);
    return v;
}

static void string_words(FuncState *fs, const Const *v, uint64_t words[2])
{
    Str s = const_string_value(v);
    words[0] = s.len ? word_of(text_bytes(fs, s)) : 0;
    words[1] = s.len;
}

void const_load(FuncState *fs, const Const *v, Type *t, int dst)
{
    v = as_type(fs, v, t);
    uint64_t w[2];
    if (const_word(v, t, w)) {
        load_int(fs, dst, (int64_t)w[0]);
        return;
    }
    switch (rep_of(t).kind) {
    case REP_STRING:
        string_words(fs, v, w);
        break;
    case REP_C128:
        complex_words(fs, v, w);
        break;
    case REP_C64:
        load_int(fs, dst, (int64_t)complex64_word(fs, v));
        return;
    default:
        compile_fail(fs, NO_POS, "internal error: constant of a type that has none");
        return;
    }
    if (w[0] == 0 && w[1] == 0)
        zero_slots(fs, dst, 2);
    else
        emit_words(fs, rep_of(t).kind == REP_STRING ? OP_LDSTR : OP_LDK2, dst, 0, 0, w[0], w[1]);
}

int const_slot(FuncState *fs, const Const *v, Type *t, int want)
{
    if (want >= 0) {
        const_load(fs, v, t, want);
        return want;
    }
    v = as_type(fs, v, t);
    uint64_t w[2];
    if (const_word(v, t, w))
        return const_word_slot(fs, w[0]);
    switch (rep_of(t).kind) {
    case REP_STRING:
        string_words(fs, v, w);
        return const_words_slot(fs, OP_LDSTR, w[0], w[1]);
    case REP_C128:
        complex_words(fs, v, w);
        return const_words_slot(fs, OP_LDK2, w[0], w[1]);
    case REP_C64:
        return const_word_slot(fs, complex64_word(fs, v));
    default:
        compile_fail(fs, NO_POS, "internal error: constant of a type that has none");
        return 0;
    }
}

void const_to_memory(FuncState *fs, const Const *v, Type *t, char *to)
{
    v = as_type(fs, v, t);
    uint64_t w[2] = {0, 0};
    size_t n = 0;
    Rep r = rep_of(t);
    if (const_word(v, t, w)) {
        n = r.bytes;
    } else if (r.kind == REP_STRING) {
        string_words(fs, v, w);
        n = 16;
    } else if (r.kind == REP_C128) {
        complex_words(fs, v, w);
        n = 16;
    } else if (r.kind == REP_C64) {
        w[0] = complex64_word(fs, v);
        n = 8;
    }
    memcpy(to, w, n);
}

// ---------------------------------------------------------------- constants kept through loops

void cache_open(FuncState *fs, ConstCache *cache)
{
    memset(cache, 0, sizeof *cache);
    cache->outer = fs->cache;
    cache->first_placeholder = fs->code.n;
    for (int i = 0; i < CONST_CACHE; i++)
        emit_placeholder(fs);
    cache->slot = slots_alloc(fs, CONST_CACHE);
    fs->cache = cache;
}

void cache_close(FuncState *fs)
{
    fs->cache = fs->cache->outer;
}

static int cached(FuncState *fs, Op op, int n, const uint64_t *words)
{
    ConstCache *with_room = NULL; // the outermost
    for (ConstCache *c = fs->cache; c; c = c->outer) {
        for (int i = 0; i < c->n_insns; i++)
            if (c->at[i].n == n && memcmp(c->at[i].words, words, (size_t)n * sizeof *words) == 0)
                return c->at[i].slot;
        if (c->n_insns < CONST_CACHE && c->n_slots + n <= CONST_CACHE)
            with_room = c;
    }
    if (!with_room)
        return -1;
    int i = with_room->n_insns++;
    int slot = with_room->slot + with_room->n_slots;
    with_room->n_slots += n;
    with_room->at[i].n = n;
    with_room->at[i].slot = slot;
    memcpy(with_room->at[i].words, words, (size_t)n * sizeof *words);
    int insn = with_room->first_placeholder + i;
    int64_t v = (int64_t)words[0];
    if (n == 2)
        emit_fill_words(fs, insn, op, slot, 0, 0, 2, words);
    else if (v >= INT32_MIN && v <= INT32_MAX)
        emit_fill_words(fs, insn, OP_LDI, slot, (int)(v & 0xffff), (int)(v >> 16 & 0xffff), 0, words);
    else
        emit_fill_words(fs, insn, OP_LDK, slot, 0, 0, 1, words);
    return slot;
}

int const_word_slot(FuncState *fs, uint64_t word)
{
    int slot = cached(fs, OP_LDK, 1, &word);
    if (slot < 0) {
        slot = slots_alloc(fs, 1);
        load_int(fs, slot, (int64_t)word);
    }
    return slot;
}

int const_words_slot(FuncState *fs, Op op, uint64_t w0, uint64_t w1)
{
    uint64_t words[2] = {w0, w1};
    int slot = cached(fs, op, 2, words);
    if (slot < 0) {
        slot = slots_alloc(fs, 2);
        emit_words(fs, op, slot, 0, 0, w0, w1);
    }
    return slot;
}
