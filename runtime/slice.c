// slice.c: making, growing and copying slices.
// Capacities are those that Go's allocator would give, since programs print cap: growth by doubling and later by a quarter, then rounded up to a
// size class (objects with pointers above 512 bytes lose a word to a header there).
#include "runtime/slice.h"

#include <string.h>

#include "runtime/gc.h"
#include "runtime/size_class.h"

static const uint16_t size_classes[] = {
    8,    16,   24,   32,   48,   64,   80,   96,   112,  128,  144,  160,   176,   192,   208,   224,   240,
    256,  288,  320,  352,  384,  416,  448,  480,  512,  576,  640,  704,   768,   896,   1024,  1152,  1280,
    1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376,  6144,  6528,  6784,  6912,  8192,
    9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};

uint64_t size_class_round(uint64_t bytes, bool pointers)
{
    enum { LARGEST = 32768, HEADER = 8, HEADER_FROM = 512, PAGE = 8192 };
    if (bytes > LARGEST - HEADER)
        return bytes + PAGE - 1 < bytes ? bytes : (bytes + PAGE - 1) & ~(uint64_t)(PAGE - 1);
    if (bytes == 0)
        return 0;
    uint64_t header = pointers && bytes > HEADER_FROM ? HEADER : 0;
    size_t low = 0, high = COUNT_OF(size_classes) - 1;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (size_classes[mid] < bytes + header)
            low = mid + 1;
        else
            high = mid;
    }
    return size_classes[low] - header;
}

Status slice_make(G *g, const RType *elem, int64_t len, int64_t cap, Slice *out)
{
    uint64_t bytes;
    if (cap < 0 || __builtin_mul_overflow((uint64_t)elem->size, (uint64_t)cap, &bytes) || bytes > slice_max_bytes || len < 0 || len > cap) {
        // A length out of range is told before a capacity that follows from it.
        if (len < 0 || __builtin_mul_overflow((uint64_t)elem->size, (uint64_t)len, &bytes) || bytes > slice_max_bytes)
            return panic_raise(g, PANIC_MAKE_SLICE_LEN);
        return panic_raise(g, PANIC_MAKE_SLICE_CAP);
    }
    *out = (Slice){gc_alloc_kind(bytes, elem->flags & RTYPE_POINTERS ? GC_SCAN : GC_ATOMIC), len, cap};
    return STATUS_OK;
}

static int64_t next_cap(int64_t new_len, int64_t old_cap)
{
    enum { THRESHOLD = 256 };
    uint64_t twice = (uint64_t)old_cap * 2;
    if ((uint64_t)new_len > twice)
        return new_len;
    if (old_cap < THRESHOLD)
        return (int64_t)twice;
    uint64_t cap = (uint64_t)old_cap;
    do
        cap += (cap + 3 * THRESHOLD) >> 2;
    while (cap < (uint64_t)new_len);
    return cap > INT64_MAX ? new_len : (int64_t)cap;
}

Status slice_grow(G *g, const RType *elem, Slice s, int64_t n_more, Slice *out)
{
    int64_t len;
    if (n_more < 0 || __builtin_add_overflow(s.len, n_more, &len))
        return panic_raise(g, PANIC_GROW_SLICE);
    if (elem->size == 0) {
        *out = (Slice){s.ptr ? s.ptr : gc_alloc_slow(0, GC_ATOMIC), len, len > s.cap ? len : s.cap};
        return STATUS_OK;
    }
    uint64_t size = (uint64_t)elem->size, bytes;
    if (__builtin_mul_overflow((uint64_t)next_cap(len, s.cap), size, &bytes) || bytes > slice_max_bytes)
        return panic_raise(g, PANIC_GROW_SLICE);
    bool pointers = elem->flags & RTYPE_POINTERS;
    uint64_t cap = size_class_round(bytes, pointers) / size;
    bytes = cap * size;
    if (bytes > slice_max_bytes)
        return panic_raise(g, PANIC_GROW_SLICE);
    size_t old_bytes = (size_t)s.len * size;
    char *p;
    if (pointers) {
        p = gc_alloc_kind(bytes, GC_SCAN);
    } else {
        p = gc_alloc_bytes(bytes);
        size_t new_bytes = (size_t)len * size; // the part between is the caller's to fill
        if (bytes > GC_SMALL_BYTES)
            memset(p + new_bytes, 0, bytes - new_bytes);
    }
    if (old_bytes)
        memcpy(p, s.ptr, old_bytes);
    if (pointers)
        gc_dirty(p);
    *out = (Slice){p, len, (int64_t)cap};
    return STATUS_OK;
}

int64_t slice_copy(const RType *elem, Slice dst, Slice src)
{
    int64_t n = dst.len < src.len ? dst.len : src.len;
    if (n > 0 && elem->size) {
        memmove(dst.ptr, src.ptr, (size_t)(n * elem->size));
        if (elem->flags & RTYPE_POINTERS)
            gc_dirty(dst.ptr);
    }
    return n;
}
