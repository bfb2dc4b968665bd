// itoa.c: integers to text and back.
#include "stdlib/strconv/number.h"

static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
                            "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

char *itoa_before(char *end, uint64_t value, int base)
{
    char *p = end;
    if (base == 10) {
        while (value >= 100) {
            p -= 2;
            memcpy(p, pairs + value % 100 * 2, 2);
            value /= 100;
        }
        if (value >= 10) {
            p -= 2;
            memcpy(p, pairs + value * 2, 2);
        } else {
            *--p = (char)('0' + value);
        }
        return p;
    }
    if ((base & (base - 1)) == 0) {
        int shift = __builtin_ctz((unsigned)base);
        do {
            *--p = digit_chars[value & (uint64_t)(base - 1)];
            value >>= shift;
        } while (value);
        return p;
    }
    do {
        *--p = digit_chars[value % (uint64_t)base];
        value /= (uint64_t)base;
    } while (value);
    return p;
}

static char lower(char c)
{
    return c | 0x20;
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'z')
        return lower(c) - 'a' + 10;
    return 99;
}

bool atoi_underscores_ok(String s)
{
    int64_t i = 0;
    bool hex = false, after_digit = false, after_underscore = false;
    if (s.len > 0 && (s.ptr[0] == '-' || s.ptr[0] == '+'))
        i = 1;
    if (s.len - i >= 2 && s.ptr[i] == '0') {
        char c = lower(s.ptr[i + 1]);
        if (c == 'b' || c == 'o' || c == 'x') {
            hex = c == 'x';
            after_digit = true; // the prefix counts as one
            i += 2;
        }
    }
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        bool is_digit = (c >= '0' && c <= '9') || (hex && lower(c) >= 'a' && lower(c) <= 'f');
        if (c == '_' ? !after_digit : after_underscore && !is_digit)
            return false;
        after_digit = is_digit;
        after_underscore = c == '_';
    }
    return !after_underscore;
}

ParseCode atoi_unsigned(String s, int64_t base, int64_t bits, uint64_t *value)
{
    *value = 0;
    if (s.len == 0)
        return PARSE_SYNTAX;
    String whole = s;
    bool guess = base == 0, underscores = false;
    if (guess) {
        base = 10;
        if (s.ptr[0] == '0') {
            char c = s.len >= 3 ? lower(s.ptr[1]) : 0;
            base = c == 'b' ? 2 : c == 'x' ? 16 : 8;
            int prefix = c == 'b' || c == 'o' || c == 'x' ? 2 : 1;
            s.ptr += prefix;
            s.len -= prefix;
        }
    } else if (base < 2 || base > 36) {
        return PARSE_BASE;
    }
    if (bits == 0)
        bits = 64;
    else if (bits < 0 || bits > 64)
        return PARSE_BITS;
    uint64_t max = bits == 64 ? UINT64_MAX : (1ull << bits) - 1, n = 0;
    for (int64_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '_' && guess) {
            underscores = true;
            continue;
        }
        int d = digit_value(c);
        if (d >= base)
            return PARSE_SYNTAX;
        if (__builtin_mul_overflow(n, (uint64_t)base, &n) || __builtin_add_overflow(n, (uint64_t)d, &n) || n > max) {
            *value = max;
            return PARSE_RANGE; // at the first digit too many: what follows is not looked at
        }
    }
    if (underscores && !atoi_underscores_ok(whole))
        return PARSE_SYNTAX;
    *value = n;
    return PARSE_OK;
}

ParseCode atoi_signed(String s, int64_t base, int64_t bits, int64_t *value)
{
    *value = 0;
    if (s.len == 0)
        return PARSE_SYNTAX;
    bool negative = s.ptr[0] == '-';
    if (negative || s.ptr[0] == '+') {
        s.ptr++;
        s.len--;
    }
    uint64_t magnitude;
    ParseCode code = atoi_unsigned(s, base, bits, &magnitude);
    if (code != PARSE_OK && code != PARSE_RANGE)
        return code;
    uint64_t limit = 1ull << ((bits == 0 ? 64 : bits) - 1); // of negative numbers
    if (!negative && magnitude >= limit) {
        *value = (int64_t)(limit - 1);
        return PARSE_RANGE;
    }
    if (negative && magnitude > limit) {
        *value = (int64_t)-limit;
        return PARSE_RANGE;
    }
    *value = (int64_t)(negative ? -magnitude : magnitude);
    return PARSE_OK;
}
