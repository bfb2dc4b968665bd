// log.c: logarithms.
// Sources: FDLIBM (e_log.c, s_log1p.c).
#include "stdlib/math/exact.h"

// Coefficients of the Remez polynomial for log((1+s)/(1-s)), s² having the even places.
#define L1 6.666666666666735130e-01
#define L2 3.999999999940941908e-01
#define L3 2.857142874366239149e-01
#define L4 2.222219843214978396e-01
#define L5 1.818357216161805012e-01
#define L6 1.531383769920937332e-01
#define L7 1.479819860511658591e-01

double math_log(double x)
{
    static const double odd[] = {L1, L3, L5, L7}, even[] = {L2, L4, L6};
    if (x == 0)
        return -INFINITY;
    if (x < 0)
        return math_nan();
    if (!isfinite(x))
        return x;

    // x = 2^k (1 + f). A subnormal x is not brought to normal form: Go's results on amd64 come from
    // this.
    uint64_t bits = math_bits(x);
    double k = (double)((int)(bits >> 52) - 1022);
    double f = math_from_bits((bits & 0xFFFFFFFFFFFFF) | 0x3FE0000000000000);
    if (f <= 7.07106781186547524401e-01) { // √2 / 2
        k -= 1;
        f *= 2;
    }
    f -= 1;

    double s = f / (2 + f);
    double s2 = s * s;
    double s4 = s2 * s2;
    double remainder_of_series = s2 * MATH_POLYNOMIAL(s4, odd) + s4 * MATH_POLYNOMIAL(s4, even);
    double half_square = 0.5 * f * f;
    return k * MATH_LN2_HIGH -
           ((half_square - (s * (half_square + remainder_of_series) + k * MATH_LN2_LOW)) - f);
}

double math_log10(double x)
{
    return math_log(x) * 0.4342944819032518; // 1 / ln 10
}

double math_log2(double x)
{
    int64_t exponent;
    double fraction = math_frexp(x, &exponent);
    if (fraction == 0.5)
        return (double)(exponent - 1);                                 // a power of 2 is exact
    return math_log(fraction) * 1.4426950408889634 + (double)exponent; // 1 / ln 2
}

double math_log1p(double x)
{
    static const double terms[] = {L1, L2, L3, L4, L5, L6, L7};
    if (x < -1 || isnan(x))
        return math_nan();
    if (x == -1)
        return -INFINITY;
    if (isinf(x))
        return x;

    // 1 + x = 2^k (1 + f), with `correction` for what 1 + x lost. `bits` becomes 0 where f is tiny.
    double size = fabs(x), f = x, correction = 0;
    int k = 0;
    uint64_t bits = 1;
    if (size < 0x1p-29)
        return size < 0x1p-54 ? x : x - x * x * 0.5;
    if (size >= 4.142135623730950488017e-01 ||
        x <= -2.928932188134524755992e-01) { // √2 - 1, √2/2 - 1
        double u = x;
        if (size < 0x1p53) {
            u = 1.0 + x;
            k = (int)(math_bits(u) >> 52) - 1023;
            correction = k > 0 ? 1.0 - (u - x) : x - (u - 1.0);
            correction /= u;
        } else {
            k = (int)(math_bits(u) >> 52) - 1023;
        }
        bits = math_bits(u) & 0xFFFFFFFFFFFFF;
        if (bits < 0x6A09E667F3BCD) { // the mantissa of √2
            u = math_from_bits(bits | 0x3FF0000000000000);
        } else {
            k++;
            u = math_from_bits(bits | 0x3FE0000000000000);
            bits = (0x10000000000000 - bits) >> 2;
        }
        f = u - 1.0;
    }

    double half_square = 0.5 * f * f;
    double high = k * MATH_LN2_HIGH, low = k * MATH_LN2_LOW + correction;
    if (bits == 0) {
        if (f == 0)
            return k == 0 ? 0 : high + low;
        double rest = half_square * (1.0 - 0.66666666666666666 * f);
        return k == 0 ? f - rest : high - ((rest - low) - f);
    }
    double s = f / (2.0 + f);
    double square = s * s;
    double rest = square * MATH_POLYNOMIAL(square, terms);
    if (k == 0)
        return f - (half_square - s * (half_square + rest));
    return high - ((half_square - (s * (half_square + rest) + low)) - f);
}
