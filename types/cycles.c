// cycles.c: declarations that depend on themselves: which cycles are allowed, and the reports of those that are not.
// Invariants: c->path holds the objects whose types are being made, outermost first; an object that is asked for while it is on
//   the path closes a cycle.
// Sources: Go specification, "Type declarations", "Package initialization", "Size and alignment guarantees".
#include <stdlib.h>

#include "types/checker.h"

int check_path_index(Checker *c, Object *o)
{
    for (int i = c->path.n - 1; i >= 0; i--)
        if (c->path.at[i] == o)
            return i;
    return -1;
}

static const char *qualified_name(Checker *c, Object *o)
{
    if (o->pkg && o->pkg != c->env.pkg && o->pkg->name)
        return text_printf(c, "%s.%s", o->pkg->name->text, o->name->text);
    return o->name->text;
}

static int first_in_source(Object **cycle, int n)
{
    int first = 0;
    for (int i = 1; i < n; i++)
        if (cycle[i]->pos < cycle[first]->pos)
            first = i;
    return first;
}

// Reports the cycle, beginning with cycle[start].
static void report_cycle(Checker *c, Object **cycle, int n, int start)
{
    Object *o = cycle[start];
    bool is_type = o->kind == OBJ_TYPE_NAME;
    if (is_type && o->type && o->type->kind == TYPE_ALIAS)
        o->type->alias.actual = c->invalid; // no follow-on errors from its uses
    if (n == 1) {
        check_error(c, o->pos, is_type ? "invalid recursive type: %s refers to itself" : "invalid cycle in declaration: %s refers to itself",
                    qualified_name(c, o));
        return;
    }
    Buf text = {0};
    buf_printf(&text, is_type ? "invalid recursive type %s" : "invalid cycle in declaration of %s", qualified_name(c, o));
    for (int i = 0; i < n; i++) {
        Object *next = cycle[(start + i + 1) % n];
        buf_printf(&text, "\n\t%s: %s refers to %s", pos_text(c, o->pos), qualified_name(c, o), qualified_name(c, next));
        o = next;
    }
    check_error(c, o->pos, "%s", text.ptr);
    buf_done(&text);
}

bool check_valid_cycle(Checker *c, Object *o)
{
    int start = check_path_index(c, o);
    if (start < 0)
        return true;
    Object **cycle = c->path.at + start;
    int n = c->path.n - start, n_values = 0, n_defined = 0;
    for (int i = 0; i < n; i++) {
        if (cycle[i]->kind == OBJ_CONST || cycle[i]->kind == OBJ_VAR)
            n_values++;
        else if (cycle[i]->kind == OBJ_TYPE_NAME && !cycle[i]->type_name.is_alias)
            n_defined++;
    }
    // Constants and variables alone: reported when the initialization order is made.
    if (n_values == n)
        return true;
    // Types (and functions) alone need one definition among them; aliases alone would expand for ever.
    if (n_values == 0 && n_defined > 0)
        return true;
    report_cycle(c, cycle, n, first_in_source(cycle, n));
    return false;
}

bool check_is_complete(Checker *c, Type *t)
{
    // Names are followed, since `type A B; type B [unsafe.Sizeof(A{})]int` asks for A, which has no underlying type while B is made.
    for (int steps = 0; t && steps < 1000000; steps++) {
        Object *o;
        Type *next;
        if (t->kind == TYPE_ALIAS) {
            o = t->alias.obj;
            next = t->alias.actual;
        } else if (t->kind == TYPE_NAMED) {
            if (t->named.underlying)
                return true;
            o = t->named.obj;
            next = t->named.from_rhs;
        } else {
            return true;
        }
        int start = check_path_index(c, o);
        if (start >= 0) {
            int n = c->path.n - start;
            report_cycle(c, c->path.at + start, n, first_in_source(c->path.at + start, n));
            return false;
        }
        t = next;
    }
    return true;
}

static bool has_var_size(Checker *c, Type *t)
{
    t = type_unalias(t);
    switch ((TypeKind)t->kind) {
    case TYPE_NAMED: {
        if (t->named.var_size)
            return t->named.var_size == 2;
        Object *o = t->named.obj;
        int start = check_path_index(c, o);
        if (start >= 0) {
            int n = c->path.n - start;
            report_cycle(c, c->path.at + start, n, first_in_source(c->path.at + start, n));
            return true;
        }
        vec_push(&c->path, c->arena, o);
        bool variable = t->named.from_rhs && check_has_var_size(c, t->named.from_rhs);
        (void)vec_pop(&c->path);
        if (!t->named.var_size)
            t->named.var_size = variable ? 2 : 1;
        return variable;
    }
    case TYPE_ARRAY:
        return check_has_var_size(c, t->array.elem);
    case TYPE_STRUCT:
        for (int i = 0; i < t->strct.n; i++)
            if (check_has_var_size(c, t->strct.fields[i]->type))
                return true;
        return false;
    case TYPE_TYPE_PARAM:
        return true;
    default:
        return false;
    }
}

bool check_has_var_size(Checker *c, Type *t)
{
    if (!check_room(c, NO_POS))
        return true;
    bool variable = has_var_size(c, t);
    return variable;
}

// -- types that would be infinitely large

typedef VEC(Object *) Nest; // type names, each holding the next one in its memory

// Whether t can be laid out inside the types of the nest; else the cycle is reported.
static bool valid_in(Checker *c, Type *t, Nest *nest);

static bool valid_named(Checker *c, Type *t, Nest *nest)
{
    if (t->named.valid || !t->named.from_rhs)
        return true;
    for (int i = nest->n - 1; i >= 0; i--) {
        if (nest->at[i] != t->named.obj)
            continue;
        t->named.from_rhs = c->invalid;
        t->named.underlying = c->invalid;
        report_cycle(c, nest->at + i, nest->n - i, 0);
        return false;
    }
    vec_push(nest, c->arena, t->named.obj);
    bool valid = valid_in(c, t->named.from_rhs, nest);
    (void)vec_pop(nest);
    t->named.valid = valid;
    return valid;
}

static bool valid_parts(Checker *c, Type *t, Nest *nest)
{
    t = type_unalias(t);
    switch ((TypeKind)t->kind) {
    case TYPE_ARRAY:
        return valid_in(c, t->array.elem, nest);
    case TYPE_STRUCT:
        for (int i = 0; i < t->strct.n; i++)
            if (!valid_in(c, t->strct.fields[i]->type, nest))
                return false;
        return true;
    case TYPE_UNION:
        for (int i = 0; i < t->union_.n; i++)
            if (!valid_in(c, t->union_.terms[i].type, nest))
                return false;
        return true;
    case TYPE_INTERFACE:
        for (int i = 0; i < t->iface.n_embedded; i++)
            if (!valid_in(c, t->iface.embedded[i], nest))
                return false;
        return true;
    case TYPE_NAMED:
        return valid_named(c, t, nest);
    default:
        return true;
    }
}

static bool valid_in(Checker *c, Type *t, Nest *nest)
{
    if (!check_room(c, NO_POS))
        return false;
    bool valid = valid_parts(c, t, nest);
    return valid;
}

void check_valid_type(Checker *c, Type *named)
{
    Nest nest = {0};
    valid_in(c, named, &nest);
}

// -- type A B; type B A

enum { DIRECT_DONE = 1, DIRECT_ON_PATH = 2 };

static Object *direct_next(Package *pkg, Object *o)
{
    TypeDecl *d = AS(TypeDecl, TYPE_DECL, o->decl->node);
    if (!node_is(d->type, NODE_IDENT))
        return NULL;
    Object *next = scope_find(pkg->scope, AS(Ident, IDENT, d->type)->name);
    return next && next->kind == OBJ_TYPE_NAME && next->decl ? next : NULL;
}

void check_direct_cycles(Checker *c, Package *pkg)
{
    HashMap marks = {0};
    for (int i = 0; i < pkg->objects.n; i++) {
        Object *o = pkg->objects.at[i];
        if (o->kind != OBJ_TYPE_NAME)
            continue;
        VEC(Object *) path = {0};
        for (; o; o = direct_next(pkg, o)) {
            uintptr_t mark = (uintptr_t)hashmap_get(&marks, o);
            if (mark == DIRECT_DONE)
                break;
            if (mark == DIRECT_ON_PATH) {
                int start = 0;
                while (path.at[start] != o)
                    start++;
                o->type = c->invalid;
                report_cycle(c, path.at + start, path.n - start, first_in_source(path.at + start, path.n - start));
                break;
            }
            hashmap_set(&marks, c->arena, o, (void *)(uintptr_t)DIRECT_ON_PATH);
            vec_push(&path, c->arena, o);
        }
        for (int k = 0; k < path.n; k++)
            hashmap_set(&marks, c->arena, path.at[k], (void *)(uintptr_t)DIRECT_DONE);
    }
}

// -- interface literals that contain themselves through their methods: legal to the specification, refused by the reference

typedef struct AnonymousCycles {
    Checker *c;
    HashMap state; // interface type -> 1: known to be fine; 2: being visited
} AnonymousCycles;

static bool reaches_itself(AnonymousCycles *a, Type *t);

static bool methods_reach(AnonymousCycles *a, Type *iface)
{
    TypeSet *s = type_set(a->c, iface, NO_POS);
    for (int i = 0; i < typeset_n_methods(s); i++)
        if (reaches_itself(a, typeset_method(s, i)->type))
            return true;
    return false;
}

static bool tuple_reaches(AnonymousCycles *a, Type *tuple)
{
    for (int i = 0; i < tuple->tuple.n; i++)
        if (reaches_itself(a, tuple->tuple.vars[i]->type))
            return true;
    return false;
}

static bool visit_anonymous(AnonymousCycles *a, Type *t)
{
    t = t ? type_unalias(t) : a->c->invalid;
    switch ((TypeKind)t->kind) {
    case TYPE_POINTER:
    case TYPE_SLICE:
        return reaches_itself(a, t->elem);
    case TYPE_ARRAY:
        return reaches_itself(a, t->array.elem);
    case TYPE_CHAN:
        return reaches_itself(a, t->chan.elem);
    case TYPE_MAP:
        return reaches_itself(a, t->map.key) || reaches_itself(a, t->map.elem);
    case TYPE_STRUCT:
        for (int i = 0; i < t->strct.n; i++)
            if (reaches_itself(a, t->strct.fields[i]->type))
                return true;
        return false;
    case TYPE_SIGNATURE:
        return tuple_reaches(a, t->sig.params) || tuple_reaches(a, t->sig.results);
    case TYPE_INTERFACE: {
        if (t->iface.n_methods == 0 && t->iface.n_embedded == 0)
            return false;
        uintptr_t state = (uintptr_t)hashmap_get(&a->state, t);
        if (state)
            return state == 2;
        hashmap_set(&a->state, a->c->arena, t, (void *)(uintptr_t)2);
        if (methods_reach(a, t))
            return true;
        hashmap_set(&a->state, a->c->arena, t, (void *)(uintptr_t)1);
        return false;
    }
    default:
        return false;
    }
}

static bool reaches_itself(AnonymousCycles *a, Type *t)
{
    if (!check_room(a->c, NO_POS))
        return false;
    bool found = visit_anonymous(a, t);
    return found;
}

static int by_node_position(const void *a, const void *b)
{
    const Node *x = *(Node *const *)a, *y = *(Node *const *)b;
    return x->pos < y->pos ? -1 : x->pos > y->pos;
}

void check_anonymous_cycles(Checker *c, int from)
{
    AnonymousCycles a = {.c = c};
    if (c->interfaces.n - from > 1)
        qsort(c->interfaces.at + from, (size_t)(c->interfaces.n - from), sizeof(Node *), by_node_position);
    for (int i = from; i < c->interfaces.n; i++) {
        Node *n = c->interfaces.at[i];
        Type *t = info_type(c->info, n).type;
        if (!t || t->kind != TYPE_INTERFACE || !methods_reach(&a, t))
            continue;
        check_error(c, n->pos, "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
        for (uint32_t k = 0; k < a.state.cap; k++) // one report for each cycle
            if (a.state.slots[k].key)
                a.state.slots[k].value = (void *)(uintptr_t)1;
    }
}
