// quote.c: escaping text as Go literals do.
#include "stdlib/strconv/quote.h"

#include "base/rune.h"
#include "base/utf8.h"

enum { PRINTABLE = RUNE_LETTER | RUNE_MARK | RUNE_NUMBER | RUNE_PUNCT | RUNE_SYMBOL };

bool quote_is_print(int32_t rune)
{
    if (rune < 0x7F)
        return rune >= 0x20;
    return rune_is(rune, PRINTABLE);
}

bool quote_is_graphic(int32_t rune)
{
    return quote_is_print(rune) || rune_is(rune, RUNE_SPACE_SEP);
}

static char *put_hex(char *to, uint32_t value, int digits)
{
    for (int i = digits - 1; i >= 0; i--)
        *to++ = "0123456789abcdef"[value >> (4 * i) & 15];
    return to;
}

// Writes at most 10 bytes.
static char *put_escaped(char *to, int32_t rune, char quote, QuoteMode mode)
{
    if (rune == quote || rune == '\\') {
        *to++ = '\\';
        *to++ = (char)rune;
        return to;
    }
    bool plain = mode == QUOTE_GRAPHIC ? quote_is_graphic(rune) : quote_is_print(rune);
    if (plain && (mode != QUOTE_ASCII || rune < 0x80))
        return to + utf8_encode(to, rune);
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
    return to;
}

void quote_append_rune(Slice *dst, int32_t rune, char quote, QuoteMode mode)
{
    if (rune < 0 || rune > RUNE_MAX || (rune >= 0xD800 && rune < 0xE000))
        rune = RUNE_ERROR;
    char text[12];
    append_bytes(dst, text, put_escaped(text, rune, quote, mode) - text);
}

void quote_append_escaped(Slice *dst, String s, char quote, QuoteMode mode)
{
    for (int64_t i = 0; i < s.len;) {
        int64_t plain = i; // a run that is copied as it stands
        while (i < s.len && s.ptr[i] >= ' ' && s.ptr[i] < 0x7F && s.ptr[i] != quote && s.ptr[i] != '\\')
            i++;
        if (i > plain)
            append_bytes(dst, s.ptr + plain, i - plain);
        if (i == s.len)
            break;
        int width;
        int32_t rune = utf8_decode(s.ptr + i, (size_t)(s.len - i), &width);
        char text[12], *end = text;
        if (rune == RUNE_ERROR && width == 1) {
            *end++ = '\\';
            *end++ = 'x';
            end = put_hex(end, (uint8_t)s.ptr[i], 2);
        } else {
            end = put_escaped(text, rune, quote, mode);
        }
        append_bytes(dst, text, end - text);
        i += width;
    }
}

bool quote_can_backquote(String s)
{
    for (int64_t i = 0; i < s.len;) {
        int width;
        int32_t rune = utf8_decode(s.ptr + i, (size_t)(s.len - i), &width);
        if (width == 1 && (rune == RUNE_ERROR || (rune < ' ' && rune != '\t') || rune == '`' || rune == 0x7F))
            return false;
        if (rune == 0xFEFF) // a byte order mark would be invisible
            return false;
        i += width;
    }
    return true;
}
