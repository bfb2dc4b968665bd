// stack.h: goroutine stacks: chains of chunks that never move. Slots grow upwards.
// A call that does not fit its chunk goes on in the next one (twice the size, kept while it may be needed again); its return
// passes through a stub that copies the results back (vm/call.c).
// Memory: chunks are collector objects whose mark procedure scans slots .. used. A running goroutine's chunks are pushed as roots.
#ifndef RUNTIME_STACK_H
#define RUNTIME_STACK_H
#include "runtime/value.h"

typedef struct StackChunk {
    struct StackChunk *self;          // == this chunk while in use: a mark procedure also meets free ones
    struct StackChunk *older, *newer; // newer: cached or in use
    Slot *used;                       // behind the last slot the collector must see, while this is not the running top
    Slot *end;
    Slot *caller_nf;                  // in `older`: where the results of the call that opened this chunk belong
    int64_t bytes_below;              // of the older chunks together
    Slot slots[];
} StackChunk;

enum {
    STACK_FIRST_BYTES = 512,    // chunk struct included: a parked goroutine costs at most 1 KB in all
    STACK_HEADER_SLOTS = 2,     // before each frame: fp[-1] return pc, fp[-2] closure
};

StackChunk *stack_new(size_t need_slots);
// Way of a call that does not fit: next = stack_grow(g->stack, need); set g->stack->used to the end of the caller's frame, gc_dirty(g->stack);
// then g->stack = next. On return to the older chunk: g->stack = older (its newer one is kept for the next call, with used = slots and nothing newer behind it). Chunks are at most
// STACK_CHUNK_BYTES unless one frame needs more.
enum { STACK_CHUNK_BYTES = 256 << 10 };
int64_t stack_set_max(int64_t bytes); // debug.SetMaxStack: returns the previous limit
// The chunk after `top` with room for need_slots more; NULL when that passes the goroutine limit (debug.SetMaxStack, 1 GB).
StackChunk *stack_grow(StackChunk *top, size_t need_slots);
#endif
