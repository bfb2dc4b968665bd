// hashmap.c: open addressing with linear probing, at most half full.
#include "base/hashmap.h"

static uint32_t slot_of(uintptr_t key, uint32_t cap)
{
    return (uint32_t)(((uint64_t)key * 0x9E3779B97F4A7C15ull) >> 32) & (cap - 1);
}

static HashEntry *find(HashEntry *slots, uint32_t cap, uintptr_t key)
{
    uint32_t i = slot_of(key, cap);
    while (slots[i].key && slots[i].key != key)
        i = (i + 1) & (cap - 1);
    return &slots[i];
}

void *hashmap_get(const HashMap *m, const void *key)
{
    return m->n ? find(m->slots, m->cap, (uintptr_t)key)->value : 0;
}

void **hashmap_at(HashMap *m, Arena *a, const void *key)
{
    if (m->n * 2 >= m->cap) {
        uint32_t cap = m->cap ? m->cap * 2 : 8;
        HashEntry *slots = ARENA_ARRAY(a, HashEntry, cap);
        for (uint32_t i = 0; i < m->cap; i++)
            if (m->slots[i].key)
                *find(slots, cap, m->slots[i].key) = m->slots[i];
        m->slots = slots;
        m->cap = cap;
    }
    HashEntry *e = find(m->slots, m->cap, (uintptr_t)key);
    if (!e->key) {
        e->key = (uintptr_t)key;
        m->n++;
    }
    return &e->value;
}
