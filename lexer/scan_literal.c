// scan_literal.c: literals that may be malformed, character by character, with the reference's
// words.
#include <string.h>

#include "base/check.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "lexer/scan.h"

static unsigned char lower(unsigned char c)
{
    return c | 0x20;
}

static bool is_decimal(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_hex(unsigned char c)
{
    return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

bool scan_continues_number(unsigned char c)
{
    return is_decimal(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' || c == '.' || c == 0;
}

// Not a character of the text: bytes that no source may have are passed over, as the reference's
// reader does.
static bool is_transparent(const Lexer *lx, const unsigned char *p)
{
    if (p >= lx->limit || (*p != 0 && *p < 0x80))
        return false;
    int width, r = utf8_decode((const char *)p, (size_t)(lx->limit - p), &width);
    return r == 0 || (r == RUNE_ERROR && width == 1);
}

static const unsigned char *skip_transparent(const Lexer *lx, const unsigned char *p)
{
    while (is_transparent(lx, p))
        p++;
    return p;
}

static const char *base_name(int base)
{
    switch (base) {
    case 2:
        return "binary";
    case 8:
        return "octal";
    case 10:
        return "decimal";
    default:
        return "hexadecimal";
    }
}

// -- numbers

enum { HAS_DIGITS = 1, HAS_SEPARATORS = 2 };

typedef struct Number {
    Lexer *lx;
    const unsigned char *start, *p;
    const unsigned char *invalid; // the first digit that the base does not have
    int base;
    char prefix; // 0 none, '0' a leading zero alone, 'x', 'o', 'b'
    int seen;    // HAS_...
    bool bad;
    TokenKind kind;
} Number;

static void number_error(Number *n, const unsigned char *at, const char *text)
{
    if (!n->bad)
        scan_error(n->lx, at, "%s", text);
    n->bad = true;
}

static int scan_digits(Number *n, int base, bool note_invalid)
{
    int seen = 0;
    for (;; n->p++) {
        n->p = skip_transparent(n->lx, n->p);
        unsigned char c = *n->p;
        if (c == '_') {
            seen |= HAS_SEPARATORS;
        } else if (base <= 10 ? is_decimal(c) : is_hex(c)) {
            seen |= HAS_DIGITS;
            if (note_invalid && !n->invalid && base <= 10 && c >= '0' + base)
                n->invalid = n->p;
        } else {
            return seen;
        }
    }
}

static void scan_prefix(Number *n)
{
    n->p++;
    n->base = 8;
    switch (lower(*n->p)) {
    case 'x':
        n->base = 16;
        n->prefix = 'x';
        break;
    case 'o':
        n->prefix = 'o';
        break;
    case 'b':
        n->base = 2;
        n->prefix = 'b';
        break;
    default:
        n->prefix = '0';
        n->seen = HAS_DIGITS;
        return;
    }
    n->p++;
}

static void scan_mantissa(Number *n)
{
    char text[64];
    bool point = *n->p == '.';
    if (!point) {
        if (*n->p == '0')
            scan_prefix(n);
        n->seen |= scan_digits(n, n->base, true);
        point = *n->p == '.';
        if (point && (n->prefix == 'o' || n->prefix == 'b')) {
            snprintf(text, sizeof text, "invalid radix point in %s literal", base_name(n->base));
            number_error(n, n->p, text);
        }
    }
    if (point) {
        n->p++;
        n->kind = TOK_FLOAT;
        n->seen |= scan_digits(n, n->base, true);
    }
    if (!(n->seen & HAS_DIGITS)) {
        snprintf(text, sizeof text, "%s literal has no digits", base_name(n->base));
        number_error(n, n->p, text);
    }
}

static void scan_exponent(Number *n)
{
    char text[64];
    unsigned char e = lower(*n->p);
    if (e != 'e' && e != 'p') {
        if (n->prefix == 'x' && n->kind == TOK_FLOAT)
            number_error(n, n->p, "hexadecimal mantissa requires a 'p' exponent");
        return;
    }
    if (e == 'e' && n->prefix != 0 && n->prefix != '0') {
        snprintf(text, sizeof text, "'%c' exponent requires decimal mantissa", *n->p);
        number_error(n, n->p, text);
    } else if (e == 'p' && n->prefix != 'x') {
        snprintf(text, sizeof text, "'%c' exponent requires hexadecimal mantissa", *n->p);
        number_error(n, n->p, text);
    }
    n->p++;
    n->kind = TOK_FLOAT;
    if (*n->p == '+' || *n->p == '-')
        n->p++;
    n->seen = scan_digits(n, 10, false) | (n->seen & HAS_SEPARATORS);
    if (!(n->seen & HAS_DIGITS))
        number_error(n, n->p, "exponent has no digits");
}

// The first '_' that has no digit (or base prefix) before it or no digit behind it; NULL if none.
static const unsigned char *wrong_separator(const Number *n)
{
    const unsigned char *p = n->start, *end = n->p;
    bool hex = n->prefix == 'x';
    char before = '.'; // '0' a digit, '_', '.' anything else
    if (n->prefix != 0 && n->prefix != '0') {
        before = '0';
        p += 2;
    }
    for (; p < end; p++) {
        if (*p == '_') {
            if (before != '0')
                return p;
            before = '_';
        } else if (is_decimal(*p) || (hex && is_hex(*p))) {
            before = '0';
        } else {
            if (before == '_')
                return p - 1;
            before = '.';
        }
    }
    return before == '_' ? end - 1 : NULL;
}

const unsigned char *scan_number(Lexer *lx, const unsigned char *start, TokenKind *kind, bool *bad)
{
    Number n = {.lx = lx, .start = start, .p = start, .base = 10, .kind = TOK_INT};
    scan_mantissa(&n);
    scan_exponent(&n);
    if (*n.p == 'i') {
        n.kind = TOK_IMAG;
        n.p++;
    }
    if (n.kind == TOK_INT && n.invalid && !n.bad) {
        char text[64];
        snprintf(text, sizeof text, "invalid digit '%c' in %s literal", *n.invalid,
                 base_name(n.base));
        number_error(&n, n.invalid, text);
    }
    if (n.seen & HAS_SEPARATORS && !n.bad) {
        const unsigned char *wrong = wrong_separator(&n);
        if (wrong)
            number_error(&n, wrong, "'_' must separate successive digits");
    }
    *kind = n.kind;
    *bad = n.bad;
    return n.p;
}

// -- characters and strings

static int rune_at(const Lexer *lx, const unsigned char *p, int *width)
{
    return utf8_decode((const char *)p, (size_t)(lx->limit - p), width);
}

// The digits of a numeric escape. *p stands at the first one. false: malformed and reported.
static bool scan_escape_digits(Lexer *lx, const unsigned char **p, int n, unsigned base,
                               unsigned max)
{
    unsigned value = 0;
    for (; n > 0; n--) {
        *p = skip_transparent(lx, *p);
        if (*p >= lx->limit)
            return true; // the caller complains about the end
        unsigned char c = **p;
        unsigned d = base;
        if (is_decimal(c))
            d = c - '0';
        else if (is_hex(c))
            d = lower(c) - 'a' + 10u;
        if (d >= base) {
            char shown[QUOTE_MAX_BYTES];
            int width, n_shown = quote_rune(shown, rune_at(lx, *p, &width), '\'', QUOTE_PRINT);
            scan_error(lx, *p, "invalid character '%.*s' in %s escape", n_shown, shown,
                       base_name((int)base));
            return false;
        }
        value = value * base + d;
        ++*p;
    }
    *p = skip_transparent(lx, *p);
    if (value > max && base == 8) {
        scan_error(lx, *p, "octal escape value %u > 255", value);
        return false;
    }
    if (value > max || (value >= 0xD800 && value < 0xE000 && max > 255)) {
        scan_error(lx, *p, "escape is invalid Unicode code point U+%04X", value);
        return false;
    }
    return true;
}

// *p stands behind a backslash.
static bool scan_escape(Lexer *lx, const unsigned char **p, unsigned char quote)
{
    *p = skip_transparent(lx, *p);
    if (*p >= lx->limit)
        return true; // the caller complains about the end
    unsigned char c = **p;
    if (c == quote || c == '\\' || (c && strchr("abfnrtv", c))) {
        ++*p;
        return true;
    }
    if (c >= '0' && c <= '7')
        return scan_escape_digits(lx, p, 3, 8, 255);
    if (c == 'x' || c == 'u' || c == 'U') {
        ++*p;
        return scan_escape_digits(lx, p,
                                  c == 'x'   ? 2
                                  : c == 'u' ? 4
                                             : 8,
                                  16, c == 'x' ? 255 : RUNE_MAX);
    }
    scan_error(lx, *p, "unknown escape");
    return false;
}

const unsigned char *scan_rune(Lexer *lx, const unsigned char *start, bool *bad)
{
    const unsigned char *p = start + 1;
    bool ok = true;
    for (int n = 0;; n++) {
        p = skip_transparent(lx, p);
        if (p >= lx->limit) {
            if (ok)
                scan_error(lx, start, "rune literal not terminated");
            ok = false;
            break;
        }
        if (*p == '\'') {
            if (ok && n == 0)
                scan_error(lx, p, "empty rune literal or unescaped '");
            else if (ok && n != 1)
                scan_error(lx, start, "more than one character in rune literal");
            ok = ok && n == 1;
            p++;
            break;
        }
        if (*p == '\n') {
            if (ok)
                scan_error(lx, p, "newline in rune literal");
            ok = false;
            break;
        }
        if (*p == '\\') {
            p++;
            ok = scan_escape(lx, &p, '\'') && ok;
            continue;
        }
        int width;
        rune_at(lx, p, &width);
        p += width;
    }
    *bad = !ok;
    return p;
}

const unsigned char *scan_string(Lexer *lx, const unsigned char *start, bool *bad)
{
    const unsigned char *p = start + 1;
    for (;;) {
        if (p >= lx->limit) {
            scan_error(lx, start, "string not terminated");
            *bad = true;
            return p;
        }
        unsigned char c = *p;
        if (c == '\n') {
            scan_error(lx, p, "newline in string");
            *bad = true;
            return p;
        }
        p++;
        if (c == '"')
            return p;
        if (c == '\\' && !scan_escape(lx, &p, '"'))
            *bad = true;
    }
}

const unsigned char *scan_raw_string(Lexer *lx, const unsigned char *start, bool *bad)
{
    const unsigned char *end = memchr(start + 1, '`', (size_t)(lx->limit - start - 1));
    if (end)
        return end + 1;
    scan_error(lx, start, "string not terminated");
    lx->cut_off = true;
    *bad = true;
    return lx->limit;
}
