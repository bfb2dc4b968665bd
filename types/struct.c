// struct.c: struct types: fields, embedded ones, tags.
// Sources: Go specification, "Struct types".
#include "base/quote.h"
#include "types/checker.h"

typedef struct Fields {
    Checker *c;
    VEC(Object *) list;
    VEC(Str) tags; // empty until a field has one
    HashMap names;
} Fields;

static Str tag_text(Checker *c, Node *tag)
{
    if (!node_is(tag, NODE_BASIC_LIT) || AS(BasicLit, BASIC_LIT, tag)->bad)
        return STR("");
    BasicLit *lit = AS(BasicLit, BASIC_LIT, tag);
    Const *v = lit->kind == TOK_STRING ? const_literal(c->consts, TOK_STRING, name_str(lit->text)) : NULL;
    if (const_kind(v) != CONST_STRING) {
        Buf quoted = {0};
        quote_add_string(&quoted, name_str(lit->text));
        check_error(c, tag->pos, "invalid syntax tree: incorrect tag syntax: %.*s", STR_ARG(buf_str(&quoted)));
        buf_done(&quoted);
        return STR("");
    }
    return const_string_value(v);
}

static void add_field(Fields *f, Node *ident, Name name, Pos pos, Type *type, Str tag, bool embedded)
{
    Checker *c = f->c;
    if (name != c->blank) {
        void **at = hashmap_at(&f->names, c->arena, name);
        if (*at) {
            check_error(c, pos, "%s redeclared\n\t%s: other declaration of %s", name->text, pos_text(c, ((Object *)*at)->pos), name->text);
            return;
        }
        *at = f; // replaced below, once the object exists
    }
    Object *o = object_new(c, OBJ_VAR, pos, c->env.pkg, name, type);
    o->var.is_field = true;
    o->var.embedded = embedded;
    o->var.index = f->list.n;
    if (name != c->blank)
        hashmap_set(&f->names, c->arena, name, o);
    if (tag.len && !f->tags.n)
        for (int i = 0; i < f->list.n; i++)
            vec_push(&f->tags, c->arena, STR(""));
    if (tag.len || f->tags.n)
        vec_push(&f->tags, c->arena, tag);
    vec_push(&f->list, c->arena, o);
    if (ident)
        record_def(c, ident, o);
}

// The name that an embedded type gives its field; NULL: no type that may be embedded.
static Node *embedded_name(Node *e)
{
    switch (e->kind) {
    case NODE_IDENT:
        return e;
    case NODE_UNARY_EXPR: {
        UnaryExpr *u = AS(UnaryExpr, UNARY_EXPR, e);
        bool twice = node_is(u->x, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, u->x)->op == TOK_MUL;
        return u->op == TOK_MUL && !twice ? embedded_name(u->x) : NULL;
    }
    case NODE_SELECTOR_EXPR:
        return AS(SelectorExpr, SELECTOR_EXPR, e)->sel;
    case NODE_INDEX_EXPR:
        return embedded_name(AS(IndexExpr, INDEX_EXPR, e)->x);
    default:
        return NULL;
    }
}

typedef struct EmbeddedCheck {
    Type *type;
    Pos pos;
} EmbeddedCheck;

static void run_embedded(Checker *c, void *data)
{
    EmbeddedCheck *e = data;
    bool is_ptr;
    Type *t = type_deref(e->type, &is_ptr);
    Type *u = type_under(t);
    if (!type_is_valid(t))
        return;
    if (type_is_unsafe_pointer(u))
        check_error(c, e->pos, "embedded field type cannot be unsafe.Pointer");
    else if (u->kind == TYPE_POINTER)
        check_error(c, e->pos, "embedded field type cannot be a pointer");
    else if (u->kind == TYPE_INTERFACE && is_ptr)
        check_error(c, e->pos, "embedded field type cannot be a pointer to an interface");
}

static void add_embedded(Fields *f, Field *n, Type *type)
{
    Checker *c = f->c;
    Pos pos = error_pos(n->type);
    Node *ident = embedded_name(n->type);
    if (!ident) {
        check_error(c, pos, "invalid embedded field type %s", expr_text(c, n->type));
        add_field(f, NULL, c->blank, pos, c->invalid, STR(""), true);
        return;
    }
    // The identifier is a use of the type; that it also names the field is noted at the FIELD.
    int before = f->list.n;
    add_field(f, NULL, AS(Ident, IDENT, ident)->name, ident->pos, type, tag_text(c, n->tag), true);
    if (f->list.n > before)
        info_set_implicit(c->info, &n->node, vec_last(&f->list));
    EmbeddedCheck *e = ARENA_NEW(c->arena, EmbeddedCheck);
    e->type = type;
    e->pos = pos;
    check_later(c, run_embedded, e);
}

Type *check_struct_type(Checker *c, Node *node)
{
    StructTypeExpr *s = AS(StructTypeExpr, STRUCT_TYPE, node);
    Fields f = {.c = c};
    Type *t = type_new(c, TYPE_STRUCT);
    Type *type = c->invalid;
    Node *previous = NULL;
    for (int i = 0; i < s->fields.n; i++) {
        Field *n = AS(Field, FIELD, s->fields.at[i]);
        if (i == 0 || n->type != previous) { // `a, b T` share the type's node
            type = check_var_type(c, n->type);
            previous = n->type;
        }
        if (n->embedded || !n->name)
            add_embedded(&f, n, type);
        else
            add_field(&f, n->name, AS(Ident, IDENT, n->name)->name, n->name->pos, type, tag_text(c, n->tag), false);
    }
    t->strct.fields = f.list.at;
    t->strct.n = f.list.n;
    t->strct.tags = f.tags.n ? f.tags.at : NULL;
    return t;
}
