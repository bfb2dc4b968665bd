// arith.c: arithmetic: which instruction an operator on a type becomes, immediates, string concatenation, unary operators.
#include "compiler/lower.h"

// The narrow families stand as {ADD SUB MUL ADDI EXT} for 8S 8U 16S 16U 32S 32U.
enum { NARROW_ADD, NARROW_SUB, NARROW_MUL, NARROW_ADDI, NARROW_EXT, NARROW_OPS };

static Op narrow_op(const Rep *r, int which)
{
    int width = r->bytes == 1 ? 0 : r->bytes == 2 ? 1 : 2;
    return (Op)(OP_ADD8S + NARROW_OPS * (2 * width + !r->is_signed) + which);
}

static bool is_narrow(const Rep *r)
{
    return r->bytes < 8;
}

void extend_to(FuncState *fs, int dst, int src, Rep r)
{
    if (r.kind == REP_F32) {
        emit(fs, OP_EXT32U, dst, src, 0);
        return;
    }
    if (r.kind == REP_INT && is_narrow(&r))
        emit(fs, narrow_op(&r, NARROW_EXT), dst, src, 0);
    else
        move_slots(fs, dst, src, r.slots);
}

void extend(FuncState *fs, int slot, Type *t)
{
    Rep r = rep_of(t);
    if ((r.kind == REP_INT && is_narrow(&r)) || r.kind == REP_F32)
        extend_to(fs, slot, slot, r);
}

static void int_registers(FuncState *fs, TokenKind op, const Rep *r, int dst, int a, int b)
{
    bool narrow = is_narrow(r);
    switch (op) {
    case TOK_ADD:
        emit(fs, narrow ? narrow_op(r, NARROW_ADD) : OP_ADD, dst, a, b);
        return;
    case TOK_SUB:
        emit(fs, narrow ? narrow_op(r, NARROW_SUB) : OP_SUB, dst, a, b);
        return;
    case TOK_MUL:
        emit(fs, narrow ? narrow_op(r, NARROW_MUL) : OP_MUL, dst, a, b);
        return;
    case TOK_AND:
        emit(fs, OP_AND, dst, a, b);
        return;
    case TOK_OR:
        emit(fs, OP_OR, dst, a, b);
        return;
    case TOK_XOR:
        emit(fs, OP_XOR, dst, a, b);
        return;
    case TOK_AND_NOT:
        emit(fs, OP_ANDNOT, dst, a, b);
        return;
    case TOK_QUO:
        emit(fs, r->is_signed ? OP_DIV : OP_DIVU, dst, a, b);
        if (narrow && r->is_signed) // the least value by -1
            extend_to(fs, dst, dst, *r);
        return;
    case TOK_REM:
        emit(fs, r->is_signed ? OP_REM : OP_REMU, dst, a, b);
        return;
    default:
        UNREACHABLE();
    }
}

// False: no form with that immediate.
static bool int_immediate(FuncState *fs, TokenKind op, const Rep *r, int dst, int a, int64_t v)
{
    bool narrow = is_narrow(r);
    switch (op) {
    case TOK_ADD:
    case TOK_SUB:
        if (op == TOK_SUB)
            v = (int64_t)-(uint64_t)v;
        if (!fits16(v))
            return false;
        emit(fs, narrow ? narrow_op(r, NARROW_ADDI) : OP_ADDI, dst, a, (int)v);
        return true;
    case TOK_MUL:
        if (!fits16(v))
            return false;
        emit(fs, OP_MULI, dst, a, (int)v);
        if (narrow)
            extend_to(fs, dst, dst, *r);
        return true;
    case TOK_AND_NOT:
        v = ~v;
        if (narrow && !r->is_signed && v < 0)
            v &= (int64_t)(~0ULL >> (64 - 8 * r->bytes));
        if (!fits16(v))
            return false;
        emit(fs, OP_ANDI, dst, a, (int)v);
        return true;
    case TOK_AND:
    case TOK_OR:
    case TOK_XOR:
        if (!fits16(v))
            return false;
        emit(fs, op == TOK_AND ? OP_ANDI : op == TOK_OR ? OP_ORI : OP_XORI, dst, a, (int)v);
        return true;
    case TOK_QUO:
    case TOK_REM:
        if (!r->is_signed && v > 0 && (v & (v - 1)) == 0) {
            if (op == TOK_QUO)
                emit(fs, OP_SHRI, dst, a, __builtin_ctzll((uint64_t)v));
            else if (fits16(v - 1))
                emit(fs, OP_ANDI, dst, a, (int)(v - 1));
            else
                return false;
            return true;
        }
        if (r->is_signed && v > 1 && (v & (v - 1)) == 0) {
            emit(fs, op == TOK_QUO ? OP_DIVPI : OP_REMPI, dst, a, __builtin_ctzll((uint64_t)v));
            return true;
        }
        if (v == 0 || v == -1 || !fits16(v) || (!r->is_signed && v < 0))
            return false;
        if (op == TOK_QUO)
            emit(fs, r->is_signed ? OP_DIVI : OP_DIVUI, dst, a, (int)v);
        else
            emit(fs, r->is_signed ? OP_REMI : OP_REMUI, dst, a, (int)v);
        return true;
    default:
        return false;
    }
}

static void shift_const(FuncState *fs, TokenKind op, const Rep *r, int dst, int a, uint64_t count)
{
    if (op == TOK_SHL) {
        if (count >= 8U * r->bytes) {
            load_int(fs, dst, 0);
            return;
        }
        bool is_32u = r->bytes == 4 && !r->is_signed;
        emit(fs, is_32u ? OP_SHLI32U : OP_SHLI, dst, a, (int)count);
        if (is_narrow(r) && !is_32u)
            extend_to(fs, dst, dst, *r);
    } else if (r->is_signed) {
        emit(fs, OP_SARI, dst, a, count > 63 ? 63 : (int)count);
    } else if (count > 63) {
        load_int(fs, dst, 0);
    } else {
        emit(fs, OP_SHRI, dst, a, (int)count);
    }
}

static void shift(FuncState *fs, TokenKind op, const Rep *r, int dst, int a, int count, bool count_is_signed)
{
    if (op == TOK_SHL)
        emit(fs, count_is_signed ? OP_SHLS : OP_SHL, dst, a, count);
    else if (r->is_signed)
        emit(fs, count_is_signed ? OP_SARS : OP_SAR, dst, a, count);
    else
        emit(fs, count_is_signed ? OP_SHRS : OP_SHR, dst, a, count);
    if (op == TOK_SHL && is_narrow(r))
        extend_to(fs, dst, dst, *r);
}

static int step_of(TokenKind op)
{
    return op == TOK_ADD ? 0 : op == TOK_SUB ? 1 : op == TOK_MUL ? 2 : 3;
}

void arith(FuncState *fs, TokenKind op, Type *t, int dst, int a, int b, const Const *y, Node *shift_count)
{
    Rep r = rep_of(t);
    if (op == TOK_SHL || op == TOK_SHR) {
        uint64_t n;
        if (y) {
            const Const *v = const_to_int(fs->c->consts, y);
            if (!const_uint64_value(v, &n))
                n = UINT64_MAX;
            shift_const(fs, op, &r, dst, a, n);
        } else {
            shift(fs, op, &r, dst, a, b, !type_is_unsigned(type_of(fs, node_unparen(shift_count))));
        }
        return;
    }
    switch ((RepKind)r.kind) {
    case REP_INT:
        if (y) {
            uint64_t w;
            if (const_kind(y) == CONST_FLOAT || const_kind(y) == CONST_COMPLEX)
                y = const_to_int(fs->c->consts, y);
            if (const_word(y, t, &w) && int_immediate(fs, op, &r, dst, a, (int64_t)w))
                return;
            b = const_word_slot(fs, w);
        }
        int_registers(fs, op, &r, dst, a, b);
        return;
    case REP_F64:
    case REP_F32:
        if (y)
            b = const_slot(fs, y, t, ANYWHERE);
        emit(fs, (Op)((r.kind == REP_F64 ? OP_FADD : OP_GADD) + step_of(op)), dst, a, b);
        return;
    case REP_C128:
    case REP_C64: // CADD DADD CSUB DSUB ...
        if (y)
            b = const_slot(fs, y, t, ANYWHERE);
        emit(fs, (Op)((r.kind == REP_C128 ? OP_CADD : OP_DADD) + 2 * step_of(op)), dst, a, b);
        return;
    case REP_STRING:
        if (y)
            b = const_slot(fs, y, t, ANYWHERE);
        emit(fs, OP_STRCAT, dst, a, b);
        return;
    default:
        compile_fail(fs, NO_POS, "internal error: operator on a type that has none");
    }
}

// ---------------------------------------------------------------- strings

static int count_parts(FuncState *fs, Node *e)
{
    int n = 1;
    for (;;) {
        e = node_unparen(e);
        if (!node_is(e, NODE_BINARY_EXPR) || const_of(fs, e))
            return n;
        n++;
        e = AS(BinaryExpr, BINARY_EXPR, e)->x;
    }
}

// a + b + c + ...: all parts side by side, one instruction.
static int concat_value(FuncState *fs, BinaryExpr *e, int want)
{
    int n = count_parts(fs, &e->node);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 2);
    int keep = want < 0 ? dst + 2 : mark;
    int begin = order_begin(fs);
    if (n == 2) {
        order_list(fs, (Node *[]){e->x, e->y}, 2);
        int a = expr(fs, e->x, ANYWHERE);
        int b = expr(fs, e->y, ANYWHERE);
        emit_at(fs, e->node.pos);
        emit(fs, OP_STRCAT, dst, a, b);
    } else {
        int at = slots_alloc(fs, 2 * (int64_t)n);
        Node **parts = ARENA_ARRAY(&fs->arena, Node *, n);
        Node *x = &e->node;
        for (int i = n - 1; i > 0; i--) {
            BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, node_unparen(x));
            parts[i] = b->y;
            x = b->x;
        }
        parts[0] = x;
        order_list(fs, parts, n);
        for (int i = 0; i < n; i++) {
            int m = slots_mark(fs);
            expr(fs, parts[i], at + 2 * i);
            slots_release(fs, m);
        }
        emit_at(fs, e->node.pos);
        emit(fs, OP_STRCATN, dst, at, n);
    }
    order_end(fs, begin);
    slots_release(fs, keep);
    return dst;
}

// ---------------------------------------------------------------- binary

static bool is_commutative(TokenKind op)
{
    return op == TOK_ADD || op == TOK_MUL || op == TOK_AND || op == TOK_OR || op == TOK_XOR;
}

// constant - x
static bool reverse_subtract(FuncState *fs, Type *t, int dst, const Const *x, int b)
{
    Rep r = rep_of(t);
    uint64_t w;
    if (r.kind != REP_INT || !const_word(x, t, &w) || !fits16((int64_t)w))
        return false;
    emit(fs, OP_RSUBI, dst, b, (int)w);
    if (is_narrow(&r))
        extend_to(fs, dst, dst, r);
    return true;
}

int binary_value(FuncState *fs, BinaryExpr *e, int want)
{
    if (token_is_comparison(e->op) || e->op == TOK_ANDAND || e->op == TOK_OROR)
        return compare_value(fs, &e->node, want);
    Type *t = type_of(fs, &e->node);
    if (rep_of(t).kind == REP_STRING)
        return concat_value(fs, e, want);
    int fused;
    if (fuse_value(fs, e, want, &fused))
        return fused;
    Node *x = e->x;
    Node *y = e->y;
    bool is_shift = e->op == TOK_SHL || e->op == TOK_SHR;
    const Const *cx = const_of(fs, node_unparen(x));
    const Const *cy = const_of(fs, node_unparen(y));
    if (cx && !cy && !is_shift && is_commutative(e->op)) {
        Node *n = x;
        x = y;
        y = n;
        cy = cx;
        cx = NULL;
    }
    int n = type_slots(t);
    int mark = slots_mark(fs);
    if (want < 0 && n > 1) {
        want = slots_alloc(fs, n);
        mark = slots_mark(fs);
    }
    int a = -1;
    int b = -1;
    bool reversed = cx && e->op == TOK_SUB && rep_of(t).kind == REP_INT;
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, y}, 2);
    if (!reversed)
        a = expr(fs, x, ANYWHERE);
    if (!cy)
        b = expr(fs, y, ANYWHERE);
    order_end(fs, begin);
    emit_at(fs, e->node.pos);
    int top = slots_mark(fs);
    slots_release(fs, mark);
    int dst = want >= 0 ? want : slots_alloc(fs, n);
    int after = slots_mark(fs);
    if (fs->top < top) // constants loaded now must not lie on the operands
        slots_alloc(fs, top - fs->top);
    if (!reversed || !reverse_subtract(fs, t, dst, cx, b)) {
        if (reversed)
            a = expr(fs, x, ANYWHERE);
        arith(fs, e->op, t, dst, a, b, cy, e->y);
    }
    slots_release(fs, after);
    return dst;
}

// ---------------------------------------------------------------- unary

static int address_value(FuncState *fs, UnaryExpr *e, int want)
{
    Node *x = node_unparen(e->x);
    if (node_is(x, NODE_COMPOSITE_LIT))
        return complit_pointer(fs, AS(CompositeLit, COMPOSITE_LIT, x), type_of(fs, x), want,
                               site_slot(fs, &e->node));
    int mark = slots_mark(fs);
    Spot p = place_of(fs, x);
    emit_at(fs, e->node.pos);
    if (p.kind == PLACE_MEMORY && p.offset == 0) {
        if (!node_is(x, NODE_IDENT))
            emit(fs, OP_NILCHK, p.slot, 0, 0);
        if (want < 0)
            return p.slot;
    }
    slots_release(fs, mark);
    int dst = mat(fs, want, 1);
    int after = slots_mark(fs);
    place_address(fs, &p, dst);
    slots_release(fs, after);
    return dst;
}

static int receive_value(FuncState *fs, UnaryExpr *e, int want)
{
    Type *elem = type_under(type_of(fs, node_unparen(e->x)))->chan.elem;
    int mark = slots_mark(fs);
    int n = type_slots(elem);
    int dst = mat(fs, want, n);
    int keep = want < 0 ? dst + n : mark;
    int ch = expr(fs, e->x, ANYWHERE);
    emit_at(fs, e->node.pos);
    emit(fs, OP_RECV, dst, ch, 0);
    extend(fs, dst, elem);
    slots_release(fs, keep);
    return dst;
}

static void negate(FuncState *fs, Type *t, int dst, int a)
{
    Rep r = rep_of(t);
    switch ((RepKind)r.kind) {
    case REP_INT:
        emit(fs, OP_NEG, dst, a, 0);
        if (is_narrow(&r))
            extend_to(fs, dst, dst, r);
        return;
    case REP_F64:
        emit(fs, OP_FNEG, dst, a, 0);
        return;
    case REP_F32:
        emit(fs, OP_GNEG, dst, a, 0);
        return;
    case REP_C128:
        emit(fs, OP_CNEG, dst, a, 0);
        return;
    case REP_C64:
        emit(fs, OP_DNEG, dst, a, 0);
        return;
    default:
        compile_fail(fs, NO_POS, "internal error: operator on a type that has none");
    }
}

int unary_value(FuncState *fs, UnaryExpr *e, int want)
{
    switch (e->op) {
    case TOK_ADD:
        return expr(fs, e->x, want);
    case TOK_AND:
        return address_value(fs, e, want);
    case TOK_ARROW:
        return receive_value(fs, e, want);
    case TOK_MUL: {
        int mark = slots_mark(fs);
        Spot p = place_of_deref(fs, e->x);
        emit_at(fs, e->node.pos);
        int n = type_slots(p.type);
        if (want < 0 && n <= 1) {
            slots_release(fs, mark);
            want = slots_alloc(fs, n);
        }
        want = mat(fs, want, n);
        place_load(fs, &p, want);
        return want;
    }
    default:
        break;
    }
    Type *t = type_of(fs, &e->node);
    int n = type_slots(t);
    int mark = slots_mark(fs);
    int dst = want;
    if (want < 0 && n > 1) {
        dst = slots_alloc(fs, n);
        mark = slots_mark(fs);
    }
    int a = expr(fs, e->x, ANYWHERE);
    emit_at(fs, e->node.pos);
    slots_release(fs, mark);
    if (dst < 0)
        dst = slots_alloc(fs, n);
    Rep r = rep_of(t);
    if (e->op == TOK_SUB) {
        negate(fs, t, dst, a);
    } else if (e->op == TOK_NOT) {
        emit(fs, OP_NOT, dst, a, 0);
    } else if (e->op == TOK_XOR) {
        emit(fs, OP_COM, dst, a, 0);
        if (is_narrow(&r) && !r.is_signed)
            extend_to(fs, dst, dst, r);
    } else {
        compile_fail(fs, e->node.pos, "internal error: unary operator");
    }
    return dst;
}
