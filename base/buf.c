// buf.c: see buf.h.
#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/check.h"
#include "base/utf8.h"

void buf_done(Buf *b)
{
    free(b->ptr);
    *b = (Buf){0};
}

static void reserve(Buf *b, size_t more)
{
    if (b->cap - b->len > more)
        return;
    size_t cap = b->cap ? b->cap * 2 : 64;
    while (cap - b->len <= more)
        cap *= 2;
    b->ptr = realloc(b->ptr, cap);
    if (!b->ptr)
        out_of_memory();
    b->cap = cap;
}

void buf_add(Buf *b, const char *bytes, size_t n)
{
    reserve(b, n);
    if (n)
        memcpy(b->ptr + b->len, bytes, n);
    b->len += n;
    b->ptr[b->len] = 0;
}

void buf_add_char(Buf *b, char c)
{
    buf_add(b, &c, 1);
}

void buf_vprintf(Buf *b, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    CHECK(n >= 0);
    reserve(b, (size_t)n);
    vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, ap);
    b->len += (size_t)n;
}

void buf_printf(Buf *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    buf_vprintf(b, fmt, ap);
    va_end(ap);
}

void buf_add_rune(Buf *b, int rune)
{
    char text[4];
    buf_add(b, text, (size_t)utf8_encode(text, rune));
}
