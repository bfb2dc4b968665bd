// op_assign.c: x op= y, x++ and x--.
#include "compiler/lower.h"

// x += y * z for float64 variables in slots.
static bool fused_multiply(FuncState *fs, const Spot *p, TokenKind op, Node *rhs)
{
    rhs = node_unparen(rhs);
    if (op != TOK_ADD || p->kind != PLACE_SLOTS || rep_of(p->type).kind != REP_F64 || const_of(fs, rhs))
        return false;
    if (!node_is(rhs, NODE_BINARY_EXPR) || AS(BinaryExpr, BINARY_EXPR, rhs)->op != TOK_MUL)
        return false;
    BinaryExpr *m = AS(BinaryExpr, BINARY_EXPR, rhs);
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){m->x, m->y}, 2);
    int a = expr(fs, m->x, ANYWHERE);
    int b = expr(fs, m->y, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, rhs->pos);
    emit(fs, OP_FMA, p->slot, a, b);
    return true;
}

// Whether the operation may panic when the place was already touched.
static bool op_may_panic(TokenKind op)
{
    return op == TOK_QUO || op == TOK_REM || op == TOK_SHL || op == TOK_SHR;
}

void op_assign(FuncState *fs, Node *lhs, TokenKind op, Node *rhs, const Const *one)
{
    const Const *y = rhs ? const_of(fs, node_unparen(rhs)) : one;
    int begin = order_begin(fs);
    order_operands(fs, lhs);
    if (rhs && var_plain_slot(fs, lhs) < 0)
        order_ahead(fs, rhs);
    Spot p = place_of(fs, lhs);
    if (rhs && fused_multiply(fs, &p, op, rhs)) {
        order_end(fs, begin);
        return;
    }
    if (rhs && p.kind == PLACE_SLOTS && fuse_assign(fs, p.slot, p.type, op, rhs)) {
        order_end(fs, begin);
        return;
    }
    int b = -1;
    if (p.kind == PLACE_SLOTS || p.kind == PLACE_MAP) { // a panic on the right must leave the map as it is
        if (!y)
            b = expr(fs, rhs, ANYWHERE);
        emit_at(fs, lhs->pos);
    }
    if (p.kind == PLACE_SLOTS) {
        arith(fs, op, p.type, p.slot, p.slot, b, y, rhs);
        order_end(fs, begin);
        return;
    }
    if (p.kind == PLACE_MAP && !op_may_panic(op)) {
        int pointer = slots_alloc(fs, 1);
        place_address(fs, &p, pointer);
        p = place_memory(pointer, 0, p.type);
    } else if (p.kind == PLACE_SLICE || p.kind == PLACE_ARRAY || p.kind == PLACE_FRAME_ARRAY) {
        Rep r = rep_of(p.type);
        if (r.slots > 1) { // one check of the bounds
            int pointer = slots_alloc(fs, 1);
            place_address(fs, &p, pointer);
            p = place_memory(pointer, 0, p.type);
        }
    }
    int t = slots_alloc(fs, type_slots(p.type));
    emit_at(fs, lhs->pos);
    place_load(fs, &p, t);
    if (!y && b < 0)
        b = expr(fs, rhs, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, lhs->pos);
    arith(fs, op, p.type, t, t, b, y, rhs);
    place_store(fs, &p, t);
}
