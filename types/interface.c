// interface.c: interface types: their methods and embedded elements; unions of type terms.
// Sources: Go specification, "Interface types".
#include <stdlib.h>

#include "types/checker.h"

// -- unions

enum { TERMS_MAX = 100 };

typedef struct UnionCheck {
    UnionTerm *terms;
    Node **exprs;
    int n;
} UnionCheck;

// Terms are shown with their package's name, even this package's.
static const char *term_text(Checker *c, const UnionTerm *t)
{
    Buf b = {0};
    type_print(&b, t->type, NULL);
    const char *text = text_printf(c, "%s%s", t->tilde ? "~" : "", b.ptr ? b.ptr : "");
    buf_done(&b);
    return text;
}

static bool terms_disjoint(const UnionTerm *x, const UnionTerm *y)
{
    Type *ux = y->tilde ? type_under(x->type) : x->type;
    Type *uy = x->tilde ? type_under(y->type) : y->type;
    return !types_identical(ux, uy);
}

static void check_interface_term(Checker *c, Node *e, const UnionTerm *t, Type *iface)
{
    TypeSet *s = type_set(c, iface, NO_POS);
    const char *text = term_text(c, t);
    if (typeset_n_methods(s))
        check_error(c, error_pos(e), "cannot use %s in union (%s contains methods)", text, text);
    else if (t->type == c->comparable_type)
        check_error(c, error_pos(e), "cannot use comparable in union");
    else if (typeset_embeds_comparable(s))
        check_error(c, error_pos(e), "cannot use %s in union (%s embeds comparable)", text, text);
}

static void run_union(Checker *c, void *data)
{
    UnionCheck *u = data;
    for (int i = 0; i < u->n; i++) {
        UnionTerm *t = &u->terms[i];
        Node *e = u->exprs[i];
        if (!type_is_valid(t->type))
            continue;
        Type *under = type_under(t->type);
        bool is_iface = under->kind == TYPE_INTERFACE;
        if (t->tilde && is_iface) {
            check_error(c, error_pos(e), "invalid use of ~ (%s is an interface)", type_text(c, t->type));
            continue;
        }
        if (t->tilde && !types_identical(under, t->type)) {
            check_error(c, error_pos(e), "invalid use of ~ (underlying type of %s is %s)", type_text(c, t->type), type_text(c, under));
            continue;
        }
        if (is_iface) {
            check_interface_term(c, e, t, under);
            continue;
        }
        for (int k = 0; k < i; k++) {
            if (!type_is_valid(u->terms[k].type) || type_under(u->terms[k].type)->kind == TYPE_INTERFACE)
                continue;
            if (!terms_disjoint(&u->terms[k], t)) {
                check_error(c, error_pos(e), "overlapping terms %s and %s", term_text(c, t), term_text(c, &u->terms[k]));
                break;
            }
        }
    }
}

// `A | B` is parsed as ((A | B) | C): the operators from the left, and the terms between them.
static void flatten_union(Checker *c, Node *e, NodeList *operators, NodeList *terms)
{
    int n = 1;
    for (Node *x = e; node_is(x, NODE_BINARY_EXPR) && AS(BinaryExpr, BINARY_EXPR, x)->op == TOK_OR; x = AS(BinaryExpr, BINARY_EXPR, x)->x)
        n++;
    terms->at = ARENA_ARRAY(c->arena, Node *, n);
    operators->at = ARENA_ARRAY(c->arena, Node *, n);
    terms->n = n;
    operators->n = n - 1;
    for (int i = n - 1; i > 0; i--) {
        BinaryExpr *b = AS(BinaryExpr, BINARY_EXPR, e);
        operators->at[i - 1] = e;
        terms->at[i] = b->y;
        e = b->x;
    }
    terms->at[0] = e;
}

static UnionTerm parse_term(Checker *c, Node *e)
{
    UnionTerm t = {0};
    Node *x = e;
    if (node_is(e, NODE_UNARY_EXPR) && AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_TILDE) {
        t.tilde = true;
        x = AS(UnaryExpr, UNARY_EXPR, e)->x;
    }
    t.type = check_type(c, x);
    if (t.tilde) {
        Type *u = type_new(c, TYPE_UNION);
        u->union_.terms = ARENA_NEW(c->arena, UnionTerm);
        u->union_.terms[0] = t;
        u->union_.n = 1;
        record_type(c, e, MODE_TYPE, u, NULL);
    }
    return t;
}

// An embedded element: a type, or a union.
static Type *parse_element(Checker *c, Node *e)
{
    NodeList operators, exprs;
    flatten_union(c, e, &operators, &exprs);
    UnionTerm *terms = ARENA_ARRAY(c->arena, UnionTerm, exprs.n);
    Type *u = NULL;
    int n = 0;
    for (int i = 0; i < exprs.n; i++) {
        UnionTerm t = parse_term(c, exprs.at[i]);
        if (exprs.n == 1 && !t.tilde)
            return t.type;
        if (n >= TERMS_MAX) {
            if (u && type_is_valid(u)) {
                check_error(c, error_pos(exprs.at[i]), "cannot handle more than %d union terms (implementation limitation)", TERMS_MAX);
                u = c->invalid;
            }
        } else {
            terms[n++] = t;
            u = type_new(c, TYPE_UNION);
            u->union_.terms = terms;
            u->union_.n = n;
        }
        if (i > 0)
            record_type(c, operators.at[i - 1], MODE_TYPE, u, NULL);
    }
    if (!u || !type_is_valid(u))
        return c->invalid;
    UnionCheck *check = ARENA_NEW(c->arena, UnionCheck);
    *check = (UnionCheck){terms, exprs.at, n};
    check_later(c, run_union, check);
    return u;
}

// -- interfaces

typedef struct IfaceCheck {
    Type *type;
    Pos pos;
} IfaceCheck;

static void run_type_set(Checker *c, void *data)
{
    IfaceCheck *i = data;
    type_set(c, i->type, i->pos);
}

static Object *new_method(Checker *c, Type *iface, Field *f, Object *def)
{
    Name name = AS(Ident, IDENT, f->name)->name;
    if (name == c->blank) {
        check_error(c, f->name->pos, "methods must have a unique non-blank name");
        return NULL;
    }
    Type *sig = check_type(c, f->type);
    if (sig->kind != TYPE_SIGNATURE) {
        if (type_is_valid(sig))
            check_error(c, error_pos(f->type), "%s is not a method signature", type_text(c, sig));
        return NULL;
    }
    // Messages name the receiver: by the declared type where there is one.
    Type *recv_type = iface;
    if (def && def->type && def->type->kind == TYPE_NAMED)
        recv_type = def->type;
    sig->sig.recv = object_new(c, OBJ_VAR, f->name->pos, c->env.pkg, intern_text(c->names, ""), recv_type);
    sig->sig.recv->var.is_recv = true;
    Object *m = object_new(c, OBJ_FUNC, f->name->pos, c->env.pkg, name, sig);
    m->func.is_interface_method = true;
    m->func.node = &f->node;
    m->func.body_checked = true;
    record_def(c, f->name, m);
    return m;
}

Type *check_interface_type(Checker *c, Node *node, Object *def)
{
    InterfaceTypeExpr *e = AS(InterfaceTypeExpr, INTERFACE_TYPE, node);
    Type *t = type_new(c, TYPE_INTERFACE);
    VEC(Object *) methods = {0};
    VEC(Type *) embedded = {0};
    VEC(Pos) embedded_pos = {0};
    bool nested = c->env.in_interface;
    c->env.in_interface = true;
    for (int i = 0; i < e->methods.n; i++) {
        Field *f = AS(Field, FIELD, e->methods.at[i]);
        if (!f->name) {
            Pos pos = error_pos(f->type);
            Type *elem = parse_element(c, f->type);
            vec_push(&embedded, c->arena, elem);
            vec_push(&embedded_pos, c->arena, pos);
            continue;
        }
        Object *m = new_method(c, t, f, def);
        if (m)
            vec_push(&methods, c->arena, m);
    }
    c->env.in_interface = nested;
    sort_methods(methods.at, methods.n);
    t->iface.methods = methods.at;
    t->iface.n_methods = methods.n;
    t->iface.embedded = embedded.at;
    t->iface.embedded_pos = embedded_pos.at;
    t->iface.n_embedded = embedded.n;
    t->iface.complete = true;
    if (methods.n || embedded.n) {
        if (!c->env.pkg->is_std && !nested)
            vec_push(&c->interfaces, c->arena, node);
        IfaceCheck *check = ARENA_NEW(c->arena, IfaceCheck);
        check->type = t;
        check->pos = node->pos;
        check_later(c, run_type_set, check); // for its errors
    }
    return t;
}
