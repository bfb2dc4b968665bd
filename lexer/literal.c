// literal.c: from the source text of rune and string literals to their values.
#include "base/check.h"
#include "base/utf8.h"
#include "lexer/lexer.h"

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
}

typedef struct Escape {
    int value;
    int width;    // bytes of text, with the backslash
    bool is_byte; // \x and octal: a byte; else a code point
} Escape;

static Escape read_digits(Str s, int start, int n, int base, bool is_byte)
{
    unsigned value = 0;
    int i = start;
    for (; i < start + n && i < (int)s.len; i++)
        value = value * (unsigned)base + (unsigned)digit_value(s.ptr[i]);
    return (Escape){(int)value, i, is_byte};
}

// s starts with a backslash.
static Escape read_escape(Str s)
{
    static const char names[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
    if (s.len < 2)
        return (Escape){'\\', (int)s.len, false};
    char c = s.ptr[1];
    switch (c) {
    case 'x':
        return read_digits(s, 2, 2, 16, true);
    case 'u':
        return read_digits(s, 2, 4, 16, false);
    case 'U':
        return read_digits(s, 2, 8, 16, false);
    case '0' ... '7':
        return read_digits(s, 1, 3, 8, true);
    default: {
        const char *at = strchr(names, c);
        return (Escape){at ? values[at - names] : c, 2, false};
    }
    }
}

int literal_rune(Str text)
{
    if (text.len < 3)
        return RUNE_ERROR;
    Str inner = {text.ptr + 1, text.len - 2};
    if (inner.ptr[0] == '\\')
        return read_escape(inner).value;
    int width;
    return utf8_decode(inner.ptr, inner.len, &width);
}

static void raw_string(Str inner, Buf *out)
{
    const char *p = inner.ptr, *end = p + inner.len;
    while (p < end) {
        const char *cr = memchr(p, '\r', (size_t)(end - p));
        const char *stop = cr ? cr : end;
        buf_add(out, p, (size_t)(stop - p));
        p = cr ? cr + 1 : end;
    }
}

void literal_string(Str text, Buf *out)
{
    if (text.len < 2)
        return;
    Str inner = {text.ptr + 1, text.len - 2};
    if (text.ptr[0] == '`') {
        raw_string(inner, out);
        return;
    }
    while (inner.len > 0) {
        const char *slash = memchr(inner.ptr, '\\', inner.len);
        size_t plain = slash ? (size_t)(slash - inner.ptr) : inner.len;
        buf_add(out, inner.ptr, plain);
        inner = (Str){inner.ptr + plain, inner.len - plain};
        if (inner.len == 0)
            break;
        Escape e = read_escape(inner);
        if (e.is_byte)
            buf_add_char(out, (char)e.value);
        else
            buf_add_rune(out, e.value);
        inner = (Str){inner.ptr + e.width, inner.len - (size_t)e.width};
    }
}
