// native.c: the C half of bufio: finding words.
#include "base/rune.h"
#include "base/utf8.h"
#include "runtime/native.h"

// The first rune at or behind `at` that is a space, or is none; *width is its width. n if there is none.
static int64_t find(const char *p, int64_t n, int64_t at, bool space, int *width)
{
    while (at < n) {
        unsigned char c = (unsigned char)p[at];
        bool is_space;
        *width = 1;
        if (c < 0x80)
            is_space = c == ' ' || (c >= '\t' && c <= '\r');
        else
            is_space = rune_is(utf8_decode(p + at, (size_t)(n - at), width), RUNE_SPACE);
        if (is_space == space)
            return at;
        at += *width;
    }
    return n;
}

NATIVE(bufio, wordBounds, { int64_t start; int64_t end; int64_t next; Slice data; })
{
    int width = 0;
    const char *p = a->data.ptr;
    a->start = find(p, a->data.len, 0, false, &width);
    a->end = find(p, a->data.len, a->start, true, &width);
    a->next = a->end < a->data.len ? a->end + width : -1;
    return STATUS_OK;
}
