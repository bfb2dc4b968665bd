// info.c: side tables: pages of entries by node id, hash tables for what few nodes have.
#include "types/info.h"

#include <string.h>

enum { PAGE_BITS = 9, PAGE_SIZE = 1 << PAGE_BITS };

typedef struct ObjectEntry {
    Object *obj;
    bool is_def;
} ObjectEntry;

typedef struct Page {
    TypeAndValue types[PAGE_SIZE];
} Page;

typedef struct ObjectPage {
    ObjectEntry objects[PAGE_SIZE];
} ObjectPage;

struct Info {
    Arena *arena;
    VEC(Page *) types;
    VEC(ObjectPage *) objects;
    HashMap implicits, selections, instances; // by node id
    TypeAndValue nowhere;                     // for nodes that are in no tree (id 0)
};

Info *info_new(Arena *a)
{
    Info *info = ARENA_NEW(a, Info);
    info->arena = a;
    return info;
}

static const void *key(const Node *n)
{
    return (const void *)(uintptr_t)n->id;
}

TypeAndValue info_type(const Info *info, const Node *expr)
{
    uint32_t page = expr ? expr->id >> PAGE_BITS : UINT32_MAX;
    if (page >= (uint32_t)info->types.n || !info->types.at[page] || !expr->id)
        return (TypeAndValue){0};
    return info->types.at[page]->types[expr->id & (PAGE_SIZE - 1)];
}

TypeAndValue *info_type_at(Info *info, const Node *expr)
{
    if (!expr || !expr->id) {
        memset(&info->nowhere, 0, sizeof info->nowhere);
        return &info->nowhere;
    }
    uint32_t page = expr->id >> PAGE_BITS;
    while (page >= (uint32_t)info->types.n)
        vec_push(&info->types, info->arena, NULL);
    if (!info->types.at[page])
        info->types.at[page] = ARENA_NEW(info->arena, Page);
    return &info->types.at[page]->types[expr->id & (PAGE_SIZE - 1)];
}

static const ObjectEntry *object_entry(const Info *info, const Node *ident)
{
    uint32_t page = ident ? ident->id >> PAGE_BITS : UINT32_MAX;
    if (page >= (uint32_t)info->objects.n || !info->objects.at[page] || !ident->id)
        return NULL;
    return &info->objects.at[page]->objects[ident->id & (PAGE_SIZE - 1)];
}

Object *info_object(const Info *info, const Node *ident)
{
    const ObjectEntry *e = object_entry(info, ident);
    return e ? e->obj : NULL;
}

bool info_is_def(const Info *info, const Node *ident)
{
    const ObjectEntry *e = object_entry(info, ident);
    return e && e->is_def;
}

void info_set_object(Info *info, const Node *ident, Object *o, bool is_def)
{
    if (!ident || !ident->id)
        return;
    uint32_t page = ident->id >> PAGE_BITS;
    while (page >= (uint32_t)info->objects.n)
        vec_push(&info->objects, info->arena, NULL);
    if (!info->objects.at[page])
        info->objects.at[page] = ARENA_NEW(info->arena, ObjectPage);
    info->objects.at[page]->objects[ident->id & (PAGE_SIZE - 1)] = (ObjectEntry){o, is_def};
}

static void *get(const HashMap *m, const Node *n)
{
    return n && n->id ? hashmap_get(m, key(n)) : NULL;
}

static void set(Info *info, HashMap *m, const Node *n, void *value)
{
    if (n && n->id)
        hashmap_set(m, info->arena, key(n), value);
}

Object *info_implicit(const Info *info, const Node *n)
{
    return get(&info->implicits, n);
}

void info_set_implicit(Info *info, const Node *n, Object *o)
{
    set(info, &info->implicits, n, o);
}

const Selection *info_selection(const Info *info, const Node *selector)
{
    return get(&info->selections, selector);
}

void info_set_selection(Info *info, const Node *selector, Selection *s)
{
    set(info, &info->selections, selector, s);
}

const Instance *info_instance(const Info *info, const Node *ident)
{
    return get(&info->instances, ident);
}

void info_set_instance(Info *info, const Node *ident, Instance *i)
{
    set(info, &info->instances, ident, i);
}
