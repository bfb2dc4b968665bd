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

// The instruction that does it in memory, for words; OP_COUNT: there is none. imm: what it adds instead of b.
static Op in_memory(const Spot *p, TokenKind op, const Const *y, int *imm)
{
    Rep r = rep_of(p->type);
    bool is_slice = p->kind == PLACE_SLICE && p->index_offset == 0;
    bool is_memory = p->kind == PLACE_MEMORY && p->offset >= 0 && p->offset <= UINT16_MAX;
    if (r.bytes != 8 || (!is_slice && !is_memory) || (op != TOK_ADD && op != TOK_SUB))
        return OP_COUNT;
    if (r.kind == REP_F64)
        return is_slice ? (op == TOK_ADD ? OP_SFADD : OP_SFSUB) : op == TOK_ADD ? OP_FADDM : OP_FSUBM;
    if (r.kind != REP_INT)
        return OP_COUNT;
    uint64_t w;
    if (y && const_word(y, p->type, &w) && fits16((int64_t)w) && fits16(-(int64_t)w)) {
        *imm = op == TOK_ADD ? (int)w : -(int)w;
        return is_slice ? OP_SADDI : OP_ADDMI;
    }
    return is_slice ? (op == TOK_ADD ? OP_SADD : OP_SSUB) : op == TOK_ADD ? OP_ADDM : OP_SUBM;
}

static bool panics_since(const FuncState *fs, int first)
{
    for (int i = first; i < fs->code.n; i++)
        if (!fs->code.at[i].is_dead && op_info[fs->code.at[i].op].effects != EFFECT_PURE)
            return true;
    return false;
}

// Words of memory: in one instruction, if the right side has no effects. Otherwise the place is read before it is evaluated, as by the
// reference: whichever panics first matters.
static void assign_word(FuncState *fs, Node *lhs, const Spot *p, TokenKind op, Op fused, Node *rhs, const Const *y, int imm)
{
    emit_at(fs, lhs->pos);
    int early = emit_placeholder(fs);
    int t = slots_alloc(fs, 1);
    bool has_imm = fused == OP_ADDMI || fused == OP_SADDI;
    int b = has_imm ? imm : y ? const_slot(fs, y, p->type, ANYWHERE) : expr(fs, rhs, ANYWHERE);
    emit_at(fs, lhs->pos);
    fs->unsigned_index = p->unsigned_index;
    if (!panics_since(fs, early)) {
        if (p->kind == PLACE_SLICE)
            emit(fs, fused, p->slot, p->index, b);
        else
            emit(fs, fused, p->slot, (int)p->offset, b);
        fs->unsigned_index = false;
        return;
    }
    if (p->kind == PLACE_SLICE)
        emit_fill_words(fs, early, OP_SLD64, t, p->slot, p->index, 0, NULL);
    else
        emit_fill_words(fs, early, OP_LD64, t, p->slot, (int)p->offset, 0, NULL);
    fs->code.at[early].unsigned_index = p->unsigned_index;
    fs->unsigned_index = false;
    arith(fs, op, p->type, t, t, b, NULL, NULL);
    place_store(fs, p, t);
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
    int imm = 0;
    Op fused = in_memory(&p, op, y, &imm);
    if (fused != OP_COUNT) {
        assign_word(fs, lhs, &p, op, fused, rhs, y, imm);
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
    place_fuse(fs, &p, true);
    place_load(fs, &p, t);
    if (!y && b < 0)
        b = expr(fs, rhs, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, lhs->pos);
    arith(fs, op, p.type, t, t, b, y, rhs);
    place_store(fs, &p, t);
}
