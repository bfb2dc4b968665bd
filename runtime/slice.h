// slice.h: making, growing and cutting slices.
#ifndef RUNTIME_SLICE_H
#define RUNTIME_SLICE_H
#include "runtime/g.h"

// No memory of more bytes is asked for: a longer slice is a panic, not the end of memory.
static const uint64_t slice_max_bytes = UINT64_C(1) << 48;

MUST_USE Status slice_make(G *g, const RType *elem, int64_t len, int64_t cap, Slice *out);
// Room for n_more elements behind s: *out has len + n_more, cap grown as Go grows it (size classes too, since programs print cap).
MUST_USE Status slice_grow(G *g, const RType *elem, Slice s, int64_t n_more, Slice *out);
// memmove of min(len) elements with the barrier; returns how many.
int64_t slice_copy(const RType *elem, Slice dst, Slice src);
#endif
