// info.c: side tables: pages of entries by node id, found through an index of two levels.
// Way: the index is memory of its own, so that it keeps no page (base/parcels.h); a page lies where its nodes do (info_complete).
#include "types/info.h"

#include <stdlib.h>
#include <string.h>

#include "base/check.h"

enum { PAGE_BITS = 6, PAGE_SIZE = 1 << PAGE_BITS, LEAF_BITS = 10, LEAF_PAGES = 1 << LEAF_BITS };

typedef struct ObjectEntry {
    Object *obj;
    bool is_def;
} ObjectEntry;

typedef struct Page {
    TypeAndValue types[PAGE_SIZE];
    ObjectEntry objects[PAGE_SIZE];
    HashMap implicits, selections, instances; // of the few nodes that have some, by id
} Page;

typedef struct Leaf {
    Page *pages[LEAF_PAGES];
} Leaf;

struct Info {
    Arena *arena;
    Leaf **leaves; // NULL entries: no page is there
    uint32_t n_leaves;
    TypeAndValue nowhere; // for nodes that are in no tree (id 0)
};

Info *info_new(Arena *a)
{
    Info *info = ARENA_NEW(a, Info);
    info->arena = a;
    return info;
}

void info_free(Info *info)
{
    for (uint32_t i = 0; i < info->n_leaves; i++)
        free(info->leaves[i]);
    free(info->leaves);
}

static Page *find_page(const Info *info, const Node *n)
{
    if (!n || !n->id)
        return NULL;
    uint32_t page = n->id >> PAGE_BITS, leaf = page >> LEAF_BITS;
    return leaf < info->n_leaves && info->leaves[leaf] ? info->leaves[leaf]->pages[page % LEAF_PAGES] : NULL;
}

static Leaf *make_leaf(Info *info, uint32_t leaf)
{
    if (leaf >= info->n_leaves) {
        uint32_t n = leaf + 1 > info->n_leaves * 2 ? leaf + 1 : info->n_leaves * 2;
        info->leaves = realloc(info->leaves, n * sizeof *info->leaves);
        if (!info->leaves)
            out_of_memory();
        memset(info->leaves + info->n_leaves, 0, (n - info->n_leaves) * sizeof *info->leaves);
        info->n_leaves = n;
    }
    if (!info->leaves[leaf] && !(info->leaves[leaf] = calloc(1, sizeof(Leaf))))
        out_of_memory();
    return info->leaves[leaf];
}

static Page *make_page(Info *info, uint32_t page)
{
    Page **at = &make_leaf(info, page >> LEAF_BITS)->pages[page % LEAF_PAGES];
    if (!*at)
        *at = ARENA_NEW(info->arena, Page);
    return *at;
}

uint32_t info_complete(Info *info, uint32_t from, uint32_t to)
{
    for (uint32_t page = from >> PAGE_BITS; page << PAGE_BITS < to; page++)
        make_page(info, page);
    return (to + PAGE_SIZE - 1) & ~(uint32_t)(PAGE_SIZE - 1);
}

uint32_t info_sweep(Info *info, const Parcels *parcels)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < info->n_leaves; i++) {
        bool any = false;
        for (uint32_t k = 0; info->leaves[i] && k < LEAF_PAGES; k++) {
            Page **at = &info->leaves[i]->pages[k];
            if (!*at)
                continue;
            if (parcels_is_dead(parcels, *at)) {
                *at = NULL;
                continue;
            }
            any = true;
            end = (i << LEAF_BITS) + k + 1;
        }
        if (!any) {
            free(info->leaves[i]);
            info->leaves[i] = NULL;
        }
    }
    return end << PAGE_BITS;
}

static const void *key(const Node *n)
{
    return (const void *)(uintptr_t)n->id;
}

TypeAndValue info_type(const Info *info, const Node *expr)
{
    const Page *page = find_page(info, expr);
    return page ? page->types[expr->id % PAGE_SIZE] : (TypeAndValue){0};
}

TypeAndValue *info_type_at(Info *info, const Node *expr)
{
    if (!expr || !expr->id) {
        memset(&info->nowhere, 0, sizeof info->nowhere);
        return &info->nowhere;
    }
    return &make_page(info, expr->id >> PAGE_BITS)->types[expr->id % PAGE_SIZE];
}

static const ObjectEntry *object_entry(const Info *info, const Node *ident)
{
    const Page *page = find_page(info, ident);
    return page ? &page->objects[ident->id % PAGE_SIZE] : NULL;
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
    if (ident && ident->id)
        make_page(info, ident->id >> PAGE_BITS)->objects[ident->id % PAGE_SIZE] = (ObjectEntry){o, is_def};
}

Object *info_implicit(const Info *info, const Node *n)
{
    const Page *page = find_page(info, n);
    return page ? hashmap_get(&page->implicits, key(n)) : NULL;
}

void info_set_implicit(Info *info, const Node *n, Object *o)
{
    if (n && n->id)
        hashmap_set(&make_page(info, n->id >> PAGE_BITS)->implicits, info->arena, key(n), o);
}

const Selection *info_selection(const Info *info, const Node *selector)
{
    const Page *page = find_page(info, selector);
    return page ? hashmap_get(&page->selections, key(selector)) : NULL;
}

void info_set_selection(Info *info, const Node *selector, Selection *s)
{
    if (selector && selector->id)
        hashmap_set(&make_page(info, selector->id >> PAGE_BITS)->selections, info->arena, key(selector), s);
}

const Instance *info_instance(const Info *info, const Node *ident)
{
    const Page *page = find_page(info, ident);
    return page ? hashmap_get(&page->instances, key(ident)) : NULL;
}

void info_set_instance(Info *info, const Node *ident, Instance *i)
{
    if (ident && ident->id)
        hashmap_set(&make_page(info, ident->id >> PAGE_BITS)->instances, info->arena, key(ident), i);
}
