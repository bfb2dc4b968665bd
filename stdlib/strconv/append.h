// append.h: growing a byte slice from C, for natives that append text.
// Threads: the slice is the calling goroutine's own.
#ifndef STDLIB_STRCONV_APPEND_H
#define STDLIB_STRCONV_APPEND_H
#include "runtime/native.h"

// Room for n more bytes behind s->len: moves the bytes to a larger array (gc) if need be. Returns where they go; the caller adds
// what it has written to s->len.
static inline char *append_room(Slice *s, int64_t n)
{
    if (UNLIKELY(s->cap - s->len < n)) {
        int64_t cap = s->cap + s->cap / 2;
        if (cap < s->len + n)
            cap = s->len + n;
        cap = (cap + 31) & ~(int64_t)31;
        char *bytes = gc_alloc_bytes((size_t)cap);
        if (s->len > 0)
            memcpy(bytes, s->ptr, (size_t)s->len);
        gc_store(&s->ptr, bytes); // at once: s may be in a heap object, and a later allocation may end a cycle
        s->cap = cap;
    }
    return (char *)s->ptr + s->len;
}

static inline void append_bytes(Slice *s, const char *bytes, int64_t n)
{
    char *to = append_room(s, n);
    if (n > 0)
        memcpy(to, bytes, (size_t)n);
    s->len += n;
}

static inline void append_byte(Slice *s, char c)
{
    *append_room(s, 1) = c;
    s->len++;
}

static inline void append_fill(Slice *s, char c, int64_t n)
{
    if (n <= 0)
        return;
    memset(append_room(s, n), c, (size_t)n);
    s->len += n;
}
#endif
