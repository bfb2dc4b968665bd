// map.h: Go maps: hash tables with a random seed each, iterated in random order, safe to change while being iterated.
#ifndef RUNTIME_MAP_H
#define RUNTIME_MAP_H
#include "runtime/g.h"

typedef struct Map Map;

Map *map_make(const RType *t, int64_t hint);
int64_t map_len(const Map *m); // NULL: 0
// The element, or NULL if absent (m may be NULL). PANIC: unhashable key. The pointer is valid until the next change of the map.
MUST_USE Status map_get(G *g, const RType *t, Map *m, const void *key, void **elem);
// The element's place, added zeroed if absent. The caller stores into it and calls gc_dirty on it.
MUST_USE Status map_put(G *g, const RType *t, Map *m, const void *key, void **elem);
MUST_USE Status map_delete(G *g, const RType *t, Map *m, const void *key);
void map_clear(const RType *t, Map *m);
// A copy with the same elements (maps.Clone). NULL for NULL.
MUST_USE Status map_clone(G *g, const RType *t, Map *m, Map **out);

typedef struct MapIter { // lies in a frame: MAP_ITER_SLOTS slots
    const void *key;     // NULL: the iteration is over
    const void *elem;
    const RType *type;
    Map *map;
    void *table;
    uint64_t at, start, round;
    uint64_t spare[4];
} MapIter;
enum { MAP_ITER_SLOTS = sizeof(MapIter) / sizeof(Slot) };
MUST_USE Status map_iter_init(G *g, const RType *t, Map *m, MapIter *it);
MUST_USE Status map_iter_next(G *g, MapIter *it);
#endif
