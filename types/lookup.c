// lookup.c: fields and methods by name, through embedded fields, shallowest first.
// Sources: Go specification, "Selectors", "Struct types".
#include <string.h>

#include "types/checker.h"

typedef struct Embedded { // a type at the depth being searched
    Type *type;
    const struct Embedded *outer; // the embedded field's struct; NULL at depth 0
    int index;                    // of the embedded field in it
    int depth;
    bool indirect;  // a pointer was followed on the way
    bool multiples; // the type is embedded several times at this depth: what is found in it is ambiguous
} Embedded;

typedef VEC(Embedded *) Level;

// Defined types searched at a shallower depth hide themselves further down.
typedef struct Seen {
    Type *few[8];
    int n;
    HashMap many;
} Seen;

static bool is_seen(const Seen *seen, Type *t)
{
    for (int i = 0; i < seen->n; i++)
        if (seen->few[i] == t || (t->named.type_args.n && types_identical(seen->few[i], t)))
            return true;
    return hashmap_get(&seen->many, t) != NULL;
}

static void add_seen(Checker *c, Seen *seen, Type *t)
{
    if (seen->n < (int)(sizeof seen->few / sizeof seen->few[0]))
        seen->few[seen->n++] = t;
    else
        hashmap_set(&seen->many, c->arena, t, t);
}

static void set_path(Checker *c, Found *f, const Embedded *e, int last)
{
    f->n_path = e->depth + 1;
    f->path = ARENA_ARRAY(c->arena, int, f->n_path);
    f->path[e->depth] = last;
    for (; e->outer; e = e->outer)
        f->path[e->depth - 1] = e->index;
}

// Takes o, found in e at index. false: a second one at this depth.
static bool take(Checker *c, Found *f, const Embedded *e, Object *o, int index)
{
    bool ambiguous = f->obj || e->multiples;
    set_path(c, f, e, index);
    f->obj = ambiguous ? NULL : o;
    f->indirect = !ambiguous && e->indirect;
    return !ambiguous;
}

static void add_embedded(Checker *c, Level *next, const Embedded *e, Type *type, int index)
{
    bool is_pointer;
    Embedded *n = ARENA_NEW(c->arena, Embedded);
    n->type = type_deref(type, &is_pointer);
    n->outer = e;
    n->index = index;
    n->depth = e->depth + 1;
    n->indirect = e->indirect || is_pointer;
    n->multiples = e->multiples;
    vec_push(next, c->arena, n);
}

static bool search_struct(Checker *c, Found *f, const Embedded *e, const StructInfo *s, Level *next, Package *pkg, Name name,
                          bool fold_case)
{
    for (int i = 0; i < s->n; i++) {
        Object *field = s->fields[i];
        if ((field->name == name || fold_case) && object_same_id(field, pkg, name, fold_case)) {
            if (!take(c, f, e, field, i))
                return false;
        } else if (!f->obj && field->var.embedded && field->type) {
            add_embedded(c, next, e, field->type, i);
        }
    }
    return true;
}

// A method declared for a defined type itself, not for what it embeds; *index: its place among them.
static Object *declared_method(Type *t, Package *pkg, Name name, bool fold_case, int *index)
{
    int i = 0;
    for (int round = 0; round < 2; round++) {
        for (; i < t->named.n_methods; i++) {
            if (object_same_id(t->named.methods[i], pkg, name, fold_case)) {
                *index = i;
                return t->named.methods[i];
            }
        }
        type_read_methods(t, fold_case ? NULL : name);
    }
    return NULL;
}

// One type at one depth. false: ambiguous, f says where.
static bool search_type(Checker *c, Found *f, const Embedded *e, Seen *seen, Level *next, Package *pkg, Name name, bool fold_case)
{
    Type *t = type_unalias(e->type);
    if (t->kind == TYPE_NAMED) {
        if (is_seen(seen, t))
            return true;
        add_seen(c, seen, t);
        int index;
        Object *method = declared_method(t, pkg, name, fold_case, &index);
        if (method)
            return take(c, f, e, method, index);
    }
    Type *u = type_under(t);
    if (u->kind == TYPE_STRUCT)
        return search_struct(c, f, e, &u->strct, next, pkg, name, fold_case);
    if (u->kind != TYPE_INTERFACE)
        return true;
    TypeSet *set = type_set(c, u, NO_POS);
    for (int i = 0; i < typeset_n_methods(set); i++)
        if (object_same_id(typeset_method(set, i), pkg, name, fold_case))
            return take(c, f, e, typeset_method(set, i), i);
    return true;
}

// Types that appear several times become one entry that says so.
static void merge_multiples(Level *level)
{
    int n = 0;
    for (int i = 0; i < level->n; i++) {
        Embedded *e = level->at[i];
        int j = 0;
        while (j < n && !types_identical(level->at[j]->type, e->type))
            j++;
        if (j < n)
            level->at[j]->multiples = true;
        else
            level->at[n++] = e;
    }
    level->n = n;
}

static bool has_pointer_receiver(const Object *f)
{
    if (f->type && f->type->kind == TYPE_SIGNATURE && f->type->sig.recv && f->type->sig.recv->type) {
        bool is_pointer;
        type_deref(f->type->sig.recv->type, &is_pointer);
        return is_pointer;
    }
    return f->func.has_ptr_recv;
}

Found lookup_method(Checker *c, Type *t, bool addressable, Package *pkg, Name name, bool fold_case)
{
    Found f = {0};
    if (!t || name == c->blank)
        return f;
    bool is_pointer;
    Embedded start = {0}, *first = &start;
    start.type = type_deref(t, &is_pointer);
    start.indirect = is_pointer;
    if (is_pointer && type_under(start.type)->kind == TYPE_INTERFACE)
        return f;
    Seen seen = {.n = 0};
    Level current = {.at = &first, .n = 1, .cap = 1};
    while (current.n) {
        Level next = {0};
        for (int i = 0; i < current.n; i++)
            if (!search_type(c, &f, current.at[i], &seen, &next, pkg, name, fold_case))
                return f;
        if (f.obj) {
            if (f.obj->kind == OBJ_FUNC && has_pointer_receiver(f.obj) && !f.indirect && !addressable)
                return (Found){.indirect = true};
            return f;
        }
        merge_multiples(&next);
        current = next;
    }
    return f;
}

Found lookup_member(Checker *c, Type *t, bool addressable, Package *pkg, Name name, bool fold_case)
{
    // A defined pointer type has the fields of its base, but no methods.
    Type *plain = type_unalias(t);
    if (plain->kind == TYPE_NAMED && type_under(plain)->kind == TYPE_POINTER) {
        Found f = lookup_method(c, type_under(plain), false, pkg, name, fold_case);
        return f.obj && f.obj->kind == OBJ_FUNC ? (Found){0} : f;
    }
    return lookup_method(c, t, addressable, pkg, name, fold_case);
}

Object *lookup_field_or_method(Checker *c, Type *t, bool addressable, Package *pkg, Name name, int **path, int *n_path, bool *indirect)
{
    Found f = lookup_member(c, t, addressable, pkg, name, false);
    if (path)
        *path = f.path;
    if (n_path)
        *n_path = f.n_path;
    if (indirect)
        *indirect = f.indirect;
    if (f.obj && f.obj->kind == OBJ_FUNC)
        ensure_resolved(c, f.obj);
    return f.obj;
}
