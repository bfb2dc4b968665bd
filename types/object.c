// object.c: objects and scopes.
#include "types/object.h"

#include <string.h>

#include "base/rune.h"
#include "base/utf8.h"
#include "types/checker.h"

Object *object_new(Checker *c, ObjectKind kind, Pos pos, Package *pkg, Name name, Type *type)
{
    Object *o = ARENA_NEW(c->arena, Object);
    o->kind = (uint8_t)kind;
    o->pos = pos;
    o->pkg = pkg;
    o->name = name;
    o->type = type;
    return o;
}

Scope *scope_new(Arena *a, Scope *parent)
{
    Scope *s = ARENA_NEW(a, Scope);
    s->parent = parent;
    return s;
}

Object *scope_find(Scope *s, Name name)
{
    Object *o = hashmap_get(&s->names, name);
    if (!o && s->find_lazy)
        o = s->find_lazy(s, name);
    return o;
}

Object *scope_lookup(Scope *s, Name name, Pos pos, Scope **where)
{
    for (; s; s = s->parent) {
        Object *o = scope_find(s, name);
        if (o && (pos == NO_POS || o->scope_pos <= pos)) {
            if (where)
                *where = s;
            return o;
        }
    }
    if (where)
        *where = NULL;
    return NULL;
}

Object *scope_insert(Arena *a, Scope *s, Object *o)
{
    void **at = hashmap_at(&s->names, a, o->name);
    if (*at)
        return *at;
    *at = o;
    if (!o->parent)
        o->parent = s;
    vec_push(&s->list, a, o);
    return NULL;
}

static bool same_package(const Package *a, const Package *b)
{
    return a == b || (a && b && strcmp(a->path, b->path) == 0);
}

bool object_same_id(const Object *o, const Package *pkg, Name name, bool fold_case)
{
    if (!o->name || !name)
        return o->name == name;
    if (fold_case && rune_equal_fold(name_str(o->name), name_str(name)))
        return true;
    return o->name == name && (name_is_exported(name) || same_package(o->pkg, pkg));
}

int object_compare(const Object *a, const Object *b)
{
    if (a == b)
        return 0;
    bool exported = name_is_exported(a->name);
    if (exported != name_is_exported(b->name))
        return exported ? -1 : 1;
    if (a->name != b->name) {
        Str x = name_str(a->name), y = name_str(b->name);
        int order = memcmp(x.ptr, y.ptr, x.len < y.len ? x.len : y.len);
        return order ? order : (x.len > y.len) - (x.len < y.len);
    }
    if (exported || !a->pkg || !b->pkg)
        return 0;
    return strcmp(a->pkg->path, b->pkg->path);
}

bool name_is_exported(Name n)
{
    int width;
    return n && n->len && rune_is(utf8_decode(n->text, n->len, &width), RUNE_UPPER);
}

void ensure_resolved(Checker *c, Object *o)
{
    if (o->type && (o->state == OBJ_RESOLVED || !o->decl))
        return;
    if (o->pkg && o->pkg != c->env.pkg)
        check_resolve(c, o);
    else
        resolve_object(c, o);
    if (!o->type)
        o->type = c->invalid;
}
