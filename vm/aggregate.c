// aggregate.c: slicing and appending: the checks in the order, and with the texts, of the reference.
#include "runtime/sched.h"
#include "runtime/slice.h"
#include "vm/frame.h"

// Cuts [low, high, max] out of `length` elements (for s[i:j] high <= limit); *cap gets the new capacity.
static Status cut(G *g, const Slot *bounds, unsigned flags, int64_t length, int64_t limit, bool is_slice, int64_t *low, int64_t *high,
                  int64_t *max)
{
    *low = flags & SLICE_HAS_LOW ? (int64_t)bounds[0] : 0;
    *high = flags & SLICE_HAS_HIGH ? (int64_t)bounds[1] : length;
    *max = limit;
    if (flags & SLICE_HAS_MAX) {
        *max = (int64_t)bounds[2];
        if ((uint64_t)*max > (uint64_t)limit)
            return panic_bounds(g, is_slice ? PANIC_SLICE3_ACAP : PANIC_SLICE3_ALEN, *max, limit, flags & SLICE_UNSIGNED_MAX);
        if ((uint64_t)*high > (uint64_t)*max)
            return panic_bounds(g, PANIC_SLICE3_B, *high, *max, flags & SLICE_UNSIGNED_HIGH);
        if ((uint64_t)*low > (uint64_t)*high)
            return panic_bounds(g, PANIC_SLICE3_C, *low, *high, flags & SLICE_UNSIGNED_LOW);
        return STATUS_OK;
    }
    if ((uint64_t)*high > (uint64_t)limit)
        return panic_bounds(g, is_slice ? PANIC_SLICE_ACAP : PANIC_SLICE_ALEN, *high, limit, flags & SLICE_UNSIGNED_HIGH);
    if ((uint64_t)*low > (uint64_t)*high)
        return panic_bounds(g, PANIC_SLICE_B, *low, *high, flags & SLICE_UNSIGNED_LOW);
    return STATUS_OK;
}

static Status cut_slice(G *g, Slot *to, char *base, int64_t length, int64_t limit, const Slot *bounds, uint64_t word, bool is_slice)
{
    int64_t low, high, max;
    Status s = cut(g, bounds, (unsigned)(word >> 32), length, limit, is_slice, &low, &high, &max);
    if (s != STATUS_OK)
        return s;
    // A slice without capacity keeps the base: a pointer behind the object would keep its neighbour alive.
    to[0] = (Slot)(max > low ? base + low * (int64_t)(uint32_t)word : base);
    to[1] = (Slot)(high - low);
    to[2] = (Slot)(max - low);
    return STATUS_OK;
}

Status vm_slice(G *g, Slot *to, Slice s, const Slot *bounds, uint64_t word)
{
    return cut_slice(g, to, s.ptr, s.len, s.cap, bounds, word, true);
}

Status vm_slice_array(G *g, Slot *to, void *array, int64_t len, const Slot *bounds, uint64_t word)
{
    return cut_slice(g, to, array, len, len, bounds, word, false);
}

Status vm_slice_string(G *g, Slot *to, String s, const Slot *bounds, uint64_t word)
{
    int64_t low, high, max;
    Status status = cut(g, bounds, (unsigned)(word >> 32) & ~(unsigned)SLICE_HAS_MAX, s.len, s.len, false, &low, &high, &max);
    if (status != STATUS_OK)
        return status;
    to[0] = (Slot)(high > low ? s.ptr + low : s.ptr);
    to[1] = (Slot)(high - low);
    return STATUS_OK;
}

Status vm_append(G *g, const RType *elem, Slot *to, Slice s, const void *more, int64_t n)
{
    Slice grown = s;
    if (n > s.cap - s.len) {
        Status status = slice_grow(g, elem, s, n, &grown);
        if (status != STATUS_OK)
            return status;
    } else {
        grown.len = s.len + n;
    }
    if (n > 0 && elem->size > 0) {
        char *at = (char *)grown.ptr + s.len * elem->size;
        memmove(at, more, (size_t)(n * elem->size));
        if (elem->flags & RTYPE_POINTERS)
            gc_dirty(at);
    }
    *(Slice *)to = grown;
    return STATUS_OK;
}

Status vm_append_bytes(G *g, Slot *to, Slice s, String more)
{
    static const RType byte_type = {.size = 1, .kind = KIND_UINT8, .align = 1, .flags = RTYPE_COMPARABLE | RTYPE_PLAIN_EQUAL,
                                    .string = {"uint8", 5}, .name = {"uint8", 5}};
    return vm_append(g, &byte_type, to, s, more.ptr, more.len);
}
