// arena.h: memory that is freed all at once.
// Memory: blocks, each next one larger, zeroed. Nothing allocated here is freed alone.
// Threads: one arena belongs to one thread at a time.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <stddef.h>

typedef struct ArenaBlock ArenaBlock;
typedef struct ArenaSource { // where an arena's blocks come from, if not from the system
    // At least `need` zeroed bytes for an arena that has `held` already; *bytes: how many.
    void *(*alloc)(struct ArenaSource *source, size_t need, size_t held, size_t *bytes);
    void (*free)(struct ArenaSource *source, void *block, size_t bytes);
} ArenaSource;
typedef struct Arena {
    ArenaBlock *blocks; // newest first
    char *next, *end;   // free part of the newest block
    size_t total_bytes; // of all blocks
    ArenaSource *source; // NULL: the system
} Arena;

void arena_init(Arena *a);
void arena_done(Arena *a);

// For those that look through an arena's memory: the block before this one (NULL: none), and how many bytes it has, from its address on.
ArenaBlock *arena_older_block(const ArenaBlock *block);
size_t arena_block_bytes(const ArenaBlock *block);

// Zeroed memory of n bytes, aligned to 16. Never NULL: out of memory ends the process.
void *arena_alloc(Arena *a, size_t n);

// Grows (or copies) old of old_bytes to new_bytes; the new part is zeroed. The old memory may stay used.
void *arena_grow(Arena *a, void *old, size_t old_bytes, size_t new_bytes);

// A NUL-terminated copy of n bytes.
char *arena_copy_text(Arena *a, const char *text, size_t n);

// printf into the arena; NUL-terminated.
char *arena_printf(Arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))
#endif
