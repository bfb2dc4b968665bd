// ast_print.c: expressions, types and simple statements as Go source again, as messages quote them.
// Bodies of functions and elements of literals are shortened to {…}; everything stands on one line.
#include "base/check.h"
#include "parser/ast.h"

static void print(Buf *out, const Node *n);

static void print_name(Buf *out, Name name)
{
    buf_add_str(out, name_str(name));
}

static void print_list(Buf *out, NodeList list)
{
    for (int i = 0; i < list.n; i++) {
        if (i > 0)
            buf_add_text(out, ", ");
        print(out, list.at[i]);
    }
}

static const Field *field_at(NodeList list, int i)
{
    return (const Field *)list.at[i];
}

// A list of parameters: names that share a type with the next one stand without it.
static void print_params(Buf *out, NodeList list)
{
    buf_add_char(out, '(');
    for (int i = 0; i < list.n; i++) {
        const Field *f = field_at(list, i);
        if (i > 0)
            buf_add_text(out, ", ");
        if (f->name) {
            print(out, f->name);
            if (i + 1 < list.n && field_at(list, i + 1)->name &&
                field_at(list, i + 1)->type == f->type)
                continue;
            buf_add_char(out, ' ');
        }
        print(out, f->type);
    }
    buf_add_char(out, ')');
}

static void print_signature(Buf *out, const FuncTypeExpr *t)
{
    print_params(out, t->params);
    if (t->results.n == 0)
        return;
    buf_add_char(out, ' ');
    if (t->results.n == 1 && !field_at(t->results, 0)->name)
        print(out, field_at(t->results, 0)->type);
    else
        print_params(out, t->results);
}

// Fields from i to j share a type.
static void print_field_group(Buf *out, NodeList fields, int i, int j)
{
    const Field *f = field_at(fields, i);
    if (f->name) {
        for (int k = i; k < j; k++) {
            if (k > i)
                buf_add_text(out, ", ");
            print(out, field_at(fields, k)->name);
        }
        buf_add_char(out, ' ');
    }
    print(out, f->type);
    if (f->tag) {
        buf_add_char(out, ' ');
        print(out, f->tag);
    }
}

static void print_struct(Buf *out, const StructTypeExpr *t)
{
    buf_add_text(out, "struct{");
    for (int i = 0, j; i < t->fields.n; i = j) {
        const Field *f = field_at(t->fields, i);
        j = i + 1;
        while (f->name && j < t->fields.n && field_at(t->fields, j)->name &&
               field_at(t->fields, j)->type == f->type)
            j++;
        if (i > 0)
            buf_add_text(out, "; ");
        print_field_group(out, t->fields, i, j);
    }
    buf_add_char(out, '}');
}

static void print_interface(Buf *out, const InterfaceTypeExpr *t)
{
    buf_add_text(out, "interface{");
    for (int i = 0; i < t->methods.n; i++) {
        const Field *f = field_at(t->methods, i);
        if (i > 0)
            buf_add_text(out, "; ");
        if (f->name) {
            print(out, f->name);
            print_signature(out, (const FuncTypeExpr *)f->type);
        } else {
            print(out, f->type);
        }
    }
    buf_add_char(out, '}');
}

static void print_chan(Buf *out, const ChanTypeExpr *t)
{
    buf_add_text(out, t->dir == CHAN_RECV_ONLY   ? "<-chan "
                      : t->dir == CHAN_SEND_ONLY ? "chan<- "
                                                 : "chan ");
    // chan (<-chan T) would be read as chan<- (chan T) without its parentheses.
    bool parens = t->dir == CHAN_BOTH && node_is(t->elem, NODE_CHAN_TYPE) &&
                  ((const ChanTypeExpr *)t->elem)->dir == CHAN_RECV_ONLY;
    if (parens)
        buf_add_char(out, '(');
    print(out, t->elem);
    if (parens)
        buf_add_char(out, ')');
}

static void print_slice(Buf *out, const SliceExpr *s)
{
    print(out, s->x);
    buf_add_char(out, '[');
    print(out, s->low);
    buf_add_char(out, ':');
    print(out, s->high);
    if (s->max) {
        buf_add_char(out, ':');
        print(out, s->max);
    }
    buf_add_char(out, ']');
}

static void print_complit(Buf *out, const CompositeLit *c)
{
    print(out, c->type);
    buf_add_text(out, c->elems.n > 0 ? "{…}" : "{}");
}

static void print_func_lit(Buf *out, const FuncLit *f)
{
    print(out, f->type);
    buf_add_text(out, ((const BlockStmt *)f->body)->stmts.n > 0 ? " {…}" : " {}");
}

static void print_call(Buf *out, const CallExpr *c)
{
    print(out, c->fun);
    buf_add_char(out, '(');
    print_list(out, c->args);
    buf_add_text(out, c->has_dots ? "...)" : ")");
}

static void print_guard(Buf *out, const TypeSwitchGuard *g)
{
    if (g->lhs) {
        print(out, g->lhs);
        buf_add_text(out, " := ");
    }
    print(out, g->x);
    buf_add_text(out, ".(type)");
}

static void print_array(Buf *out, const ArrayTypeExpr *t)
{
    buf_add_char(out, '[');
    if (t->len)
        print(out, t->len);
    else
        buf_add_text(out, "...");
    buf_add_char(out, ']');
    print(out, t->elem);
}

static void print_assign(Buf *out, const AssignStmt *s)
{
    print_list(out, s->lhs);
    const char *op = token_spelling(s->op);
    if (s->rhs.n == 0) {
        buf_add_text(out, op);
        return;
    }
    bool plain = s->op == TOK_ASSIGN || s->op == TOK_DEFINE;
    buf_printf(out, plain ? " %s " : " %s= ", op);
    print_list(out, s->rhs);
}

// Two parts with something before, between and behind them.
static void print_pair(Buf *out, const char *before, const Node *a, const char *between,
                       const Node *b, const char *behind)
{
    buf_add_text(out, before);
    print(out, a);
    buf_add_text(out, between);
    print(out, b);
    buf_add_text(out, behind);
}

static void print(Buf *out, const Node *n)
{
    if (!n)
        return;
    switch ((NodeKind)n->kind) {
    case NODE_BAD_EXPR:
        buf_add_text(out, "<bad expr>");
        break;
    case NODE_IDENT:
        print_name(out, ((const Ident *)n)->name);
        break;
    case NODE_BASIC_LIT:
        print_name(out, ((const BasicLit *)n)->text);
        break;
    case NODE_COMPOSITE_LIT:
        print_complit(out, (const CompositeLit *)n);
        break;
    case NODE_KEY_VALUE:
        print_pair(out, "", ((const KeyValue *)n)->key, ": ", ((const KeyValue *)n)->value, "");
        break;
    case NODE_FUNC_LIT:
        print_func_lit(out, (const FuncLit *)n);
        break;
    case NODE_PAREN_EXPR:
        print_pair(out, "(", ((const ParenExpr *)n)->x, "", NULL, ")");
        break;
    case NODE_SELECTOR_EXPR:
        print_pair(out, "", ((const SelectorExpr *)n)->x, ".", ((const SelectorExpr *)n)->sel, "");
        break;
    case NODE_INDEX_EXPR:
        print(out, ((const IndexExpr *)n)->x);
        buf_add_char(out, '[');
        print_list(out, ((const IndexExpr *)n)->indices);
        buf_add_char(out, ']');
        break;
    case NODE_SLICE_EXPR:
        print_slice(out, (const SliceExpr *)n);
        break;
    case NODE_ASSERT_EXPR:
        print_pair(out, "", ((const AssertExpr *)n)->x, ".(", ((const AssertExpr *)n)->type, ")");
        break;
    case NODE_TYPE_SWITCH_GUARD:
        print_guard(out, (const TypeSwitchGuard *)n);
        break;
    case NODE_UNARY_EXPR:
        buf_add_text(out, token_spelling(((const UnaryExpr *)n)->op));
        print(out, ((const UnaryExpr *)n)->x);
        break;
    case NODE_BINARY_EXPR:
        print(out, ((const BinaryExpr *)n)->x);
        buf_printf(out, " %s ", token_spelling(((const BinaryExpr *)n)->op));
        print(out, ((const BinaryExpr *)n)->y);
        break;
    case NODE_CALL_EXPR:
        print_call(out, (const CallExpr *)n);
        break;
    case NODE_ARRAY_TYPE:
        print_array(out, (const ArrayTypeExpr *)n);
        break;
    case NODE_SLICE_TYPE:
        print_pair(out, "[]", ((const SliceTypeExpr *)n)->elem, "", NULL, "");
        break;
    case NODE_DOTS_TYPE:
        print_pair(out, "...", ((const DotsTypeExpr *)n)->elem, "", NULL, "");
        break;
    case NODE_STRUCT_TYPE:
        print_struct(out, (const StructTypeExpr *)n);
        break;
    case NODE_FIELD:
        print_pair(out, "", ((const Field *)n)->name, ((const Field *)n)->name ? " " : "",
                   ((const Field *)n)->type, "");
        break;
    case NODE_INTERFACE_TYPE:
        print_interface(out, (const InterfaceTypeExpr *)n);
        break;
    case NODE_FUNC_TYPE:
        buf_add_text(out, "func");
        print_signature(out, (const FuncTypeExpr *)n);
        break;
    case NODE_MAP_TYPE:
        print_pair(out, "map[", ((const MapTypeExpr *)n)->key, "]", ((const MapTypeExpr *)n)->elem,
                   "");
        break;
    case NODE_CHAN_TYPE:
        print_chan(out, (const ChanTypeExpr *)n);
        break;
    case NODE_EXPR_STMT:
        print(out, ((const ExprStmt *)n)->x);
        break;
    case NODE_SEND_STMT:
        print_pair(out, "", ((const SendStmt *)n)->chan, " <- ", ((const SendStmt *)n)->value, "");
        break;
    case NODE_ASSIGN_STMT:
        print_assign(out, (const AssignStmt *)n);
        break;
    default:
        buf_add_text(out, node_words((NodeKind)n->kind));
    }
}

void node_print_expr(Buf *out, const Node *n)
{
    print(out, n);
}
