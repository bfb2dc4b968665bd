// exact.h: the functions of package math, to the last bit as Go computes them on amd64.
//
// Programs print these digits, and two libraries seldom agree on the last one. So the algorithms
// and the order of every operation are those that Go's results come from: Cephes (S. L. Moshier),
// FDLIBM (Sun Microsystems) and a few papers, each named in its file. Sums and products must not be
// fused: the build passes -ffp-contract=off. All functions are pure and take any argument.
#ifndef MINIGO_STDLIB_MATH_EXACT_H
#define MINIGO_STDLIB_MATH_EXACT_H

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

double math_sin(double x);
double math_cos(double x);
void math_sincos(double x, double *sin, double *cos);
double math_tan(double x);
double math_asin(double x);
double math_acos(double x);
double math_atan(double x);
double math_atan2(double y, double x);

double math_exp(double x);
double math_exp2(double x);
double math_expm1(double x);

double math_log(double x);
double math_log2(double x);
double math_log10(double x);
double math_log1p(double x);

double math_sinh(double x);
double math_cosh(double x);
double math_tanh(double x);
double math_asinh(double x);
double math_acosh(double x);
double math_atanh(double x);

double math_pow(double x, double y);
double math_pow10(int64_t n);
double math_cbrt(double x);
double math_hypot(double p, double q);
double math_mod(double x, double y);
double math_remainder(double x, double y);
double math_ldexp(double fraction, int64_t exponent);
double math_frexp(double x, int64_t *exponent); // of ±0, ±Inf, NaN: x itself and 0
double math_modf(double x, double *whole);      // gives the fraction

double math_gamma(double x);
double math_lgamma(double x, int64_t *sign); // *sign: 1 or -1

double math_erf(double x);
double math_erfc(double x);
double math_erfinv(double x);

double math_j0(double x);
double math_j1(double x);
double math_jn(int64_t n, double x);
double math_y0(double x);
double math_y1(double x);
double math_yn(int64_t n, double x);

// -- what the files above share

#define MATH_PI 3.141592653589793
#define MATH_LN2 0.6931471805599453
#define MATH_LN2_HIGH                                                                              \
    6.93147180369123816490e-01 // ln 2 in two parts: this one has 20 zero bits at its end,
#define MATH_LN2_LOW 1.90821492927058770002e-10 // so that its product with an exponent is exact

static inline uint64_t math_bits(double x)
{
    uint64_t b;
    memcpy(&b, &x, sizeof b);
    return b;
}

static inline double math_from_bits(uint64_t b)
{
    double x;
    memcpy(&x, &b, sizeof x);
    return x;
}

// Go's math.NaN(): its payload is 1.
static inline double math_nan(void)
{
    return math_from_bits(0x7FF8000000000001);
}

// coefficient[0] + coefficient[1] x + coefficient[2] x² …, from the inside out (Horner). A last
// coefficient of 1 costs no rounding, so polynomials "with leading 1" are written in full.
__attribute__((always_inline)) static inline double math_horner(double x, const double *coefficient,
                                                                int count)
{
    double sum = coefficient[count - 1];
#pragma GCC unroll 16
    for (int i = count - 2; i >= 0; i--)
        sum = sum * x + coefficient[i];
    return sum;
}

#define MATH_POLYNOMIAL(x, table) math_horner((x), (table), (int)(sizeof(table) / sizeof(table)[0]))

#endif
