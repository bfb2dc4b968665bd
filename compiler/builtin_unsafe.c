// builtin_unsafe.c: the functions of package unsafe that are no constants.
#include "compiler/lower.h"

// Panics with `negative` unless 0 <= n and n elements of that size can lie behind one another; with `nil` if p is nil and n is not 0.
static void check_range(FuncState *fs, int p, int n, int64_t size, PanicCode too_large, PanicCode nil)
{
    int good = label_new(fs);
    int bad = label_new(fs);
    int sized = label_new(fs);
    emit_branch(fs, OP_JLTI, n, 0, bad);
    if (size > 1)
        emit_branch(fs, OP_JLE, n, const_word_slot(fs, (uint64_t)(INT64_MAX / size)), sized);
    else
        emit_jump(fs, sized);
    label_bind(fs, bad);
    emit(fs, OP_FATAL, (int)too_large, 0, 0);
    label_bind(fs, sized);
    int mark = slots_mark(fs); // the end must lie in the address space too
    int bytes = slots_alloc(fs, 2);
    int room = bytes + 1;
    int fits = label_new(fs);
    if (size > 1)
        emit(fs, OP_MUL, bytes, n, const_word_slot(fs, (uint64_t)size));
    emit(fs, OP_NEG, room, p, 0);
    emit_branch(fs, OP_JEQI, p, 0, fits);
    emit_branch(fs, OP_JLEU, size > 1 ? bytes : n, room, fits);
    emit(fs, OP_FATAL, (int)too_large, 0, 0);
    label_bind(fs, fits);
    slots_release(fs, mark);
    emit_branch(fs, OP_JNEI, p, 0, good);
    emit_branch(fs, OP_JEQI, n, 0, good);
    emit(fs, OP_FATAL, (int)nil, 0, 0);
    label_bind(fs, good);
}

int builtin_unsafe_slice(FuncState *fs, CallExpr *e, int id, int want)
{
    bool is_string = id == BUILTIN_UNSAFE_STRING;
    int n = is_string ? 2 : 3;
    int mark = slots_mark(fs);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int parts = slots_alloc(fs, 3);
    int begin = order_begin(fs);
    order_list(fs, e->args.at, 2);
    expr(fs, builtin_arg(e, 0), parts);
    builtin_count(fs, builtin_arg(e, 1), parts + 1);
    order_end(fs, begin);
    emit_at(fs, e->node.pos);
    if (is_string) {
        check_range(fs, parts, parts + 1, 1, PANIC_UNSAFE_STRING_LEN, PANIC_UNSAFE_STRING_NIL);
    } else {
        int64_t size = type_size(type_under(type_of(fs, &e->node))->elem);
        check_range(fs, parts, parts + 1, size, PANIC_UNSAFE_SLICE_LEN, PANIC_UNSAFE_SLICE_NIL);
        move_slots(fs, parts + 2, parts + 1, 1);
    }
    move_slots(fs, dst, parts, n);
    slots_release(fs, keep);
    return dst;
}

int builtin_unsafe_add(FuncState *fs, CallExpr *e, int want)
{
    int mark = slots_mark(fs);
    int begin = order_begin(fs);
    order_list(fs, e->args.at, 2);
    int p = expr(fs, builtin_arg(e, 0), ANYWHERE);
    int n = builtin_count(fs, builtin_arg(e, 1), ANYWHERE);
    order_end(fs, begin);
    slots_release(fs, mark);
    want = mat(fs, want, 1);
    emit(fs, OP_ADD, want, p, n);
    return want;
}
