// expr.c: expressions: the way into all of them, and unary ones.
// Way: check_raw_expr_kind looks at the node's kind, leaves the work to the neighbour files, and notes what came out. Nodes of
//   untyped type are pending until the context gives their type (update_expr_type), or the end (check_untyped_rest).
// Sources: Go specification, "Expressions"; texts and their order as the reference compiler's.
#include "base/check.h"
#include "types/operand.h"

// -- what is known of nodes

typedef enum Pending { FINAL, UNTYPED, SHIFTED } Pending; // SHIFTED: the final type must be an integer's

// The entry of e if its type is untyped and not final; else NULL.
static TypeAndValue *pending_entry(Checker *c, Node *e)
{
    if (!e || !e->id)
        return NULL;
    TypeAndValue *tv = info_type_at(c->info, e);
    return tv->pending ? tv : NULL;
}

void record_operand(Checker *c, Operand *x)
{
    if (x->mode == MODE_INVALID || !x->expr)
        return;
    Type *t = x->mode == MODE_NO_VALUE ? c->empty_tuple : x->type;
    record_type(c, x->expr, x->mode, t, x->mode == MODE_CONST ? x->value : NULL);
    bool untyped = type_is_untyped(t);
    info_type_at(c->info, x->expr)->pending = untyped ? UNTYPED : FINAL;
    if (untyped)
        vec_push(&c->pending, c->arena, x->expr);
}

void mark_shifted(Checker *c, Node *e)
{
    TypeAndValue *tv = pending_entry(c, e);
    if (tv)
        tv->pending = SHIFTED;
}

void check_untyped_rest(Checker *c)
{
    for (int i = c->pending_from; i < c->pending.n; i++) {
        TypeAndValue *tv = pending_entry(c, c->pending.at[i]);
        if (!tv)
            continue;
        tv->type = default_type(c, tv->type);
        if (tv->mode == MODE_CONST && type_is_typed(tv->type))
            const_representable(c, tv->value, tv->type, &tv->value);
        tv->pending = FINAL;
    }
    c->pending.n = c->pending_from;
}

void update_expr_value(Checker *c, Node *e, Const *v)
{
    TypeAndValue *tv = pending_entry(c, e);
    if (tv)
        tv->value = v;
}

static bool is_shift(TokenKind op)
{
    return op == TOK_SHL || op == TOK_SHR;
}

// The operands of e get e's new type, as far as it comes from them. Constants' operands never become values.
static void update_operands(Checker *c, Node *e, const TypeAndValue *old, Type *t, bool final)
{
    if (e->kind == NODE_PAREN_EXPR) {
        update_expr_type(c, AS(ParenExpr, PAREN_EXPR, e)->x, t, final);
    } else if (e->kind == NODE_UNARY_EXPR && !old->value) {
        update_expr_type(c, AS(UnaryExpr, UNARY_EXPR, e)->x, t, final);
    } else if (e->kind == NODE_BINARY_EXPR && !old->value) {
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
        if (token_is_comparison(b->op))
            return; // its operands have their types
        update_expr_type(c, b->x, t, final);
        if (!is_shift(b->op))
            update_expr_type(c, b->y, t, final);
    }
}

void update_expr_type(Checker *c, Node *e, Type *t, bool final)
{
    TypeAndValue *tv = pending_entry(c, e);
    if (!tv || !check_room(c, e->pos))
        return;
    TypeAndValue old = *tv;
    update_operands(c, e, &old, t, final);
    if (!final && type_is_untyped(t)) {
        tv->type = t;
        return;
    }
    tv->pending = FINAL;
    if (old.pending == SHIFTED && !type_is_integer(t)) {
        check_error(c, error_pos(e), "invalid operation: shifted operand %s (type %s) must be integer", expr_text(c, e),
                    type_text(c, t));
        return;
    }
    Const *value = old.value;
    if (old.value) {
        Operand x = {.mode = old.mode, .expr = e, .type = old.type, .value = old.value};
        convert_untyped(c, &x, t);
        if (x.mode == MODE_INVALID)
            return;
        if (x.type == t || types_identical(x.type, t))
            value = x.value;
    }
    record_type(c, e, old.mode, t, old.mode == MODE_CONST ? value : NULL);
}

// -- rules on what may stand where

void check_exclude(Checker *c, Operand *x, unsigned modes)
{
    if (!(modes & 1u << x->mode))
        return;
    const char *text = operand_text(c, x);
    if (x->mode == MODE_NO_VALUE)
        check_error(c, operand_pos(x), modes & 1u << MODE_TYPE ? "%s used as value" : "%s used as value or type", text);
    else if (x->mode == MODE_BUILTIN)
        check_error(c, operand_pos(x), "%s must be called", text);
    else
        check_error(c, operand_pos(x), "%s is not an expression", text);
    operand_invalidate(x);
}

void check_single_value(Checker *c, Operand *x)
{
    if (x->mode != MODE_VALUE || !x->type || x->type->kind != TYPE_TUPLE)
        return;
    check_error(c, operand_pos(x), "multiple-value %s in single-value context", operand_text(c, x));
    operand_invalidate(x);
}

void check_non_generic(Checker *c, Operand *x)
{
    if (x->mode == MODE_INVALID || x->mode == MODE_NO_VALUE || !x->type)
        return;
    const char *what = NULL;
    if (type_is_generic(x->type))
        what = "type";
    else if (x->type->kind == TYPE_SIGNATURE && x->type->sig.type_params.n)
        what = "function";
    if (!what)
        return;
    check_error(c, operand_pos(x), "cannot use generic %s %s without instantiation", what, expr_text(c, x->expr));
    operand_invalidate(x);
    x->type = c->invalid;
}

enum { NOT_VALUES = 1u << MODE_NO_VALUE | 1u << MODE_BUILTIN | 1u << MODE_TYPE };

// -- unary

Pos operator_pos(Node *e)
{
    if (node_is(e, NODE_UNARY_EXPR) || node_is(e, NODE_BINARY_EXPR))
        return e->pos;
    return e ? error_pos(e) : NO_POS;
}

Type *check_chan_elem(Checker *c, Pos pos, Operand *x, bool recv)
{
    Type *u = type_under(x->type);
    const char *what = NULL;
    if (u->kind != TYPE_CHAN)
        what = "non-channel";
    else if (recv && u->chan.dir == CHAN_SEND_ONLY)
        what = "send-only channel";
    else if (!recv && u->chan.dir == CHAN_RECV_ONLY)
        what = "receive-only channel";
    if (!what)
        return u->chan.elem;
    check_error(c, pos, "invalid operation: cannot %s %s %s %s", recv ? "receive from" : "send to", what, type_text(c, x->type),
                operand_text(c, x));
    return NULL;
}

static bool operator_defined(TokenKind op, Type *t)
{
    switch (op) {
    case TOK_ADD:
    case TOK_SUB:
        return type_is_numeric(t);
    case TOK_XOR:
        return type_is_integer(t);
    case TOK_NOT:
        return type_is_boolean(t);
    default:
        return false;
    }
}

static void take_address(Checker *c, Operand *x, Node *of)
{
    if (!node_is(node_unparen(of), NODE_COMPOSITE_LIT) && x->mode != MODE_VAR) {
        check_error(c, operand_pos(x), "invalid operation: cannot take address of %s", operand_text(c, x));
        operand_invalidate(x);
        return;
    }
    x->mode = MODE_VALUE;
    x->type = type_new_pointer(c, x->type);
}

static void receive(Checker *c, Operand *x)
{
    Type *elem = check_chan_elem(c, operand_pos(x), x, true);
    if (!elem || !check_is_complete(c, elem)) {
        operand_invalidate(x);
        return;
    }
    x->mode = MODE_COMMA_OK;
    x->type = elem;
    c->env.has_call_or_recv = true;
}

static void fold_unary(Checker *c, Operand *x, Node *e, TokenKind op)
{
    if (const_kind(x->value) == CONST_UNKNOWN)
        return;
    int width = type_is_unsigned(x->type) ? (int)type_size(x->type) * 8 : 0;
    x->value = const_unary(c->consts, op, x->value, width);
    x->expr = e;
    check_const_overflow(c, x, operator_pos(e));
}

void check_unary(Checker *c, Operand *x, Node *e)
{
    UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, e);
    check_expr(c, NULL, x, u->x);
    if (x->mode == MODE_INVALID)
        return;
    TokenKind op = u->op;
    if (op == TOK_AND) {
        take_address(c, x, u->x);
        return;
    }
    if (op == TOK_ARROW) {
        receive(c, x);
        return;
    }
    if (op == TOK_TILDE) {
        bool integer = type_is_integer(x->type);
        check_error(c, error_pos(e), "cannot use ~ outside of interface or type constraint%s",
                    integer ? " (use ^ for bitwise complement)" : "");
        if (!integer) {
            operand_invalidate(x);
            return;
        }
        op = TOK_XOR;
    }
    if (!operator_defined(op, x->type)) {
        check_error(c, operand_pos(x), "invalid operation: operator %s not defined on %s", token_spelling(op), operand_text(c, x));
        operand_invalidate(x);
        return;
    }
    if (x->mode == MODE_CONST)
        fold_unary(c, x, e, op);
    else
        x->mode = MODE_VALUE;
}

// *x: dereference or pointer type.
static void check_star(Checker *c, Operand *x, Node *e)
{
    Node *base = AS(UnaryExpr, UNARY_EXPR, e)->x;
    check_expr_or_type(c, x, base, false);
    if (x->mode == MODE_INVALID)
        return;
    if (x->mode == MODE_TYPE) {
        check_valid_var_type(c, base, x->type);
        x->type = type_new_pointer(c, x->type);
        return;
    }
    Type *u = x->mode == MODE_NIL ? x->type : type_under(x->type);
    if (u->kind != TYPE_POINTER) {
        if (type_is_valid(u) || x->mode == MODE_BUILTIN)
            check_error(c, operand_pos(x), "invalid operation: cannot indirect %s", operand_text(c, x));
        operand_invalidate(x);
        return;
    }
    if (!check_is_complete(c, u->elem)) {
        operand_invalidate(x);
        return;
    }
    x->mode = MODE_VAR;
    x->type = u->elem;
}

// -- literals

void check_basic_lit(Checker *c, Operand *x, Node *e)
{
    enum { LONGEST_NUMBER = 10000 };
    BasicLit *lit = AS(BasicLit, BASIC_LIT, e);
    Str text = name_str(lit->text);
    UntypedKind kind = UNTYPED_NOT;
    switch (lit->kind) {
    case TOK_INT:
        kind = UNTYPED_INT;
        break;
    case TOK_FLOAT:
        kind = UNTYPED_FLOAT;
        break;
    case TOK_IMAG:
        kind = UNTYPED_COMPLEX;
        break;
    case TOK_RUNE:
        kind = UNTYPED_RUNE;
        break;
    default:
        kind = UNTYPED_STRING;
        break;
    }
    bool number = kind == UNTYPED_INT || kind == UNTYPED_FLOAT || kind == UNTYPED_COMPLEX;
    operand_invalidate(x);
    if (number && text.len > LONGEST_NUMBER) {
        check_error(c, error_pos(e), "excessively long constant: %.10s... (%zu chars)", text.ptr, text.len);
        return;
    }
    Const *value = const_literal(c->consts, lit->kind, text);
    if (const_kind(value) == CONST_UNKNOWN) {
        check_error(c, error_pos(e), "malformed constant: %.*s", STR_ARG(text));
        return;
    }
    x->mode = MODE_CONST;
    x->type = c->untyped[kind];
    x->value = value;
    x->expr = e;
    check_const_overflow(c, x, error_pos(e));
}

typedef struct FuncLitBody {
    DeclInfo *decl;
    Type *sig;
    Node *body;
    Const *iota;
} FuncLitBody;

static void check_literal_body(Checker *c, void *data)
{
    FuncLitBody *f = data;
    check_func_body(c, f->decl, "<function literal>", f->sig, f->body, f->iota);
}

void check_func_lit(Checker *c, Operand *x, Node *e)
{
    FuncLit *lit = AS(FuncLit, FUNC_LIT, e);
    Type *sig = check_type(c, lit->type);
    if (sig->kind != TYPE_SIGNATURE) {
        operand_invalidate(x);
        return;
    }
    if (lit->body) {
        // The body waits: it may refer to the type in whose declaration it stands.
        FuncLitBody *f = ARENA_NEW(c->arena, FuncLitBody);
        *f = (FuncLitBody){c->env.decl, sig, lit->body, c->env.iota};
        check_later(c, check_literal_body, f);
    }
    x->mode = MODE_VALUE;
    x->type = sig;
}

// -- type assertions

void check_type_assertion(Checker *c, Node *e, Operand *x, Type *t, bool type_switch)
{
    const char *cause = "";
    if (can_assert_to(c, x->type, t, &cause))
        return;
    const char *text = expr_text(c, e);
    if (type_switch)
        check_error(c, error_pos(e), "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", text,
                    operand_text(c, x), type_text(c, t), cause);
    else
        check_error(c, error_pos(e), "impossible type assertion: %s\n\t%s does not implement %s %s", text, type_text(c, t),
                    type_text(c, x->type), cause);
}

static void check_assert(Checker *c, Operand *x, Node *e)
{
    AssertExpr *a = AS(AssertExpr, ASSERT_EXPR, e);
    check_expr(c, NULL, x, a->x);
    if (x->mode == MODE_INVALID)
        return;
    if (type_under(x->type)->kind != TYPE_INTERFACE) {
        if (type_is_valid(type_under(x->type)) || x->mode == MODE_NIL)
            check_error(c, operand_pos(x), "invalid operation: %s is not an interface", operand_text(c, x));
        operand_invalidate(x);
        return;
    }
    Type *t = check_var_type(c, a->type);
    if (!type_is_valid(t) || !check_is_complete(c, t)) {
        operand_invalidate(x);
        return;
    }
    check_type_assertion(c, e, x, t, false);
    x->mode = MODE_COMMA_OK;
    x->type = t;
}

// -- all kinds

static void check_plain(Checker *c, Operand *x, Node *e, Type *hint)
{
    switch ((NodeKind)e->kind) {
    case NODE_IDENT:
        check_ident(c, x, e, false);
        return;
    case NODE_BASIC_LIT:
        if (!AS(BasicLit, BASIC_LIT, e)->bad)
            check_basic_lit(c, x, e);
        return;
    case NODE_FUNC_LIT:
        check_func_lit(c, x, e);
        return;
    case NODE_COMPOSITE_LIT:
        check_composite_lit(c, x, e, hint);
        return;
    case NODE_SELECTOR_EXPR:
        check_selector(c, x, e, false);
        return;
    case NODE_INDEX_EXPR:
        if (check_index_expr(c, x, e))
            check_non_generic(c, x);
        return;
    case NODE_SLICE_EXPR:
        check_slice_expr(c, x, e);
        return;
    case NODE_ASSERT_EXPR:
        check_assert(c, x, e);
        return;
    case NODE_BINARY_EXPR: {
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
        check_binary(c, x, e, b->x, b->y, b->op);
        return;
    }
    case NODE_TYPE_SWITCH_GUARD:
        check_error(c, error_pos(e), "invalid syntax tree: use of .(type) outside type switch");
        check_use(c, (NodeList){&AS(TypeSwitchGuard, TYPE_SWITCH_GUARD, e)->x, 1});
        return;
    case NODE_DOTS_TYPE:
        check_error(c, error_pos(e), "invalid syntax tree: invalid use of ...");
        return;
    case NODE_KEY_VALUE:
        check_error(c, error_pos(e), "invalid syntax tree: no key:value expected");
        return;
    case NODE_ARRAY_TYPE:
    case NODE_SLICE_TYPE:
    case NODE_STRUCT_TYPE:
    case NODE_FUNC_TYPE:
    case NODE_INTERFACE_TYPE:
    case NODE_MAP_TYPE:
    case NODE_CHAN_TYPE:
        x->mode = MODE_TYPE;
        x->type = check_type(c, e);
        return;
    default: // bad expressions were reported by the parser
        return;
    }
}

static ExprKind check_kind(Checker *c, Operand *x, Node *e, Type *hint)
{
    if (e->kind == NODE_PAREN_EXPR) {
        ExprKind kind = check_raw_expr_kind(c, NULL, x, AS(ParenExpr, PAREN_EXPR, e)->x, NULL, false);
        x->expr = e;
        return kind;
    }
    if (e->kind == NODE_CALL_EXPR)
        return check_raw_call_kind(c, x, e);
    bool is_receive = false;
    if (e->kind == NODE_UNARY_EXPR) {
        TokenKind op = AS(UnaryExpr, UNARY_EXPR, e)->op;
        is_receive = op == TOK_ARROW;
        if (op == TOK_MUL)
            check_star(c, x, e);
        else
            check_unary(c, x, e);
    } else {
        check_plain(c, x, e, hint);
    }
    x->expr = e;
    if (x->mode == MODE_INVALID)
        return EXPR_STATEMENT; // no second message
    return is_receive ? EXPR_STATEMENT : EXPR_EXPRESSION;
}

ExprKind check_raw_expr_kind(Checker *c, Type *target, Operand *x, Node *e, Type *hint, bool allow_generic)
{
    (void)target;
    *x = (Operand){.mode = MODE_INVALID, .expr = e, .type = c->invalid};
    if (!check_room(c, e->pos))
        return EXPR_STATEMENT;
    ExprKind kind = check_kind(c, x, e, hint);
    if (!allow_generic)
        check_non_generic(c, x);
    record_operand(c, x);
    return kind;
}

void check_raw_expr(Checker *c, Type *target, Operand *x, Node *e, Type *hint, bool allow_generic)
{
    check_raw_expr_kind(c, target, x, e, hint, allow_generic);
}

void check_expr(Checker *c, Type *target, Operand *x, Node *e)
{
    check_raw_expr(c, target, x, e, NULL, false);
    check_exclude(c, x, NOT_VALUES);
    check_single_value(c, x);
}

void check_generic_expr(Checker *c, Operand *x, Node *e, Type *hint)
{
    check_raw_expr(c, NULL, x, e, hint, true);
    check_exclude(c, x, NOT_VALUES);
    check_single_value(c, x);
}

void check_expr_or_type(Checker *c, Operand *x, Node *e, bool allow_generic)
{
    check_raw_expr(c, NULL, x, e, NULL, allow_generic);
    check_exclude(c, x, 1u << MODE_NO_VALUE);
    check_single_value(c, x);
}

// -- lists

// A name that stands for a value in messages where the source has none.
static Node *words_as_name(Checker *c, Node *at, const char *words)
{
    Ident *id = ARENA_NEW(c->arena, Ident);
    id->node.kind = NODE_IDENT;
    id->node.pos = error_pos(at);
    id->name = intern_text(c->names, words);
    return &id->node;
}

static const char *ordinal_ending(int n)
{
    return n == 1 ? "st" : n == 2 ? "nd" : n == 3 ? "rd" : "th";
}

Operand *check_multi_expr(Checker *c, Node *e, bool allow_comma_ok, int *n, bool *comma_ok)
{
    Operand x;
    if (comma_ok)
        *comma_ok = false;
    check_raw_expr(c, NULL, &x, e, NULL, false);
    check_exclude(c, &x, NOT_VALUES);
    if (x.mode != MODE_INVALID && x.type && x.type->kind == TYPE_TUPLE) {
        *n = x.type->tuple.n;
        Operand *list = ARENA_ARRAY(c->arena, Operand, *n ? *n : 1);
        for (int i = 0; i < *n; i++) {
            const char *words = text_printf(c, "%d%s function result", i + 1, ordinal_ending(i + 1));
            list[i] = (Operand){.mode = MODE_VALUE, .expr = words_as_name(c, e, words), .type = x.type->tuple.vars[i]->type};
        }
        return list;
    }
    bool pair = allow_comma_ok && (x.mode == MODE_MAP_INDEX || x.mode == MODE_COMMA_OK);
    Operand *list = ARENA_ARRAY(c->arena, Operand, 2);
    list[0] = x;
    *n = 1;
    if (pair) {
        list[1] = (Operand){.mode = MODE_VALUE,
                            .expr = words_as_name(c, e, "ok value of (comma, ok) expression"),
                            .type = c->untyped[UNTYPED_BOOL]};
        *n = 2;
        if (comma_ok)
            *comma_ok = true;
    }
    return list;
}

// Marks names as used after an error. Names on a left side are not used by that.
static bool use_one(Checker *c, Node *e, bool lhs)
{
    Node *n = node_unparen(e);
    if (!n)
        return true;
    Operand x = {.mode = MODE_VALUE};
    if (n->kind == NODE_KEY_VALUE) {
        check_raw_expr(c, NULL, &x, AS(KeyValue, KEY_VALUE, n)->value, NULL, true);
        return x.mode != MODE_INVALID;
    }
    if (n->kind != NODE_IDENT) {
        check_raw_expr(c, NULL, &x, e, NULL, true);
        return x.mode != MODE_INVALID;
    }
    Name name = AS(Ident, IDENT, n)->name;
    if (name == c->blank)
        return true;
    Object *v = lhs ? check_lookup(c, name, NULL) : NULL;
    if (v && (v->kind != OBJ_VAR || v->pkg != c->env.pkg))
        v = NULL;
    bool used = v && v->used;
    check_expr_or_type(c, &x, n, true);
    if (v)
        v->used = used;
    return x.mode != MODE_INVALID;
}

static bool use_all(Checker *c, NodeList list, bool lhs)
{
    bool ok = true;
    for (int i = 0; i < list.n; i++)
        ok &= use_one(c, list.at[i], lhs);
    return ok;
}

bool check_use(Checker *c, NodeList list)
{
    return use_all(c, list, false);
}

bool check_use_lhs(Checker *c, NodeList list)
{
    return use_all(c, list, true);
}
