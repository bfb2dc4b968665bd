// leaf.c: formatting single values by verb, flags, width and precision.
#include "base/rune.h"
#include "base/utf8.h"
#include "stdlib/fmt/printer.h"
#include "stdlib/strconv/number.h"
#include "stdlib/strconv/quote.h"

// -- padding

static int64_t rune_count(const char *p, int64_t n)
{
    int64_t count = 0;
    for (int64_t i = 0; i < n; count++) {
        int width = 1;
        if ((unsigned char)p[i] >= 0x80)
            utf8_decode(p + i, (size_t)(n - i), &width);
        i += width;
    }
    return count;
}

static void fill(Printer *p, int64_t n)
{
    bool zeros = (p->flags & (P_ZERO | P_MINUS)) == P_ZERO; // zeros only on the left
    append_fill(&p->buf, zeros ? '0' : ' ', n);
}

void printer_pad(Printer *p, const char *text, int64_t n)
{
    int64_t missing = p->width > 0 ? p->width - rune_count(text, n) : 0;
    if (!(p->flags & P_MINUS))
        fill(p, missing);
    append_bytes(&p->buf, text, n);
    if (p->flags & P_MINUS)
        fill(p, missing);
}

// Padded with spaces whatever the flag 0 says.
static void pad_spaces(Printer *p, const char *text, int64_t n)
{
    uint64_t flags = p->flags;
    p->flags &= ~(uint64_t)P_ZERO;
    printer_pad(p, text, n);
    p->flags = flags;
}

// -- integers

static void integer(Printer *p, uint64_t v, bool is_signed, int base, int32_t verb)
{
    bool negative = is_signed && (int64_t)v < 0;
    if (negative)
        v = -v;
    int64_t digits = 0; // at least so many
    if (p->flags & P_PREC) {
        digits = p->prec;
        if (digits == 0 && v == 0) {
            uint64_t flags = p->flags;
            p->flags &= ~(uint64_t)P_ZERO;
            fill(p, p->width);
            p->flags = flags;
            return;
        }
    } else if ((p->flags & (P_ZERO | P_MINUS | P_WIDTH)) == (P_ZERO | P_WIDTH)) {
        digits = p->width - (negative || p->flags & (P_PLUS | P_SPACE) ? 1 : 0);
    }
    char stack[160];
    Slice room = {stack, 0, sizeof stack};
    char *end = append_room(&room, ITOA_MAX + 8 + digits) + ITOA_MAX + 8 + digits;
    char *first = itoa_before(end, v, base);
    if (verb == 'X') {
        for (char *c = first; c < end; c++)
            *c = *c >= 'a' ? (char)(*c - 32) : *c;
    }
    while (end - first < digits)
        *--first = '0';
    if (p->flags & P_SHARP) {
        if (base == 2) {
            *--first = 'b';
            *--first = '0';
        } else if (base == 16) {
            *--first = verb == 'X' ? 'X' : 'x';
            *--first = '0';
        } else if (base == 8 && *first != '0') {
            *--first = '0';
        }
    }
    if (verb == 'O') {
        *--first = 'o';
        *--first = '0';
    }
    if (negative)
        *--first = '-';
    else if (p->flags & P_PLUS)
        *--first = '+';
    else if (p->flags & P_SPACE)
        *--first = ' ';
    pad_spaces(p, first, end - first);
}

void printer_hex(Printer *p, uint64_t v, bool leading_0x)
{
    uint64_t flags = p->flags;
    p->flags = leading_0x ? flags | P_SHARP : flags & ~(uint64_t)P_SHARP;
    integer(p, v, false, 16, 'v');
    p->flags = flags;
}

static int32_t to_rune(uint64_t v)
{
    return v > RUNE_MAX ? RUNE_ERROR : (int32_t)v;
}

static void quoted_char(Printer *p, uint64_t v)
{
    char stack[16] = "'";
    Slice text = {stack, 1, sizeof stack};
    quote_append_rune(&text, to_rune(v), '\'', p->flags & P_PLUS ? QUOTE_ASCII : QUOTE_PRINT);
    append_byte(&text, '\'');
    printer_pad(p, text.ptr, text.len);
}

// U+0078, with the flag # also the character: U+0078 'x'.
static void unicode(Printer *p, uint64_t v)
{
    char digits[ITOA_MAX], *end = digits + sizeof digits;
    char *first = itoa_before(end, v, 16);
    for (char *c = first; c < end; c++)
        *c = *c >= 'a' ? (char)(*c - 32) : *c;
    char stack[64];
    Slice text = {stack, 0, sizeof stack};
    append_bytes(&text, "U+", 2);
    append_fill(&text, '0', (p->flags & P_PREC && p->prec > 4 ? p->prec : 4) - (end - first));
    append_bytes(&text, first, end - first);
    if (p->flags & P_SHARP && v <= RUNE_MAX && rune_is_print((int32_t)v)) {
        char rune[4];
        append_bytes(&text, " '", 2);
        append_bytes(&text, rune, utf8_encode(rune, (int)v));
        append_byte(&text, '\'');
    }
    pad_spaces(p, text.ptr, text.len);
}

bool printer_integer(Printer *p, uint64_t v, bool is_signed, int32_t verb)
{
    char rune[4];
    switch (verb) {
    case 'v':
        if (p->flags & P_SHARP_V && !is_signed)
            printer_hex(p, v, true);
        else
            integer(p, v, is_signed, 10, verb);
        return true;
    case 'd':
        integer(p, v, is_signed, 10, verb);
        return true;
    case 'b':
        integer(p, v, is_signed, 2, verb);
        return true;
    case 'o':
    case 'O':
        integer(p, v, is_signed, 8, verb);
        return true;
    case 'x':
    case 'X':
        integer(p, v, is_signed, 16, verb);
        return true;
    case 'c':
        printer_pad(p, rune, utf8_encode(rune, to_rune(v)));
        return true;
    case 'q':
        quoted_char(p, v);
        return true;
    case 'U':
        unicode(p, v);
        return true;
    }
    return false;
}

bool printer_boolean(Printer *p, bool v, int32_t verb)
{
    if (verb != 't' && verb != 'v')
        return false;
    printer_pad(p, v ? "true" : "false", v ? 4 : 5);
    return true;
}

// -- floating-point numbers

// The flag #: a decimal point always, and the zeros that %g drops. num begins with a sign.
static void restore_zeros(Slice *num, char verb, int64_t prec)
{
    int64_t digits = verb == 'g' || verb == 'G' || verb == 'x' ? (prec == -1 ? 6 : prec) : 0;
    char *c = num->ptr, tail[8];
    int64_t n_tail = 0, at = 1;
    bool point = false, significant = false, hex = verb == 'x' || verb == 'X';
    for (; at < num->len; at++) {
        if (c[at] == 'p' || c[at] == 'P' || (!hex && (c[at] == 'e' || c[at] == 'E')))
            break;
        if (c[at] == '.') {
            point = true;
            continue;
        }
        significant |= c[at] != '0';
        digits -= significant;
    }
    while (at + n_tail < num->len && n_tail < (int64_t)sizeof tail) { // an exponent: at most "p-1074"
        tail[n_tail] = c[at + n_tail];
        n_tail++;
    }
    num->len = at;
    if (!point) {
        if (num->len == 2 && c[1] == '0')
            digits--;
        append_byte(num, '.');
    }
    append_fill(num, '0', digits);
    append_bytes(num, tail, n_tail);
}

static void format_float(Printer *p, double v, int bits, char verb, int64_t prec)
{
    if (p->flags & P_PREC)
        prec = p->prec;
    char stack[80] = "+";
    Slice num = {stack, 1, sizeof stack};
    ftoa_append(&num, v, verb, prec, bits);
    char *c = num.ptr;
    if (c[1] == '-' || c[1] == '+') {
        num.ptr = ++c;
        num.len--;
        num.cap--;
    }
    if (p->flags & P_SPACE && c[0] == '+' && !(p->flags & P_PLUS))
        c[0] = ' ';
    if (c[1] == 'I' || c[1] == 'N') {
        if (c[1] == 'N' && !(p->flags & (P_SPACE | P_PLUS))) {
            c++;
            num.len--;
        }
        pad_spaces(p, c, num.len);
        return;
    }
    if (p->flags & P_SHARP && verb != 'b') {
        restore_zeros(&num, verb, prec);
        c = num.ptr;
    }
    if (!(p->flags & P_PLUS) && c[0] == '+') {
        printer_pad(p, c + 1, num.len - 1);
        return;
    }
    if ((p->flags & (P_ZERO | P_MINUS | P_WIDTH)) == (P_ZERO | P_WIDTH) && p->width > num.len) {
        append_byte(&p->buf, c[0]); // the sign before the zeros
        fill(p, p->width - num.len);
        append_bytes(&p->buf, c + 1, num.len - 1);
        return;
    }
    printer_pad(p, c, num.len);
}

bool printer_float(Printer *p, double v, int bits, int32_t verb)
{
    switch (verb) {
    case 'v':
        format_float(p, v, bits, 'g', -1);
        return true;
    case 'b':
    case 'g':
    case 'G':
    case 'x':
    case 'X':
        format_float(p, v, bits, (char)verb, -1);
        return true;
    case 'f':
    case 'e':
    case 'E':
        format_float(p, v, bits, (char)verb, 6);
        return true;
    case 'F':
        format_float(p, v, bits, 'f', 6);
        return true;
    }
    return false;
}

bool printer_complex(Printer *p, double re, double im, int bits, int32_t verb)
{
    if (verb <= 0 || verb >= 128 || !strchr("vbgGxXfFeE", (char)verb))
        return false;
    uint64_t flags = p->flags;
    append_byte(&p->buf, '(');
    printer_float(p, re, bits, verb);
    p->flags |= P_PLUS; // the second part always has a sign
    printer_float(p, im, bits, verb);
    append_bytes(&p->buf, "i)", 2);
    p->flags = flags;
    return true;
}

// -- text

static String cut(const Printer *p, String s)
{
    if (!(p->flags & P_PREC))
        return s;
    int64_t at = 0;
    for (int64_t n = p->prec; n > 0 && at < s.len; n--) {
        int width = 1;
        if ((unsigned char)s.ptr[at] >= 0x80)
            utf8_decode(s.ptr + at, (size_t)(s.len - at), &width);
        at += width;
    }
    return (String){s.ptr, at};
}

void printer_text(Printer *p, String s)
{
    s = cut(p, s);
    printer_pad(p, s.ptr, s.len);
}

static void hex_text(Printer *p, String s, const char *digits)
{
    int64_t n = p->flags & P_PREC && p->prec < s.len ? p->prec : s.len;
    bool sharp = p->flags & P_SHARP, space = p->flags & P_SPACE;
    if (n <= 0) {
        fill(p, p->width);
        return;
    }
    int64_t width = 2 * n;
    if (space)
        width += (sharp ? 2 * n : 0) + n - 1;
    else if (sharp)
        width += 2;
    if (!(p->flags & P_MINUS))
        fill(p, p->width - width);
    char *to = append_room(&p->buf, width);
    for (int64_t i = 0; i < n; i++) {
        if (space && i > 0)
            *to++ = ' ';
        if (sharp && (space || i == 0)) {
            *to++ = '0';
            *to++ = digits[16];
        }
        *to++ = digits[(uint8_t)s.ptr[i] >> 4];
        *to++ = digits[s.ptr[i] & 15];
    }
    p->buf.len += width;
    if (p->flags & P_MINUS)
        fill(p, p->width - width);
}

static void quoted(Printer *p, String s)
{
    s = cut(p, s);
    char stack[256];
    Slice text = {stack, 0, sizeof stack};
    if (p->flags & P_SHARP && quote_can_backquote(s)) {
        append_byte(&text, '`');
        append_bytes(&text, s.ptr, s.len);
        append_byte(&text, '`');
    } else {
        append_byte(&text, '"');
        quote_append_escaped(&text, s, '"', p->flags & P_PLUS ? QUOTE_ASCII : QUOTE_PRINT);
        append_byte(&text, '"');
    }
    printer_pad(p, text.ptr, text.len);
}

bool printer_string(Printer *p, String s, int32_t verb)
{
    switch (verb) {
    case 'v':
        if (p->flags & P_SHARP_V)
            quoted(p, s);
        else
            printer_text(p, s);
        return true;
    case 's':
        printer_text(p, s);
        return true;
    case 'x':
        hex_text(p, s, "0123456789abcdefx");
        return true;
    case 'X':
        hex_text(p, s, "0123456789ABCDEFX");
        return true;
    case 'q':
        quoted(p, s);
        return true;
    }
    return false;
}

bool printer_bytes(Printer *p, Slice bytes, String type, int32_t verb)
{
    if (verb != 'v' && verb != 'd')
        return printer_string(p, (String){bytes.ptr, bytes.len}, verb);
    bool go_syntax = p->flags & P_SHARP_V;
    if (go_syntax) {
        append_bytes(&p->buf, type.ptr, type.len);
        if (!bytes.ptr) {
            append_bytes(&p->buf, "(nil)", 5);
            return true;
        }
    }
    append_byte(&p->buf, go_syntax ? '{' : '[');
    for (int64_t i = 0; i < bytes.len; i++) {
        if (i > 0)
            append_bytes(&p->buf, ", " + !go_syntax, go_syntax ? 2 : 1);
        if (go_syntax)
            printer_hex(p, ((uint8_t *)bytes.ptr)[i], true);
        else
            integer(p, ((uint8_t *)bytes.ptr)[i], false, 10, verb);
    }
    append_byte(&p->buf, go_syntax ? '}' : ']');
    return true;
}

// -- by type

bool printer_is_plain(const RType *t)
{
    if (!((t->kind >= KIND_BOOL && t->kind <= KIND_COMPLEX128) || t->kind == KIND_STRING))
        return false;
    if (t->pkg_path.len == 0)
        return true;
    int64_t n;
    rtype_methods(t, &n);
    return n == 0;
}

bool printer_plain(Printer *p, const RType *t, const void *value, int32_t verb)
{
    if (t->kind == KIND_SLICE) {
        const RType *elem = t->elem;
        if (t->flags & RTYPE_NAMED || elem->kind != KIND_UINT8 || elem->pkg_path.len)
            return false;
        return printer_bytes(p, *(const Slice *)value, STRING("[]byte"), verb);
    }
    if (!printer_is_plain(t))
        return false;
    switch (t->kind) {
    case KIND_BOOL:
        return printer_boolean(p, *(const bool *)value, verb);
    case KIND_INT:
    case KIND_INT64:
        return printer_integer(p, *(const uint64_t *)value, true, verb);
    case KIND_INT8:
        return printer_integer(p, (uint64_t)(int64_t)*(const int8_t *)value, true, verb);
    case KIND_INT16:
        return printer_integer(p, (uint64_t)(int64_t)*(const int16_t *)value, true, verb);
    case KIND_INT32:
        return printer_integer(p, (uint64_t)(int64_t)*(const int32_t *)value, true, verb);
    case KIND_UINT:
    case KIND_UINT64:
    case KIND_UINTPTR:
        return printer_integer(p, *(const uint64_t *)value, false, verb);
    case KIND_UINT8:
        return printer_integer(p, *(const uint8_t *)value, false, verb);
    case KIND_UINT16:
        return printer_integer(p, *(const uint16_t *)value, false, verb);
    case KIND_UINT32:
        return printer_integer(p, *(const uint32_t *)value, false, verb);
    case KIND_FLOAT32:
        return printer_float(p, *(const float *)value, 32, verb);
    case KIND_FLOAT64:
        return printer_float(p, *(const double *)value, 64, verb);
    case KIND_COMPLEX64:
        return printer_complex(p, ((const float *)value)[0], ((const float *)value)[1], 32, verb);
    case KIND_COMPLEX128:
        return printer_complex(p, ((const double *)value)[0], ((const double *)value)[1], 64, verb);
    case KIND_STRING:
        return printer_string(p, *(const String *)value, verb);
    default:
        return false;
    }
}
