// constant.h: exact constant values: GMP integers and rationals, MPFR floats of 512 bits for what is too large to be kept
// as a rational.
// Invariants: a value is immutable; INT is used for every integral INT, an integral float stays FLOAT until converted.
// Memory: arena of the ConstPool (GMP and MPFR limbs are freed with the pool).
#ifndef TYPES_CONSTANT_H
#define TYPES_CONSTANT_H
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "lexer/token.h"

typedef enum ConstKind { CONST_UNKNOWN, CONST_BOOL, CONST_STRING, CONST_INT, CONST_FLOAT, CONST_COMPLEX } ConstKind;

typedef struct Const Const; // representation in constant.c
typedef struct ConstPool ConstPool;

// What makes constants, in that arena.
ConstPool *const_pool_new(Arena *arena);

ConstKind const_kind(const Const *c); // NULL counts as UNKNOWN
Const *const_unknown(ConstPool *p);
Const *const_bool(ConstPool *p, bool b);
Const *const_string(ConstPool *p, Str s); // s is copied
Const *const_int64(ConstPool *p, int64_t v);
Const *const_uint64(ConstPool *p, uint64_t v);
Const *const_float64(ConstPool *p, double v); // finite
// From a literal's text as the lexer accepted it (INT, FLOAT, IMAG, RUNE, STRING). UNKNOWN if it is out of all range.
Const *const_literal(ConstPool *p, TokenKind kind, Str text);

bool const_bool_value(const Const *c);
Str const_string_value(const Const *c);               // borrowed from the pool
int64_t const_string_len(const Const *c); // does not build the text of a long sum
bool const_int64_value(const Const *c, int64_t *v);   // false: not an integer or out of range
bool const_uint64_value(const Const *c, uint64_t *v);
double const_float64_value(const Const *c);           // nearest; infinities when out of range
float const_float32_value(const Const *c);            // rounded once
// An integer of any size as its low 64 bits in two's complement (for wrapping conversions already proven right).
uint64_t const_low_bits(const Const *c);
int const_sign(const Const *c);                       // -1 0 1; of a complex: 0 if zero, else 1
int const_bit_length(const Const *c);                 // of |INT|

Const *const_real(ConstPool *p, const Const *c);
Const *const_imag(ConstPool *p, const Const *c);
Const *const_make_complex(ConstPool *p, const Const *re, const Const *im);
// To INT / FLOAT / COMPLEX if the value can be that exactly; else UNKNOWN.
Const *const_to_int(ConstPool *p, const Const *c);
Const *const_to_float(ConstPool *p, const Const *c);
Const *const_to_complex(ConstPool *p, const Const *c);
// Rounded to the width of float32 / float64 as a conversion rounds; UNKNOWN when it overflows.
Const *const_round32(ConstPool *p, const Const *c);
Const *const_round64(ConstPool *p, const Const *c);

// op: ADD SUB XOR NOT. width_bits > 0 limits XOR's result to that many bits (unsigned types).
Const *const_unary(ConstPool *p, TokenKind op, const Const *x, int width_bits);
// ADD SUB MUL QUO REM AND OR XOR AND_NOT ANDAND OROR; for INT operands QUO divides as Go's integers when
// integer_division. Division by zero is the caller's check.
Const *const_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y, bool integer_division);
Const *const_shift(ConstPool *p, const Const *x, TokenKind op, unsigned count);
bool const_compare(ConstPool *p, const Const *x, TokenKind op, const Const *y);

// As the reference's messages show constants (constant.Value.String: strings quoted and cut, floats in %.6g).
void const_print(Buf *out, const Const *c);
// Exact and complete (constant.Value.ExactString).
void const_print_exact(Buf *out, const Const *c);
#endif
