// typeset.c: what an interface stands for: all its methods, with those of embedded interfaces, and the types it is limited to.
// Invariants: a set is made once, when first asked for a complete interface; methods are sorted by name (exported first, then by
//   package). terms hold no two terms that overlap. comparable only together with the terms of all types.
// Sources: Go specification, "Interface types" ("General interfaces"); R. Griesemer et al., "Featherweight Go", OOPSLA 2020.
#include <stdlib.h>

#include "types/checker.h"

struct TypeSet {
    Checker *c; // that made it
    Object **methods;
    int n_methods;
    bool all; // no limit by terms
    bool comparable;
    UnionTerm *terms; // unless all
    int n_terms;
};

static TypeSet top_set = {.all = true};

// -- terms

typedef struct Terms {
    bool all;
    VEC(UnionTerm) list;
} Terms;

static bool disjoint(const UnionTerm *x, const UnionTerm *y)
{
    Type *ux = y->tilde ? type_under(x->type) : x->type;
    Type *uy = x->tilde ? type_under(y->type) : y->type;
    return !types_identical(ux, uy);
}

static void terms_add(Checker *c, Terms *t, UnionTerm term)
{
    if (t->all)
        return;
    for (int i = 0; i < t->list.n; i++)
        if (!disjoint(&t->list.at[i], &term)) {
            if (term.tilde)
                t->list.at[i] = term; // ~T holds T
            return;
        }
    vec_push(&t->list, c->arena, term);
}

static void terms_add_set(Checker *c, Terms *t, const TypeSet *s)
{
    if (s->all)
        t->all = true;
    for (int i = 0; i < s->n_terms; i++)
        terms_add(c, t, s->terms[i]);
}

static void terms_intersect(Checker *c, Terms *x, const Terms *y)
{
    if (y->all)
        return;
    if (x->all) {
        *x = *y;
        return;
    }
    Terms r = {0};
    for (int i = 0; i < x->list.n; i++)
        for (int k = 0; k < y->list.n; k++)
            if (!disjoint(&x->list.at[i], &y->list.at[k]))
                terms_add(c, &r, x->list.at[i].tilde ? y->list.at[k] : x->list.at[i]);
    *x = r;
}

// -- methods

static int compare_methods(const void *a, const void *b)
{
    return object_compare(*(Object *const *)a, *(Object *const *)b);
}

void sort_methods(Object **at, int n)
{
    if (n > 1)
        qsort(at, (size_t)n, sizeof *at, compare_methods);
}

typedef struct Methods {
    Checker *c;
    VEC(Object *) list;
    VEC(Pos) pos;     // of the method, or of the interface that brings it in
    HashMap by_name;  // Name -> 1 + index of the first of that name
} Methods;

typedef struct DuplicateCheck {
    Object *method, *other;
    Pos pos, other_pos;
} DuplicateCheck;

static void report_duplicate(Checker *c, const DuplicateCheck *d)
{
    check_error(c, d->pos, "duplicate method %s\n\t%s: other declaration of method %s", d->method->name->text, pos_text(c, d->other_pos),
                d->method->name->text);
}

static void run_duplicate(Checker *c, void *data)
{
    DuplicateCheck *d = data;
    if (d->pos && !types_identical(d->method->type, d->other->type))
        report_duplicate(c, d);
}

static int find_method(const Methods *m, const Object *o)
{
    uintptr_t first = (uintptr_t)hashmap_get(&m->by_name, o->name);
    if (!first)
        return -1;
    for (int i = (int)first - 1; i < m->list.n; i++)
        if (object_same_id(m->list.at[i], o->pkg, o->name, false))
            return i;
    return -1;
}

static void add_set_method(Methods *m, Pos pos, Object *o, bool is_explicit)
{
    Checker *c = m->c;
    int i = find_method(m, o);
    if (i < 0) {
        void **at = hashmap_at(&m->by_name, c->arena, o->name);
        if (!*at)
            *at = (void *)(uintptr_t)(m->list.n + 1);
        vec_push(&m->list, c->arena, o);
        vec_push(&m->pos, c->arena, pos);
        return;
    }
    if (m->list.at[i] == o)
        return; // the same through two embedded interfaces
    DuplicateCheck d = {o, m->list.at[i], pos, m->pos.at[i]};
    if (is_explicit) {
        report_duplicate(c, &d);
        return;
    }
    DuplicateCheck *later = ARENA_NEW(c->arena, DuplicateCheck);
    *later = d;
    check_later(c, run_duplicate, later); // the signatures may not stand yet
}

// -- sets

static void union_terms(Checker *c, Type *u, Pos pos, Terms *terms)
{
    for (int i = 0; i < u->union_.n; i++) {
        UnionTerm t = u->union_.terms[i];
        Type *under = type_under(t.type);
        if (under->kind == TYPE_INTERFACE)
            terms_add_set(c, terms, type_set(c, under, pos));
        else if (type_is_valid(under) && !(t.tilde && !types_identical(t.type, under)))
            terms_add(c, terms, t);
    }
    if (terms->list.n > 100) {
        check_error(c, pos, "cannot handle more than 100 union terms (implementation limitation)");
        terms->all = true;
    }
}

// Limits the set by one embedded element; its methods are added.
static void add_embedded(Methods *m, Type *elem, Pos pos, Terms *terms, bool *comparable)
{
    Checker *c = m->c;
    Type *u = type_under(elem);
    Terms own = {0};
    bool own_comparable = false;
    if (u->kind == TYPE_INTERFACE) {
        TypeSet *s = type_set(c, u, pos);
        own_comparable = s->comparable;
        for (int i = 0; i < s->n_methods; i++)
            add_set_method(m, pos, s->methods[i], false);
        terms_add_set(c, &own, s);
    } else if (u->kind == TYPE_UNION) {
        union_terms(c, u, pos, &own);
    } else if (type_is_valid(u)) {
        terms_add(c, &own, (UnionTerm){.type = elem});
    } else {
        return;
    }
    terms_intersect(c, terms, &own);
    *comparable |= own_comparable;
    if (!*comparable || terms->all)
        return;
    int n = 0;
    for (int i = 0; i < terms->list.n; i++)
        if (type_comparable(c, terms->list.at[i].type, NULL))
            terms->list.at[n++] = terms->list.at[i];
    terms->list.n = n;
    *comparable = false;
}

TypeSet *type_set(Checker *c, Type *iface, Pos pos)
{
    InterfaceInfo *t = &iface->iface;
    if (t->set)
        return t->set;
    if (!t->complete || !check_room(c, pos))
        return &top_set;
    TypeSet *s = ARENA_NEW(c->arena, TypeSet);
    s->c = c;
    s->all = true;
    t->set = s; // an interface that embeds itself finds this one; valid_type reports it
    if (c->comparable_type && type_under(c->comparable_type) == iface)
        s->comparable = true;
    Methods m = {.c = c};
    for (int i = 0; i < t->n_methods; i++)
        add_set_method(&m, t->methods[i]->pos, t->methods[i], true);
    Terms terms = {.all = true};
    bool comparable = s->comparable;
    for (int i = 0; i < t->n_embedded; i++)
        add_embedded(&m, t->embedded[i], t->embedded_pos ? t->embedded_pos[i] : NO_POS, &terms, &comparable);
    sort_methods(m.list.at, m.list.n);
    s->methods = m.list.at;
    s->n_methods = m.list.n;
    s->all = terms.all;
    s->comparable = comparable;
    s->terms = terms.list.at;
    s->n_terms = terms.all ? 0 : terms.list.n;
    return s;
}

int typeset_n_methods(TypeSet *s)
{
    return s->n_methods;
}

Object *typeset_method(TypeSet *s, int i)
{
    return s->methods[i];
}

// Same letters but for their case, in ASCII; other letters must be the same.
Object *typeset_find(TypeSet *s, Package *pkg, Name name, bool fold_case)
{
    for (int i = 0; i < s->n_methods; i++) {
        Object *m = s->methods[i];
        if (object_same_id(m, pkg, name, fold_case))
            return m;
    }
    return NULL;
}

bool typeset_is_comparable(TypeSet *s)
{
    if (s->all)
        return s->comparable;
    for (int i = 0; i < s->n_terms; i++)
        if (!type_comparable(s->c, s->terms[i].type, NULL))
            return false;
    return true;
}

bool typeset_embeds_comparable(TypeSet *s)
{
    return s->comparable;
}

bool typeset_is_all(TypeSet *s)
{
    return s->all && !s->comparable && s->n_methods == 0;
}

bool typeset_is_method_set(TypeSet *s)
{
    return s->all && !s->comparable;
}
