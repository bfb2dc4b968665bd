// methodset.c: all methods of a type: those whose names anything embedded brings in, as far as a selector would find them.
// Sources: Go specification, "Method sets".
#include <stdlib.h>

#include "types/checker.h"

typedef struct Collector {
    Checker *c;
    VEC(Object *) names; // candidates
    VEC(Type *) todo;    // types to be looked into
    HashMap seen;        // types that were
} Collector;

static void add_type(Collector *m, Type *t)
{
    bool is_pointer;
    t = type_unalias(type_deref(t, &is_pointer));
    void **at = hashmap_at(&m->seen, m->c->arena, t);
    if (*at)
        return;
    *at = t;
    vec_push(&m->todo, m->c->arena, t);
}

static void collect_from(Collector *m, Type *t)
{
    Arena *a = m->c->arena;
    if (t->kind == TYPE_NAMED) {
        type_read_methods(t, NULL);
        for (int i = 0; i < t->named.n_methods; i++)
            vec_push(&m->names, a, t->named.methods[i]);
    }
    Type *u = type_under(t);
    if (u->kind == TYPE_STRUCT) {
        for (int i = 0; i < u->strct.n; i++)
            if (u->strct.fields[i]->var.embedded && u->strct.fields[i]->type)
                add_type(m, u->strct.fields[i]->type);
    } else if (u->kind == TYPE_INTERFACE) {
        TypeSet *set = type_set(m->c, u, NO_POS);
        for (int i = 0; i < typeset_n_methods(set); i++)
            vec_push(&m->names, a, typeset_method(set, i));
    }
}

static int by_name(const void *a, const void *b)
{
    return object_compare(*(Object *const *)a, *(Object *const *)b);
}

MethodSetEntry *method_set(Checker *c, Type *t, int *n)
{
    Collector m = {.c = c};
    add_type(&m, t);
    for (int i = 0; i < m.todo.n; i++)
        collect_from(&m, m.todo.at[i]);
    if (m.names.n)
        qsort(m.names.at, (size_t)m.names.n, sizeof m.names.at[0], by_name);
    MethodSetEntry *set = ARENA_ARRAY(c->arena, MethodSetEntry, m.names.n ? m.names.n : 1);
    *n = 0;
    for (int i = 0; i < m.names.n; i++) {
        Object *o = m.names.at[i];
        if (i && object_compare(m.names.at[i - 1], o) == 0)
            continue;
        Found f = lookup_member(c, t, false, o->pkg, o->name, false);
        if (!f.obj || f.obj->kind != OBJ_FUNC)
            continue;
        ensure_resolved(c, f.obj);
        set[(*n)++] = (MethodSetEntry){f.obj, f.path, f.n_path, f.indirect};
    }
    return set;
}

Object **interface_methods(Checker *c, Type *iface, int *n)
{
    *n = 0;
    Type *u = type_under(iface);
    if (u->kind != TYPE_INTERFACE)
        return NULL;
    TypeSet *set = type_set(c, u, NO_POS);
    *n = typeset_n_methods(set);
    Object **methods = ARENA_ARRAY(c->arena, Object *, *n ? *n : 1);
    for (int i = 0; i < *n; i++)
        methods[i] = typeset_method(set, i);
    if (*n)
        qsort(methods, (size_t)*n, sizeof methods[0], by_name);
    return methods;
}
