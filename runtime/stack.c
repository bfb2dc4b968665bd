// stack.c: chunks of goroutine stacks.
// A chunk is followed by one of twice the size, up to STACK_CHUNK_BYTES: a larger one would be scanned as a whole while its goroutine runs. The
// newer chunk is kept when a call returns to the older one, so that a loop of calls at the border does not allocate; it is used again
// if it is large enough.
#include "runtime/stack.h"

#include "runtime/gc.h"

static int64_t max_bytes = 1000000000; // atomic

int64_t stack_set_max(int64_t bytes)
{
    return __atomic_exchange_n(&max_bytes, bytes, __ATOMIC_RELAXED);
}

static StackChunk *chunk_alloc(size_t bytes)
{
    StackChunk *c = gc_alloc_stack(bytes);
    c->older = c->newer = NULL;
    c->used = c->slots;
    // One slot less: G.stack_limit must not point behind the chunk, to the collector that would be the next object.
    c->end = c->slots + (bytes - sizeof *c) / sizeof(Slot) - 1;
    c->caller_nf = NULL;
    c->bytes_below = 0;
    // Last: the mark procedure skips a chunk that does not point to itself.
    __atomic_store_n(&c->self, c, __ATOMIC_RELEASE);
    return c;
}

static size_t bytes_for(size_t need_slots, size_t at_least)
{
    size_t bytes = at_least;
    while (bytes < STACK_CHUNK_BYTES && (bytes - sizeof(StackChunk)) / sizeof(Slot) <= need_slots)
        bytes *= 2;
    size_t exact = sizeof(StackChunk) + (need_slots + 1) * sizeof(Slot);
    if (bytes < exact)
        bytes = (exact + 4095) & ~(size_t)4095;
    return bytes;
}

StackChunk *stack_new(size_t need_slots)
{
    return chunk_alloc(bytes_for(need_slots, STACK_FIRST_BYTES));
}

StackChunk *stack_grow(StackChunk *top, size_t need_slots)
{
    need_slots += STACK_HEADER_SLOTS;
    StackChunk *next = top->newer;
    if (next && (size_t)(next->end - next->slots) >= need_slots) {
        next->used = next->slots;
        return next;
    }
    size_t top_bytes = (size_t)((char *)(top->end + 1) - (char *)top);
    int64_t below = top->bytes_below + (int64_t)top_bytes;
    if (below + (int64_t)(need_slots * sizeof(Slot)) > __atomic_load_n(&max_bytes, __ATOMIC_RELAXED))
        return NULL;
    size_t twice = top_bytes * 2 < STACK_CHUNK_BYTES ? top_bytes * 2 : STACK_CHUNK_BYTES;
    if (twice < STACK_FIRST_BYTES)
        twice = STACK_FIRST_BYTES;
    next = chunk_alloc(bytes_for(need_slots, twice));
    next->older = top;
    next->bytes_below = below;
    gc_dirty(next);
    gc_store(&top->newer, next);
    return next;
}
