// buf.h: a growing byte buffer on malloc, for text that is built piece by piece.
#ifndef BASE_BUF_H
#define BASE_BUF_H
#include <stdarg.h>
#include <stddef.h>

#include "base/str.h"

typedef struct Buf {
    char *ptr; // NUL-terminated once anything was added
    size_t len, cap;
} Buf; // all zero: empty

void buf_done(Buf *b);
void buf_add(Buf *b, const char *bytes, size_t n);
void buf_add_char(Buf *b, char c);
void buf_printf(Buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(Buf *b, const char *fmt, va_list ap);
// Appends the rune as UTF-8; an invalid one as U+FFFD.
void buf_add_rune(Buf *b, int rune);

static inline void buf_add_str(Buf *b, Str s)
{
    buf_add(b, s.ptr, s.len);
}
static inline void buf_add_text(Buf *b, const char *text)
{
    buf_add(b, text, strlen(text));
}
static inline Str buf_str(const Buf *b)
{
    return (Str){b->ptr ? b->ptr : "", b->len};
}
#endif
