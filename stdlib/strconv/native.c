// native.c: the C half of package strconv.
#include "base/rune.h"
#include "base/utf8.h"
#include "stdlib/strconv/number.h"
#include "stdlib/strconv/quote.h"

enum { QUOTE_PIECE = 1 << 16 }; // bytes quoted before others may run

static String string_from_text(const char *first, const char *end)
{
    return string_new(first, end - first);
}

NATIVE(strconv, formatInt, { String ret; int64_t value; int64_t base; })
{
    char text[ITOA_MAX], *end = text + sizeof text;
    uint64_t magnitude = a->value < 0 ? -(uint64_t)a->value : (uint64_t)a->value;
    char *first = itoa_before(end, magnitude, (int)a->base);
    if (a->value < 0)
        *--first = '-';
    a->ret = string_from_text(first, end);
    return STATUS_OK;
}

NATIVE(strconv, formatUint, { String ret; uint64_t value; int64_t base; })
{
    char text[ITOA_MAX], *end = text + sizeof text;
    a->ret = string_from_text(itoa_before(end, a->value, (int)a->base), end);
    return STATUS_OK;
}

NATIVE(strconv, appendInt, { Slice ret; Slice dst; int64_t value; int64_t base; })
{
    char text[ITOA_MAX], *end = text + sizeof text;
    uint64_t magnitude = a->value < 0 ? -(uint64_t)a->value : (uint64_t)a->value;
    char *first = itoa_before(end, magnitude, (int)a->base);
    if (a->value < 0)
        *--first = '-';
    append_bytes(&a->dst, first, end - first);
    a->ret = a->dst;
    return STATUS_OK;
}

NATIVE(strconv, appendUint, { Slice ret; Slice dst; uint64_t value; int64_t base; })
{
    char text[ITOA_MAX], *end = text + sizeof text;
    char *first = itoa_before(end, a->value, (int)a->base);
    append_bytes(&a->dst, first, end - first);
    a->ret = a->dst;
    return STATUS_OK;
}

NATIVE(strconv, parseInt, { int64_t value; int64_t code; String s; int64_t base; int64_t bits; })
{
    a->code = atoi_signed(a->s, a->base, a->bits, &a->value);
    return STATUS_OK;
}

NATIVE(strconv, parseUint, { uint64_t value; int64_t code; String s; int64_t base; int64_t bits; })
{
    a->code = atoi_unsigned(a->s, a->base, a->bits, &a->value);
    return STATUS_OK;
}

NATIVE(strconv, formatFloat, { String ret; double f; uint64_t verb; int64_t prec; int64_t bits; })
{
    char stack[64]; // enough for every shortest form but %f of very large and very small numbers
    Slice text = {stack, 0, sizeof stack};
    ftoa_append(&text, a->f, (char)a->verb, a->prec, (int)a->bits);
    a->ret = text.ptr == stack ? string_new(stack, text.len) : (String){text.ptr, text.len};
    return STATUS_OK;
}

NATIVE(strconv, appendFloat, { Slice ret; Slice dst; double f; uint64_t verb; int64_t prec; int64_t bits; })
{
    ftoa_append(&a->dst, a->f, (char)a->verb, a->prec, (int)a->bits);
    a->ret = a->dst;
    return STATUS_OK;
}

NATIVE(strconv, parseFloat, { double value; int64_t used; int64_t code; String s; int64_t bits; })
{
    a->code = atof_prefix(a->s, (int)a->bits, &a->value, &a->used);
    return STATUS_OK;
}

// Works through s in pieces; dst and s are where it stands.
NATIVE(strconv, appendEscaped, { Slice ret; Slice dst; String s; uint64_t quote; int64_t mode; })
{
    String piece = a->s;
    if (piece.len > QUOTE_PIECE) {
        // Not through the middle of a rune: step back over at most three of its bytes.
        piece.len = QUOTE_PIECE;
        for (int i = 0; i < 3 && (piece.ptr[piece.len] & 0xC0) == 0x80; i++)
            piece.len--;
    } else {
        append_room(&a->dst, piece.len + 2); // mostly it is all of it, and the closing quote
    }
    quote_append_escaped(&a->dst, piece, (char)a->quote, (QuoteMode)a->mode);
    a->s.ptr += piece.len;
    a->s.len -= piece.len;
    if (a->s.len > 0)
        return STATUS_YIELD;
    a->ret = a->dst;
    return STATUS_OK;
}

NATIVE(strconv, appendEscapedRune, { Slice ret; Slice dst; int64_t rune; uint64_t quote; int64_t mode; })
{
    quote_append_rune(&a->dst, (int32_t)a->rune, (char)a->quote, (QuoteMode)a->mode);
    a->ret = a->dst;
    return STATUS_OK;
}

NATIVE(strconv, CanBackquote, { uint64_t ret; String s; })
{
    a->ret = quote_can_backquote(a->s);
    return STATUS_OK;
}

NATIVE(strconv, IsPrint, { uint64_t ret; int64_t rune; })
{
    a->ret = rune_is_print((int32_t)a->rune);
    return STATUS_OK;
}

NATIVE(strconv, IsGraphic, { uint64_t ret; int64_t rune; })
{
    a->ret = rune_is_graphic((int32_t)a->rune);
    return STATUS_OK;
}

// The index of c in s, or -1.
NATIVE(strconv, indexByte, { int64_t ret; String s; uint64_t c; })
{
    const char *at = a->s.len > 0 ? memchr(a->s.ptr, (int)a->c, (size_t)a->s.len) : NULL;
    a->ret = at ? at - a->s.ptr : -1;
    return STATUS_OK;
}

// Whether s, all of it, is one literal's inside without anything to unescape: valid UTF-8, no backslash, no newline.
NATIVE(strconv, isVerbatim, { uint64_t ret; String s; })
{
    size_t n = (size_t)a->s.len;
    a->ret = n == 0 || (!memchr(a->s.ptr, '\\', n) && !memchr(a->s.ptr, '\n', n) && utf8_valid_prefix(a->s.ptr, n) == n);
    return STATUS_OK;
}
