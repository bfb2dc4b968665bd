// fuse.c: operators on what is shifted or rotated by a constant, and x &^ y written otherwise: one instruction.
#include "compiler/lower.h"

typedef enum ShiftKind { SHIFT_LEFT, SHIFT_LEFT_32U, SHIFT_RIGHT, ROTATE_32, ROTATE_64, SHIFT_KINDS } ShiftKind;

typedef struct Shifted { // x, shifted by count
    ShiftKind kind;
    Node *x;
    int count;
} Shifted;

// OP_COUNT: no such instruction.
static Op fused_op(TokenKind op, ShiftKind kind)
{
    static const Op xor[SHIFT_KINDS] = {OP_XORSHL, OP_XORSHL32U, OP_XORSHR, OP_XORROT32, OP_XORROT64};
    static const Op or[SHIFT_KINDS] = {OP_ORSHL, OP_ORSHL32U, OP_ORSHR, OP_COUNT, OP_COUNT};
    static const Op add[SHIFT_KINDS] = {OP_ADDSHL, OP_ADDSHL32U, OP_COUNT, OP_ADDROT32, OP_COUNT};
    return op == TOK_XOR ? xor[kind] : op == TOK_OR ? or[kind] : op == TOK_ADD ? add[kind] : OP_COUNT;
}

// Whether e, a value of representation r that is not evaluated yet, is a shift by a constant.
static bool is_shifted(FuncState *fs, Node *e, const Rep *r, Shifted *s)
{
    e = node_unparen(e);
    if (const_of(fs, e) || order_is_bound(fs, e))
        return false;
    if (node_is(e, NODE_CALL_EXPR)) {
        int bits;
        if (!intrinsic_rotation(fs, AS(CallExpr, CALL_EXPR, e), &s->x, &bits, &s->count))
            return false;
        s->kind = bits == 32 ? ROTATE_32 : ROTATE_64;
        return true;
    }
    if (!node_is(e, NODE_BINARY_EXPR))
        return false;
    BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
    const Const *by = b->op == TOK_SHL || b->op == TOK_SHR ? const_of(fs, node_unparen(b->y)) : NULL;
    uint64_t n;
    if (!by || const_of(fs, node_unparen(b->x)) || !const_uint64_value(const_to_int(fs->c->consts, by), &n) || n >= 8U * r->bytes)
        return false;
    s->x = b->x;
    s->count = (int)n;
    if (b->op == TOK_SHR) {
        s->kind = SHIFT_RIGHT;
        return !r->is_signed;
    }
    s->kind = r->bytes == 8 ? SHIFT_LEFT : SHIFT_LEFT_32U;
    return r->bytes == 8 || (r->bytes == 4 && !r->is_signed);
}

// The instruction's operands in the order in which the expression has them.
static void operands(FuncState *fs, Node *first, Node *second, int *a, int *b)
{
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){first, second}, 2);
    *a = expr(fs, first, ANYWHERE);
    *b = expr(fs, second, ANYWHERE);
    order_end(fs, begin);
}

// ^x & y
static bool fuse_and_not(FuncState *fs, BinaryExpr *e, int *a, int *b)
{
    Node *x = node_unparen(e->x);
    Node *y = node_unparen(e->y);
    bool is_first = node_is(x, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, x)->op == TOK_XOR;
    Node *not = is_first ? x : y;
    if (!node_is(not, NODE_UNARY_EXPR) || AS(UnaryExpr, UNARY_EXPR, not)->op != TOK_XOR || const_of(fs, x) || const_of(fs, y))
        return false;
    Node *of = AS(UnaryExpr, UNARY_EXPR, not)->x;
    if (is_first)
        operands(fs, of, y, b, a);
    else
        operands(fs, x, of, a, b);
    return true;
}

bool fuse_value(FuncState *fs, BinaryExpr *e, int want, int *slot)
{
    Rep r = rep_of(type_of(fs, &e->node));
    if (r.kind != REP_INT)
        return false;
    int mark = slots_mark(fs);
    int a, b;
    Op op = OP_ANDNOT;
    Shifted s = {0};
    if (e->op == TOK_AND) {
        if (!fuse_and_not(fs, e, &a, &b))
            return false;
    } else if (is_shifted(fs, e->y, &r, &s) && (op = fused_op(e->op, s.kind)) != OP_COUNT) {
        operands(fs, e->x, s.x, &a, &b);
    } else if (is_shifted(fs, e->x, &r, &s) && (op = fused_op(e->op, s.kind)) != OP_COUNT) {
        operands(fs, s.x, e->y, &b, &a);
    } else {
        return false;
    }
    emit_at(fs, e->node.pos);
    slots_release(fs, mark);
    *slot = mat(fs, want, 1);
    if (op == OP_ANDNOT)
        emit(fs, op, *slot, a, b);
    else
        emit_word(fs, op, *slot, a, b, (uint64_t)s.count);
    return true;
}

bool fuse_assign(FuncState *fs, int slot, Type *t, TokenKind op, Node *rhs)
{
    Rep r = rep_of(t);
    Shifted s;
    if (r.kind != REP_INT || !is_shifted(fs, rhs, &r, &s))
        return false;
    Op fused = fused_op(op, s.kind);
    if (fused == OP_COUNT)
        return false;
    int mark = slots_mark(fs);
    int b = expr(fs, s.x, ANYWHERE);
    emit_at(fs, rhs->pos);
    emit_word(fs, fused, slot, slot, b, (uint64_t)s.count);
    slots_release(fs, mark);
    return true;
}
