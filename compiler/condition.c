// condition.c: comparisons and conditions: as fused compare-and-branch instructions, or as a bool in a slot.
#include "compiler/lower.h"

// ---------------------------------------------------------------- operands of a comparison

typedef enum CompareClass { COMPARE_INT, COMPARE_UINT64, COMPARE_FLOAT, COMPARE_STRING, COMPARE_SLOW, COMPARE_CONST } CompareClass;

typedef struct Compare {
    uint8_t class;
    bool is_float32, has_imm;
    int a, b;
    int imm;
    // SLOW: emits a bool "equal" into dst
    uint8_t slow_kind; // RepKind
    Type *type;
    bool by_pointer;
    bool always; // CONST: the result of ==
} Compare;

// First word of a value that is compared with nil.
static int first_word(FuncState *fs, Node *e)
{
    e = node_unparen(e);
    Spot p = place_of(fs, e);
    if (p.kind == PLACE_MEMORY || p.kind == PLACE_GLOBAL)
        p.type = basic_type(fs->c->checker, KIND_UNSAFE_POINTER);
    place_fuse(fs, &p, false);
    return place_slot(fs, &p);
}

static void compare_ifaces(FuncState *fs, Node *x, Type *tx, Node *y, Type *ty, Compare *c)
{
    // Both become the interface type that the other one can be assigned to.
    Type *t = type_is_interface(tx) ? tx : ty;
    if (type_is_interface(tx) && type_is_interface(ty) && type_implements(fs->c->checker, tx, ty))
        t = ty;
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, y}, 2);
    c->a = expr_as(fs, x, t, ANYWHERE);
    c->b = expr_as(fs, y, t, ANYWHERE);
    order_end(fs, begin);
    c->class = COMPARE_SLOW;
    c->slow_kind = REP_IFACE;
    c->type = t;
}

// The address of a place for PTREQ, checked for nil.
static int checked_address(FuncState *fs, const Spot *p)
{
    if (p->kind == PLACE_MEMORY && p->offset == 0) {
        emit(fs, OP_NILCHK, p->slot, 0, 0);
        return p->slot;
    }
    int at = slots_alloc(fs, 1);
    place_address(fs, p, at);
    return at;
}

static bool is_addressable_place(const Spot *p)
{
    return p->kind != PLACE_SLOTS && p->kind != PLACE_MAP && p->kind != PLACE_NONE;
}

static void compare_memory(FuncState *fs, Node *x, Node *y, Type *t, Compare *c)
{
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, y}, 2);
    Spot px = place_of(fs, x);
    Spot py = place_of(fs, y);
    order_end(fs, begin);
    c->class = COMPARE_SLOW;
    c->slow_kind = REP_MEMORY;
    c->type = t;
    if (px.kind == PLACE_MAP)
        px = place_slots(place_slot(fs, &px), t);
    if (py.kind == PLACE_MAP)
        py = place_slots(place_slot(fs, &py), t);
    c->by_pointer = is_addressable_place(&px) || is_addressable_place(&py);
    c->a = c->by_pointer ? checked_address(fs, &px) : px.slot;
    c->b = c->by_pointer ? checked_address(fs, &py) : py.slot;
}

static TokenKind mirrored(TokenKind op)
{
    switch (op) {
    case TOK_LSS:
        return TOK_GTR;
    case TOK_LEQ:
        return TOK_GEQ;
    case TOK_GTR:
        return TOK_LSS;
    case TOK_GEQ:
        return TOK_LEQ;
    default:
        return op;
    }
}

// x % 2^k compared with 0: a mask decides, whatever the sign. -1: not of that form.
static int masked_remainder(FuncState *fs, Node *e, Type *t)
{
    e = node_unparen(e);
    if (!node_is(e, NODE_BINARY_EXPR) || AS(BinaryExpr, BINARY_EXPR, e)->op != TOK_REM)
        return -1;
    BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
    const Const *v = const_of(fs, node_unparen(b->y));
    uint64_t w;
    if (!v || const_of(fs, e) || const_kind(v) != CONST_INT || !const_word(v, t, &w) || w == 0 || w > INT16_MAX || (w & (w - 1)) != 0)
        return -1;
    int mark = slots_mark(fs);
    int x = expr(fs, b->x, ANYWHERE);
    slots_release(fs, mark);
    int dst = slots_alloc(fs, 1);
    emit_at(fs, e->pos);
    emit(fs, OP_ANDI, dst, x, (int)w - 1);
    return dst;
}

static void compare_scalars(FuncState *fs, Node *x, Node *y, TokenKind *op, Type *t, Compare *c)
{
    Rep r = rep_of(t);
    const Const *cx = const_of(fs, node_unparen(x));
    const Const *cy = const_of(fs, node_unparen(y));
    if (cx && !cy) {
        Node *n = x;
        x = y;
        y = n;
        cy = cx;
        *op = mirrored(*op);
    }
    uint64_t w;
    bool is_order = *op != TOK_EQL && *op != TOK_NEQ;
    c->class = r.kind == REP_INT && r.bytes == 8 && !r.is_signed && is_order ? COMPARE_UINT64 : COMPARE_INT;
    if (cy && (const_kind(cy) == CONST_FLOAT || const_kind(cy) == CONST_COMPLEX))
        cy = const_to_int(fs->c->consts, cy);
    if (cy && c->class == COMPARE_INT && const_word(cy, t, &w) && fits16((int64_t)w)) {
        c->a = w == 0 && !is_order && r.kind == REP_INT ? masked_remainder(fs, x, t) : -1;
        if (c->a < 0)
            c->a = expr(fs, x, ANYWHERE);
        c->has_imm = true;
        c->imm = (int)w;
        return;
    }
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, y}, 2);
    c->a = expr(fs, x, ANYWHERE);
    c->b = expr(fs, y, ANYWHERE);
    order_end(fs, begin);
}

static void compare_pair(FuncState *fs, Node *x, Node *y, Compare *c)
{
    int begin = order_begin(fs);
    order_list(fs, (Node *[]){x, y}, 2);
    c->a = expr(fs, x, ANYWHERE);
    c->b = expr(fs, y, ANYWHERE);
    order_end(fs, begin);
}

static bool is_empty_string(const Const *v)
{
    return v && const_kind(v) == CONST_STRING && const_string_len(v) == 0;
}

static void compare_strings(FuncState *fs, Node *x, Node *y, TokenKind op, Compare *c)
{
    c->class = COMPARE_STRING;
    if (op == TOK_EQL || op == TOK_NEQ) {
        Node *other = is_empty_string(const_of(fs, node_unparen(y)))   ? x
                      : is_empty_string(const_of(fs, node_unparen(x))) ? y
                                                                       : NULL;
        if (other) { // only the length counts
            c->class = COMPARE_INT;
            c->a = expr(fs, other, ANYWHERE) + 1;
            c->has_imm = true;
            c->imm = 0;
            return;
        }
    }
    compare_pair(fs, x, y, c);
}

static void compare_operands(FuncState *fs, BinaryExpr *e, TokenKind *op, Compare *c)
{
    memset(c, 0, sizeof *c);
    Node *x = node_unparen(e->x);
    Node *y = node_unparen(e->y);
    if (expr_is_nil(fs, x) || expr_is_nil(fs, y)) {
        c->class = COMPARE_INT;
        c->has_imm = true;
        if (expr_is_nil(fs, x) && expr_is_nil(fs, y)) {
            c->class = COMPARE_CONST;
            c->always = true;
            return;
        }
        c->a = first_word(fs, expr_is_nil(fs, y) ? x : y);
        return;
    }
    Type *tx = type_of(fs, x);
    Type *ty = type_of(fs, y);
    if (type_is_interface(tx) || type_is_interface(ty)) {
        compare_ifaces(fs, x, tx, y, ty, c);
        return;
    }
    Type *t = type_is_untyped(tx) ? ty : tx;
    Rep r = rep_of(t);
    switch ((RepKind)r.kind) {
    case REP_INT:
    case REP_POINTER:
        compare_scalars(fs, x, y, op, t, c);
        break;
    case REP_F32:
    case REP_F64:
        c->class = COMPARE_FLOAT;
        c->is_float32 = r.kind == REP_F32;
        compare_pair(fs, x, y, c);
        break;
    case REP_STRING:
        compare_strings(fs, x, y, *op, c);
        break;
    case REP_C128:
    case REP_C64:
        c->class = COMPARE_SLOW;
        c->slow_kind = r.kind;
        compare_pair(fs, x, y, c);
        break;
    case REP_MEMORY:
        compare_memory(fs, x, y, t, c);
        break;
    case REP_NONE:
        expr_drop(fs, x);
        expr_drop(fs, y);
        c->class = COMPARE_CONST;
        c->always = true;
        break;
    case REP_IFACE:
    case REP_SLICE:
        compile_fail(fs, e->node.pos, "internal error: comparison of these operands");
        break;
    }
}

static void slow_equal(FuncState *fs, const Compare *c, int dst)
{
    switch (c->slow_kind) {
    case REP_C128:
        emit(fs, OP_CSETEQ, dst, c->a, c->b);
        break;
    case REP_C64:
        emit(fs, OP_DSETEQ, dst, c->a, c->b);
        break;
    case REP_IFACE:
        emit_word(fs, OP_IFEQ, dst, c->a, c->b, word_of(rtype_of(fs->c, c->type)));
        break;
    default:
        emit_word(fs, c->by_pointer ? OP_PTREQ : OP_MEMEQ, dst, c->a, c->b, word_of(rtype_of(fs->c, c->type)));
    }
}

// ---------------------------------------------------------------- branches

static TokenKind negated(TokenKind op)
{
    switch (op) {
    case TOK_EQL:
        return TOK_NEQ;
    case TOK_NEQ:
        return TOK_EQL;
    case TOK_LSS:
        return TOK_GEQ;
    case TOK_LEQ:
        return TOK_GTR;
    case TOK_GTR:
        return TOK_LEQ;
    default:
        return TOK_LSS;
    }
}

static void branch_int(FuncState *fs, const Compare *c, TokenKind op, bool sense, int label)
{
    if (!sense)
        op = negated(op);
    bool is_u = c->class == COMPARE_UINT64;
    if (c->has_imm) {
        static const Op ops[] = {OP_JEQI, OP_JNEI, OP_JLTI, OP_JLEI, OP_JGTI, OP_JGEI};
        int k = op == TOK_EQL ? 0 : op == TOK_NEQ ? 1 : op == TOK_LSS ? 2 : op == TOK_LEQ ? 3 : op == TOK_GTR ? 4 : 5;
        emit_branch(fs, ops[k], c->a, c->imm, label);
        return;
    }
    switch (op) {
    case TOK_EQL:
        emit_branch(fs, OP_JEQ, c->a, c->b, label);
        return;
    case TOK_NEQ:
        emit_branch(fs, OP_JNE, c->a, c->b, label);
        return;
    case TOK_LSS:
        emit_branch(fs, is_u ? OP_JLTU : OP_JLT, c->a, c->b, label);
        return;
    case TOK_LEQ:
        emit_branch(fs, is_u ? OP_JLEU : OP_JLE, c->a, c->b, label);
        return;
    case TOK_GTR:
        emit_branch(fs, is_u ? OP_JLTU : OP_JLT, c->b, c->a, label);
        return;
    default:
        emit_branch(fs, is_u ? OP_JLEU : OP_JLE, c->b, c->a, label);
    }
}

static void branch_float(FuncState *fs, const Compare *c, TokenKind op, bool sense, int label)
{
    // JF.. and JG.. stand in the same order: EQ NE LT LE NLT NLE
    int shift = c->is_float32 ? OP_JGEQ - OP_JFEQ : 0;
    int a = c->a;
    int b = c->b;
    if (op == TOK_GTR || op == TOK_GEQ) {
        a = c->b;
        b = c->a;
        op = mirrored(op);
    }
    Op j;
    if (op == TOK_EQL)
        j = sense ? OP_JFEQ : OP_JFNE;
    else if (op == TOK_NEQ)
        j = sense ? OP_JFNE : OP_JFEQ;
    else if (op == TOK_LSS)
        j = sense ? OP_JFLT : OP_JFNLT;
    else
        j = sense ? OP_JFLE : OP_JFNLE;
    emit_branch(fs, (Op)((int)j + shift), a, b, label);
}

static void string_order(FuncState *fs, const Compare *c, TokenKind op, int dst)
{
    if (op == TOK_LSS || op == TOK_LEQ)
        emit(fs, op == TOK_LSS ? OP_STRLT : OP_STRLE, dst, c->a, c->b);
    else
        emit(fs, op == TOK_GTR ? OP_STRLT : OP_STRLE, dst, c->b, c->a);
}

// A word just fetched, or masked, to be compared with 0: fetching, or masking, and comparing are one instruction.
static bool branch_zero(FuncState *fs, const Compare *c, TokenKind op, bool sense, int label, int mark)
{
    int maker = c->has_imm && c->imm == 0 && (op == TOK_EQL || op == TOK_NEQ) ? place_maker(fs, c->a, mark) : 0;
    if (!maker)
        return false;
    bool is_zero = (op == TOK_EQL) == sense;
    Instr *in = &fs->code.at[maker - 1];
    if (in->op != OP_LD64 && in->op != OP_ANDI)
        return false;
    in->is_dead = true;
    int a = in->b;
    int b = in->c;
    if (in->op == OP_LD64)
        emit_branch(fs, is_zero ? OP_JLDZ : OP_JLDNZ, a, b, label);
    else
        emit_branch(fs, is_zero ? OP_JANDZ : OP_JANDNZ, a, b, label);
    return true;
}

static void branch_comparison(FuncState *fs, BinaryExpr *e, bool sense, int label)
{
    int mark = slots_mark(fs);
    Compare c;
    TokenKind op = e->op;
    compare_operands(fs, e, &op, &c);
    emit_at(fs, e->node.pos);
    switch ((CompareClass)c.class) {
    case COMPARE_INT:
    case COMPARE_UINT64:
        if (!branch_zero(fs, &c, op, sense, label, mark))
            branch_int(fs, &c, op, sense, label);
        break;
    case COMPARE_FLOAT:
        branch_float(fs, &c, op, sense, label);
        break;
    case COMPARE_STRING:
        if (op == TOK_EQL || op == TOK_NEQ) {
            emit_branch(fs, (op == TOK_EQL) == sense ? OP_JSTREQ : OP_JSTRNE, c.a, c.b, label);
        } else {
            int t = slots_alloc(fs, 1);
            string_order(fs, &c, op, t);
            emit_branch(fs, sense ? OP_JT : OP_JF, t, 0, label);
        }
        break;
    case COMPARE_SLOW: {
        int t = slots_alloc(fs, 1);
        slow_equal(fs, &c, t);
        emit_branch(fs, (op == TOK_EQL) == sense ? OP_JT : OP_JF, t, 0, label);
        break;
    }
    case COMPARE_CONST:
        if (((op == TOK_EQL) == c.always) == sense)
            emit_jump(fs, label);
        break;
    }
    slots_release(fs, mark);
}

void branch_if(FuncState *fs, Node *cond, bool sense, int label)
{
    cond = node_unparen(cond);
    const Const *v = const_of(fs, cond);
    if (order_is_bound(fs, cond)) {
        emit_branch(fs, sense ? OP_JT : OP_JF, order_bound_slot(fs, cond), 0, label);
        return;
    }
    if (v) {
        if (const_bool_value(v) == sense)
            emit_jump(fs, label);
        return;
    }
    if (node_is(cond, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, cond)->op == TOK_NOT) {
        branch_if(fs, AS(UnaryExpr, UNARY_EXPR, cond)->x, !sense, label);
        return;
    }
    if (node_is(cond, NODE_BINARY_EXPR)) {
        BinaryExpr *e = AS(BinaryExpr, BINARY_EXPR, cond);
        if (token_is_comparison(e->op)) {
            branch_comparison(fs, e, sense, label);
            return;
        }
        if (e->op == TOK_ANDAND || e->op == TOK_OROR) {
            bool stop = e->op == TOK_OROR; // the value of x that decides
            if (stop == sense) {
                branch_if(fs, e->x, sense, label);
                branch_if(fs, e->y, sense, label);
            } else {
                int skip = label_new(fs);
                branch_if(fs, e->x, stop, skip);
                branch_if(fs, e->y, sense, label);
                label_bind(fs, skip);
            }
            return;
        }
    }
    int mark = slots_mark(fs);
    int t = expr(fs, cond, ANYWHERE);
    emit_at(fs, cond->pos);
    emit_branch(fs, sense ? OP_JT : OP_JF, t, 0, label);
    slots_release(fs, mark);
}

// ---------------------------------------------------------------- values

static int bool_by_branches(FuncState *fs, Node *e, int want)
{
    int dst = mat(fs, want, 1);
    int no = label_new(fs);
    int end = label_new(fs);
    branch_if(fs, e, false, no);
    load_int(fs, dst, 1);
    emit_jump(fs, end);
    label_bind(fs, no);
    load_int(fs, dst, 0);
    label_bind(fs, end);
    return dst;
}

static void set_int(FuncState *fs, const Compare *c, TokenKind op, int dst)
{
    bool is_u = c->class == COMPARE_UINT64;
    if (c->has_imm) {
        static const Op ops[] = {OP_SETEQI, OP_SETNEI, OP_SETLTI, OP_SETLEI, OP_SETGTI, OP_SETGEI};
        int k = op == TOK_EQL ? 0 : op == TOK_NEQ ? 1 : op == TOK_LSS ? 2 : op == TOK_LEQ ? 3 : op == TOK_GTR ? 4 : 5;
        emit(fs, ops[k], dst, c->a, c->imm);
        return;
    }
    int a = c->a;
    int b = c->b;
    if (op == TOK_GTR || op == TOK_GEQ) {
        a = c->b;
        b = c->a;
        op = mirrored(op);
    }
    Op o = op == TOK_EQL ? OP_SETEQ : op == TOK_NEQ ? OP_SETNE : op == TOK_LSS ? (is_u ? OP_SETLTU : OP_SETLT) : is_u ? OP_SETLEU : OP_SETLE;
    emit(fs, o, dst, a, b);
}

static void set_float(FuncState *fs, const Compare *c, TokenKind op, int dst)
{
    int a = c->a;
    int b = c->b;
    if (op == TOK_GTR || op == TOK_GEQ) {
        a = c->b;
        b = c->a;
        op = mirrored(op);
    }
    int k = op == TOK_EQL ? 0 : op == TOK_NEQ ? 1 : op == TOK_LSS ? 2 : 3;
    emit(fs, (Op)((c->is_float32 ? OP_GSETEQ : OP_FSETEQ) + k), dst, a, b);
}

int compare_value(FuncState *fs, Node *n, int want)
{
    BinaryExpr *e = AS(BinaryExpr, BINARY_EXPR, n);
    if (!token_is_comparison(e->op))
        return bool_by_branches(fs, n, want);
    int mark = slots_mark(fs);
    int dst = mat(fs, want, 1);
    int keep = want < 0 ? dst + 1 : mark;
    Compare c;
    TokenKind op = e->op;
    compare_operands(fs, e, &op, &c);
    emit_at(fs, n->pos);
    switch ((CompareClass)c.class) {
    case COMPARE_INT:
    case COMPARE_UINT64:
        set_int(fs, &c, op, dst);
        break;
    case COMPARE_FLOAT:
        set_float(fs, &c, op, dst);
        break;
    case COMPARE_STRING:
        if (op == TOK_EQL || op == TOK_NEQ)
            emit(fs, op == TOK_EQL ? OP_STREQ : OP_STRNE, dst, c.a, c.b);
        else
            string_order(fs, &c, op, dst);
        break;
    case COMPARE_SLOW:
        slow_equal(fs, &c, dst);
        if (op == TOK_NEQ)
            emit(fs, OP_NOT, dst, dst, 0);
        break;
    case COMPARE_CONST:
        load_int(fs, dst, (op == TOK_EQL) == c.always);
        break;
    }
    slots_release(fs, keep);
    return dst;
}

// ---------------------------------------------------------------- cases of switches

static void branch_equal_word(FuncState *fs, int a, int b, bool sense, int label)
{
    emit_branch(fs, sense ? OP_JEQ : OP_JNE, a, b, label);
}

static void branch_equal_ifaces(FuncState *fs, int a, Type *ta, Node *y, Type *ty, bool sense, int label)
{
    Type *t = type_is_interface(ta) ? ta : ty;
    if (type_is_interface(ta) && type_is_interface(ty) && type_implements(fs->c->checker, ta, ty))
        t = ty;
    int x = assign_convert(fs, a, ta, t, ANYWHERE);
    int b = expr_as(fs, y, t, ANYWHERE);
    int r = slots_alloc(fs, 1);
    emit_word(fs, OP_IFEQ, r, x, b, word_of(rtype_of(fs->c, t)));
    emit_branch(fs, sense ? OP_JT : OP_JF, r, 0, label);
}

void branch_equal(FuncState *fs, int a, Type *ta, Node *y, bool sense, int label)
{
    int mark = slots_mark(fs);
    y = node_unparen(y);
    emit_at(fs, y->pos);
    if (expr_is_nil(fs, y)) {
        emit_branch(fs, sense ? OP_JEQI : OP_JNEI, a, 0, label);
        return;
    }
    Type *ty = type_of(fs, y);
    if (type_is_interface(ta) || type_is_interface(ty)) {
        branch_equal_ifaces(fs, a, ta, y, ty, sense, label);
        slots_release(fs, mark);
        return;
    }
    Rep r = rep_of(ta);
    const Const *v = const_of(fs, y);
    uint64_t w;
    switch ((RepKind)r.kind) {
    case REP_INT:
    case REP_POINTER:
        if (v && const_kind(v) != CONST_BOOL && const_kind(v) != CONST_INT)
            v = const_to_int(fs->c->consts, v);
        if (v && const_word(v, ta, &w) && fits16((int64_t)w))
            emit_branch(fs, sense ? OP_JEQI : OP_JNEI, a, (int)w, label);
        else
            branch_equal_word(fs, a, expr(fs, y, ANYWHERE), sense, label);
        break;
    case REP_F64:
        emit_branch(fs, sense ? OP_JFEQ : OP_JFNE, a, expr(fs, y, ANYWHERE), label);
        break;
    case REP_F32:
        emit_branch(fs, sense ? OP_JGEQ : OP_JGNE, a, expr(fs, y, ANYWHERE), label);
        break;
    case REP_STRING:
        if (is_empty_string(v))
            emit_branch(fs, sense ? OP_JEQI : OP_JNEI, a + 1, 0, label);
        else
            emit_branch(fs, sense ? OP_JSTREQ : OP_JSTRNE, a, expr(fs, y, ANYWHERE), label);
        break;
    case REP_C128:
    case REP_C64: {
        int b = expr(fs, y, ANYWHERE);
        int t = slots_alloc(fs, 1);
        emit(fs, r.kind == REP_C128 ? OP_CSETEQ : OP_DSETEQ, t, a, b);
        emit_branch(fs, sense ? OP_JT : OP_JF, t, 0, label);
        break;
    }
    case REP_MEMORY: {
        int b = expr(fs, y, ANYWHERE);
        int t = slots_alloc(fs, 1);
        emit_word(fs, OP_MEMEQ, t, a, b, word_of(rtype_of(fs->c, ta)));
        emit_branch(fs, sense ? OP_JT : OP_JF, t, 0, label);
        break;
    }
    case REP_NONE:
        expr_drop(fs, y);
        if (sense)
            emit_jump(fs, label);
        break;
    case REP_IFACE:
    case REP_SLICE:
        compile_fail(fs, y->pos, "internal error: comparison in a switch");
        break;
    }
    slots_release(fs, mark);
}
