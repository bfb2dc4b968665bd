// arena.c: bump allocation in a chain of blocks.
#include "base/arena.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/check.h"

enum { ARENA_ALIGN = 16, FIRST_BLOCK_BYTES = 16 << 10, LARGEST_BLOCK_BYTES = 1 << 20, MAPPED_BYTES = 64 << 10,
       POPULATED_BYTES = 256 << 10, SPARE_SIZES = 5, SPARE_BYTES = 4 << 20 };

struct ArenaBlock {
    ArenaBlock *older;
    size_t bytes;
};

static const size_t block_header = (sizeof(ArenaBlock) + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);

void arena_init(Arena *a)
{
    memset(a, 0, sizeof *a);
}

// Blocks that were given back, by size. Giving each back to the system would cost its page faults again for the next arena: parsing
// file after file took three times as long.
static struct {
    pthread_mutex_t lock;
    ArenaBlock *blocks[SPARE_SIZES];
    size_t bytes;
} spare = {.lock = PTHREAD_MUTEX_INITIALIZER};

// The list for blocks of this size; NULL: none are kept.
static ArenaBlock **spare_list(size_t bytes)
{
    for (int i = 0; i < SPARE_SIZES; i++)
        if (bytes == (size_t)MAPPED_BYTES << i)
            return &spare.blocks[i];
    return NULL;
}

static ArenaBlock *spare_take(size_t bytes)
{
    ArenaBlock **list = spare_list(bytes);
    if (!list || !__atomic_load_n(list, __ATOMIC_RELAXED))
        return NULL;
    pthread_mutex_lock(&spare.lock);
    ArenaBlock *b = *list;
    if (b) {
        __atomic_store_n(list, b->older, __ATOMIC_RELAXED);
        spare.bytes -= bytes;
    }
    pthread_mutex_unlock(&spare.lock);
    return b ? memset(b, 0, bytes) : NULL;
}

static bool spare_keep(ArenaBlock *b)
{
    ArenaBlock **list = spare_list(b->bytes);
#ifdef __SANITIZE_ADDRESS__
    list = NULL; // a use after this shows
#endif
    if (!list)
        return false;
    pthread_mutex_lock(&spare.lock);
    bool kept = spare.bytes + b->bytes <= SPARE_BYTES;
    if (kept) {
        spare.bytes += b->bytes;
        b->older = *list;
        __atomic_store_n(list, b, __ATOMIC_RELAXED);
    }
    pthread_mutex_unlock(&spare.lock);
    return kept;
}

// Larger blocks come with their pages in place: they will be used, and a page fault each costs much more (a third of the time that
// a short program took to start).
static ArenaBlock *block_new(size_t bytes)
{
    if (bytes < MAPPED_BYTES) {
        ArenaBlock *b = calloc(1, bytes);
        if (!b)
            out_of_memory();
        return b;
    }
    ArenaBlock *b = spare_take(bytes);
    if (b)
        return b;
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | (bytes <= POPULATED_BYTES ? MAP_POPULATE : 0), -1, 0);
    if (p == MAP_FAILED)
        out_of_memory();
    return p;
}

static void block_free(ArenaBlock *b)
{
    if (b->bytes < MAPPED_BYTES)
        free(b);
    else if (!spare_keep(b))
        munmap(b, b->bytes);
}

static void add_block(Arena *a, size_t need)
{
    size_t bytes = a->blocks ? a->blocks->bytes * 2 : FIRST_BLOCK_BYTES;
    if (bytes > LARGEST_BLOCK_BYTES)
        bytes = LARGEST_BLOCK_BYTES;
    if (bytes < need + block_header)
        bytes = need + block_header;
    ArenaBlock *b = block_new(bytes);
    b->older = a->blocks;
    b->bytes = bytes;
    a->blocks = b;
    a->next = (char *)b + block_header;
    a->end = (char *)b + bytes;
    a->total_bytes += bytes;
}

static void free_blocks(Arena *a, const ArenaBlock *until)
{
    while (a->blocks != until) {
        ArenaBlock *b = a->blocks;
        a->blocks = b->older;
        a->total_bytes -= b->bytes;
        block_free(b);
    }
}

void arena_done(Arena *a)
{
    free_blocks(a, NULL);
    arena_init(a);
}

ArenaMark arena_mark(const Arena *a)
{
    return (ArenaMark){a->blocks, a->next};
}

void arena_rewind(Arena *a, ArenaMark mark)
{
    char *used = a->blocks == mark.block ? a->next : NULL;
    free_blocks(a, mark.block);
    if (!mark.block) {
        arena_init(a);
        return;
    }
    a->next = mark.next;
    a->end = (char *)mark.block + mark.block->bytes;
    memset(a->next, 0, (size_t)((used ? used : a->end) - a->next));
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
