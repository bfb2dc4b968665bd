// arena.c: bump allocation in a chain of blocks.
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/check.h"

enum { ARENA_ALIGN = 16, FIRST_BLOCK_BYTES = 16 << 10, LARGEST_BLOCK_BYTES = 1 << 20, MAPPED_BYTES = 64 << 10,
       POPULATED_BYTES = 256 << 10, MAPPED_BLOCKS = 8 };

struct ArenaBlock {
    ArenaBlock *older;
    size_t bytes;
    bool mapped;
};

static const size_t block_header = (sizeof(ArenaBlock) + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);

void arena_init(Arena *a)
{
    memset(a, 0, sizeof *a);
}

// The first larger blocks of the process are mapped with their pages in place: they will be used, and a page fault each costs much more
// (a third of the time that a short program took to start). Later ones are malloc's, which keeps pages: parsing file after file in
// blocks mapped anew took three times as long.
static ArenaBlock *block_new(size_t bytes)
{
    static size_t n_mapped; // atomic
    if (bytes >= MAPPED_BYTES && bytes <= POPULATED_BYTES && __atomic_load_n(&n_mapped, __ATOMIC_RELAXED) < MAPPED_BLOCKS) {
        __atomic_add_fetch(&n_mapped, 1, __ATOMIC_RELAXED);
        ArenaBlock *b = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        if (b != MAP_FAILED) {
            b->mapped = true;
            return b;
        }
    }
    ArenaBlock *b = calloc(1, bytes);
    if (!b)
        out_of_memory();
    return b;
}

static void block_free(Arena *a, ArenaBlock *b)
{
    if (a->source)
        a->source->free(a->source, b, b->bytes);
    else if (b->mapped)
        munmap(b, b->bytes);
    else
        free(b);
}

static ArenaBlock *block_for(Arena *a, size_t need, size_t *got)
{
    if (a->source)
        return a->source->alloc(a->source, need + block_header, a->total_bytes, got);
    size_t bytes = a->blocks ? a->blocks->bytes * 2 : FIRST_BLOCK_BYTES;
    if (bytes > LARGEST_BLOCK_BYTES)
        bytes = LARGEST_BLOCK_BYTES;
    if (bytes < need + block_header)
        bytes = need + block_header;
    *got = bytes;
    return block_new(bytes);
}

static void add_block(Arena *a, size_t need)
{
    size_t bytes;
    ArenaBlock *b = block_for(a, need, &bytes);
    b->older = a->blocks;
    b->bytes = bytes;
    a->blocks = b;
    a->next = (char *)b + block_header;
    a->end = (char *)b + bytes;
    a->total_bytes += bytes;
}

void arena_done(Arena *a)
{
    while (a->blocks) {
        ArenaBlock *b = a->blocks;
        a->blocks = b->older;
        block_free(a, b);
    }
    *a = (Arena){.source = a->source};
}

ArenaBlock *arena_older_block(const ArenaBlock *block)
{
    return block->older;
}

size_t arena_block_bytes(const ArenaBlock *block)
{
    return block->bytes;
}

void *arena_alloc(Arena *a, size_t n)
{
    if (n > SIZE_MAX / 4)
        out_of_memory();
    n = (n + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
    if ((size_t)(a->end - a->next) < n)
        add_block(a, n);
    void *p = a->next;
    a->next += n;
    return p;
}

void *arena_grow(Arena *a, void *old, size_t old_bytes, size_t new_bytes)
{
    if (new_bytes <= old_bytes)
        return old;
    void *p = arena_alloc(a, new_bytes);
    if (old_bytes)
        memcpy(p, old, old_bytes);
    return p;
}

char *arena_copy_text(Arena *a, const char *text, size_t n)
{
    char *p = arena_alloc(a, n + 1);
    if (n)
        memcpy(p, text, n);
    return p;
}

char *arena_printf(Arena *a, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    CHECK(n >= 0);
    char *p = arena_alloc(a, (size_t)n + 1);
    vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}
