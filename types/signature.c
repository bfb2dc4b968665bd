// signature.c: function types: receivers, parameters, results, and the scope that holds them.
// Sources: Go specification, "Function types", "Method declarations".
#include "types/checker.h"

typedef struct Params {
    VEC(Object *) vars;
    VEC(Node *) names; // IDENT or NULL, one for each
    bool variadic;
} Params;

static void collect_params(Checker *c, Params *p, NodeList list, bool is_result)
{
    Type *type = c->invalid;
    Node *previous = NULL;
    for (int i = 0; i < list.n; i++) {
        Field *f = AS(Field, FIELD, list.at[i]);
        if (f->type != previous || i == 0) {
            previous = f->type;
            Node *e = f->type;
            if (node_is(e, NODE_DOTS_TYPE)) {
                e = AS(DotsTypeExpr, DOTS_TYPE, e)->elem;
                if (!is_result && i == list.n - 1)
                    p->variadic = true;
                else
                    check_error(c, error_pos(f->type), "invalid use of ...");
            }
            type = check_var_type(c, e);
        }
        Name name = f->name ? AS(Ident, IDENT, f->name)->name : intern_text(c->names, "");
        Object *o = object_new(c, OBJ_VAR, f->name ? f->name->pos : f->node.pos, c->env.pkg, name, type);
        o->var.is_param = !is_result;
        o->var.is_result = is_result;
        o->var.index = i;
        info_set_implicit(c->info, &f->node, o);
        vec_push(&p->vars, c->arena, o);
        vec_push(&p->names, c->arena, f->name);
    }
    if (p->variadic) {
        // The type after the dots was checked; the parameter is a slice of it.
        Object *last = vec_last(&p->vars);
        Type *slice = type_new(c, TYPE_SLICE);
        slice->elem = last->type;
        last->type = slice;
        record_type(c, AS(Field, FIELD, list.at[list.n - 1])->type, MODE_TYPE, slice, NULL);
    }
}

static void declare_params(Checker *c, Params *p, Pos scope_pos)
{
    for (int i = 0; i < p->vars.n; i++)
        if (p->names.at[i])
            declare(c, c->env.scope, p->names.at[i], p->vars.at[i], scope_pos);
}

// -- receivers

typedef struct RecvCheck {
    Pos pos;
    Object *recv;
} RecvCheck;

static void run_valid_recv(Checker *c, void *data)
{
    RecvCheck *r = data;
    bool is_ptr;
    Type *base = type_deref(r->recv->type, &is_ptr);
    Type *t = type_unalias(base);
    if (!type_is_valid(t))
        return;
    if (t->kind == TYPE_BASIC || (t->kind == TYPE_NAMED && t->named.obj->pkg != c->env.pkg)) {
        check_error(c, r->pos, "cannot define new methods on non-local type %s", type_text(c, base));
        return;
    }
    if (t->kind != TYPE_NAMED) {
        check_error(c, r->pos, "invalid receiver type %s", type_text(c, r->recv->type));
        return;
    }
    Type *u = type_under(t);
    const char *cause = NULL;
    if (type_is_unsafe_pointer(u))
        cause = "unsafe.Pointer";
    else if (u->kind == TYPE_POINTER || u->kind == TYPE_INTERFACE)
        cause = "pointer or interface type";
    if (cause)
        check_error(c, r->pos, "invalid receiver type %s (%s)", type_text(c, base), cause);
}

static Object *collect_recv(Checker *c, Field *f)
{
    bool ptr, generic;
    Node *base = unpack_receiver(f->type, &ptr, &generic);
    Type *type = check_var_type(c, f->type);
    Name name = f->name ? AS(Ident, IDENT, f->name)->name : intern_text(c->names, "");
    Object *recv = object_new(c, OBJ_VAR, f->name ? f->name->pos : f->node.pos, c->env.pkg, name, type);
    recv->var.is_recv = true;
    info_set_implicit(c->info, &f->node, recv);
    RecvCheck *r = ARENA_NEW(c->arena, RecvCheck);
    r->pos = error_pos(base);
    r->recv = recv;
    check_later(c, run_valid_recv, r); // needs the underlying type
    return recv;
}

static Type *tuple_of(Checker *c, Params *p)
{
    return p->vars.n ? type_new_tuple(c, p->vars.at, p->vars.n) : c->empty_tuple;
}

void check_func_type(Checker *c, Type *sig, Node *recv, Node *func_type)
{
    FuncTypeExpr *e = AS(FuncTypeExpr, FUNC_TYPE, func_type);
    Scope *outer = c->env.scope;
    Scope *scope = scope_new(c->arena, outer);
    scope->is_func = true;
    c->env.scope = scope;
    sig->sig.scope = scope;

    Object *receiver = recv ? collect_recv(c, AS(Field, FIELD, recv)) : NULL;
    Params params = {0}, results = {0};
    collect_params(c, &params, e->params, false);
    collect_params(c, &results, e->results, true);

    Pos scope_pos = node_end(func_type);
    if (receiver && AS(Field, FIELD, recv)->name)
        declare(c, scope, AS(Field, FIELD, recv)->name, receiver, scope_pos);
    declare_params(c, &params, scope_pos);
    declare_params(c, &results, scope_pos);

    sig->sig.recv = receiver;
    sig->sig.params = tuple_of(c, &params);
    sig->sig.results = tuple_of(c, &results);
    sig->sig.variadic = params.variadic;
    c->env.scope = outer;
}
