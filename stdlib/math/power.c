// power.c: powers, roots, remainders, and the taking apart of numbers.
// Sources: cbrt: FDLIBM (s_cbrt.c); pow: special cases of IEEE 754-2008 section 9.2.1, then
// squarings of the fraction with exponents kept apart; hypot: the larger one times √(1 + ratio²).
// Remainders are exact, so the C library's are the same.
#include "stdlib/math/exact.h"

double math_frexp(double x, int64_t *exponent)
{
    int e = 0;
    double fraction = isfinite(x) ? frexp(x, &e) : x;
    *exponent = e;
    return fraction;
}

// The sum of exponents wraps around as Go's int does: an absurd exponent gives what it gives there.
double math_ldexp(double fraction, int64_t exponent)
{
    if (fraction == 0 || !isfinite(fraction))
        return fraction;
    int64_t own;
    double half = math_frexp(fraction, &own); // in [1/2, 1)
    int64_t sum = (int64_t)((uint64_t)exponent + (uint64_t)(own - 1));
    if (sum < -1075)
        return copysign(0, fraction);
    if (sum > 1023)
        return copysign(INFINITY, fraction);
    return ldexp(half, (int)sum + 1);
}

double math_modf(double x, double *whole)
{
    *whole = trunc(x);
    return copysign(x - *whole, x); // of ±Inf: NaN
}

double math_mod(double x, double y)
{
    return y == 0 || isinf(x) || isnan(x) || isnan(y) ? math_nan() : fmod(x, y);
}

double math_remainder(double x, double y)
{
    if (y == 0 || isinf(x) || isnan(x) || isnan(y))
        return math_nan();
    double r = remainder(x, y);
    return r == 0 ? copysign(0, x) : r; // not every C library gives a zero x's sign
}

double math_hypot(double p, double q)
{
    if (isinf(p) || isinf(q))
        return INFINITY;
    if (isnan(p) || isnan(q))
        return math_nan();
    p = fabs(p);
    q = fabs(q);
    double large = p > q ? p : q, small = p > q ? q : p;
    if (large == 0)
        return 0;
    double ratio = small / large;
    return large * sqrt(ratio * ratio + 1);
}

double math_cbrt(double x)
{
    if (x == 0 || !isfinite(x))
        return x;
    double size = fabs(x);

    // 5 bits: a third of the exponent
    double t;
    if (size < 0x1p-1022)
        t = math_from_bits(math_bits(0x1p54 * size) / 3 + (696219795ull << 32));
    else
        t = math_from_bits(math_bits(size) / 3 + (715094163ull << 32));

    // 23 bits: a rational approximation
    double s = 5.42857142857142815906e-01 + t * t / size * t; // 19/35
    t *= 3.57142857142857150787e-01 +                         // 5/14
         1.60714285714285720630e+00 / (s + 1.41428571428571436819e+00 +
                                       -7.05306122448979611050e-01 / s); // 45/28, 99/70, -864/1225

    // 22 bits and too large, then 53 bits by a step of Newton's
    t = math_from_bits((math_bits(t) & 0xFFFFFFFFC0000000) + (1ull << 30));
    double r = size / (t * t);
    r = (r - t) / (t + t + r);
    return copysign(t + t * r, x);
}

static bool is_odd(double x)
{
    return fabs(x) < 0x1p53 && x == trunc(x) && ((int64_t)x & 1);
}

// pow where x or y is 0 or not finite, y != 0 and neither is NaN.
static double pow_at_edge(double x, double y)
{
    if (x == 0 || isinf(x)) {
        bool large = (x != 0) == (y > 0);
        double y_sign = signbit(x) && is_odd(y) ? -1 : 1;
        return copysign(large ? INFINITY : 0, y_sign);
    }
    if (x == -1)
        return 1;
    return (fabs(x) < 1) == (y > 0) ? 0 : INFINITY;
}

double math_pow(double x, double y)
{
    if (y == 0 || x == 1)
        return 1;
    if (y == 1)
        return x;
    if (isnan(x) || isnan(y))
        return math_nan();
    if (x == 0 || isinf(x) || isinf(y))
        return pow_at_edge(x, y);
    if (y == 0.5)
        return sqrt(x);
    if (y == -0.5)
        return 1 / sqrt(x);

    double whole, part = math_modf(fabs(y), &whole);
    if (part != 0 && x < 0)
        return math_nan();
    if (whole >= 0x1p63) // even, and out of range for every x but -1
        return x == -1 ? 1 : (fabs(x) < 1) == (y > 0) ? 0 : INFINITY;

    // The result is fraction * 2^exponent; x's own power of 2 is kept apart while x is squared.
    double fraction = 1;
    int64_t exponent = 0;
    if (part != 0) {
        if (part > 0.5) {
            part -= 1;
            whole += 1;
        }
        fraction = math_exp(part * math_log(x));
    }
    int64_t x_exponent;
    double power = math_frexp(x, &x_exponent);
    for (int64_t left = (int64_t)whole; left != 0; left >>= 1) {
        if (x_exponent < -4096 || x_exponent > 4096) {
            exponent += x_exponent; // already out of range; another doubling could run over
            break;
        }
        if (left & 1) {
            fraction *= power;
            exponent += x_exponent;
        }
        power *= power;
        x_exponent *= 2;
        if (power < 0.5) {
            power += power;
            x_exponent--;
        }
    }
    return y < 0 ? math_ldexp(1 / fraction, -exponent) : math_ldexp(fraction, exponent);
}

double math_pow10(int64_t n)
{
    static const double units[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10,
                                   1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
                                   1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31};
    static const double up[] = {1e0, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288};
    static const double down[] = {1e0,    1e-32,  1e-64,  1e-96,  1e-128, 1e-160,
                                  1e-192, 1e-224, 1e-256, 1e-288, 1e-320};
    if (n < -323)
        return 0;
    if (n > 308)
        return INFINITY;
    return n >= 0 ? up[n / 32] * units[n % 32] : down[-n / 32] / units[-n % 32];
}
