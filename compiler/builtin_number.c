// builtin_number.c: min, max, complex, real, imag.
#include "compiler/lower.h"

// ---------------------------------------------------------------- min, max

static void min_max_float(FuncState *fs, bool is_max, bool is_double, int dst, int x)
{
    int end = label_new(fs);
    int take = label_new(fs);
    int equal = label_new(fs);
    Op ne = is_double ? OP_JFNE : OP_JGNE;
    Op lt = is_double ? OP_JFLT : OP_JGLT;
    emit_branch(fs, ne, dst, dst, end); // not a number stays
    emit_branch(fs, ne, x, x, take);
    emit_branch(fs, lt, is_max ? dst : x, is_max ? x : dst, take);
    emit_branch(fs, is_double ? OP_JFEQ : OP_JGEQ, x, dst, equal);
    emit_jump(fs, end);
    label_bind(fs, equal); // 0 and -0: min keeps the sign, max drops it
    emit(fs, is_max ? OP_AND : OP_OR, dst, dst, x);
    emit_jump(fs, end);
    label_bind(fs, take);
    emit(fs, OP_MOV, dst, x, 0);
    label_bind(fs, end);
}

static void min_max_step(FuncState *fs, bool is_max, Type *t, int dst, int x)
{
    Rep r = rep_of(t);
    if (r.kind == REP_F64 || r.kind == REP_F32) {
        min_max_float(fs, is_max, r.kind == REP_F64, dst, x);
        return;
    }
    int keep = label_new(fs);
    if (r.kind == REP_STRING) {
        int mark = slots_mark(fs);
        int less = slots_alloc(fs, 1);
        emit(fs, OP_STRLE, less, is_max ? x : dst, is_max ? dst : x);
        emit_branch(fs, OP_JT, less, 0, keep);
        slots_release(fs, mark);
    } else {
        bool is_u = r.bytes == 8 && !r.is_signed;
        emit_branch(fs, is_u ? OP_JLEU : OP_JLE, is_max ? x : dst, is_max ? dst : x, keep);
    }
    move_slots(fs, dst, x, r.slots);
    label_bind(fs, keep);
}

int builtin_min_max(FuncState *fs, CallExpr *e, int id, int want)
{
    Type *t = type_of(fs, &e->node);
    int n = type_slots(t);
    int mark = slots_mark(fs);
    int dst = slots_alloc(fs, n); // the wanted slot may be one of the operands
    int begin = order_begin(fs);
    order_list(fs, e->args.at, e->args.n);
    expr(fs, builtin_arg(e, 0), dst);
    for (int i = 1; i < e->args.n; i++) {
        int m = slots_mark(fs);
        const Const *v = const_of(fs, builtin_arg(e, i));
        int x = v ? const_slot(fs, v, t, ANYWHERE) : expr(fs, builtin_arg(e, i), ANYWHERE);
        min_max_step(fs, id == BUILTIN_MAX, t, dst, x);
        slots_release(fs, m);
    }
    order_end(fs, begin);
    if (want < 0)
        return dst;
    move_slots(fs, want, dst, n);
    slots_release(fs, mark);
    return want;
}

// ---------------------------------------------------------------- complex numbers

int builtin_complex(FuncState *fs, CallExpr *e, int want)
{
    Type *t = type_of(fs, &e->node);
    Rep r = rep_of(t);
    Type *part = basic_type(fs->c->checker, r.kind == REP_C128 ? KIND_FLOAT64 : KIND_FLOAT32);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, r.slots);
    int keep = want < 0 ? dst + (int)r.slots : mark;
    int parts = slots_alloc(fs, 2);
    int begin = order_begin(fs);
    order_list(fs, e->args.at, 2);
    for (int i = 0; i < 2; i++) {
        const Const *v = const_of(fs, builtin_arg(e, i));
        if (v)
            const_load(fs, v, part, parts + i);
        else
            expr(fs, builtin_arg(e, i), parts + i);
    }
    order_end(fs, begin);
    if (r.kind == REP_C128)
        move_slots(fs, dst, parts, 2);
    else
        emit(fs, OP_DMAKE, dst, parts, parts + 1);
    slots_release(fs, keep);
    return dst;
}

int builtin_part(FuncState *fs, CallExpr *e, int id, int want)
{
    Node *x = builtin_arg(e, 0);
    Rep r = rep_of(type_of(fs, x));
    if (r.kind == REP_C128) {
        int slot = expr(fs, x, ANYWHERE) + (id == BUILTIN_IMAG);
        if (want < 0)
            return slot;
        move_slots(fs, want, slot, 1);
        return want;
    }
    int mark = slots_mark(fs);
    int c = expr(fs, x, ANYWHERE);
    slots_release(fs, mark);
    want = mat(fs, want, 1);
    emit(fs, id == BUILTIN_IMAG ? OP_DIMAG : OP_DREAL, want, c, 0);
    return want;
}
