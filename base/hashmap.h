// hashmap.h: pointer-sized keys to pointer-sized values, in an arena. Keys are compared as integers: Names,
// objects, types, ids. A key of 0 is not allowed. Nothing is ever removed.
#ifndef BASE_HASHMAP_H
#define BASE_HASHMAP_H
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct HashEntry {
    uintptr_t key;
    void *value;
} HashEntry;

typedef struct HashMap {
    HashEntry *slots;
    uint32_t n, cap;
} HashMap;

// The value, or NULL if the key is absent.
void *hashmap_get(const HashMap *m, const void *key);
// Where the key's value stands, added as NULL if absent. Valid until the next hashmap_at.
void **hashmap_at(HashMap *m, Arena *a, const void *key);

static inline void hashmap_set(HashMap *m, Arena *a, const void *key, void *value)
{
    *hashmap_at(m, a, key) = value;
}
#endif
