// binary.c: binary operators: matching of the operands' types, comparison, arithmetic.
// Sources: Go specification, "Operators", "Comparison operators", "Constant expressions".
#include "types/operand.h"

// -- matching

// Whether an untyped operand of the two could take the other's type. Else both stay, and a mismatch is reported later.
static bool may_convert(Operand *x, Operand *y)
{
    if (type_is_typed(x->type) && type_is_typed(y->type))
        return false;
    if (type_is_numeric(x->type) != type_is_numeric(y->type))
        return false;
    if (type_is_interface(x->type) || type_is_interface(y->type))
        return true;
    if (type_is_boolean(x->type) != type_is_boolean(y->type) || type_is_string(x->type) != type_is_string(y->type))
        return false;
    if (x->mode == MODE_NIL)
        return type_has_nil(y->type);
    if (y->mode == MODE_NIL)
        return type_has_nil(x->type);
    return type_under(x->type)->kind != TYPE_POINTER && type_under(y->type)->kind != TYPE_POINTER;
}

void match_binary_operands(Checker *c, Operand *x, Operand *y)
{
    if (!may_convert(x, y))
        return;
    convert_untyped(c, x, y->type);
    if (x->mode == MODE_INVALID)
        return;
    convert_untyped(c, y, x->type);
    if (y->mode == MODE_INVALID)
        operand_invalidate(x);
}

// -- comparison

static const char *incomparable_cause(Checker *c, Type *t)
{
    TypeKind kind = type_under(t)->kind;
    if (kind == TYPE_SLICE || kind == TYPE_SIGNATURE || kind == TYPE_MAP)
        return text_printf(c, "%s can only be compared to nil", composite_kind(t));
    const char *why = NULL;
    type_comparable(c, t, &why);
    return why;
}

// The operand that cannot be compared so, or NULL.
static Operand *incomparable(Checker *c, Operand *x, Operand *y, TokenKind op, const char **cause)
{
    if (op != TOK_EQL && op != TOK_NEQ)
        return !type_is_ordered(x->type) ? x : !type_is_ordered(y->type) ? y : NULL;
    if (x->mode == MODE_NIL || y->mode == MODE_NIL) {
        Type *other = x->mode == MODE_NIL ? y->type : x->type;
        return type_has_nil(other) ? NULL : y;
    }
    Operand *bad = !type_comparable(c, x->type, NULL) ? x : !type_comparable(c, y->type, NULL) ? y : NULL;
    if (bad)
        *cause = incomparable_cause(c, bad->type);
    return bad;
}

static void report_comparison(Checker *c, Operand *x, Operand *y, Operand *bad, TokenKind op, bool switch_case, const char *cause)
{
    if (!cause || !*cause) {
        const char *what = composite_kind(bad->type);
        if (!*what)
            what = type_text(c, bad->type);
        cause = text_printf(c, "operator %s not defined on %s", token_spelling(op), what);
    }
    const char *left = expr_text(c, x->expr), *right = expr_text(c, y->expr);
    if (switch_case)
        check_error(c, operand_pos(x), "invalid case %s in switch on %s (%s)", left, right, cause);
    else
        check_error(c, operand_pos(bad), "invalid operation: %s %s %s (%s)", left, token_spelling(op), right, cause);
    operand_invalidate(x);
}

void check_comparison(Checker *c, Operand *x, Operand *y, TokenKind op, bool switch_case)
{
    if (!type_is_valid(x->type) || !type_is_valid(y->type)) {
        operand_invalidate(x);
        return;
    }
    if (switch_case)
        op = TOK_EQL;
    const char *cause = NULL;
    Operand *bad;
    if (!operand_assignable(c, x, y->type, NULL) && !operand_assignable(c, y, x->type, NULL)) {
        bad = y;
        cause = text_printf(c, "mismatched types %s and %s", type_text(c, x->type), type_text(c, y->type));
    } else {
        bad = incomparable(c, x, y, op, &cause);
    }
    if (bad) {
        report_comparison(c, x, y, bad, op, switch_case, cause);
        return;
    }
    if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
        x->value = const_bool(c->consts, const_compare(c->consts, x->value, op, y->value));
    } else {
        x->mode = MODE_VALUE;
        update_expr_type(c, x->expr, default_type(c, x->type), true);
        update_expr_type(c, y->expr, default_type(c, y->type), true);
    }
    x->type = c->untyped[UNTYPED_BOOL];
}

// -- arithmetic and logic

static bool operator_defined(TokenKind op, Type *t)
{
    switch (op) {
    case TOK_ADD:
        return type_is_numeric(t) || type_is_string(t);
    case TOK_SUB:
    case TOK_MUL:
    case TOK_QUO:
        return type_is_numeric(t);
    case TOK_REM:
    case TOK_AND:
    case TOK_OR:
    case TOK_XOR:
    case TOK_AND_NOT:
        return type_is_integer(t);
    case TOK_ANDAND:
    case TOK_OROR:
        return type_is_boolean(t);
    default:
        return false;
    }
}

// The square of a complex divisor may vanish though the divisor does not.
static bool divisor_vanishes(Checker *c, const Const *v)
{
    const Const *re = const_real(c->consts, v), *im = const_imag(c->consts, v);
    return const_sign(const_binary(c->consts, re, TOK_MUL, re, false)) == 0 &&
           const_sign(const_binary(c->consts, im, TOK_MUL, im, false)) == 0;
}

static bool divides_by_zero(Checker *c, Operand *x, Operand *y, TokenKind op)
{
    if ((op != TOK_QUO && op != TOK_REM) || y->mode != MODE_CONST)
        return false;
    if ((x->mode == MODE_CONST || type_is_integer(x->type)) && const_sign(y->value) == 0)
        return true;
    return x->mode == MODE_CONST && type_is_complex(x->type) && const_kind(y->value) >= CONST_INT && divisor_vanishes(c, y->value);
}

static void fold_binary(Checker *c, Operand *x, Operand *y, Node *e, TokenKind op)
{
    if (const_kind(x->value) == CONST_UNKNOWN || const_kind(y->value) == CONST_UNKNOWN) {
        x->value = const_unknown(c->consts);
        return;
    }
    x->value = const_binary(c->consts, x->value, op, y->value, op == TOK_QUO && type_is_integer(x->type));
    x->expr = e;
    check_const_overflow(c, x, operator_pos(e));
}

static void report_mismatch(Checker *c, Operand *x, Operand *y, Node *e, Node *lhs, Node *rhs, TokenKind op)
{
    if (!type_is_valid(x->type) || !type_is_valid(y->type))
        return;
    const char *tx = type_text(c, x->type), *ty = type_text(c, y->type);
    if (e)
        check_error(c, operand_pos(x), "invalid operation: %s (mismatched types %s and %s)", expr_text(c, e), tx, ty);
    else
        check_error(c, operand_pos(x), "invalid operation: %s %s= %s (mismatched types %s and %s)", expr_text(c, lhs),
                    token_spelling(op), expr_text(c, rhs), tx, ty);
}

static void combine(Checker *c, Operand *x, Operand *y, Node *e, Node *lhs, Node *rhs, TokenKind op)
{
    if (op == TOK_SHL || op == TOK_SHR) {
        check_shift(c, x, y, e, op);
        return;
    }
    match_binary_operands(c, x, y);
    if (x->mode == MODE_INVALID)
        return;
    if (token_is_comparison(op)) {
        check_comparison(c, x, y, op, false);
        return;
    }
    if (!types_identical(x->type, y->type)) {
        report_mismatch(c, x, y, e, lhs, rhs, op);
        operand_invalidate(x);
        return;
    }
    if (!operator_defined(op, x->type)) {
        if (type_is_valid(type_under(x->type)) || x->mode == MODE_NIL)
            check_error(c, operand_pos(x), "invalid operation: operator %s not defined on %s", token_spelling(op),
                        operand_text(c, x));
        operand_invalidate(x);
        return;
    }
    if (divides_by_zero(c, x, y, op)) {
        check_error(c, operand_pos(y), "invalid operation: division by zero");
        operand_invalidate(x);
        return;
    }
    if (x->mode == MODE_CONST && y->mode == MODE_CONST)
        fold_binary(c, x, y, e, op);
    else
        x->mode = MODE_VALUE;
}

// Long sums lean to the left: their spine is walked by a loop, so that a thousand summands need no thousand C frames.
static Node *left_operand(Node *e)
{
    return node_is(e, NODE_BINARY_EXPR) ? AS(BinaryExpr, BINARY_EXPR, e)->x : NULL;
}

void check_binary(Checker *c, Operand *x, Node *e, Node *lhs, Node *rhs, TokenKind op)
{
    enum { SPINE = 64 };
    Node *spine[SPINE];
    int n = 0;
    // The outermost operand of a chain of operators, as far as one array holds it; deeper ones recurse.
    Node *first = lhs;
    while (n < SPINE && node_is(first, NODE_BINARY_EXPR)) {
        spine[n++] = first;
        first = left_operand(first);
    }
    check_expr(c, NULL, x, first);
    while (n) {
        Node *node = spine[--n];
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, node);
        Operand y;
        check_expr(c, NULL, &y, b->y);
        if (x->mode != MODE_INVALID && y.mode == MODE_INVALID) {
            operand_invalidate(x);
        } else if (x->mode != MODE_INVALID) {
            combine(c, x, &y, node, b->x, b->y, b->op);
        }
        x->expr = node;
        record_operand(c, x);
    }
    Operand y;
    check_expr(c, NULL, &y, rhs);
    if (x->mode == MODE_INVALID)
        return;
    if (y.mode == MODE_INVALID) {
        operand_invalidate(x);
        x->expr = y.expr;
        return;
    }
    combine(c, x, &y, e, lhs, rhs, op);
}
