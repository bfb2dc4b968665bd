// build_expr.c: makers of expressions.
#include "base/check.h"
#include "parser/build.h"

Node *build_ident(Parser *p, const TokenValue *name)
{
    Ident *n = NEW_NODE(p, Ident, IDENT, name->pos);
    n->name = name->name;
    return &n->node;
}

Node *build_name(Parser *p, Pos pos, const char *text)
{
    Ident *n = NEW_NODE(p, Ident, IDENT, pos);
    n->name = intern_text(p->cx->names, text);
    return &n->node;
}

Node *build_dot_name(Parser *p, const TokenValue *dot)
{
    return build_name(p, dot->pos, ".");
}

Node *build_bad(Parser *p, Pos pos)
{
    return &NEW_NODE(p, BadExpr, BAD_EXPR, pos)->node;
}

Node *build_literal(Parser *p, const TokenValue *literal)
{
    BasicLit *n = NEW_NODE(p, BasicLit, BASIC_LIT, literal->pos);
    n->kind = (TokenKind)literal->kind;
    n->text = literal->name;
    n->bad = literal->bad;
    return &n->node;
}

Node *build_selector(Parser *p, Node *x, const TokenValue *dot, const TokenValue *name)
{
    SelectorExpr *n = NEW_NODE(p, SelectorExpr, SELECTOR_EXPR, dot->pos);
    n->x = x;
    n->sel = build_ident(p, name);
    build_deepen(p, &n->node, x);
    return &n->node;
}

Node *build_qualified(Parser *p, const TokenValue *package, const TokenValue *dot,
                      const TokenValue *name)
{
    return build_selector(p, build_ident(p, package), dot, name);
}

Node *build_index(Parser *p, Node *x, const TokenValue *open, ListValue indices)
{
    IndexExpr *n = NEW_NODE(p, IndexExpr, INDEX_EXPR, open->pos);
    n->x = x;
    n->indices = list_take(p, indices);
    build_deepen(p, &n->node, x);
    build_deepen_by(p, &n->node, n->indices);
    return &n->node;
}

Node *build_slice(Parser *p, Node *x, const TokenValue *open, Node *low, Node *high)
{
    SliceExpr *n = NEW_NODE(p, SliceExpr, SLICE_EXPR, open->pos);
    n->x = x;
    n->low = low;
    n->high = high;
    build_deepen(p, &n->node, x);
    build_deepen(p, &n->node, low);
    build_deepen(p, &n->node, high);
    return &n->node;
}

Node *build_full_slice(Parser *p, Node *x, const TokenValue *open, Node *low, Node *high,
                       const TokenValue *colon, Node *max, const TokenValue *close)
{
    if (!high) {
        parser_error(p, colon->pos, "middle index required in 3-index slice");
        high = build_bad(p, colon->pos);
    }
    if (!max) {
        parser_error(p, close->pos, "final index required in 3-index slice");
        max = build_bad(p, close->pos);
    }
    SliceExpr *n = AS(SliceExpr, SLICE_EXPR, build_slice(p, x, open, low, high));
    n->is_full = true;
    n->max = max;
    build_deepen(p, &n->node, max);
    return &n->node;
}

Node *build_assert(Parser *p, Node *x, const TokenValue *dot, Node *type)
{
    AssertExpr *n = NEW_NODE(p, AssertExpr, ASSERT_EXPR, dot->pos);
    n->x = x;
    n->type = type;
    build_deepen(p, &n->node, x);
    build_deepen(p, &n->node, type);
    return &n->node;
}

Node *build_guard(Parser *p, Node *x, const TokenValue *dot)
{
    TypeSwitchGuard *n = NEW_NODE(p, TypeSwitchGuard, TYPE_SWITCH_GUARD, dot->pos);
    n->x = x;
    build_deepen(p, &n->node, x);
    return &n->node;
}

Node *build_call(Parser *p, Node *fun, const TokenValue *open, ListValue args, bool dots,
                 const TokenValue *close)
{
    CallExpr *n = NEW_NODE(p, CallExpr, CALL_EXPR, open->pos);
    n->fun = fun;
    n->args = list_take(p, args);
    n->has_dots = dots;
    n->rparen = close->pos;
    build_deepen(p, &n->node, fun);
    build_deepen_by(p, &n->node, n->args);
    return &n->node;
}

Node *build_unary(Parser *p, const TokenValue *op, Node *x)
{
    UnaryExpr *n = NEW_NODE(p, UnaryExpr, UNARY_EXPR, op->pos);
    n->op = (TokenKind)op->kind;
    n->x = x;
    build_deepen(p, &n->node, x);
    return &n->node;
}

// To the reference a statement cannot begin with '~', though an expression can. Neither is ever
// right, so it is enough to have the text read once more, token by token.
Node *build_tilde(Parser *p, const TokenValue *op, Node *x)
{
    p->misread = true;
    return build_unary(p, op, x);
}

// `<-` before a channel type makes it a receive-only one, and moves inwards: <-(chan<- E) is <-chan
// (<-E).
static Node *redirect(Parser *p, Node *x)
{
    ChanDir dir = CHAN_SEND_ONLY;
    Node *t = x;
    while (dir == CHAN_SEND_ONLY && t->kind == NODE_CHAN_TYPE) {
        ChanTypeExpr *c = AS(ChanTypeExpr, CHAN_TYPE, t);
        dir = c->dir;
        if (dir == CHAN_RECV_ONLY)
            parser_error(p, p->token.pos, "syntax error: unexpected <-, expected chan");
        c->dir = CHAN_RECV_ONLY;
        t = c->elem;
    }
    if (dir == CHAN_SEND_ONLY) {
        Buf text = {0};
        node_print_expr(&text, t);
        parser_error(p, p->token.pos, "syntax error: unexpected %.*s, expected chan",
                     STR_ARG(buf_str(&text)));
        buf_done(&text);
    }
    return x;
}

Node *build_receive(Parser *p, const TokenValue *op, Node *x)
{
    return x->kind == NODE_CHAN_TYPE ? redirect(p, x) : build_unary(p, op, x);
}

Node *build_binary(Parser *p, Node *x, const TokenValue *op, Node *y)
{
    BinaryExpr *n = NEW_NODE(p, BinaryExpr, BINARY_EXPR, op->pos);
    n->x = x;
    n->op = (TokenKind)op->kind;
    n->y = y;
    build_deepen(p, &n->node, x);
    build_deepen(p, &n->node, y);
    return &n->node;
}

Node *build_paren(Parser *p, const TokenValue *open, Node *x)
{
    ParenExpr *n = NEW_NODE(p, ParenExpr, PAREN_EXPR, open->pos);
    n->x = x;
    build_deepen(p, &n->node, x);
    return &n->node;
}

// Must x, by its form, be a value and not a type?
static bool is_value(const Node *x)
{
    for (;;) {
        switch (x->kind) {
        case NODE_BASIC_LIT:
        case NODE_COMPOSITE_LIT:
        case NODE_FUNC_LIT:
        case NODE_SLICE_EXPR:
        case NODE_ASSERT_EXPR:
        case NODE_TYPE_SWITCH_GUARD:
        case NODE_CALL_EXPR:
        case NODE_BINARY_EXPR:
            return true;
        case NODE_UNARY_EXPR:
            return ((const UnaryExpr *)x)->op != TOK_MUL;
        case NODE_PAREN_EXPR:
            x = ((const ParenExpr *)x)->x;
            continue;
        case NODE_INDEX_EXPR: {
            const IndexExpr *index = (const IndexExpr *)x;
            if (index->indices.n == 1 && is_value(index->indices.at[0]))
                return true;
            x = index->x;
            continue;
        }
        default:
            return false;
        }
    }
}

bool build_is_literal_type(const Node *x)
{
    while (x->kind == NODE_PAREN_EXPR)
        x = ((const ParenExpr *)x)->x;
    switch (x->kind) {
    case NODE_IDENT:
    case NODE_SELECTOR_EXPR:
    case NODE_ARRAY_TYPE:
    case NODE_SLICE_TYPE:
    case NODE_STRUCT_TYPE:
    case NODE_MAP_TYPE:
        return true;
    case NODE_INDEX_EXPR:
        return !is_value(x);
    default:
        return false;
    }
}

Node *build_complit(Parser *p, Node *type, const TokenValue *open, ListValue elems,
                    const TokenValue *close)
{
    CompositeLit *n = NEW_NODE(p, CompositeLit, COMPOSITE_LIT, open->pos);
    n->type = type;
    n->rbrace = close->pos;
    n->elems = list_take(p, elems);
    for (int i = 0; i < n->elems.n; i++)
        n->n_keyed += n->elems.at[i]->kind == NODE_KEY_VALUE;
    if (type && !build_is_literal_type(type))
        p->misread = true;
    else if (node_is(type, NODE_PAREN_EXPR))
        parser_error(p, open->pos, "syntax error: cannot parenthesize type in composite literal");
    build_deepen(p, &n->node, type);
    build_deepen_by(p, &n->node, n->elems);
    return &n->node;
}

Node *build_key_value(Parser *p, Node *key, const TokenValue *colon, Node *value)
{
    KeyValue *n = NEW_NODE(p, KeyValue, KEY_VALUE, colon->pos);
    n->key = key;
    n->value = value;
    build_deepen(p, &n->node, key);
    build_deepen(p, &n->node, value);
    return &n->node;
}

Node *build_func_lit(Parser *p, const TokenValue *keyword, Node *type, Node *body)
{
    FuncLit *n = NEW_NODE(p, FuncLit, FUNC_LIT, keyword->pos);
    n->type = type;
    n->body = body;
    build_deepen(p, &n->node, type);
    build_deepen(p, &n->node, body);
    return &n->node;
}
