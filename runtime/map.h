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
// As map_get for keys that are 8 plain bytes (int, uint, pointer, channel), 4 plain bytes, or strings: the element or NULL. Only for map types
// for which map_fast_kind says so.
typedef enum MapFast { MAP_SLOW, MAP_FAST64, MAP_FAST32, MAP_FAST_STRING } MapFast;
MapFast map_fast_kind(const RType *t);
void *map_get_fast64(const RType *t, Map *m, uint64_t key);
void *map_get_fast32(const RType *t, Map *m, uint32_t key);
void *map_get_string(const RType *t, Map *m, String key);
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
