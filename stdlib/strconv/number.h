// number.h: numbers to text and back, as strconv and fmt share it in C.
#ifndef STDLIB_STRCONV_NUMBER_H
#define STDLIB_STRCONV_NUMBER_H
#include "stdlib/strconv/append.h"

typedef struct FloatFormat {
    int bits;     // of the mantissa, the hidden one included: 53 or 24
    int exp_bits; // 11 or 8
} FloatFormat;
extern const FloatFormat float_format_64, float_format_32;

enum { ITOA_MAX = 65 }; // a sign and 64 binary digits

// Writes value in base 2..36 so that it ends before `end`; returns its first character. `end` has ITOA_MAX bytes before it.
char *itoa_before(char *end, uint64_t value, int base);

// Appends f as strconv.AppendFloat does; bits is 32 or 64. A verb that is none gives '%' and the verb.
void ftoa_append(Slice *dst, double f, char verb, int64_t prec, int bits);

// The shortest decimal digits d and exponent k with d * 10^k reading back as mant * 2^exp in that format; mant > 0, not normalised
// only when denormal. *d has no trailing zeros.
void ftoa_shortest(uint64_t mant, int exp, const FloatFormat *format, uint64_t *d, int *k);

typedef enum ParseCode { PARSE_OK, PARSE_SYNTAX, PARSE_RANGE, PARSE_BASE, PARSE_BITS } ParseCode;

// strconv.ParseUint and ParseInt; *value is what they return with or without error.
ParseCode atoi_unsigned(String s, int64_t base, int64_t bits, uint64_t *value);
ParseCode atoi_signed(String s, int64_t base, int64_t bits, int64_t *value);
// Whether the underscores of a number stand only between digits, or between a base prefix and a digit.
bool atoi_underscores_ok(String s);

// Reads the longest number at the start of s as strconv.ParseFloat would; *used bytes belong to it. bits is 32 or 64.
ParseCode atof_prefix(String s, int bits, double *value, int64_t *used);
#endif
