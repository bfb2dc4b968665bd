// ftoa.c: floating-point numbers to text.
// Shortest digits: Schubfach (Raffaele Giulietti, "The Schubfach way to render doubles", 2021), with 128-bit powers of ten.
// A given number of digits: exactly, in base 10^9 (integer part) and by multiplying the fraction by 10^9; a double never has more
// than 309 digits before the point and 1074 behind it.
#include "stdlib/strconv/number.h"

#include "stdlib/pow10.inc"

const FloatFormat float_format_64 = {53, 11}, float_format_32 = {24, 8};

enum { DIGITS_MAX = 1152, CHUNK = 1000000000 };

typedef struct Digits { // value = 0.d[0]d[1]… * 10^point
    char d[DIGITS_MAX];
    int n, point;
} Digits;

// -- shortest

// The upper 64 bits of g * c >> 64, with the lowest bit set if anything was cut off ("round to odd").
static uint64_t scale_odd(const uint64_t g[2], bool exact, uint64_t c)
{
    // Giulietti's g is rounded up: one more than the table's unless that is exact.
    uint64_t high = g[0], low = g[1];
    if (!exact && ++low == 0)
        high++;
    unsigned __int128 x = (unsigned __int128)low * c;
    unsigned __int128 y = (unsigned __int128)high * c + (uint64_t)(x >> 64);
    return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

static void strip_zeros(uint64_t *d, int *k)
{
    while (*d % 10 == 0) {
        *d /= 10;
        ++*k;
    }
}

void ftoa_shortest(uint64_t mant, int exp, const FloatFormat *format, uint64_t *d, int *k)
{
    uint64_t hidden = 1ull << (format->bits - 1);
    int least_exp = 3 - (1 << (format->exp_bits - 1)) - format->bits;
    bool even = (mant & 1) == 0;
    bool near_below = mant == hidden && exp > least_exp; // the neighbour below is half as far away
    int e10 = (exp * 1262611 - (near_below ? 524031 : 0)) >> 22; // floor(log10(2^exp)), of 3/4 of it if near_below
    int shift = exp + ((-e10 * 1741647) >> 19) + 1;              // + floor(log2(10^-e10))
    const uint64_t *g = pow10_bits[-e10 - POW10_MIN];
    bool exact = -e10 >= 0 && -e10 <= 55;
    uint64_t centre = scale_odd(g, exact, mant << 2 << shift);
    uint64_t low = scale_odd(g, exact, ((mant << 2) - 2 + near_below) << shift) + !even;
    uint64_t high = scale_odd(g, exact, ((mant << 2) + 2) << shift) - !even;
    uint64_t s = centre / 4;
    *k = e10;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool below = low <= 40 * tens, above = 40 * tens + 40 <= high;
        if (below != above) {
            *d = tens + above;
            ++*k;
            strip_zeros(d, k);
            return;
        }
    }
    bool below = low <= 4 * s, above = 4 * s + 4 <= high;
    if (below != above) {
        *d = s + above;
    } else {
        uint64_t middle = 4 * s + 2;
        *d = s + (centre > middle || (centre == middle && (s & 1)));
    }
    strip_zeros(d, k);
}

static void digits_set(Digits *out, uint64_t d, int k)
{
    char text[ITOA_MAX];
    char *first = itoa_before(text + sizeof text, d, 10);
    out->n = (int)(text + sizeof text - first);
    memcpy(out->d, first, (size_t)out->n);
    out->point = out->n + k;
    while (out->n > 0 && out->d[out->n - 1] == '0')
        out->n--;
}

// -- a given number of digits

static void put_chunk(Digits *out, uint32_t chunk)
{
    for (int i = 8; i >= 0; i--) {
        out->d[out->n + i] = (char)('0' + chunk % 10);
        chunk /= 10;
    }
    out->n += 9;
}

static void put_integer(Digits *out, uint64_t mant, int shift)
{
    uint32_t limbs[36] = {0}; // mant << shift; at most 1024 bits
    int at = shift / 32, n = at + 3;
    unsigned __int128 wide = (unsigned __int128)mant << (shift % 32);
    for (int i = 0; i < 3; i++)
        limbs[at + i] = (uint32_t)(wide >> (32 * i));
    uint32_t chunks[36];
    int n_chunks = 0;
    while (n > 0) {
        uint64_t rest = 0;
        for (int i = n - 1; i >= 0; i--) {
            rest = rest << 32 | limbs[i];
            limbs[i] = (uint32_t)(rest / CHUNK);
            rest %= CHUNK;
        }
        chunks[n_chunks++] = (uint32_t)rest;
        while (n > 0 && limbs[n - 1] == 0)
            n--;
    }
    while (n_chunks > 0)
        put_chunk(out, chunks[--n_chunks]);
    out->point = out->n;
}

// Drops zeros in front; they move the point.
static void drop_leading(Digits *out)
{
    int zeros = 0;
    while (zeros < out->n && out->d[zeros] == '0')
        zeros++;
    if (zeros == 0)
        return;
    memmove(out->d, out->d + zeros, (size_t)(out->n - zeros));
    out->n -= zeros;
    out->point -= zeros;
}

// How many digits are wanted of a number with that point: `prec` behind the point, or `prec` in all.
static int wanted(const Digits *out, int64_t prec, bool behind_point)
{
    int64_t n = behind_point ? out->point + prec : prec;
    return n > DIGITS_MAX - 16 ? DIGITS_MAX - 16 : (int)n;
}

// Fraction digits of mant / 2^bits (mant below 2^bits), until enough are there for rounding. *rest: digits not zero are left.
static void put_fraction(Digits *out, uint64_t mant, int bits, int64_t prec, bool behind_point, bool *rest)
{
    uint32_t limbs[36] = {0}; // the fraction, as limbs / 2^(32 n)
    int n = (bits + 31) / 32, low = 0;
    unsigned __int128 wide = (unsigned __int128)mant << (n * 32 - bits);
    for (int i = 0; i < 3 && i < n; i++)
        limbs[i] = (uint32_t)(wide >> (32 * i));
    for (;;) {
        while (low < n && limbs[low] == 0)
            low++;
        *rest = low < n;
        if (!*rest)
            return;
        // One digit more than wanted decides about rounding, together with *rest.
        if (out->n > 0 && out->n > wanted(out, prec, behind_point))
            return;
        if (out->n == 0 && behind_point && out->point + prec < 0)
            return;
        uint64_t carry = 0;
        for (int i = low; i < n; i++) {
            carry += (uint64_t)limbs[i] * CHUNK;
            limbs[i] = (uint32_t)carry;
            carry >>= 32;
        }
        put_chunk(out, (uint32_t)carry);
        if (out->n == 9)
            drop_leading(out);
    }
}

static void round_digits(Digits *out, int n, bool rest)
{
    if (n < 0) {
        out->n = 0;
        return;
    }
    if (n < out->n) {
        bool half = out->d[n] == '5' && !rest;
        for (int i = n + 1; half && i < out->n; i++)
            half = out->d[i] == '0';
        bool up = half ? n > 0 && (out->d[n - 1] & 1) : out->d[n] >= '5';
        out->n = n;
        if (up) {
            while (out->n > 0 && out->d[out->n - 1] == '9')
                out->n--;
            if (out->n > 0) {
                out->d[out->n - 1]++;
            } else {
                out->d[0] = '1';
                out->n = 1;
                out->point++;
            }
        }
    }
    while (out->n > 0 && out->d[out->n - 1] == '0')
        out->n--;
}

// mant * 2^exp, rounded half to even to prec digits (behind the point or in all).
static void digits_fixed(Digits *out, uint64_t mant, int exp, int64_t prec, bool behind_point)
{
    out->n = out->point = 0;
    bool rest = false;
    if (exp >= 0) {
        put_integer(out, mant, exp);
        drop_leading(out);
    } else {
        uint64_t whole = exp > -64 ? mant >> -exp : 0;
        if (whole) {
            put_integer(out, whole, 0);
            drop_leading(out);
            mant &= (1ull << -exp) - 1;
        }
        put_fraction(out, mant, -exp, prec, behind_point, &rest);
    }
    round_digits(out, wanted(out, prec, behind_point), rest);
}

// -- layout

static void append_exponent(Slice *dst, int exp, char sign_for_plus)
{
    append_byte(dst, exp < 0 ? '-' : sign_for_plus);
    unsigned e = (unsigned)(exp < 0 ? -exp : exp);
    char text[ITOA_MAX];
    char *first = itoa_before(text + sizeof text, e, 10);
    if (e < 10)
        *--first = '0';
    append_bytes(dst, first, text + sizeof text - first);
}

static void append_e(Slice *dst, const Digits *v, int64_t prec, char verb)
{
    append_byte(dst, v->n ? v->d[0] : '0');
    if (prec > 0) {
        append_byte(dst, '.');
        int64_t have = v->n - 1 < prec ? v->n - 1 : prec;
        if (have > 0)
            append_bytes(dst, v->d + 1, have);
        append_fill(dst, '0', prec - (have > 0 ? have : 0));
    }
    append_byte(dst, verb);
    append_exponent(dst, v->n ? v->point - 1 : 0, '+');
}

static void append_f(Slice *dst, const Digits *v, int64_t prec)
{
    int whole = v->point > 0 ? (v->n < v->point ? v->n : v->point) : 0; // digits before the point
    if (v->point > 0) {
        append_bytes(dst, v->d, whole);
        append_fill(dst, '0', v->point - whole);
    } else {
        append_byte(dst, '0');
    }
    if (prec <= 0)
        return;
    append_byte(dst, '.');
    int64_t zeros = v->point < 0 ? -(int64_t)v->point : 0;
    if (zeros > prec)
        zeros = prec;
    append_fill(dst, '0', zeros);
    prec -= zeros;
    int64_t have = v->n - whole;
    if (have > prec)
        have = prec;
    append_bytes(dst, v->d + whole, have);
    append_fill(dst, '0', prec - have);
}

static void append_g(Slice *dst, const Digits *v, int64_t prec, bool shortest, char verb)
{
    int64_t limit = prec; // exponents from here on are written with 'e'
    if (limit > v->n && v->n >= v->point)
        limit = v->n;
    if (shortest)
        limit = 6;
    int exp = v->point - 1;
    if (exp < -4 || exp >= limit) {
        append_e(dst, v, (prec > v->n ? v->n : prec) - 1, verb == 'g' ? 'e' : 'E');
        return;
    }
    if (prec > v->point)
        prec = v->n;
    append_f(dst, v, prec > v->point ? prec - v->point : 0);
}

static void append_b(Slice *dst, uint64_t mant, int exp)
{
    char text[ITOA_MAX];
    char *first = itoa_before(text + sizeof text, mant, 10);
    append_bytes(dst, first, text + sizeof text - first);
    append_bytes(dst, exp < 0 ? "p-" : "p+", 2);
    first = itoa_before(text + sizeof text, (uint64_t)(exp < 0 ? -exp : exp), 10);
    append_bytes(dst, first, text + sizeof text - first);
}

// Hexadecimal: 0x1.yyyp±dd.
static void append_x(Slice *dst, uint64_t mant, int exp, int64_t prec, char verb, const FloatFormat *format)
{
    const char *hex = verb == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
    exp += format->bits - 1; // of the bit that is the digit before the point
    mant <<= 61 - format->bits;
    if (mant == 0)
        exp = 0;
    while (mant && !(mant >> 60)) {
        mant <<= 1;
        exp--;
    }
    if (prec >= 0 && prec < 15) {
        int cut = 60 - 4 * (int)prec;
        uint64_t rest = mant & ((1ull << cut) - 1), half = 1ull << (cut - 1);
        mant >>= cut;
        if (rest > half || (rest == half && (mant & 1)))
            mant++;
        mant <<= cut;
        if (mant >> 61) {
            mant >>= 1;
            exp++;
        }
    }
    append_byte(dst, '0');
    append_byte(dst, verb);
    append_byte(dst, (char)('0' + (mant >> 60)));
    mant <<= 4;
    if (prec > 0 || (prec < 0 && mant)) {
        append_byte(dst, '.');
        int64_t n = 0;
        for (; prec < 0 ? mant != 0 : n < prec && n < 16; n++) {
            append_byte(dst, hex[mant >> 60]);
            mant <<= 4;
        }
        append_fill(dst, '0', prec - n);
    }
    append_byte(dst, verb == 'x' ? 'p' : 'P');
    append_exponent(dst, exp, '+');
}

static void append_digits(Slice *dst, uint64_t mant, int exp, char verb, int64_t prec, const FloatFormat *format)
{
    Digits v;
    bool shortest = prec < 0;
    if (verb == 'g' || verb == 'G') {
        if (prec == 0)
            prec = 1;
    }
    if (mant == 0) {
        v.n = v.point = 0;
        if (shortest)
            prec = 0;
    } else if (shortest) {
        uint64_t d;
        int k;
        ftoa_shortest(mant, exp, format, &d, &k);
        digits_set(&v, d, k);
        if (verb == 'f')
            prec = v.n > v.point ? v.n - v.point : 0;
        else
            prec = verb == 'e' || verb == 'E' ? v.n - 1 : v.n;
    } else {
        digits_fixed(&v, mant, exp, verb == 'e' || verb == 'E' ? prec + 1 : prec, verb == 'f');
    }
    if (verb == 'f')
        append_f(dst, &v, prec);
    else if (verb == 'e' || verb == 'E')
        append_e(dst, &v, prec, verb);
    else
        append_g(dst, &v, prec, shortest, verb);
}

void ftoa_append(Slice *dst, double f, char verb, int64_t prec, int bits)
{
    const FloatFormat *format = bits == 32 ? &float_format_32 : &float_format_64;
    uint64_t raw;
    if (bits == 32) {
        float narrow = (float)f;
        uint32_t word;
        memcpy(&word, &narrow, sizeof word);
        raw = word;
    } else {
        memcpy(&raw, &f, sizeof raw);
    }
    int mant_bits = format->bits - 1, exp_limit = (1 << format->exp_bits) - 1;
    bool negative = raw >> (mant_bits + format->exp_bits);
    int exp = (int)(raw >> mant_bits) & exp_limit;
    uint64_t mant = raw & ((1ull << mant_bits) - 1);
    if (exp == exp_limit) {
        if (mant)
            append_bytes(dst, "NaN", 3);
        else
            append_bytes(dst, negative ? "-Inf" : "+Inf", 4);
        return;
    }
    if (exp == 0)
        exp = 1;
    else
        mant |= 1ull << mant_bits;
    exp -= exp_limit / 2 + mant_bits;
    if (!strchr("beEfgGxX", verb) || verb == 0) {
        append_byte(dst, '%');
        append_byte(dst, verb);
        return;
    }
    if (negative)
        append_byte(dst, '-');
    if (verb == 'b')
        append_b(dst, mant, exp);
    else if (verb == 'x' || verb == 'X')
        append_x(dst, mant, exp, prec, verb, format);
    else
        append_digits(dst, mant, exp, verb, prec, format);
}
