// build.c: nodes, lists, and the makers of declarations.
#include "parser/build.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

Node *build_node(Parser *p, size_t bytes, NodeKind kind, Pos pos)
{
    Node *n = arena_alloc(p->arena, bytes);
    n->kind = (uint8_t)kind;
    n->pos = pos;
    n->id = p->cx->ids->next++;
    return n;
}

void build_deepen_by(Parser *p, Node *n, NodeList children)
{
    for (int i = 0; i < children.n; i++)
        build_deepen(p, n, children.at[i]);
}

// -- lists

static void grow_list(Parser *p)
{
    p->list_cap = p->list_cap ? p->list_cap * 2 : 256;
    p->list = realloc(p->list, (size_t)p->list_cap * sizeof *p->list);
    if (!p->list)
        out_of_memory();
}

void list_push(Parser *p, Node *n)
{
    if (UNLIKELY(p->list_n == p->list_cap))
        grow_list(p);
    p->list[p->list_n++] = n;
}

ListValue list_begin(Parser *p)
{
    return (ListValue){.start = p->list_n};
}

ListValue list_one(Parser *p, Node *n)
{
    list_push(p, n);
    return (ListValue){.start = p->list_n - 1};
}

ListValue list_add(Parser *p, ListValue list, Node *n)
{
    list_push(p, n);
    return list;
}

ListValue list_insert(Parser *p, ListValue list, Node *first)
{
    list_push(p, first);
    memmove(&p->list[list.start + 1], &p->list[list.start],
            (size_t)(p->list_n - 1 - list.start) * sizeof *p->list);
    p->list[list.start] = first;
    return list;
}

NodeList list_copy(Parser *p, int start, int end)
{
    NodeList list = {NULL, end - start};
    if (list.n > 0) {
        list.at = ARENA_ARRAY(p->arena, Node *, list.n);
        memcpy(list.at, &p->list[start], (size_t)list.n * sizeof *list.at);
    }
    return list;
}

NodeList list_take(Parser *p, ListValue list)
{
    NodeList taken = list_copy(p, list.start, p->list_n);
    p->list_n = list.start;
    return taken;
}

// -- declarations

Node *build_file(Parser *p, const TokenValue *keyword, const TokenValue *name)
{
    AstFile *f = NEW_NODE(p, AstFile, FILE, keyword->pos);
    f->start = file_pos(p->lexer.file, 0);
    f->package_name = build_ident(p, name);
    return &f->node;
}

void parser_finish_file(Parser *p, Node *file, ListValue decls)
{
    AstFile *f = AS(AstFile, FILE, file);
    f->decls = list_take(p, decls);
    f->eof = p->token.pos;
    p->file = f;
}

ListValue build_group(Parser *p, ListValue specs)
{
    int group = (int)p->cx->ids->next++;
    for (int i = specs.start; i < p->list_n; i++) {
        Node *n = p->list[i];
        switch (n->kind) {
        case NODE_IMPORT_DECL:
            AS(ImportDecl, IMPORT_DECL, n)->group = group;
            break;
        case NODE_CONST_DECL:
            AS(ConstDecl, CONST_DECL, n)->group = group;
            AS(ConstDecl, CONST_DECL, n)->iota = i - specs.start;
            break;
        case NODE_TYPE_DECL:
            AS(TypeDecl, TYPE_DECL, n)->group = group;
            break;
        default:
            AS(VarDecl, VAR_DECL, n)->group = group;
        }
    }
    return specs;
}

Node *build_import(Parser *p, Node *name, Node *path)
{
    ImportDecl *d = NEW_NODE(p, ImportDecl, IMPORT_DECL, name ? name->pos : path->pos);
    d->name = name;
    d->path = path;
    if (path->kind == NODE_BASIC_LIT) {
        BasicLit *lit = AS(BasicLit, BASIC_LIT, path);
        if (!lit->bad && lit->kind != TOK_STRING) {
            parser_error(p, path->pos, "syntax error: import path must be a string");
            lit->bad = true;
        }
    }
    return &d->node;
}

// The lists of `a, b T = x, y`, which stand one behind the other on the stack.
static void take_values(Parser *p, ListValue names, const ListValue *values, NodeList *to_names,
                        NodeList *to_values)
{
    if (values)
        *to_values = list_take(p, *values);
    *to_names = list_take(p, names);
}

ListValue build_const(Parser *p, ListValue names, Node *type, const ListValue *values)
{
    ConstDecl *d = NEW_NODE(p, ConstDecl, CONST_DECL, p->list[names.start]->pos);
    d->type = type;
    take_values(p, names, values, &d->names, &d->values);
    build_deepen(p, &d->node, type);
    build_deepen_by(p, &d->node, d->values);
    return list_one(p, &d->node);
}

ListValue build_var(Parser *p, ListValue names, Node *type, const ListValue *values)
{
    VarDecl *d = NEW_NODE(p, VarDecl, VAR_DECL, p->list[names.start]->pos);
    d->type = type;
    take_values(p, names, values, &d->names, &d->values);
    build_deepen(p, &d->node, type);
    build_deepen_by(p, &d->node, d->values);
    return list_one(p, &d->node);
}

ListValue build_type_decl(Parser *p, const TokenValue *name, const ListValue *tparams,
                          const TokenValue *assign, Node *type)
{
    TypeDecl *d = NEW_NODE(p, TypeDecl, TYPE_DECL, name->pos);
    d->name = build_ident(p, name);
    if (tparams)
        d->type_params = list_take(p, *tparams);
    d->is_alias = assign != NULL;
    d->type = type;
    build_deepen(p, &d->node, type);
    build_deepen_by(p, &d->node, d->type_params);
    return list_one(p, &d->node);
}

// Must x, by its form, be part of a type and not of a value?
static bool is_type_elem(const Node *x)
{
    for (;;) {
        switch (x->kind) {
        case NODE_ARRAY_TYPE:
        case NODE_STRUCT_TYPE:
        case NODE_FUNC_TYPE:
        case NODE_INTERFACE_TYPE:
        case NODE_SLICE_TYPE:
        case NODE_MAP_TYPE:
        case NODE_CHAN_TYPE:
            return true;
        case NODE_UNARY_EXPR:
            if (((const UnaryExpr *)x)->op == TOK_TILDE)
                return true;
            x = ((const UnaryExpr *)x)->x;
            continue;
        case NODE_BINARY_EXPR:
            if (is_type_elem(((const BinaryExpr *)x)->y))
                return true;
            x = ((const BinaryExpr *)x)->x;
            continue;
        case NODE_PAREN_EXPR:
            x = ((const ParenExpr *)x)->x;
            continue;
        default:
            return false;
        }
    }
}

// Splits an expression that can be read as `name type`: P*[]int, P(C), P*C|D. force: it is no array
// length, so that names alone do too. Gives the name (NULL if x cannot be split) and, unless x is
// just a name, the type.
static Node *split_name(Parser *p, Node *x, bool force, Node **type)
{
    *type = NULL;
    switch (x->kind) {
    case NODE_IDENT:
        return x;
    case NODE_BINARY_EXPR: {
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, x);
        if (b->op == TOK_MUL && b->x->kind == NODE_IDENT && (force || is_type_elem(b->y))) {
            UnaryExpr *u = NEW_NODE(p, UnaryExpr, UNARY_EXPR, x->pos);
            u->op = TOK_MUL;
            u->x = b->y;
            build_deepen(p, &u->node, b->y);
            *type = &u->node;
            return b->x;
        }
        if (b->op == TOK_OR) {
            Node *left, *name = split_name(p, b->x, force || is_type_elem(b->y), &left);
            if (!name || !left)
                return NULL;
            BinaryExpr *rest = NEW_NODE(p, BinaryExpr, BINARY_EXPR, x->pos);
            rest->op = TOK_OR;
            rest->x = left;
            rest->y = b->y;
            build_deepen(p, &rest->node, left);
            build_deepen(p, &rest->node, b->y);
            *type = &rest->node;
            return name;
        }
        return NULL;
    }
    case NODE_CALL_EXPR: {
        CallExpr *c = AS(CallExpr, CALL_EXPR, x);
        if (c->fun->kind == NODE_IDENT && c->args.n == 1 && !c->has_dots &&
            (force || is_type_elem(c->args.at[0]))) {
            *type = node_unparen(c->args.at[0]);
            return c->fun;
        }
        return NULL;
    }
    default:
        return NULL;
    }
}

bool build_splits_name(const Node *x)
{
    switch (x->kind) {
    case NODE_IDENT:
        return true;
    case NODE_BINARY_EXPR: {
        const BinaryExpr *b = (const BinaryExpr *)x;
        if (b->op == TOK_MUL)
            return b->x->kind == NODE_IDENT && is_type_elem(b->y);
        return b->op == TOK_OR && b->x->kind != NODE_IDENT &&
               (build_splits_name(b->x) || is_type_elem(b->y));
    }
    case NODE_CALL_EXPR: {
        const CallExpr *c = (const CallExpr *)x;
        return c->fun->kind == NODE_IDENT && c->args.n == 1 && !c->has_dots &&
               is_type_elem(c->args.at[0]);
    }
    default:
        return false;
    }
}

static Node *first_param(Parser *p, Node *name, Node *type)
{
    Field *f = NEW_NODE(p, Field, FIELD, name->pos);
    f->name = name;
    f->type = type;
    build_deepen(p, &f->node, type);
    return &f->node;
}

static ListValue declare_array(Parser *p, const TokenValue *name, const TokenValue *open, Node *len,
                               Node *elem)
{
    return build_type_decl(p, name, NULL, NULL, build_array_type(p, open, len, elem));
}

// `name[x]`, where x may be the only type parameter. false: it is none.
static bool only_tparam(Parser *p, Node *x, const TokenValue *close, ListValue *tparams)
{
    Node *pname, *ptype;
    pname = split_name(p, x, false, &ptype);
    if (!pname || !ptype)
        return false;
    *tparams = settle_tparams(p, list_one(p, first_param(p, pname, ptype)), close);
    return true;
}

ListValue build_array_or_generic(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                                 const TokenValue *close, Node *type)
{
    ListValue tparams;
    if (only_tparam(p, x, close, &tparams))
        return build_type_decl(p, name, &tparams, NULL, type);
    return declare_array(p, name, open, x, type);
}

ListValue build_array_or_alias(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                               const TokenValue *close, const TokenValue *assign, Node *type)
{
    ListValue tparams;
    if (only_tparam(p, x, close, &tparams))
        return build_type_decl(p, name, &tparams, assign, type);
    parser_error(p, assign->pos, "syntax error: unexpected =, expected type");
    return declare_array(p, name, open, x, type);
}

ListValue build_more_tparams(Parser *p, Node *x, const TokenValue *comma, ListValue more,
                             const TokenValue *close)
{
    Node *pname, *ptype;
    pname = split_name(p, x, true, &ptype);
    if (pname)
        return settle_tparams(p, list_insert(p, more, first_param(p, pname, ptype)), close);
    p->list_n = more.start;
    parser_error(p, comma->pos, "syntax error: unexpected comma; expected ]");
    return (ListValue){.start = -1};
}

ListValue build_generic(Parser *p, const TokenValue *name, const TokenValue *open, Node *x,
                        const ListValue *tparams, const TokenValue *assign, Node *type)
{
    if (tparams->start < 0)
        return declare_array(p, name, open, x, type);
    return build_type_decl(p, name, tparams, assign, type);
}

void build_check_receiver(Parser *p, const ListValue *receiver, Pos behind)
{
    int n = p->list_n - receiver->start;
    if (n != 1 && !p->receiver_checked)
        parser_error(p, behind,
                     n == 0 ? "method has no receiver" : "method has multiple receivers");
    p->receiver_checked = true;
}

static Node *take_receiver(Parser *p, const ListValue *receiver)
{
    check_dots(p, receiver->start, p->list_n, false);
    p->receiver_checked = false;
    Node *param = p->list_n > receiver->start ? p->list[receiver->start] : NULL;
    p->list_n = receiver->start;
    return param;
}

Node *build_func_decl(Parser *p, const ListValue *receiver, const TokenValue *name,
                      const ListValue *tparams, Node *type, Node *body)
{
    FuncDecl *d = NEW_NODE(p, FuncDecl, FUNC_DECL, receiver ? receiver->pos : name->pos);
    d->pragma = p->lexer.func_pragma;
    d->name = build_ident(p, name);
    if (tparams->pos != NO_POS)
        type->pos = tparams->pos;
    d->type_params = list_take(p, *tparams);
    if (receiver) {
        d->recv = take_receiver(p, receiver);
        build_deepen(p, &d->node, d->recv);
    }
    d->type = type;
    d->body = body;
    build_deepen(p, &d->node, type);
    build_deepen(p, &d->node, body);
    build_deepen_by(p, &d->node, d->type_params);
    return &d->node;
}
