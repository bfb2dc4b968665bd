// finish.c: turns the instruction list into code: follows jumps to jumps, drops what cannot be reached, lengthens jumps that
// do not reach, chooses polling forms for jumps back, joins moves and returns, writes the line table, publishes.
#include <limits.h>

#include "compiler/lower.h"
#include "compiler/wrappers.h"

typedef struct Finish {
    FuncState *fs;
    int n;
    uint8_t *reached, *is_target, *is_long;
    int *target;  // instruction jumped to, -1
    int *offset;  // in words; [n]: the end
    int *work;
    int n_work;
} Finish;

static bool is_branch(int op)
{
    return (op >= OP_JT && op <= OP_JGNLE) || op == OP_JEQK || op == OP_JNEK || op == OP_JSTREQ || op == OP_JSTRNE;
}

static bool is_loop(int op)
{
    return op >= OP_LOOP && op <= OP_RANGESTR;
}

static bool has_short_reach(int op)
{
    return (op >= OP_JEQ && op <= OP_JGNLE) || op == OP_JSTREQ || op == OP_JSTRNE || is_loop(op);
}

static bool has_polling_form(int op)
{
    return op >= OP_JT && op <= OP_JGNLE;
}

static bool ends_flow(int op)
{
    return op == OP_JMP || op == OP_RET || op == OP_RETV || op == OP_RETI || op == OP_RETD || op == OP_PANIC || op == OP_FATAL || op == OP_TABLE;
}

static bool is_live(const Finish *f, int i)
{
    return f->reached[i] && !f->fs->code.at[i].is_dead;
}

static int next_live(const Finish *f, int i)
{
    while (i < f->n && !is_live(f, i))
        i++;
    return i;
}

// Where a jump to `label` ends when the jumps found there are followed.
static int resolve(const Finish *f, int label)
{
    const FuncState *fs = f->fs;
    int at = fs->labels.at[label];
    CHECK(at >= 0);
    for (int hops = 0; hops < 16; hops++) {
        while (at < f->n && fs->code.at[at].is_dead)
            at++;
        if (at >= f->n || fs->code.at[at].op != OP_JMP)
            return at;
        int next = fs->labels.at[fs->code.at[at].label];
        if (next <= at) // leave jumps back where they are: a loop must poll
            return at;
        at = next;
    }
    return at;
}

static void visit(Finish *f, int i)
{
    if (i < f->n && !f->reached[i]) {
        f->reached[i] = 1;
        f->work[f->n_work++] = i;
    }
}

static void find_reached(Finish *f, int recover_label)
{
    FuncState *fs = f->fs;
    visit(f, 0);
    if (recover_label >= 0)
        visit(f, fs->labels.at[recover_label]);
    while (f->n_work > 0) {
        int i = f->work[--f->n_work];
        Instr *in = &fs->code.at[i];
        if (in->is_dead) {
            visit(f, i + 1);
            continue;
        }
        if (in->label >= 0) {
            f->target[i] = resolve(f, in->label);
            visit(f, f->target[i]);
        }
        if (in->op == OP_TABLE) {
            JumpTable *t = (JumpTable *)(uintptr_t)fs->words.at[in->words];
            const int *labels = (const int *)(uintptr_t)fs->words.at[in->words + 1];
            for (int k = 0; k < t->n; k++)
                visit(f, resolve(f, labels[k]));
        }
        if (!ends_flow(in->op))
            visit(f, i + 1);
    }
}

static void mark_targets(Finish *f, int recover_label)
{
    FuncState *fs = f->fs;
    memset(f->is_target, 0, (size_t)f->n + 1);
    for (int i = 0; i < f->n; i++) {
        if (!is_live(f, i))
            continue;
        if (f->target[i] >= 0)
            f->is_target[next_live(f, f->target[i])] = 1;
        Instr *in = &fs->code.at[i];
        if (in->op != OP_TABLE)
            continue;
        JumpTable *t = (JumpTable *)(uintptr_t)fs->words.at[in->words];
        const int *labels = (const int *)(uintptr_t)fs->words.at[in->words + 1];
        for (int k = 0; k < t->n; k++)
            f->is_target[next_live(f, resolve(f, labels[k]))] = 1;
    }
    if (recover_label >= 0)
        f->is_target[next_live(f, fs->labels.at[recover_label])] = 1;
}

// `if c goto L1; goto L2; L1:` becomes `if !c goto L2`. Jumps to what follows anyway go.
static void shorten(Finish *f)
{
    FuncState *fs = f->fs;
    for (int i = 0; i < f->n; i++) {
        if (!is_live(f, i) || f->target[i] < 0)
            continue;
        Instr *in = &fs->code.at[i];
        int next = next_live(f, i + 1);
        int to = next_live(f, f->target[i]);
        if (in->op == OP_JMP && to == next) {
            in->is_dead = true;
            continue;
        }
        if (!is_branch(in->op) || next >= f->n || fs->code.at[next].op != OP_JMP || f->is_target[next])
            continue;
        if (to != next_live(f, next + 1))
            continue;
        bool swap;
        Op inverse = op_inverse((Op)in->op, &swap);
        if (inverse == OP_COUNT)
            continue;
        in->op = (uint16_t)inverse;
        if (swap) {
            int a = in->a;
            in->a = in->b;
            in->b = a;
        }
        f->target[i] = f->target[next];
        fs->code.at[next].is_dead = true;
        f->is_target[next_live(f, f->target[i])] = 1;
    }
}

// Moves of neighbours to neighbours, one after the other, become one: it reads all before it writes, so no source may be written by an
// earlier move.
static void join_moves(Finish *f)
{
    FuncState *fs = f->fs;
    for (int i = 0; i < f->n; i++) {
        Instr *in = &fs->code.at[i];
        if (!is_live(f, i) || in->op != OP_MOV)
            continue;
        for (int n = 1; n < 3; n++) {
            int j = next_live(f, i + 1);
            if (j >= f->n || f->is_target[j])
                break;
            Instr *next = &fs->code.at[j];
            bool is_below = next->a == in->a - 1 && next->b == in->b - 1;
            bool is_above = next->a == in->a + n && next->b == in->b + n;
            if (next->op != OP_MOV || !(is_below || is_above) || (next->b >= in->a && next->b < in->a + n))
                break;
            if (is_below) {
                in->a = next->a;
                in->b = next->b;
            }
            in->op = n == 1 ? OP_MOV2 : OP_MOV3;
            next->is_dead = true;
        }
    }
}

// What is jumped to only to return returns at once; a result that is put in place before that is part of the return.
static void join_returns(Finish *f)
{
    FuncState *fs = f->fs;
    for (int i = 0; i < f->n; i++) {
        Instr *in = &fs->code.at[i];
        if (!is_live(f, i) || in->op != OP_JMP || f->target[i] < 0)
            continue;
        int to = next_live(f, f->target[i]);
        if (to < f->n && fs->code.at[to].op == OP_RET) {
            in->op = OP_RET;
            f->target[i] = -1;
        }
    }
    for (int i = 0; i < f->n; i++) {
        Instr *in = &fs->code.at[i];
        if (!is_live(f, i) || in->a != 0 || (in->op != OP_MOV && in->op != OP_LDI && in->op != OP_ZERO))
            continue;
        int next = next_live(f, i + 1);
        if (next >= f->n || fs->code.at[next].op != OP_RET)
            continue;
        if (in->op == OP_MOV) {
            in->op = OP_RETV;
            in->a = in->b;
            in->b = 0;
        } else {
            in->op = OP_RETI;
        }
        if (!f->is_target[next])
            fs->code.at[next].is_dead = true;
    }
}

static int instr_words(const Finish *f, int i)
{
    const Instr *in = &f->fs->code.at[i];
    int n = 1 + in->n_words;
    if (f->is_long[i])
        n += is_loop(in->op) ? 2 : 1;
    return n;
}

static void lay_out(Finish *f)
{
    FuncState *fs = f->fs;
    for (int i = 0; i < f->n; i++)
        if (is_live(f, i) && is_branch(fs->code.at[i].op) && !has_polling_form(fs->code.at[i].op) && f->target[i] <= i)
            f->is_long[i] = 1;
    for (bool changed = true; changed;) {
        changed = false;
        int at = 0;
        for (int i = 0; i < f->n; i++) {
            f->offset[i] = at;
            if (is_live(f, i))
                at += instr_words(f, i);
        }
        f->offset[f->n] = at;
        for (int i = 0; i < f->n; i++) {
            if (!is_live(f, i) || f->is_long[i] || !has_short_reach(fs->code.at[i].op) || f->target[i] < 0)
                continue;
            int distance = f->offset[f->target[i]] - (f->offset[i] + instr_words(f, i));
            if (distance < INT16_MIN || distance > INT16_MAX) {
                f->is_long[i] = 1;
                changed = true;
            }
        }
    }
}

static Insn *put(Insn *out, const FuncState *fs, const Instr *in, int op, int a, int b, int c)
{
    *out++ = insn_make((Op)op, (unsigned)a, (unsigned)b, (unsigned)c);
    for (int k = 0; k < in->n_words; k++)
        *out++ = fs->words.at[in->words + (uint32_t)k];
    return out;
}

static Insn *put_jump(Insn *out, int from, int to)
{
    int32_t d = to - (from + 1);
    *out = insn_make(d < 0 ? OP_JMPB : OP_JMP, 0, (unsigned)d & 0xffff, (unsigned)d >> 16);
    return out + 1;
}

static Insn *encode_long(Finish *f, int i, Insn *out)
{
    FuncState *fs = f->fs;
    Instr *in = &fs->code.at[i];
    int to = f->offset[f->target[i]];
    int at = f->offset[i];
    if (is_loop(in->op)) {
        out = put(out, fs, in, in->op, in->a, in->b, 1);
        out = put_jump(out, at + 1, at + 3);
        return put_jump(out, at + 2, to);
    }
    bool swap;
    Op inverse = op_inverse((Op)in->op, &swap);
    CHECK(inverse != OP_COUNT);
    int a = swap ? in->b : in->a;
    int b = swap ? in->a : in->b;
    out = in->op == OP_JEQK || in->op == OP_JNEK ? put(out, fs, in, inverse, a, 1, 0) : put(out, fs, in, inverse, a, b, 1);
    return put_jump(out, at + 1 + in->n_words, to);
}

static void fill_table(Finish *f, int i)
{
    FuncState *fs = f->fs;
    Instr *in = &fs->code.at[i];
    JumpTable *t = (JumpTable *)(uintptr_t)fs->words.at[in->words];
    const int *labels = (const int *)(uintptr_t)fs->words.at[in->words + 1];
    int end = f->offset[i] + instr_words(f, i);
    for (int k = 0; k < t->n; k++)
        t->offsets[k] = f->offset[resolve(f, labels[k])] - end;
    t->other = f->offset[f->target[i]] - end;
}

static Insn *encode(Finish *f, int i, Insn *out)
{
    FuncState *fs = f->fs;
    Instr *in = &fs->code.at[i];
    if (f->is_long[i])
        return encode_long(f, i, out);
    if (in->op == OP_TABLE) {
        fill_table(f, i);
        *out++ = insn_make(OP_TABLE, (unsigned)in->a, 0, 0);
        if (in->n_words == 2) // both words name the table
            *out++ = fs->words.at[in->words];
        *out++ = fs->words.at[in->words];
        return out;
    }
    if (f->target[i] < 0)
        return put(out, fs, in, in->op, in->a, in->b, in->c);
    int32_t d = f->offset[f->target[i]] - (f->offset[i] + instr_words(f, i));
    int op = in->op;
    if (d < 0 && has_polling_form(op))
        op += OP_JTB - OP_JT;
    if (op == OP_JMP && d < 0)
        op = OP_JMPB;
    if (has_short_reach(in->op))
        return put(out, fs, in, op, in->a, in->b, d);
    return put(out, fs, in, op, in->a, (int)((unsigned)d & 0xffff), (int)((unsigned)d >> 16));
}

static void write_lines(Finish *f)
{
    FuncState *fs = f->fs;
    Func *fn = fs->func;
    VEC(LineEntry) lines = {0};
    VEC(FileEntry) files = {0};
    const char *file = fn->file;
    Pos last_pos = NO_POS;
    LineEntry last = {0};
    for (int i = 0; i < f->n; i++) {
        if (!is_live(f, i))
            continue;
        const Instr *in = &fs->code.at[i];
        if ((in->pos == NO_POS || in->pos == last_pos) && in->unsigned_index == last.unsigned_index)
            continue;
        LineEntry e = {.at = (uint32_t)f->offset[i], .line = last.line, .unsigned_index = in->unsigned_index, .pos = last.pos};
        if (in->pos != NO_POS) {
            last_pos = e.pos = in->pos;
            Place p = compile_place(fs->c, fs->src->pkg, e.pos);
            e.line = (uint32_t)p.line;
            if (strcmp(p.file, file) != 0) {
                file = p.file;
                vec_push(&files, fs->c->arena, ((FileEntry){e.at, file}));
            }
        }
        if (e.line == last.line && e.unsigned_index == last.unsigned_index)
            continue;
        last = e;
        vec_push(&lines, fs->c->arena, e);
    }
    fn->lines = lines.at;
    fn->n_lines = (uint32_t)lines.n;
    fn->files = files.at;
    fn->n_files = (uint32_t)files.n;
}

void code_finish(FuncState *fs, int recover_label)
{
    Finish f = {.fs = fs, .n = fs->code.n};
    size_t n = (size_t)f.n + 1;
    f.reached = ARENA_ARRAY(&fs->arena, uint8_t, n);
    f.is_target = ARENA_ARRAY(&fs->arena, uint8_t, n);
    f.is_long = ARENA_ARRAY(&fs->arena, uint8_t, n);
    f.target = ARENA_ARRAY(&fs->arena, int, n);
    f.offset = ARENA_ARRAY(&fs->arena, int, n);
    f.work = ARENA_ARRAY(&fs->arena, int, n);
    for (int i = 0; i < f.n; i++)
        f.target[i] = -1;
    find_reached(&f, recover_label);
    mark_targets(&f, recover_label);
    shorten(&f);
    join_moves(&f);
    join_returns(&f);
    lay_out(&f);
    Func *fn = fs->func;
    fn->code_words = (uint32_t)f.offset[f.n];
    Insn *code = code_alloc(fs->c->code_arena, fn->code_words);
    Insn *out = code;
    for (int i = 0; i < f.n; i++)
        if (is_live(&f, i))
            out = encode(&f, i, out);
    CHECK(out == code + fn->code_words);
    write_lines(&f);
    __atomic_store_n(&fn->frame_slots, (uint32_t)fs->max_slots, __ATOMIC_RELAXED);
    fn->recover_at = recover_label >= 0 ? (uint32_t)f.offset[next_live(&f, fs->labels.at[recover_label])] : 0;
    // verified before anyone can run it
    __atomic_store_n(&fn->code, code, __ATOMIC_RELEASE);
    code_register(fn);
}
