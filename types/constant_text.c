// constant_text.c: constants from the text of literals, and as text again for messages.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/quote.h"
#include "base/utf8.h"
#include "types/constant_rep.h"

// -- numbers

// The literal without underscores; NUL-terminated (pool).
static char *digits_only(ConstPool *p, Str text)
{
    char *out = arena_alloc(p->arena, text.len + 1), *to = out;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '_')
            *to++ = text.ptr[i];
    *to = 0;
    return out;
}

// The base that a prefix names (0: none); *text is moved behind it.
static int base_prefix(const char **text)
{
    const char *s = *text;
    if (s[0] != '0')
        return 0;
    int base = s[1] == 'x' || s[1] == 'X'   ? 16
               : s[1] == 'b' || s[1] == 'B' ? 2
               : s[1] == 'o' || s[1] == 'O' ? 8
                                            : 0;
    if (base)
        *text += 2;
    return base;
}

static Const *int_literal(ConstPool *p, Str text)
{
    const char *s = digits_only(p, text);
    int base = base_prefix(&s);
    if (!base)
        base = s[0] == '0' && s[1] ? 8 : 10;
    mpz_t z;
    Const *c = const_unknown(p);
    if (mpz_init_set_str(z, s, base) == 0)
        c = const_from_mpz(p, z);
    mpz_clear(z);
    return c;
}

typedef struct FloatText {
    char *digits;     // mantissa without its point
    int base;         // of the mantissa
    int64_t fraction; // how many digits stood behind the point
    int64_t exponent; // as written: of 10, or of 2 after a hexadecimal mantissa
} FloatText;

// false: the exponent is beyond all range.
static bool split_float(ConstPool *p, Str text, FloatText *out)
{
    const char *s = digits_only(p, text);
    int base = base_prefix(&s);
    *out = (FloatText){.base = base ? base : 10};
    out->digits = arena_alloc(p->arena, strlen(s) + 2);
    char *to = out->digits;
    bool point = false;
    char mark = out->base == 16 ? 'p' : 'e';
    for (; *s && (*s | 32) != mark; s++) {
        if (*s == '.') {
            point = true;
            continue;
        }
        *to++ = *s;
        out->fraction += point;
    }
    if (to == out->digits)
        *to++ = '0';
    *to = 0;
    if (!*s)
        return true;
    s++;
    bool negative = *s == '-';
    if (*s == '-' || *s == '+')
        s++;
    for (; *s; s++) {
        if (out->exponent > INT64_MAX / 100)
            return false;
        out->exponent = out->exponent * 10 + (*s - '0');
    }
    if (negative)
        out->exponent = -out->exponent;
    return true;
}

// mantissa * base^exponent as an exact ratio; the caller knows that it is of a bearable size.
static Const *exact_ratio(ConstPool *p, mpz_srcptr mantissa, int base, int64_t exponent)
{
    mpq_t q;
    mpq_init(q);
    mpz_set(mpq_numref(q), mantissa);
    mpz_ptr scaled = exponent < 0 ? mpq_denref(q) : mpq_numref(q);
    unsigned long n = (unsigned long)(exponent < 0 ? -exponent : exponent);
    if (base == 2) {
        mpz_mul_2exp(scaled, scaled, n);
    } else {
        mpz_t power;
        mpz_init(power);
        mpz_ui_pow_ui(power, 10, n);
        mpz_mul(scaled, scaled, power);
        mpz_clear(power);
    }
    mpq_canonicalize(q);
    Const *c = const_ratio(p, q); // a literal is kept exactly, whatever its size
    mpq_clear(q);
    return c;
}

static Const *zero_float(ConstPool *p)
{
    return const_float64(p, 0);
}

// mantissa * base^exponent in 512 bits; overflow is UNKNOWN, underflow 0.
static Const *rounded_float(ConstPool *p, mpz_srcptr mantissa, int base, int64_t exponent)
{
    mpfr_t f, power;
    const_float_range();
    mpfr_init2(f, FLOAT_BITS + 64);
    mpfr_init2(power, FLOAT_BITS + 64);
    mpfr_set_z(f, mantissa, MPFR_RNDN);
    unsigned long n = (unsigned long)(exponent < 0 ? -exponent : exponent);
    if (base == 2) {
        mpfr_mul_2si(f, f, (long)exponent, MPFR_RNDN);
    } else {
        // 10^n itself may be out of range where the result is not: 5^n and 2^n are applied apart.
        mpfr_ui_pow_ui(power, 5, n, MPFR_RNDN);
        if (exponent < 0) {
            mpfr_mul_2si(f, f, (long)exponent, MPFR_RNDN);
            mpfr_div(f, f, power, MPFR_RNDN);
        } else {
            mpfr_mul(f, f, power, MPFR_RNDN);
            mpfr_mul_2si(f, f, (long)exponent, MPFR_RNDN);
        }
    }
    Const *c = mpfr_zero_p(f) ? zero_float(p) : const_from_mpfr(p, f);
    mpfr_clear(f);
    mpfr_clear(power);
    return c;
}

static Const *float_literal(ConstPool *p, Str text)
{
    FloatText t;
    if (!split_float(p, text, &t))
        return const_unknown(p);
    mpz_t mantissa;
    Const *c = const_unknown(p);
    if (mpz_init_set_str(mantissa, t.digits, t.base) == 0) {
        bool decimal = t.base == 10;
        int64_t digit_bits = t.base == 16 ? 4 : t.base == 8 ? 3 : 1;
        int64_t exponent = decimal ? t.exponent - t.fraction : t.exponent - t.fraction * digit_bits;
        int64_t bits = (int64_t)mpz_sizeinbase(mantissa, 2);
        if (mpz_sgn(mantissa) == 0) {
            c = zero_float(p);
        } else if (exponent + bits >= INT32_MIN && exponent + bits <= INT32_MAX) {
            double log2 = (double)bits + (decimal ? (double)exponent * 3.321928094887362 : (double)exponent);
            bool small = fabs(log2) < LARGEST_RATIO_BITS - 8;
            if (!small) {
                c = rounded_float(p, mantissa, decimal ? 10 : 2, exponent);
                small = c->rep == REP_FLOAT && const_small_exponent(mpfr_get_exp(c->f));
            }
            if (small)
                c = exact_ratio(p, mantissa, decimal ? 10 : 2, exponent);
        }
    }
    mpz_clear(mantissa);
    return c;
}

static Const *imag_literal(ConstPool *p, Str text)
{
    text.len--; // the i
    return const_make_complex(p, const_int64(p, 0), float_literal(p, text));
}

// -- runes and strings

static int hex_value(char c)
{
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

// One character or escape of an interpreted literal: a byte if *is_byte, else a rune. Moves *s. false: malformed.
static bool next_char(const char **s, const char *end, int *value, bool *is_byte)
{
    const char *p = *s;
    *is_byte = false;
    if (*p != '\\') {
        int width;
        *value = utf8_decode(p, (size_t)(end - p), &width);
        *s = p + width;
        return true;
    }
    if (++p == end)
        return false;
    static const char names[] = "abfnrtv\\'\"", values[] = "\a\b\f\n\r\t\v\\'\"";
    const char *simple = *p ? strchr(names, *p) : NULL;
    if (simple) {
        *value = (unsigned char)values[simple - names];
        *s = p + 1;
        return true;
    }
    int n = *p == 'x' ? 2 : *p == 'u' ? 4 : *p == 'U' ? 8 : 3;
    bool octal = *p >= '0' && *p <= '7';
    if (!octal && n == 3)
        return false;
    if (!octal)
        p++;
    if (end - p < n)
        return false;
    int64_t v = 0;
    for (int i = 0; i < n; i++)
        v = octal ? v * 8 + (p[i] - '0') : v * 16 + hex_value(p[i]);
    *is_byte = octal || n == 2;
    if (v > (*is_byte ? 255 : RUNE_MAX) || (!*is_byte && v >= 0xD800 && v < 0xE000))
        return false;
    *value = (int)v;
    *s = p + n;
    return true;
}

static Const *rune_literal(ConstPool *p, Str text)
{
    if (text.len < 3)
        return const_unknown(p);
    const char *s = text.ptr + 1, *end = text.ptr + text.len - 1;
    int value;
    bool is_byte;
    return next_char(&s, end, &value, &is_byte) && s == end ? const_int64(p, value) : const_unknown(p);
}

static Const *string_literal(ConstPool *p, Str text)
{
    if (text.len < 2)
        return const_unknown(p);
    const char *s = text.ptr + 1, *end = text.ptr + text.len - 1;
    Buf out = {0};
    bool ok = true;
    if (*text.ptr == '`') {
        for (; s < end; s++)
            if (*s != '\r')
                buf_add_char(&out, *s);
    } else if (!memchr(s, '\\', (size_t)(end - s))) {
        return const_string(p, (Str){s, (size_t)(end - s)});
    } else {
        while (ok && s < end) {
            int value = 0;
            bool is_byte;
            ok = next_char(&s, end, &value, &is_byte);
            if (ok && is_byte)
                buf_add_char(&out, (char)value);
            else if (ok)
                buf_add_rune(&out, value);
        }
    }
    Const *c = ok ? const_string(p, buf_str(&out)) : const_unknown(p);
    buf_done(&out);
    return c;
}

Const *const_literal(ConstPool *p, TokenKind kind, Str text)
{
    switch (kind) {
    case TOK_INT:
        return int_literal(p, text);
    case TOK_FLOAT:
        return float_literal(p, text);
    case TOK_IMAG:
        return imag_literal(p, text);
    case TOK_RUNE:
        return rune_literal(p, text);
    case TOK_STRING:
        return string_literal(p, text);
    default:
        return const_unknown(p);
    }
}

// -- printing

// A quoted text of more than 72 runes is cut to 69 and three dots.
static void print_string(Buf *out, const Const *c)
{
    enum { MAX_RUNES = 72 };
    Str s = const_string_value(c);
    size_t start = out->len, cut = 0;
    // Enough input for the limit, whatever its escapes; no need to quote a megabyte.
    if (s.len > 4 * MAX_RUNES)
        s.len = 4 * MAX_RUNES;
    quote_add_string(out, s);
    int runes = 0;
    for (size_t i = start; i < out->len; runes++) {
        int width;
        utf8_decode(out->ptr + i, out->len - i, &width);
        i += (size_t)width;
        if (runes + 1 == MAX_RUNES - 3)
            cut = i;
    }
    if (runes > MAX_RUNES) {
        out->len = cut;
        buf_add_text(out, "...");
    }
}

// %g with the fewest digits that read back as v.
static void print_shortest(Buf *out, double v)
{
    char text[40];
    int digits = 1;
    do {
        snprintf(text, sizeof text, "%.*e", digits - 1, v);
    } while (strtod(text, NULL) != v && digits++ < 17);
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent < -4 || exponent >= 6) {
        buf_add_text(out, text);
        return;
    }
    int behind = digits - 1 - exponent;
    buf_printf(out, "%.*f", behind > 0 ? behind : 0, v);
}

// The decimal approximation of what is out of double's range.
static void print_huge(Buf *out, mpfr_srcptr f)
{
    mpfr_exp_t e2;
    double m = mpfr_get_d_2exp(&e2, f, MPFR_RNDN); // 0.5 <= |m| < 1
    double d = (double)e2 * (M_LN2 / M_LN10);
    int64_t e = (int64_t)d;
    m *= pow(10, d - (double)e);
    double size = fabs(m);
    if (size < 1 - 0.5e-6) {
        m *= 10;
        e--;
    } else if (size >= 10) {
        m /= 10;
        e++;
    }
    buf_printf(out, "%.6ge%+lld", m, (long long)e);
}

static void print_float(Buf *out, const Const *c)
{
    mpfr_t f;
    const_init_mpfr(f, c);
    double v = mpfr_get_d(f, MPFR_RNDN);
    if ((v == 0) == (mpfr_zero_p(f) != 0) && isfinite(v)) {
        char text[40];
        snprintf(text, sizeof text, "%.6g", v);
        if (!mpfr_integer_p(f) && !strchr(text, '.'))
            print_shortest(out, v);
        else
            buf_add_text(out, text);
    } else {
        print_huge(out, f);
    }
    mpfr_clear(f);
}

static void print_big(Buf *out, mpz_srcptr z)
{
    size_t room = mpz_sizeinbase(z, 10) + 2;
    char *text = malloc(room);
    if (text) {
        mpz_get_str(text, 10, z);
        buf_add_text(out, text);
    }
    free(text);
}

void const_print(Buf *out, const Const *c)
{
    if (!c) {
        buf_add_text(out, "unknown");
        return;
    }
    switch ((ConstRep)c->rep) {
    case REP_UNKNOWN:
        buf_add_text(out, "unknown");
        break;
    case REP_BOOL:
        buf_add_text(out, c->b ? "true" : "false");
        break;
    case REP_STRING:
        print_string(out, c);
        break;
    case REP_INT:
        buf_printf(out, "%lld", (long long)c->i);
        break;
    case REP_BIG:
        print_big(out, c->z);
        break;
    case REP_RAT:
    case REP_FLOAT:
        print_float(out, c);
        break;
    case REP_COMPLEX:
        buf_add_char(out, '(');
        const_print(out, c->c.re);
        buf_add_text(out, " + ");
        const_print(out, c->c.im);
        buf_add_text(out, "i)");
        break;
    }
}

void const_print_exact(Buf *out, const Const *c)
{
    if (!c || (c->rep != REP_STRING && c->rep < REP_RAT)) {
        const_print(out, c);
        return;
    }
    if (c->rep == REP_STRING) {
        quote_add_string(out, const_string_value(c));
    } else if (c->rep == REP_RAT) {
        print_big(out, mpq_numref(c->q));
        if (mpz_cmp_ui(mpq_denref(c->q), 1) != 0) {
            buf_add_char(out, '/');
            print_big(out, mpq_denref(c->q));
        }
    } else if (c->rep == REP_FLOAT) {
        mpfr_exp_t exponent;
        char *digits = mpfr_zero_p(c->f) ? NULL : mpfr_get_str(NULL, &exponent, 16, 0, c->f, MPFR_RNDN);
        if (!digits) {
            buf_add_char(out, '0');
            return;
        }
        const char *s = digits;
        if (*s == '-')
            buf_add_char(out, *s++);
        size_t n = strlen(s);
        while (n > 1 && s[n - 1] == '0')
            n--;
        buf_printf(out, "0x.%.*sp%+lld", (int)n, s, (long long)exponent * 4);
        mpfr_free_str(digits);
    } else {
        buf_add_char(out, '(');
        const_print_exact(out, c->c.re);
        buf_add_text(out, " + ");
        const_print_exact(out, c->c.im);
        buf_add_text(out, "i)");
    }
}
