// map_iter.c: iterating over maps that change meanwhile.
// The iterator keeps the directory as it was at the start and walks it from a random table on, each table from a random slot on. A table met in its place is read
// as it is. One that was replaced since (superseded, or the map was cleared) still holds the keys of that moment: each is looked up in the map, so that deleted
// ones are left out and elements are current. Keys of two tables that replaced one not reached yet are met there; keys never move otherwise.
// A NaN cannot be found again, nor deleted: it is taken from where it stands, unless the map was cleared.
// The walk steps over a table's whole range of the directory; it starts at the beginning of one, so that ranges, which only get finer, are never cut.
#include <string.h>

#include "runtime/hash.h"
#include "runtime/map_internal.h"

enum { DIR, DEPTH_AND_CLEARS, SLOT, FIRST_SLOT }; // MapIter.spare

static uint64_t dir_size(const MapIter *it)
{
    return it->spare[DIR] ? UINT64_C(1) << (it->spare[DEPTH_AND_CLEARS] & 0xFF) : 1;
}

static int dir_depth(const MapIter *it)
{
    return it->spare[DIR] ? (int)(it->spare[DEPTH_AND_CLEARS] & 0xFF) : 0;
}

Status map_iter_init(G *g, const RType *t, Map *m, MapIter *it)
{
    memset(it, 0, sizeof *it);
    it->type = t;
    it->map = m;
    if (m && __atomic_load_n(&m->writing, __ATOMIC_RELAXED))
        return panic_raise(g, PANIC_MAP_RACE_ITER);
    if (!m || m->n == 0) {
        it->map = NULL;
        return STATUS_OK;
    }
    it->spare[DIR] = (uint64_t)(uintptr_t)m->dir;
    it->spare[DEPTH_AND_CLEARS] = (uint64_t)m->n_clears << 8 | m->depth;
    it->round = hash_random();
    if (m->dir) {
        uint64_t at = it->round >> (64 - m->depth);
        uint64_t span = UINT64_C(1) << (m->depth - m->dir[at]->depth);
        it->start = at & ~(span - 1);
    } else {
        it->table = m->only;
    }
    it->spare[FIRST_SLOT] = it->round & 0xFFFFFFFF;
    return STATUS_OK;
}

// The next table; false: the walk is over. it->at counts directory entries gone over.
static bool next_table(MapIter *it)
{
    uint64_t size = dir_size(it);
    if (it->at >= size)
        return false;
    Table *t = it->table;
    if (it->spare[DIR]) {
        Table **dir = (Table **)(uintptr_t)it->spare[DIR];
        t = dir[(it->start + it->at) & (size - 1)];
        it->table = t;
    }
    it->at += UINT64_C(1) << (dir_depth(it) - (it->spare[DIR] ? t->depth : 0));
    it->spare[SLOT] = 0;
    return true;
}

// Whether the key in this slot of a replaced table is still in the map; sets the iterator to its present place.
static bool look_up_again(MapIter *it, const MapLayout *l, char *slot, bool cleared)
{
    void *key = slot_key(l, slot);
    const RType *bad = NULL;
    char *now = map_find_slot(l, it->map, key);
    if (now) {
        it->key = slot_key(l, now);
        it->elem = slot_elem(l, now);
        return true;
    }
    if (l->key_update && !cleared && !value_equal(l->key, key, key, &bad)) {
        it->key = key;
        it->elem = slot_elem(l, slot);
        return true;
    }
    return false;
}

Status map_iter_next(G *g, MapIter *it)
{
    Map *m = it->map;
    it->key = it->elem = NULL;
    if (!m)
        return STATUS_OK;
    if (UNLIKELY(__atomic_load_n(&m->writing, __ATOMIC_RELAXED)))
        return panic_raise(g, PANIC_MAP_RACE_ITER);
    const MapLayout *l = map_layout(it->type);
    bool cleared = m->n_clears != it->spare[DEPTH_AND_CLEARS] >> 8;
    for (;;) {
        Table *t = it->at ? it->table : NULL;
        if (!t || it->spare[SLOT] >= t->n_slots) {
            if (!next_table(it)) {
                it->map = NULL;
                return STATUS_OK;
            }
            continue;
        }
        uint32_t i = (uint32_t)(it->spare[FIRST_SLOT] + it->spare[SLOT]++) & (t->n_slots - 1);
        if (t->ctrl[i] & 0x80)
            continue;
        char *slot = table_slot(l, t, i);
        if (UNLIKELY(t->superseded || cleared)) {
            if (!look_up_again(it, l, slot, cleared))
                continue;
        } else {
            it->key = slot_key(l, slot);
            it->elem = slot_elem(l, slot);
        }
        return STATUS_OK;
    }
}

Status map_clone(G *g, const RType *t, Map *m, Map **out)
{
    *out = NULL;
    if (!m)
        return STATUS_OK;
    Map *copy = map_make(t, m->n);
    const MapLayout *l = map_layout(t);
    MapIter it;
    Status s = map_iter_init(g, t, m, &it);
    while (s == STATUS_OK && (s = map_iter_next(g, &it)) == STATUS_OK && it.key) {
        void *elem;
        s = map_put(g, t, copy, it.key, &elem);
        if (s == STATUS_OK) {
            memcpy(elem, it.elem, (size_t)l->elem->size);
            gc_dirty(elem);
        }
    }
    *out = copy;
    return s;
}
