// atof.c: text to floating-point numbers, correctly rounded.
// Way: a mantissa of up to 19 digits and a decimal exponent are read; then, the first that applies:
//   both small: one exact double operation (Clinger 1990);
//   128-bit multiplication with a cut-off power of ten, when its error cannot change the rounding (Eisel, Lemire 2021);
//   the exact quotient of two large integers.
#include "stdlib/strconv/number.h"

#include "stdlib/pow10.inc"

typedef struct Scanned { // what the text says
    bool negative, hex;
    bool cut;       // digits other than zero did not fit into mant
    uint64_t mant;
    int64_t exp;    // of ten, or of two if hex: value = mant * base^exp, plus what was cut
    int64_t digits, digits_end; // the mantissa's text, for the exact way
    int64_t written_exp;        // what stands behind 'e'
    int64_t end;    // index behind the number
} Scanned;

static char lower(char c)
{
    return c | 0x20;
}

// -- rounding

// mant * 2^exp (top bit of mant set), and a little more if sticky, as bits of the format without sign. Half to even.
static uint64_t round_to_bits(uint64_t mant, int64_t exp, bool sticky, const FloatFormat *format, bool *overflow)
{
    int bias = (1 << (format->exp_bits - 1)) - 1;
    int64_t top = exp + 63; // exponent of the leading bit
    uint64_t infinity = (((uint64_t)1 << format->exp_bits) - 1) << (format->bits - 1);
    if (top > bias) {
        *overflow = true;
        return infinity;
    }
    int64_t drop = 64 - format->bits;
    bool denormal = top < 1 - bias;
    if (denormal)
        drop += 1 - bias - top;
    if (drop > 64)
        return 0;
    uint64_t q = drop == 64 ? 0 : mant >> drop;
    uint64_t rest = drop == 64 ? mant : mant & (((uint64_t)1 << drop) - 1);
    uint64_t half = (uint64_t)1 << (drop - 1);
    if (rest > half || (rest == half && (sticky || (q & 1))))
        q++;
    // A carry out of the mantissa lands in the exponent, where it belongs.
    uint64_t bits = denormal ? q : ((uint64_t)(top + bias - 1) << (format->bits - 1)) + q;
    if (bits >= infinity) {
        *overflow = true;
        return infinity;
    }
    return bits;
}

// -- Eisel, Lemire

// floor(log2(10^k)) for the table's exponents.
static int log2_pow10(int64_t k)
{
    return (int)((k * 217706) >> 16);
}

static bool quick(uint64_t mant, int64_t exp10, const FloatFormat *format, uint64_t *bits, bool *overflow)
{
    if (exp10 < POW10_MIN || exp10 > POW10_MAX)
        return false;
    int zeros = __builtin_clzll(mant);
    uint64_t w = mant << zeros;
    const uint64_t *t = pow10_bits[exp10 - POW10_MIN];
    unsigned __int128 low = (unsigned __int128)w * t[1];
    unsigned __int128 product = (unsigned __int128)w * t[0] + (uint64_t)(low >> 64);
    int64_t exp = log2_pow10(exp10) - 127 + 128 - zeros; // of product's high half
    uint64_t rest = (uint64_t)low;
    if (!(product >> 127)) {
        product = product << 1 | rest >> 63;
        rest <<= 1;
        exp--;
    }
    bool exact = exp10 >= 0 && exp10 <= 55;
    uint64_t high = (uint64_t)(product >> 64), behind = (uint64_t)product;
    // The true product lies less than 4 units of `behind` above.
    if (!exact && behind > UINT64_MAX - 4)
        return false;
    *bits = round_to_bits(high, exp, !exact || behind || rest, format, overflow);
    return true;
}

// -- large integers

enum { BIG_LIMBS = 288, EXACT_DIGITS = 800 };

typedef struct Big { // little-endian, no leading zero limbs
    int n;
    uint32_t limb[BIG_LIMBS];
} Big;

static void big_mul_add(Big *b, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;
    for (int i = 0; i < b->n; i++) {
        carry += (uint64_t)b->limb[i] * factor;
        b->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry)
        b->limb[b->n++] = (uint32_t)carry;
}

static void big_mul_pow10(Big *b, int64_t k)
{
    for (; k >= 9; k -= 9)
        big_mul_add(b, 1000000000, 0);
    for (; k > 0; k--)
        big_mul_add(b, 10, 0);
}

static int big_bits(const Big *b)
{
    return b->n ? b->n * 32 - __builtin_clz(b->limb[b->n - 1]) : 0;
}

static void big_shift(Big *b, int bits)
{
    int words = bits / 32, rest = bits % 32;
    if (b->n == 0 || bits == 0)
        return;
    b->limb[b->n] = 0;
    for (int i = b->n; i >= 0; i--) {
        uint64_t pair = (uint64_t)b->limb[i] << 32 | (i > 0 ? b->limb[i - 1] : 0);
        b->limb[i + words] = (uint32_t)(pair << rest >> 32);
    }
    memset(b->limb, 0, (size_t)words * sizeof b->limb[0]);
    b->n += words + 1;
    while (b->n > 0 && b->limb[b->n - 1] == 0)
        b->n--;
}

static int big_compare(const Big *a, const Big *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (int i = a->n - 1; i >= 0; i--) {
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    }
    return 0;
}

static void big_subtract(Big *a, const Big *b) // a >= b
{
    int64_t borrow = 0;
    for (int i = 0; i < a->n; i++) {
        borrow += (int64_t)a->limb[i] - (i < b->n ? b->limb[i] : 0);
        a->limb[i] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (a->n > 0 && a->limb[a->n - 1] == 0)
        a->n--;
}

// The exact way. Digits behind the 800th only say "a little more": no double or halfway point between two has as many.
static uint64_t exactly(String s, const Scanned *v, const FloatFormat *format, bool *overflow)
{
    Big top = {0}, bottom = {1, {1}};
    int64_t exp = 0; // top's digits * 10^exp
    int taken = 0;
    bool sticky = false, behind_point = false;
    for (int64_t i = v->digits; i < v->digits_end; i++) {
        char c = s.ptr[i];
        if (c == '.') {
            behind_point = true;
        } else if (c != '_') {
            if (taken < EXACT_DIGITS) {
                big_mul_add(&top, 10, (uint32_t)(c - '0'));
                taken += top.n > 0;
                exp -= behind_point;
            } else {
                sticky |= c != '0';
                exp += !behind_point;
            }
        }
    }
    exp += v->written_exp;
    if (big_bits(&top) == 0)
        return 0;
    if (exp + taken > 320) {
        *overflow = true;
        return (((uint64_t)1 << format->exp_bits) - 1) << (format->bits - 1);
    }
    if (exp + taken < -400)
        return 0;
    if (exp >= 0)
        big_mul_pow10(&top, exp);
    else
        big_mul_pow10(&bottom, -exp);
    // Shift so that the quotient has 64 bits or, after the first subtraction, one less.
    int shift = 64 + big_bits(&bottom) - big_bits(&top); // quotient * 2^shift
    if (shift >= 0)
        big_shift(&top, shift);
    else
        big_shift(&bottom, -shift);
    // quotient in (2^63, 2^65): long division, bit by bit from 2^64 down.
    big_shift(&bottom, 64);
    unsigned __int128 quotient = 0;
    for (int bit = 64; bit >= 0; bit--) {
        quotient <<= 1;
        if (big_compare(&top, &bottom) >= 0) {
            big_subtract(&top, &bottom);
            quotient |= 1;
        }
        big_shift(&top, 1);
    }
    sticky |= top.n > 0;
    int64_t exp2 = -shift;
    if (quotient >> 64) {
        sticky |= (quotient & 1) != 0;
        quotient >>= 1;
        exp2++;
    } else if (!(quotient >> 63)) {
        quotient <<= 1;
        exp2--;
    }
    return round_to_bits((uint64_t)quotient, exp2, sticky, format, overflow);
}

// -- reading

static bool scan(String s, Scanned *v)
{
    *v = (Scanned){0};
    int64_t i = 0;
    if (s.len > 0 && (s.ptr[0] == '+' || s.ptr[0] == '-')) {
        v->negative = s.ptr[0] == '-';
        i = 1;
    }
    if (i + 2 < s.len && s.ptr[i] == '0' && lower(s.ptr[i + 1]) == 'x') {
        v->hex = true;
        i += 2;
    }
    int room = v->hex ? 16 : 19, base = v->hex ? 16 : 10;
    bool point = false, any = false, underscores = false;
    int64_t scale = 0; // digits of mant behind the point (negative: digits before it that did not fit)
    v->digits = i;
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        int d;
        if (c == '_') {
            underscores = true;
            continue;
        }
        if (c == '.') {
            if (point)
                break;
            point = true;
            continue;
        }
        if (c >= '0' && c <= '9')
            d = c - '0';
        else if (v->hex && lower(c) >= 'a' && lower(c) <= 'f')
            d = lower(c) - 'a' + 10;
        else
            break;
        any = true;
        if (room > 0) {
            v->mant = v->mant * (uint64_t)base + (uint64_t)d;
            room -= v->mant != 0;
            scale += point;
        } else {
            v->cut |= d != 0;
            scale -= !point;
        }
    }
    v->digits_end = i;
    if (!any)
        return false;
    int64_t exp = 0;
    if (i < s.len && lower(s.ptr[i]) == (v->hex ? 'p' : 'e')) {
        i++;
        bool negative = i < s.len && s.ptr[i] == '-';
        if (negative || (i < s.len && s.ptr[i] == '+'))
            i++;
        if (i >= s.len || s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        for (; i < s.len && ((s.ptr[i] >= '0' && s.ptr[i] <= '9') || s.ptr[i] == '_'); i++) {
            if (s.ptr[i] == '_')
                underscores = true;
            else if (exp < 10000)
                exp = exp * 10 + (s.ptr[i] - '0');
        }
        if (negative)
            exp = -exp;
    } else if (v->hex) {
        return false; // the exponent is not optional there
    }
    v->written_exp = exp;
    v->exp = v->hex ? exp - 4 * scale : exp - scale;
    v->end = i;
    return !underscores || atoi_underscores_ok((String){s.ptr, i});
}

// inf, infinity, nan in any case; a sign before the first two.
static bool scan_special(String s, int bits, double *value, int64_t *used)
{
    int64_t sign = s.len > 0 && (s.ptr[0] == '+' || s.ptr[0] == '-');
    const char *rest = s.ptr + sign;
    int64_t n = s.len - sign;
    if (n >= 3 && strncasecmp(rest, "inf", 3) == 0) {
        *value = s.ptr[0] == '-' ? -__builtin_inf() : __builtin_inf();
        *used = sign + (n >= 8 && strncasecmp(rest, "infinity", 8) == 0 ? 8 : 3);
        return true;
    }
    if (sign == 0 && n >= 3 && strncasecmp(rest, "nan", 3) == 0) {
        // The bits of math.NaN; as float32 it loses the last one.
        uint64_t raw = bits == 32 ? 0x7FF8000000000000 : 0x7FF8000000000001;
        memcpy(value, &raw, sizeof raw);
        *used = 3;
        return true;
    }
    return false;
}

static bool clinger(const Scanned *v, int bits, double *value)
{
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (v->cut || bits != 64 || v->mant >> 53 || v->exp < -22 || v->exp > 22)
        return false;
    double f = (double)v->mant;
    *value = v->exp < 0 ? f / tens[-v->exp] : f * tens[v->exp];
    return true;
}

ParseCode atof_prefix(String s, int bits, double *value, int64_t *used)
{
    *value = 0;
    *used = 0;
    if (scan_special(s, bits, value, used))
        return PARSE_OK;
    Scanned v;
    if (!scan(s, &v))
        return PARSE_SYNTAX;
    *used = v.end;
    const FloatFormat *format = bits == 32 ? &float_format_32 : &float_format_64;
    uint64_t raw = 0;
    bool overflow = false;
    if (v.mant == 0) {
        raw = 0;
    } else if (v.hex) {
        int zeros = __builtin_clzll(v.mant);
        raw = round_to_bits(v.mant << zeros, v.exp - zeros, v.cut, format, &overflow);
    } else if (clinger(&v, bits, value)) {
        *value = v.negative ? -*value : *value;
        return PARSE_OK;
    } else {
        uint64_t upper = 0;
        bool upper_overflow = false;
        bool done = quick(v.mant, v.exp, format, &raw, &overflow);
        if (done && v.cut)
            done = v.mant < UINT64_MAX && quick(v.mant + 1, v.exp, format, &upper, &upper_overflow) && upper == raw;
        if (!done) {
            overflow = false;
            raw = exactly(s, &v, format, &overflow);
        }
    }
    if (bits == 32) {
        float f;
        uint32_t word = (uint32_t)raw;
        memcpy(&f, &word, sizeof f);
        *value = f;
    } else {
        memcpy(value, &raw, sizeof raw);
    }
    if (v.negative)
        *value = -*value;
    return overflow ? PARSE_RANGE : PARSE_OK;
}
