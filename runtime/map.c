// map.c: Swiss tables in an extendible directory.
// A map begins without a table, then has one of 8 slots, which doubles up to MapLayout.max_slots; from there on a full table is split in two, and a directory
// indexed by the hash's top bits finds the table. So a growing map never moves more than one table at a time, and no object is so large that
// scanning it again after one store hurts (a table whose slots hold pointers has at most TABLE_BYTES of them).
// Groups of 8 control bytes are searched at once in a 64-bit word; probing goes by triangular numbers.
// A table that is replaced is left as it was: iterators go on in it and look its keys up again (map_iter.c).
// Sources: Abseil's Swiss tables design notes; Fagin et al. 1979 (extendible hashing).
#include "runtime/map.h"

#include <string.h>

#include "runtime/hash.h"
#include "runtime/map_internal.h"
#include "runtime/rtype_memory.h"
#include "runtime/text.h"

enum { APART_BYTES = 128, TABLE_BYTES = 8192, INLINE_BYTES = GC_SMALL_BYTES, MAX_SLOTS = 1024, MAX_DEPTH = 30 };

static const uint64_t msbs = 0x8080808080808080u, lsbs = 0x0101010101010101u;

// -- layouts

static bool key_may_differ(const RType *t)
{
    switch (t->kind) {
    case KIND_FLOAT32:
    case KIND_FLOAT64:
    case KIND_COMPLEX64:
    case KIND_COMPLEX128:
    case KIND_INTERFACE:
        return true;
    case KIND_ARRAY:
        return key_may_differ(t->elem);
    case KIND_STRUCT:
        for (int64_t i = 0; i < t->n_fields; i++)
            if (key_may_differ(t->fields[i].type))
                return true;
        return false;
    default:
        return false;
    }
}

static MapFast fast_kind(const RType *key)
{
    if (key->kind == KIND_STRING)
        return MAP_FAST_STRING;
    if (key->flags & RTYPE_PLAIN_EQUAL && key->size == 8)
        return MAP_FAST64;
    if (key->flags & RTYPE_PLAIN_EQUAL && key->size == 4)
        return MAP_FAST32;
    return MAP_SLOW;
}

static const MapLayout *layout_make(const RType *t)
{
    MapLayout *l = rtype_memory(sizeof *l);
    l->key = t->key;
    l->elem = t->elem;
    l->key_apart = t->key->size > APART_BYTES;
    l->elem_apart = t->elem->size > APART_BYTES;
    l->key_bytes = l->key_apart ? 8 : (uint32_t)t->key->size;
    l->elem_bytes = l->elem_apart ? 8 : (uint32_t)t->elem->size;
    uint32_t key_align = l->key_apart ? 8 : t->key->align, elem_align = l->elem_apart ? 8 : t->elem->align;
    if (elem_align < 1)
        elem_align = 1;
    if (key_align < 1)
        key_align = 1;
    l->elem_at = (l->key_bytes + elem_align - 1) & ~(elem_align - 1);
    uint32_t align = key_align > elem_align ? key_align : elem_align;
    l->slot_bytes = (l->elem_at + l->elem_bytes + align - 1) & ~(align - 1);
    if (l->slot_bytes == 0)
        l->slot_bytes = 1;
    l->scan = l->key_apart || l->elem_apart || (t->key->flags | t->elem->flags) & RTYPE_POINTERS;
    l->key_update = key_may_differ(t->key);
    l->fast = fast_kind(t->key);
    l->max_slots = MAX_SLOTS;
    while (l->scan && l->max_slots > 2 * GROUP && l->max_slots * l->slot_bytes > TABLE_BYTES)
        l->max_slots /= 2;
    // Two threads may make one at once; either will do.
    __atomic_store_n(&((RType *)t)->map_layout, l, __ATOMIC_RELEASE);
    return l;
}

const MapLayout *map_layout(const RType *t)
{
    const MapLayout *l = __atomic_load_n(&t->map_layout, __ATOMIC_ACQUIRE);
    return LIKELY(l != NULL) ? l : layout_make(t);
}

// -- groups

static inline uint64_t group_load(const Table *t, uint32_t group)
{
    uint64_t w;
    memcpy(&w, t->ctrl + (size_t)group * GROUP, sizeof w);
    return w;
}
// A bit at the top of each byte that is h; sometimes one too many, never one too few.
static inline uint64_t group_match(uint64_t w, uint8_t h)
{
    uint64_t x = w ^ (lsbs * h);
    return (x - lsbs) & ~x & msbs;
}
static inline uint64_t group_free(uint64_t w)
{
    return w & ~(w << 6) & msbs;
}
static inline uint64_t group_free_or_deleted(uint64_t w)
{
    return w & msbs;
}
static inline uint32_t first_of(uint64_t bits)
{
    return (uint32_t)__builtin_ctzll(bits) / 8;
}

// -- tables

static uint32_t room_for(uint32_t n_slots)
{
    return n_slots == GROUP ? GROUP : n_slots / 8 * 7;
}

static Table *table_new(const MapLayout *l, uint32_t n_slots, int depth)
{
    size_t slots_at = (sizeof(Table) + n_slots + 15) & ~(size_t)15;
    size_t slots_bytes = (size_t)n_slots * l->slot_bytes;
    Table *t;
    if (slots_at + slots_bytes <= INLINE_BYTES) {
        t = gc_alloc_kind(slots_at + slots_bytes, l->scan ? GC_SCAN : GC_ATOMIC);
        t->slots = (char *)t + slots_at;
    } else {
        char *slots = gc_alloc_kind(slots_bytes, l->scan ? GC_SCAN : GC_ATOMIC);
        t = gc_alloc_kind(slots_at, GC_SCAN);
        gc_store(&t->slots, slots);
    }
    t->n_slots = n_slots;
    t->room = room_for(n_slots);
    t->depth = (uint8_t)depth;
    memset(t->ctrl, CTRL_FREE, n_slots);
    gc_dirty(t);
    return t;
}

static inline Table *table_of(const Map *m, uint64_t hash)
{
    return m->dir ? m->dir[hash >> (64 - m->depth)] : m->only;
}

typedef struct Key { // what a search compares with, by MapFast
    uint64_t word;
    String string;
    const void *at;
} Key;

static inline __attribute__((always_inline)) bool key_is(const MapLayout *l, char *slot, const Key *k, MapFast fast)
{
    const RType *bad = NULL;
    switch (fast) {
    case MAP_FAST64:
        return *(uint64_t *)slot == k->word;
    case MAP_FAST32:
        return *(uint32_t *)slot == (uint32_t)k->word;
    case MAP_FAST_STRING: {
        String *s = (String *)slot;
        return string_equal(*s, k->string);
    }
    default:
        return value_equal(l->key, slot_key(l, slot), k->at, &bad);
    }
}

static inline __attribute__((always_inline)) char *table_find(const MapLayout *l, const Table *t, const Key *k, uint64_t hash, MapFast fast)
{
    uint32_t mask = t->n_slots / GROUP - 1;
    uint32_t group = (uint32_t)(hash >> 7) & mask;
    for (uint32_t step = 0; step <= mask; group = (group + ++step) & mask) {
        uint64_t w = group_load(t, group);
        for (uint64_t hits = group_match(w, hash & 0x7F); hits; hits &= hits - 1) {
            char *slot = table_slot(l, t, group * GROUP + first_of(hits));
            if (LIKELY(key_is(l, slot, k, fast)))
                return slot;
        }
        if (LIKELY(group_free(w)))
            return NULL;
    }
    return NULL;
}

// A free place for a key that is not in the table, which has room.
static uint32_t table_place(const Table *t, uint64_t hash)
{
    uint32_t mask = t->n_slots / GROUP - 1;
    uint32_t group = (uint32_t)(hash >> 7) & mask;
    for (uint32_t step = 0;; group = (group + ++step) & mask) {
        uint64_t bits = group_free_or_deleted(group_load(t, group));
        if (bits)
            return group * GROUP + first_of(bits);
    }
}

// -- hashing

static inline __attribute__((always_inline)) uint64_t key_hash(const MapLayout *l, const Map *m, const Key *k, MapFast fast, const RType **bad)
{
    switch (fast) {
    case MAP_FAST64:
        return hash_word(k->word, m->seed);
    case MAP_FAST32:
        return hash_word((uint32_t)k->word, m->seed);
    case MAP_FAST_STRING:
        return hash_bytes(k->string.ptr, k->string.len, m->seed);
    default:
        return value_hash(l->key, k->at, m->seed, bad);
    }
}

static inline Key key_load(const void *key, MapFast fast)
{
    Key k = {.at = key};
    if (fast == MAP_FAST64)
        k.word = *(const uint64_t *)key;
    else if (fast == MAP_FAST32)
        k.word = *(const uint32_t *)key;
    else if (fast == MAP_FAST_STRING)
        k.string = *(const String *)key;
    return k;
}

static inline __attribute__((always_inline)) char *find_with(const MapLayout *l, const Map *m, const Key *k, MapFast fast, const RType **bad)
{
    uint64_t hash = key_hash(l, m, k, fast, bad);
    const Table *t = table_of(m, hash);
    return LIKELY(t != NULL) ? table_find(l, t, k, hash, fast) : NULL;
}

static char *find(const MapLayout *l, const Map *m, const void *key, const RType **bad)
{
    switch (l->fast) {
    case MAP_FAST64: {
        Key k = key_load(key, MAP_FAST64);
        return find_with(l, m, &k, MAP_FAST64, bad);
    }
    case MAP_FAST32: {
        Key k = key_load(key, MAP_FAST32);
        return find_with(l, m, &k, MAP_FAST32, bad);
    }
    case MAP_FAST_STRING: {
        Key k = key_load(key, MAP_FAST_STRING);
        return find_with(l, m, &k, MAP_FAST_STRING, bad);
    }
    default: {
        Key k = {.at = key};
        return find_with(l, m, &k, MAP_SLOW, bad);
    }
    }
}

char *map_find_slot(const MapLayout *l, const Map *m, const void *key)
{
    const RType *bad = NULL;
    return m->n ? find(l, m, key, &bad) : NULL;
}

// -- growing

static void slot_move(const MapLayout *l, Table *to, uint64_t hash, const char *slot)
{
    uint32_t i = table_place(to, hash);
    to->ctrl[i] = hash & 0x7F;
    to->n_used++;
    to->room--;
    memcpy(table_slot(l, to, i), slot, l->slot_bytes);
}

// Puts everything of `from` into two[0], or by the hash bit below its depth into two[0] and two[1].
static void table_spread(const MapLayout *l, const Map *m, const Table *from, Table *two[2])
{
    for (uint32_t i = 0; i < from->n_slots; i++) {
        if (from->ctrl[i] & 0x80)
            continue;
        char *slot = table_slot(l, from, i);
        Key k = key_load(slot_key(l, slot), l->fast);
        const RType *bad = NULL;
        uint64_t hash = key_hash(l, m, &k, l->fast, &bad);
        int second = two[1] ? hash >> (63 - from->depth) & 1 : 0;
        slot_move(l, two[second], hash, slot);
    }
    for (int i = 0; i < 2 && two[i]; i++)
        if (l->scan)
            gc_dirty(two[i]->slots);
}

// Puts t into the directory wherever `index` (its top `depth` bits) leads; depth 0 without a directory: the only table.
static void install(Map *m, Table *t, uint64_t index)
{
    if (!m->dir) {
        gc_store(&m->only, t);
        return;
    }
    uint64_t n = UINT64_C(1) << (m->depth - t->depth), first = index << (m->depth - t->depth);
    for (uint64_t i = first; i < first + n; i++)
        gc_store(&m->dir[i], t);
}

static void dir_double(Map *m)
{
    int depth = m->dir ? m->depth + 1 : 1;
    Table **dir = gc_alloc_kind(sizeof *dir << depth, GC_SCAN);
    for (uint64_t i = 0; i < UINT64_C(1) << depth; i++)
        dir[i] = m->dir ? m->dir[i >> 1] : m->only;
    gc_dirty(dir);
    gc_store(&m->dir, dir);
    m->depth = (uint8_t)depth;
    m->only = NULL;
}

// t has no room for one more key with this hash: a larger table, a cleaned one, or two.
static void table_grow(const MapLayout *l, Map *m, Table *t, uint64_t hash)
{
    uint32_t n_slots = t->n_slots;
    bool mostly_deleted = n_slots > GROUP && t->n_used <= n_slots / 2 + n_slots / 8;
    if (!mostly_deleted && (n_slots < l->max_slots || t->depth >= MAX_DEPTH)) {
        n_slots *= 2;
    } else if (!mostly_deleted) {
        Table *two[2] = {table_new(l, n_slots, t->depth + 1), table_new(l, n_slots, t->depth + 1)};
        table_spread(l, m, t, two);
        if (!m->dir || t->depth == m->depth)
            dir_double(m);
        uint64_t index = t->depth ? hash >> (64 - t->depth) : 0;
        install(m, two[0], index * 2);
        install(m, two[1], index * 2 + 1);
        t->superseded = true;
        return;
    }
    Table *one[2] = {table_new(l, n_slots, t->depth), NULL};
    table_spread(l, m, t, one);
    install(m, one[0], t->depth ? hash >> (64 - t->depth) : 0);
    t->superseded = true;
}

Map *map_make(const RType *t, int64_t hint)
{
    const MapLayout *l = map_layout(t);
    Map *m = gc_alloc_kind(sizeof *m, GC_SCAN);
    m->seed = hash_random();
    if (hint <= GROUP)
        return m;
    if ((uint64_t)hint > (UINT64_C(1) << 40) / l->slot_bytes)
        hint = 0; // never to be filled: the memory is not there
    uint64_t slots = (uint64_t)hint * 8 / 7 + 1, n = GROUP;
    while (n < slots && n < l->max_slots)
        n *= 2;
    int depth = 0;
    while (n << depth < slots && depth < MAX_DEPTH)
        depth++;
    if (depth == 0) {
        gc_store(&m->only, table_new(l, (uint32_t)n, 0));
        return m;
    }
    gc_store(&m->dir, gc_alloc_kind(sizeof *m->dir << depth, GC_SCAN));
    m->depth = (uint8_t)depth;
    for (uint64_t i = 0; i < UINT64_C(1) << depth; i++)
        gc_store(&m->dir[i], table_new(l, (uint32_t)n, depth));
    return m;
}

// -- operations

int64_t map_len(const Map *m)
{
    return m ? m->n : 0;
}

static inline bool is_written(const Map *m)
{
    return __atomic_load_n(&m->writing, __ATOMIC_RELAXED);
}

// An empty map is asked for the key's hash too: it must panic for an unhashable one.
static Status check_hashable(G *g, const MapLayout *l, const void *key)
{
    const RType *bad = NULL;
    if (l->fast == MAP_SLOW)
        value_hash(l->key, key, 0, &bad);
    return bad ? panic_type(g, PANIC_UNHASHABLE_KEY, bad) : STATUS_OK;
}

Status map_get(G *g, const RType *t, Map *m, const void *key, void **elem)
{
    const MapLayout *l = map_layout(t);
    *elem = NULL;
    if (!m || m->n == 0)
        return check_hashable(g, l, key);
    if (UNLIKELY(is_written(m)))
        return panic_raise(g, PANIC_MAP_RACE_READ);
    const RType *bad = NULL;
    char *slot = find(l, m, key, &bad);
    if (UNLIKELY(bad != NULL))
        return panic_type(g, PANIC_UNHASHABLE, bad);
    if (slot)
        *elem = slot_elem(l, slot);
    return STATUS_OK;
}

static void key_write(const MapLayout *l, char *slot, const void *key)
{
    if (l->key_apart) {
        void *copy = *(void **)slot;
        if (!copy) {
            copy = gc_alloc(l->key);
            gc_store(slot, copy);
        }
        memcpy(copy, key, (size_t)l->key->size);
        gc_dirty(copy);
    } else if (l->key_bytes == 8) {
        *(uint64_t *)slot = *(const uint64_t *)key;
    } else {
        memcpy(slot, key, l->key_bytes);
    }
}

static inline __attribute__((always_inline)) char *put_with(const MapLayout *l, Map *m, const Key *k, MapFast fast, const RType **bad)
{
    uint64_t hash = key_hash(l, m, k, fast, bad);
    if (UNLIKELY(*bad != NULL))
        return NULL;
    Table *t = table_of(m, hash);
    if (UNLIKELY(!t)) {
        t = table_new(l, GROUP, 0);
        gc_store(&m->only, t);
    }
    char *slot = table_find(l, t, k, hash, fast);
    if (slot) {
        if (l->key_update)
            key_write(l, slot, k->at);
        return slot;
    }
    for (;;) {
        uint32_t mask = t->n_slots / GROUP - 1;
        // A full table of one group has no place at all.
        if (t->room > 0 || (mask > 0 && t->n_used < room_for(t->n_slots))) {
            uint32_t i = table_place(t, hash);
            bool was_free = t->ctrl[i] == CTRL_FREE;
            if (!was_free || t->room > 0) {
                t->ctrl[i] = hash & 0x7F;
                t->n_used++;
                t->room -= was_free;
                m->n++;
                slot = table_slot(l, t, i);
                key_write(l, slot, k->at);
                if (l->elem_apart)
                    gc_store(slot + l->elem_at, gc_alloc(l->elem));
                if (l->scan)
                    gc_dirty(slot);
                return slot;
            }
        }
        table_grow(l, m, t, hash);
        t = table_of(m, hash);
    }
}

Status map_put(G *g, const RType *t, Map *m, const void *key, void **elem)
{
    const MapLayout *l = map_layout(t);
    if (UNLIKELY(!m))
        return panic_raise(g, PANIC_NIL_MAP);
    if (UNLIKELY(is_written(m)))
        return panic_raise(g, PANIC_MAP_RACE_WRITE);
    const RType *bad = NULL;
    __atomic_store_n(&m->writing, 1, __ATOMIC_RELAXED);
    char *slot;
    Key k;
    switch (l->fast) {
    case MAP_FAST64:
        k = key_load(key, MAP_FAST64);
        slot = put_with(l, m, &k, MAP_FAST64, &bad);
        break;
    case MAP_FAST32:
        k = key_load(key, MAP_FAST32);
        slot = put_with(l, m, &k, MAP_FAST32, &bad);
        break;
    case MAP_FAST_STRING:
        k = key_load(key, MAP_FAST_STRING);
        slot = put_with(l, m, &k, MAP_FAST_STRING, &bad);
        break;
    default:
        k = (Key){.at = key};
        slot = put_with(l, m, &k, MAP_SLOW, &bad);
    }
    __atomic_store_n(&m->writing, 0, __ATOMIC_RELAXED);
    if (UNLIKELY(bad != NULL))
        return panic_type(g, PANIC_UNHASHABLE, bad);
    *elem = slot_elem(l, slot);
    return STATUS_OK;
}

Status map_delete(G *g, const RType *t, Map *m, const void *key)
{
    const MapLayout *l = map_layout(t);
    if (!m || m->n == 0)
        return check_hashable(g, l, key);
    if (UNLIKELY(is_written(m)))
        return panic_raise(g, PANIC_MAP_RACE_WRITE);
    const RType *bad = NULL;
    __atomic_store_n(&m->writing, 1, __ATOMIC_RELAXED);
    Key k = key_load(key, l->fast);
    uint64_t hash = key_hash(l, m, &k, l->fast, &bad);
    Table *table = bad ? NULL : table_of(m, hash);
    char *slot = table ? table_find(l, table, &k, hash, l->fast) : NULL;
    if (slot) {
        uint32_t i = (uint32_t)((size_t)(slot - table->slots) / l->slot_bytes);
        memset(slot, 0, l->slot_bytes);
        // In a group that has a free slot no search goes on to the next group: the slot may be free too.
        bool free = group_free(group_load(table, i / GROUP)) != 0 || table->n_slots == GROUP;
        table->ctrl[i] = free ? CTRL_FREE : CTRL_DELETED;
        table->room += free;
        table->n_used--;
        m->n--;
    }
    __atomic_store_n(&m->writing, 0, __ATOMIC_RELAXED);
    return bad ? panic_type(g, PANIC_UNHASHABLE, bad) : STATUS_OK;
}

void map_clear(const RType *t, Map *m)
{
    if (!m)
        return;
    const MapLayout *l = map_layout(t);
    __atomic_store_n(&m->writing, 1, __ATOMIC_RELAXED);
    if (m->dir) {
        m->dir = NULL;
        m->depth = 0;
        m->n_clears++;
    } else if (m->only) {
        Table *only = m->only;
        memset(only->ctrl, CTRL_FREE, only->n_slots);
        memset(only->slots, 0, (size_t)only->n_slots * l->slot_bytes);
        only->n_used = 0;
        only->room = room_for(only->n_slots);
        m->n_clears++;
    }
    m->n = 0;
    __atomic_store_n(&m->writing, 0, __ATOMIC_RELAXED);
}
