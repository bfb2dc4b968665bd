// convert.c: conversions, with the results that compiled Go gives on amd64 where the specification leaves them open.
#include "compiler/lower.h"

// Whether a value of the narrower or other integer type is already canonical as the wider one.
static bool is_same_word(const Rep *from, const Rep *to)
{
    if (to->bytes == 8)
        return true;
    if (from->bytes == to->bytes)
        return from->is_signed == to->is_signed;
    return from->bytes < to->bytes && (!from->is_signed || to->is_signed);
}

// A conversion to fewer than 64 bits goes through 32 bits: what does not fit them becomes the least int32. Only uint32 goes through 64.
static void float_to_narrow(FuncState *fs, int dst, Rep to)
{
    if (to.bytes == 4 && !to.is_signed) {
        extend_to(fs, dst, dst, to);
        return;
    }
    int mark = slots_mark(fs);
    if (dst >= mark)
        slots_alloc(fs, dst + 1 - mark);
    int t = slots_alloc(fs, 1);
    int fits = label_new(fs);
    emit(fs, OP_EXT32S, t, dst, 0);
    emit_branch(fs, OP_JEQ, t, dst, fits);
    load_int(fs, dst, INT32_MIN);
    label_bind(fs, fits);
    if (to.bytes < 4)
        extend_to(fs, dst, dst, to);
    slots_release(fs, mark);
}

static void int_to_float(FuncState *fs, int dst, int src, const Rep *from, const Rep *to)
{
    bool is_big = from->bytes == 8 && !from->is_signed;
    if (to->kind == REP_F64)
        emit(fs, is_big ? OP_U2F : OP_I2F, dst, src, 0);
    else
        emit(fs, is_big ? OP_U2G : OP_I2G, dst, src, 0);
}

static void float_to_int(FuncState *fs, int dst, int src, const Rep *from, const Rep *to)
{
    bool is_big = to->bytes == 8 && !to->is_signed;
    if (from->kind == REP_F64)
        emit(fs, is_big ? OP_F2U : OP_F2I, dst, src, 0);
    else
        emit(fs, is_big ? OP_G2U : OP_G2I, dst, src, 0);
    if (to->bytes < 8)
        float_to_narrow(fs, dst, *to);
}

static bool is_float(const Rep *r)
{
    return r->kind == REP_F64 || r->kind == REP_F32;
}

static int numeric(FuncState *fs, Node *x, const Rep *from, const Rep *to, int want)
{
    if (from->kind == to->kind && (from->kind != REP_INT || is_same_word(from, to)))
        return expr(fs, x, want);
    int mark = slots_mark(fs);
    int dst = want;
    if (want < 0 && to->slots > 1) {
        dst = slots_alloc(fs, to->slots);
        mark = slots_mark(fs);
    }
    int src = expr(fs, x, ANYWHERE);
    slots_release(fs, mark);
    if (dst < 0)
        dst = slots_alloc(fs, to->slots);
    if (from->kind == REP_INT && to->kind == REP_INT)
        extend_to(fs, dst, src, *to);
    else if (from->kind == REP_INT && is_float(to))
        int_to_float(fs, dst, src, from, to);
    else if (is_float(from) && to->kind == REP_INT)
        float_to_int(fs, dst, src, from, to);
    else if (is_float(from) && is_float(to))
        emit(fs, to->kind == REP_F32 ? OP_F2G : OP_G2F, dst, src, 0);
    else if (from->kind == REP_C128 && to->kind == REP_C64)
        emit(fs, OP_C2D, dst, src, 0);
    else if (from->kind == REP_C64 && to->kind == REP_C128)
        emit(fs, OP_D2C, dst, src, 0);
    else
        compile_fail(fs, x->pos, "internal error: numeric conversion");
    return dst;
}

static int through(FuncState *fs, Op op, Node *x, int n, int want)
{
    int mark = slots_mark(fs);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int src = expr(fs, x, ANYWHERE);
    emit(fs, op, dst, src, 0);
    slots_release(fs, keep);
    return dst;
}

static int slice_to_array(FuncState *fs, Node *x, Type *to, int want)
{
    bool is_pointer = type_under(to)->kind == TYPE_POINTER;
    Type *array = is_pointer ? type_under(type_under(to)->elem) : type_under(to);
    int n = type_slots(to);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int src = expr(fs, x, ANYWHERE);
    int pointer = is_pointer ? dst : slots_alloc(fs, 1);
    emit_word(fs, OP_SLICE_ARRAY, pointer, src, 0, (uint64_t)array->array.len);
    if (!is_pointer && n > 0) {
        Spot p = place_memory(pointer, 0, to);
        place_load(fs, &p, dst);
    }
    slots_release(fs, keep);
    return dst;
}

static bool is_numeric(const Rep *r)
{
    return r->kind == REP_INT || is_float(r) || r->kind == REP_C128 || r->kind == REP_C64;
}

static bool is_rune_slice(Type *u)
{
    return type_kind(u->elem) == KIND_INT32;
}

int convert_value(FuncState *fs, Node *x, Type *to, int want)
{
    x = node_unparen(x);
    if (type_is_interface(to) || expr_is_nil(fs, x)) {
        if (!type_is_interface(to)) {
            int n = type_slots(to);
            want = mat(fs, want, n);
            zero_slots(fs, want, n);
            return want;
        }
        return expr_as(fs, x, to, want);
    }
    Type *from = type_of(fs, x);
    Type *uf = type_under(from);
    Type *ut = type_under(to);
    Rep rf = rep_of(from);
    Rep rt = rep_of(to);
    if (rt.kind == REP_STRING && rf.kind == REP_INT)
        return through(fs, OP_STR_RUNE, x, 2, want);
    if (rt.kind == REP_STRING && uf->kind == TYPE_SLICE)
        return through(fs, is_rune_slice(uf) ? OP_STR_RUNES : OP_STR_BYTES, x, 2, want);
    if (rf.kind == REP_STRING && ut->kind == TYPE_SLICE)
        return through(fs, is_rune_slice(ut) ? OP_RUNES_STR : OP_BYTES_STR, x, 3, want);
    if (uf->kind == TYPE_SLICE && ut->kind != TYPE_SLICE)
        return slice_to_array(fs, x, to, want);
    if (is_numeric(&rf) && is_numeric(&rt))
        return numeric(fs, x, &rf, &rt, want);
    return expr(fs, x, want);
}

int convert_to_iface(FuncState *fs, int src, Type *from, Type *to, int want)
{
    int dst = mat(fs, want, 2);
    if (type_is_interface(from)) {
        if (rtype_of(fs->c, type_under(from)) == rtype_of(fs->c, type_under(to)))
            move_slots(fs, dst, src, 2);
        else
            emit_words(fs, OP_CVTIFACE, dst, src, 0, word_of(rtype_of(fs->c, to)), word_of(rtype_of(fs->c, from)));
        return dst;
    }
    emit_words(fs, OP_MKIFACE, dst, src, 0, word_of(iface_tab(fs->c, to, from)), word_of(rtype_of(fs->c, from)));
    return dst;
}

int assign_convert(FuncState *fs, int src, Type *from, Type *to, int want)
{
    if (type_is_interface(to) && !types_identical(from, to))
        return convert_to_iface(fs, src, from, to, want);
    if (want < 0)
        return src;
    move_slots(fs, want, src, type_slots(to));
    return want;
}
