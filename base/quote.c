// quote.c: escaping text as Go literals do.
#include "base/quote.h"

#include "base/rune.h"
#include "base/utf8.h"

static char *put_hex(char *to, uint32_t value, int digits)
{
    for (int i = digits - 1; i >= 0; i--)
        *to++ = "0123456789abcdef"[value >> (4 * i) & 15];
    return to;
}

int quote_rune(char *out, int32_t rune, char quote, QuoteMode mode)
{
    char *to = out;
    if (rune < 0 || rune > RUNE_MAX || (rune >= 0xD800 && rune < 0xE000))
        rune = RUNE_ERROR;
    bool plain = mode == QUOTE_GRAPHIC ? rune_is_graphic(rune) : rune_is_print(rune);
    if (rune == quote || rune == '\\') {
        *to++ = '\\';
        *to++ = (char)rune;
    } else if (plain && (mode != QUOTE_ASCII || rune < 0x80)) {
        to += utf8_encode(to, rune);
    } else {
        *to++ = '\\';
        if (rune >= '\a' && rune <= '\r') {
            *to++ = "abtnvfr"[rune - '\a'];
        } else if (rune < ' ' || rune == 0x7F) {
            *to++ = 'x';
            to = put_hex(to, (uint32_t)rune, 2);
        } else if (rune < 0x10000) {
            *to++ = 'u';
            to = put_hex(to, (uint32_t)rune, 4);
        } else {
            *to++ = 'U';
            to = put_hex(to, (uint32_t)rune, 8);
        }
    }
    return (int)(to - out);
}

int quote_next(char *out, const char *p, size_t n, int *width, char quote, QuoteMode mode)
{
    int32_t rune = utf8_decode(p, n, width);
    if (rune != RUNE_ERROR || *width > 1)
        return quote_rune(out, rune, quote, mode);
    out[0] = '\\';
    out[1] = 'x';
    return (int)(put_hex(out + 2, (uint8_t)*p, 2) - out);
}

void quote_add_string(Buf *out, Str s)
{
    buf_add_char(out, '"');
    for (size_t i = 0; i < s.len;) {
        char text[QUOTE_MAX_BYTES];
        int width, n = quote_next(text, s.ptr + i, s.len - i, &width, '"', QUOTE_PRINT);
        buf_add(out, text, (size_t)n);
        i += (size_t)width;
    }
    buf_add_char(out, '"');
}
