// quote.c: appending text as Go literals have it to byte slices.
#include "stdlib/strconv/quote.h"

#include "base/utf8.h"

void quote_append_rune(Slice *dst, int32_t rune, char quote, QuoteMode mode)
{
    char text[QUOTE_MAX_BYTES];
    append_bytes(dst, text, quote_rune(text, rune, quote, mode));
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
        char text[QUOTE_MAX_BYTES];
        int width;
        append_bytes(dst, text, quote_next(text, s.ptr + i, (size_t)(s.len - i), &width, quote, mode));
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
