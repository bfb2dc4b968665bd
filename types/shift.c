// shift.c: x << y and x >> y.
// Sources: Go specification, "Operators" on shifts: an untyped constant on the left of a shift that is not constant waits for
//   the type that the context gives the whole expression.
#include "types/operand.h"

static void report_lhs(Checker *c, Operand *x)
{
    check_error(c, operand_pos(x), "invalid operation: shifted operand %s must be integer", operand_text(c, x));
    operand_invalidate(x);
}

// The count must be an unsigned or signed integer, or a constant that a uint can hold. false: reported.
static bool check_count(Checker *c, Operand *x, Operand *y, Const **count)
{
    if (y->mode == MODE_CONST) {
        *count = const_to_int(c->consts, y->value);
        if (const_kind(*count) == CONST_INT && const_sign(*count) < 0) {
            check_error(c, operand_pos(y), "invalid operation: negative shift count %s", operand_text(c, y));
            operand_invalidate(x);
            return false;
        }
        if (type_is_untyped(y->type)) {
            representable(c, y, c->basic[KIND_UINT], NULL);
            if (y->mode == MODE_INVALID) {
                operand_invalidate(x);
                return false;
            }
        }
        return true; // a typed one is judged by its value
    }
    if (type_is_integer(y->type)) {
        if (type_is_unsigned(y->type) || check_allow_version(c, 13))
            return true;
        check_verify_version(c, operand_pos(y), 13, text_printf(c, "invalid operation: signed shift count %s", operand_text(c, y)));
        operand_invalidate(x);
        return false;
    }
    if (type_is_untyped(y->type)) {
        convert_untyped(c, y, c->basic[KIND_UINT]);
        if (y->mode == MODE_INVALID)
            operand_invalidate(x);
        return y->mode != MODE_INVALID;
    }
    check_error(c, operand_pos(y), "invalid operation: shift count %s must be integer", operand_text(c, y));
    operand_invalidate(x);
    return false;
}

static void fold_shift(Checker *c, Operand *x, Operand *y, Node *e, TokenKind op, Const *left, Const *count)
{
    enum { LARGEST_COUNT = 1023 - 1 + 52 }; // the smallest float64 can be written
    if (const_kind(x->value) == CONST_UNKNOWN || const_kind(y->value) == CONST_UNKNOWN) {
        x->value = const_unknown(c->consts);
        if (!type_is_integer(x->type))
            x->type = c->untyped[UNTYPED_INT];
        return;
    }
    uint64_t n;
    if (!const_uint64_value(count, &n) || n > LARGEST_COUNT) {
        check_error(c, operand_pos(y), "invalid operation: invalid shift count %s", operand_text(c, y));
        operand_invalidate(x);
        return;
    }
    if (!type_is_integer(x->type))
        x->type = c->untyped[UNTYPED_INT]; // 2.0 << 1
    x->value = const_shift(c->consts, left, op, (unsigned)n);
    x->expr = e;
    check_const_overflow(c, x, operator_pos(e));
}

void check_shift(Checker *c, Operand *x, Operand *y, Node *e, TokenKind op)
{
    Const *left = x->mode == MODE_CONST ? const_to_int(c->consts, x->value) : NULL, *count = NULL;
    if (!type_is_integer(x->type) && !(type_is_untyped(x->type) && const_kind(left) == CONST_INT)) {
        report_lhs(c, x);
        return;
    }
    if (!check_count(c, x, y, &count))
        return;
    if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
        fold_shift(c, x, y, e, op, left, count);
        return;
    }
    if (x->mode == MODE_CONST && type_is_untyped(x->type)) {
        mark_shifted(c, x->expr);
        x->mode = MODE_VALUE;
        return;
    }
    if (!type_is_integer(x->type)) {
        report_lhs(c, x);
        return;
    }
    x->mode = MODE_VALUE;
}
