// build_type.c: makers of types, and the settling of parameter lists.
#include "base/check.h"
#include "parser/build.h"

Node *build_slice_type(Parser *p, const TokenValue *open, Node *elem)
{
    SliceTypeExpr *t = NEW_NODE(p, SliceTypeExpr, SLICE_TYPE, open->pos);
    t->elem = elem;
    build_deepen(p, &t->node, elem);
    return &t->node;
}

Node *build_array_type(Parser *p, const TokenValue *open, Node *len, Node *elem)
{
    ArrayTypeExpr *t = NEW_NODE(p, ArrayTypeExpr, ARRAY_TYPE, open->pos);
    t->len = len;
    t->elem = elem;
    build_deepen(p, &t->node, len);
    build_deepen(p, &t->node, elem);
    return &t->node;
}

Node *build_map_type(Parser *p, const TokenValue *keyword, Node *key, Node *elem)
{
    MapTypeExpr *t = NEW_NODE(p, MapTypeExpr, MAP_TYPE, keyword->pos);
    t->key = key;
    t->elem = elem;
    build_deepen(p, &t->node, key);
    build_deepen(p, &t->node, elem);
    return &t->node;
}

Node *build_chan_type(Parser *p, const TokenValue *first, ChanDir dir, Node *elem)
{
    ChanTypeExpr *t = NEW_NODE(p, ChanTypeExpr, CHAN_TYPE, first->pos);
    t->dir = dir;
    t->elem = elem;
    build_deepen(p, &t->node, elem);
    return &t->node;
}

Node *build_dots(Parser *p, const TokenValue *dots, Node *elem)
{
    if (elem->kind == NODE_BAD_EXPR)
        return elem;
    DotsTypeExpr *t = NEW_NODE(p, DotsTypeExpr, DOTS_TYPE, dots->pos);
    t->elem = elem;
    build_deepen(p, &t->node, elem);
    return &t->node;
}

Node *build_struct_type(Parser *p, const TokenValue *keyword, ListValue fields)
{
    StructTypeExpr *t = NEW_NODE(p, StructTypeExpr, STRUCT_TYPE, keyword->pos);
    t->fields = list_take(p, fields);
    build_deepen_by(p, &t->node, t->fields);
    return &t->node;
}

Node *build_interface_type(Parser *p, const TokenValue *keyword, ListValue elems)
{
    InterfaceTypeExpr *t = NEW_NODE(p, InterfaceTypeExpr, INTERFACE_TYPE, keyword->pos);
    t->methods = list_take(p, elems);
    build_deepen_by(p, &t->node, t->methods);
    return &t->node;
}

Node *build_func_type(Parser *p, const ListValue *params, const ListValue *result)
{
    FuncTypeExpr *t = NEW_NODE(p, FuncTypeExpr, FUNC_TYPE, params->pos);
    check_dots(p, params->start, result->start, true);
    check_dots(p, result->start, p->list_n, false);
    t->results = list_take(p, *result);
    t->params = list_take(p, *params);
    build_deepen_by(p, &t->node, t->params);
    build_deepen_by(p, &t->node, t->results);
    return &t->node;
}

Node *build_forbidden_tparams(Parser *p, const ListValue *tparams, Node *type)
{
    p->list_n = tparams->start;
    type->pos = tparams->pos;
    return type;
}

void build_forbidden_open(Parser *p, const TokenValue *open)
{
    parser_error(p, open->pos, "syntax error: function type must have no type parameters");
}

ListValue build_empty_tparams(Parser *p, const TokenValue *open, const TokenValue *close)
{
    parser_error(p, close->pos, "syntax error: empty type parameter list");
    return list_at(list_begin(p), open);
}

// -- fields

static Node *make_field(Parser *p, Pos pos, Node *name, Node *type, Node *tag, bool embedded)
{
    Field *f = NEW_NODE(p, Field, FIELD, pos);
    f->name = name;
    f->type = type;
    f->tag = tag;
    f->embedded = embedded;
    build_deepen(p, &f->node, type);
    return &f->node;
}

ListValue build_embedded(Parser *p, Node *type, Node *tag)
{
    return list_one(p, make_field(p, node_start(type), NULL, type, tag, true));
}

void build_field_paren(Parser *p, const TokenValue *paren)
{
    parser_error(p, paren->pos, "syntax error: cannot parenthesize embedded type");
}

// array_or_targs stands behind name: is it an instantiated type, whose x is still missing?
static bool complete_instance(Parser *p, const TokenValue *name, Node *type)
{
    if (type->kind != NODE_INDEX_EXPR || AS(IndexExpr, INDEX_EXPR, type)->x)
        return false;
    AS(IndexExpr, INDEX_EXPR, type)->x = build_ident(p, name);
    return true;
}

ListValue build_field_or_embedded(Parser *p, const TokenValue *name, Node *type, Node *tag)
{
    if (complete_instance(p, name, type))
        return build_embedded(p, type, tag);
    return list_one(p, make_field(p, name->pos, build_ident(p, name), type, tag, false));
}

ListValue build_fields(Parser *p, ListValue names, Node *type, Node *tag)
{
    for (int i = names.start; i < p->list_n; i++) {
        Node *name = p->list[i];
        p->list[i] = make_field(p, name->pos, name, type, tag, false);
    }
    return names;
}

// -- parameters

Node *build_param(Parser *p, const TokenValue *name, Node *type)
{
    bool named = name && !(type && complete_instance(p, name, type));
    Pos pos = name ? name->pos : node_start(type);
    return make_field(p, pos, named ? build_ident(p, name) : NULL, type, NULL, false);
}

Node *build_param_at(Parser *p, TypedValue type)
{
    return make_field(p, type.start, NULL, type.node, NULL, false);
}

Node *build_param_union(Parser *p, Node *param, const TokenValue *op, Node *term)
{
    Field *f = AS(Field, FIELD, param);
    if (!f->type) {
        f->type = f->name;
        f->name = NULL;
    }
    f->type = build_binary(p, f->type, op, term);
    build_deepen(p, &f->node, f->type);
    return param;
}

// Of a list of parameters before they are settled: how many have a type, and how many a name too.
typedef struct Counts {
    int n, typed, named;
} Counts;

// Drops what stands for a parameter that was not there (after a mistake), and counts.
static Counts count_params(Parser *p, int start)
{
    Counts c = {0};
    int kept = start;
    for (int i = start; i < p->list_n; i++) {
        Field *f = AS(Field, FIELD, p->list[i]);
        if (!f->name && node_is(f->type, NODE_BAD_EXPR))
            continue;
        c.typed += f->type != NULL;
        c.named += f->type && f->name;
        p->list[kept++] = &f->node;
    }
    p->list_n = kept;
    c.n = kept - start;
    return c;
}

// Gives each parameter the next type to its right, and a name; gives the place of the leftmost
// mistake.
static Pos spread_types(Parser *p, int start, int end)
{
    Pos mistake = NO_POS;
    Node *type = NULL;
    for (int i = end - 1; i >= start; i--) {
        Field *f = AS(Field, FIELD, p->list[i]);
        if (f->type) {
            type = f->type;
            if (!f->name) {
                mistake = node_start(type);
                f->name = build_name(p, mistake, "_");
            }
        } else if (type) {
            f->type = type;
            build_deepen(p, &f->node, type);
        } else {
            mistake = f->name->pos;
            f->type = build_bad(p, mistake);
        }
    }
    return mistake;
}

void check_dots(Parser *p, int start, int end, bool last)
{
    bool reported = false;
    for (int i = start; i < end; i++) {
        Field *f = AS(Field, FIELD, p->list[i]);
        if (!node_is(f->type, NODE_DOTS_TYPE) || (last && i + 1 == end))
            continue;
        if (!reported)
            parser_error(p, f->type->pos, "%s",
                         last ? "can only use ... with final parameter" : "invalid use of ...");
        reported = true;
        f->type = AS(DotsTypeExpr, DOTS_TYPE, f->type)->elem;
    }
}

static void settle(Parser *p, int start, Pos close, bool need_names)
{
    Counts c = count_params(p, start);
    int end = p->list_n;
    if (c.n == 0)
        return;
    if (c.named == 0 && !need_names) {
        for (int i = start; i < end; i++) {
            Field *f = AS(Field, FIELD, p->list[i]);
            if (f->name && !f->type) {
                f->type = f->name;
                f->name = NULL;
            }
        }
    } else if (c.named != c.n) {
        Pos mistake = spread_types(p, start, end);
        if (mistake != NO_POS && c.named == c.typed)
            parser_error(p, close, "syntax error: missing %s",
                         need_names ? "type constraint" : "parameter type");
        else if (mistake != NO_POS && !need_names)
            parser_error(p, mistake, "syntax error: missing parameter name");
        else if (mistake != NO_POS)
            parser_error(p, mistake, "syntax error: missing type parameter name%s",
                         c.n == 1 ? " or invalid array length" : "");
    }
}

ListValue settle_params(Parser *p, ListValue list, const TokenValue *close)
{
    settle(p, list.start, close->pos, false);
    return list;
}

ListValue settle_tparams(Parser *p, ListValue list, const TokenValue *close)
{
    settle(p, list.start, close->pos, true);
    check_dots(p, list.start, p->list_n, false);
    return list;
}

// -- elements of interfaces

Node *build_method(Parser *p, const TokenValue *name, Node *type)
{
    return make_field(p, name->pos, build_ident(p, name), type, NULL, false);
}

Node *build_empty_list_method(Parser *p, const TokenValue *name, const TokenValue *close,
                              Node *type)
{
    parser_error(p, close->pos, "empty type %s list", type ? "parameter" : "argument");
    return type ? build_method(p, name, type) : build_param(p, NULL, build_ident(p, name));
}

Node *build_generic_method(Parser *p, const TokenValue *name, const TokenValue *open,
                           ListValue tparams, const TokenValue *close, Node *type)
{
    settle_params(p, tparams, close);
    check_dots(p, tparams.start, p->list_n, false);
    bool is_empty = p->list_n == tparams.start; // its parameters were complained about already
    bool is_method = !is_empty && AS(Field, FIELD, p->list[tparams.start])->name;
    p->list_n = tparams.start;
    if (is_method)
        parser_error(p, open->pos, "interface method must have no type parameters");
    else if (!is_empty)
        parser_error(p, type->pos,
                     "syntax error: unexpected ( in interface type; possibly missing semicolon or "
                     "newline or }");
    return build_method(p, name, type);
}

Node *build_instance_elem(Parser *p, const TokenValue *name, const TokenValue *open, ListValue args,
                          const TokenValue *close)
{
    settle_params(p, args, close);
    check_dots(p, args.start, p->list_n, false);
    for (int i = args.start; i < p->list_n; i++)
        p->list[i] = AS(Field, FIELD, p->list[i])->type;
    return build_param(p, NULL, build_index(p, build_ident(p, name), open, args));
}
