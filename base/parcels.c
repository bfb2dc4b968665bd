// parcels.c: see parcels.h.
// The range of addresses is reserved once; its pages cost nothing until they are written to. Chunks are handed out by next fit, in runs.
// A parcel's blocks are the arena's own (arena.c), each a run of chunks.
#include "base/parcels.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/check.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(at, n) ASAN_POISON_MEMORY_REGION(at, n)
#define UNPOISON(at, n) ASAN_UNPOISON_MEMORY_REGION(at, n)
#else
#define POISON(at, n) ((void)0)
#define UNPOISON(at, n) ((void)0)
#endif

#ifdef MINIGO_DEBUG
enum { IS_DEBUG = 1 };
#else
enum { IS_DEBUG = 0 };
#endif

// LATE_CHUNKS: so much is used before what was given back is used again, in debug builds. RETURN_BYTES: longer runs go back to the system.
enum {
    CHUNK_SHIFT = PARCEL_CHUNK_SHIFT,
    CHUNK_BYTES = 1 << CHUNK_SHIFT,
    LARGEST_BYTES = 1 << 20,
    LATE_CHUNKS = 2048,
    RETURN_BYTES = 1 << 20
};

static const size_t reserved_bytes[] = {(size_t)64 << 30, (size_t)8 << 30, (size_t)1 << 30, (size_t)256 << 20};

static void *reserve(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

// ---------------------------------------------------------------- chunks

static bool is_free(const Parcels *p, uint32_t from, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (p->parcel_of[from + i])
            return false;
    return true;
}

static uint32_t find_run(Parcels *p, uint32_t n)
{
    for (int round = 0; round < 2; round++) {
        for (uint32_t at = p->cursor; at + n <= p->n_chunks; at++)
            if (is_free(p, at, n)) {
                p->cursor = at + n;
                return at;
            }
        p->cursor = 1;
    }
    out_of_memory();
}

static void *alloc_blocks(ArenaSource *source, size_t need, size_t held, size_t *bytes)
{
    Parcels *p = (Parcels *)source;
    size_t more = held < LARGEST_BYTES ? held : LARGEST_BYTES, want = more > need ? more : need;
    if (want > (size_t)UINT32_MAX * CHUNK_BYTES / 2)
        out_of_memory();
    uint32_t n = (uint32_t)((want + CHUNK_BYTES - 1) >> CHUNK_SHIFT), at = find_run(p, n);
    char *memory = (char *)p->base + ((size_t)at << CHUNK_SHIFT);
    *bytes = (size_t)n << CHUNK_SHIFT;
    UNPOISON(memory, *bytes);
    size_t end = (size_t)(at + n) << CHUNK_SHIFT, known = (size_t)at << CHUNK_SHIFT;
    if (known < p->bytes) // the rest is fresh
        memset(memory, 0, (end < p->bytes ? end : p->bytes) - known);
    if (p->bytes < end)
        p->bytes = end;
    for (uint32_t i = 0; i < n; i++)
        p->parcel_of[at + i] = p->open;
    p->held_bytes += *bytes;
    return memory;
}

static void free_block(ArenaSource *source, void *block, size_t bytes)
{
    Parcels *p = (Parcels *)source;
    uint32_t at = (uint32_t)(((uintptr_t)block - p->base) >> CHUNK_SHIFT), n = (uint32_t)(bytes >> CHUNK_SHIFT);
    for (uint32_t i = 0; i < n; i++)
        p->parcel_of[at + i] = 0;
    p->held_bytes -= bytes;
    if (bytes >= RETURN_BYTES)
        madvise(block, bytes, MADV_DONTNEED);
    else if (IS_DEBUG)
        memset(block, PARCEL_POISON, bytes);
    POISON(block, bytes);
}

// ---------------------------------------------------------------- parcels

bool parcels_init(Parcels *p, Arena *a)
{
    *p = (Parcels){.source = {alloc_blocks, free_block}, .cursor = 1};
    for (size_t i = 0; i < COUNT_OF(reserved_bytes) && !p->base; i++) {
        p->base = (uintptr_t)reserve(reserved_bytes[i]);
        p->n_chunks = (uint32_t)(reserved_bytes[i] >> CHUNK_SHIFT);
    }
    if (!p->base)
        return false;
    p->parcel_of = reserve(sizeof *p->parcel_of * p->n_chunks);
    if (!p->parcel_of)
        return false;
    p->arena = a;
    return true;
}

static void grow(Parcels *p)
{
    uint32_t cap = p->cap ? p->cap * 2 : 1024;
    p->at = realloc(p->at, cap * sizeof *p->at);
    p->free = realloc(p->free, cap * sizeof *p->free);
    p->work = realloc(p->work, cap * sizeof *p->work);
    if (!p->at || !p->free || !p->work)
        out_of_memory();
    p->cap = cap;
    if (p->n == 0)
        p->at[p->n++] = (Parcel){0}; // none
}

bool parcels_begin(Parcels *p)
{
    if (!p->arena || p->open)
        return false;
    if (p->n == p->cap)
        grow(p);
    p->open = p->n_free ? p->free[--p->n_free] : p->n++;
    p->at[p->open] = (Parcel){.used = true};
    p->lasting = *p->arena;
    *p->arena = (Arena){.source = &p->source};
    return true;
}

void parcels_end(Parcels *p, bool lasts)
{
    p->at[p->open].blocks = p->arena->blocks;
    p->at[p->open].lasts = lasts;
    *p->arena = p->lasting;
    p->lasting = (Arena){0};
    p->open = 0;
}

// ---------------------------------------------------------------- marking

void parcels_unmark(Parcels *p)
{
    CHECK(!p->open);
    p->n_work = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        p->at[i].marked = p->at[i].lasts;
        if (p->at[i].lasts)
            p->work[p->n_work++] = i;
    }
}

// Anything may lie there, stacks and the gaps that sanitizers watch too.
__attribute__((no_sanitize("address", "thread"))) void parcels_mark_range(Parcels *p, const void *from, const void *to)
{
    uintptr_t base = p->base;
    size_t bytes = p->bytes;
    const uintptr_t *end = (const uintptr_t *)((uintptr_t)to & ~(uintptr_t)7);
    for (const uintptr_t *at = (const uintptr_t *)(((uintptr_t)from + 7) & ~(uintptr_t)7); at < end; at++) {
        if (LIKELY(*at - base >= bytes))
            continue;
        uint32_t n = p->parcel_of[(*at - base) >> CHUNK_SHIFT];
        if (!n || p->at[n].marked)
            continue;
        p->at[n].marked = true;
        p->work[p->n_work++] = n;
    }
}

static void mark_blocks(Parcels *p, const ArenaBlock *block)
{
    for (; block; block = arena_older_block(block))
        parcels_mark_range(p, block, (const char *)block + arena_block_bytes(block));
}

void parcels_mark_arena(Parcels *p, const Arena *a)
{
    mark_blocks(p, a->blocks);
}

bool parcels_follow(Parcels *p)
{
    bool any = p->n_work > 0;
    while (p->n_work > 0)
        mark_blocks(p, p->at[p->work[--p->n_work]].blocks);
    return any;
}

int parcels_release(Parcels *p)
{
    int released = 0;
    for (uint32_t i = 1; i < p->n; i++) {
        Parcel *parcel = &p->at[i];
        if (!parcel->used || parcel->marked)
            continue;
        Arena a = {.blocks = parcel->blocks, .source = &p->source};
        arena_done(&a);
        *parcel = (Parcel){0};
        p->free[p->n_free++] = i;
        released++;
    }
    if (!IS_DEBUG || p->cursor > LATE_CHUNKS)
        p->cursor = 1;
    return released;
}

// ---------------------------------------------------------------- weak maps

void weakmap_mark(const WeakMap *m, Parcels *p)
{
    for (uint32_t i = 0; i < m->map.cap; i++) {
        const HashEntry *e = &m->map.slots[i];
        if (e->key && !parcels_is_dead(p, (const void *)e->key))
            parcels_mark_range(p, &e->value, &e->value + 1);
    }
}

void weakmap_sweep(WeakMap *m, const Parcels *p)
{
    WeakMap rest = {0};
    for (uint32_t i = 0; i < m->map.cap; i++) {
        const HashEntry *e = &m->map.slots[i];
        if (e->key && !parcels_is_dead(p, (const void *)e->key))
            weakmap_set(&rest, (const void *)e->key, e->value);
    }
    arena_done(&m->arena);
    *m = rest;
}
