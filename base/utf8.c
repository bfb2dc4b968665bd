// utf8.c: decoding by the table of the Unicode Standard, "Well-Formed UTF-8 Byte Sequences".
#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

static bool is_tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

int utf8_decode(const char *text, size_t n, int *width)
{
    const unsigned char *p = (const unsigned char *)text;
    unsigned char c = p[0];
    *width = 1;
    if (c < 0x80)
        return c;
    if (c < 0xC2 || c > 0xF4)
        return RUNE_ERROR;
    if (c < 0xE0) {
        if (n < 2 || !is_tail(p[1]))
            return RUNE_ERROR;
        *width = 2;
        return (c & 0x1F) << 6 | (p[1] & 0x3F);
    }
    unsigned char low = 0x80, high = 0xBF;
    if (c == 0xE0)
        low = 0xA0;
    else if (c == 0xED)
        high = 0x9F;
    else if (c == 0xF0)
        low = 0x90;
    else if (c == 0xF4)
        high = 0x8F;
    if (n < 3 || p[1] < low || p[1] > high || !is_tail(p[2]))
        return RUNE_ERROR;
    if (c < 0xF0) {
        *width = 3;
        return (c & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    if (n < 4 || !is_tail(p[3]))
        return RUNE_ERROR;
    *width = 4;
    return (c & 0x07) << 18 | (p[1] & 0x3F) << 12 | (p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

int utf8_encode(char *out, int rune)
{
    if (rune < 0 || rune > RUNE_MAX || (rune >= 0xD800 && rune < 0xE000))
        rune = RUNE_ERROR;
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    if (rune < 0x800) {
        out[0] = (char)(0xC0 | rune >> 6);
        out[1] = (char)(0x80 | (rune & 0x3F));
        return 2;
    }
    if (rune < 0x10000) {
        out[0] = (char)(0xE0 | rune >> 12);
        out[1] = (char)(0x80 | (rune >> 6 & 0x3F));
        out[2] = (char)(0x80 | (rune & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | rune >> 18);
    out[1] = (char)(0x80 | (rune >> 12 & 0x3F));
    out[2] = (char)(0x80 | (rune >> 6 & 0x3F));
    out[3] = (char)(0x80 | (rune & 0x3F));
    return 4;
}

size_t utf8_valid_prefix(const char *p, size_t n)
{
    size_t i = 0;
    while (i < n) {
        uint64_t word;
        while (n - i >= 8 && (memcpy(&word, p + i, 8), (word & 0x8080808080808080ull) == 0))
            i += 8;
        if (i >= n)
            break;
        int width;
        if (utf8_decode(p + i, n - i, &width) == RUNE_ERROR && width == 1)
            return i;
        i += (size_t)width;
    }
    return n;
}
