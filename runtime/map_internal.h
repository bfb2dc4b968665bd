// map_internal.h: the inside of a map, for map.c and map_iter.c.
#ifndef RUNTIME_MAP_INTERNAL_H
#define RUNTIME_MAP_INTERNAL_H
#include "runtime/gc.h"
#include "runtime/map.h"

// Kinds of keys that have code of their own: 8 plain bytes (int, uint, pointer, channel), 4 plain bytes, strings.
typedef enum MapFast { MAP_SLOW, MAP_FAST64, MAP_FAST32, MAP_FAST_STRING } MapFast;

typedef struct MapLayout { // of a map type, made when first used; for ever
    const RType *key, *elem;
    uint32_t key_bytes, elem_bytes, elem_at, slot_bytes; // as stored
    uint32_t max_slots;  // of a table
    MapFast fast;
    bool key_apart, elem_apart; // large ones: the slot holds a pointer
    bool scan;           // slots hold pointers
    bool key_update;     // equal keys may differ (0.0 and -0.0): a store replaces the key
} MapLayout;

// A table: slots in groups of 8, a control byte each: free, deleted, or 7 bits of the hash.
typedef struct Table { // gc
    uint32_t n_slots;     // a power of two, at least 8
    uint32_t n_used;      // full slots
    uint32_t room;        // free slots that may still be filled
    uint8_t depth;        // how many hash bits chose this table
    bool superseded;      // replaced by a larger one or by two; keeps what it had for iterators
    char *slots;          // behind ctrl if the table is small, else an object of its own
    uint8_t ctrl[];       // n_slots
} Table;

struct Map { // gc
    int64_t n;
    uint64_t seed;
    Table *only;          // dir NULL: the only table, or NULL
    Table **dir;          // 1 << depth tables by the hash's top bits
    uint8_t depth;
    uint8_t writing;      // atomic, relaxed: a store is under way (detects races of the program)
    uint32_t n_clears;
};

enum { GROUP = 8, CTRL_FREE = 0x80, CTRL_DELETED = 0xFE };

const MapLayout *map_layout(const RType *t);
static inline char *table_slot(const MapLayout *l, const Table *t, uint32_t i)
{
    return t->slots + (size_t)i * l->slot_bytes;
}
static inline void *slot_key(const MapLayout *l, char *slot)
{
    return l->key_apart ? *(void **)slot : slot;
}
static inline void *slot_elem(const MapLayout *l, char *slot)
{
    return l->elem_apart ? *(void **)(slot + l->elem_at) : slot + l->elem_at;
}
// The slot that holds the key, or NULL. key must be hashable.
char *map_find_slot(const MapLayout *l, const Map *m, const void *key);
#endif
