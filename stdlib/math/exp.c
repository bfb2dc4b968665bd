// exp.c: exponential functions.
// Sources: exp: N. Shibata, "Efficient evaluation methods of elementary functions suitable for SIMD
// computation" (2010) and his SLEEF; exp2, expm1: FDLIBM (e_exp.c, s_expm1.c).
#include "stdlib/math/exact.h"

#if defined(__x86_64__)
#define WITH_FMA __attribute__((target("avx,fma")))
#else
#define WITH_FMA
#endif

static const double exp_terms[] = {
    // 1/n! for n = 1 … 8, the numbers of the Taylor series of (e^x - 1)/x
    1,
    0.5,
    1.6666666666666666667e-1,
    4.1666666666666666667e-2,
    8.3333333333333333333e-3,
    1.3888888888888888889e-3,
    1.9841269841269841270e-4,
    2.4801587301587301587e-5,
};
#define EXP_TERMS ((int)(sizeof exp_terms / sizeof exp_terms[0]))

#define LN2_UPPER 0.69314718055966295651160180568695068359375
#define LN2_LOWER 0.28235290563031577122588448175013436025525412068e-12

// e^x / 2^k where k is the integer nearest to x / ln 2. First e^(r/16) - 1, then four squarings of
// 1 + that.
static double exp_part(double x, double k)
{
    double r = x - k * LN2_UPPER;
    r -= k * LN2_LOWER;
    r *= 0.0625;
    r *= MATH_POLYNOMIAL(r, exp_terms);
    for (int i = 0; i < 4; i++)
        r *= r + 2;
    return r + 1;
}

// The same with fused operations: where the processor has them Go uses them, and other last bits
// come out.
WITH_FMA static double exp_part_fused(double x, double k)
{
    double r = __builtin_fma(-k, LN2_UPPER, x);
    r = __builtin_fma(-k, LN2_LOWER, r);
    r *= 0.0625;
    double sum = exp_terms[EXP_TERMS - 1];
    for (int i = EXP_TERMS - 2; i >= 0; i--)
        sum = __builtin_fma(r, sum, exp_terms[i]);
    r *= sum;
    for (int i = 0; i < 3; i++)
        r *= r + 2;
    return __builtin_fma(r + 2, r, 1);
}

static bool processor_fuses(void)
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx") && __builtin_cpu_supports("fma");
#else
    return true;
#endif
}

double math_exp(double x)
{
    if (isnan(x) || x == INFINITY)
        return x;
    if (x > 7.09782712893384e+02)
        return INFINITY;
    if (x < -1000)
        return 0;
    double k = rint(1.4426950408889634073599246810018920 * x); // the rounding mode is never changed
    double y = processor_fuses() ? exp_part_fused(x, k) : exp_part(x, k);

    int exponent = (int)k + 1023;
    if (exponent >= 0x7FF)
        return INFINITY;
    if (exponent > 0)
        return y * math_from_bits((uint64_t)exponent << 52);
    if (exponent < -52)
        return 0;
    y *= math_from_bits((uint64_t)(exponent + 1022) << 52); // two steps: only the last one rounds
    return y * 0x1p-1022;
}

// 2^x = 2^k e^(high - low), where k is the integer nearest to x.
double math_exp2(double x)
{
    static const double terms[] = {0.16666666666666666, -0.0027777777777015593,
                                   6.613756321437934e-05, -1.6533902205465252e-06,
                                   4.1381367970572385e-08};
    if (isnan(x))
        return x;
    if (x > 1.0239999999999999e+03)
        return INFINITY;
    if (x < -1.0740e+03)
        return 0;
    int k = (int)(x > 0 ? x + 0.5 : x - 0.5);
    double t = x - k;
    double high = t * MATH_LN2_HIGH, low = -t * MATH_LN2_LOW;
    double r = high - low;
    double square = r * r;
    double c = r - square * MATH_POLYNOMIAL(square, terms);
    return math_ldexp(1 - ((low - (r * c) / (2 - c)) - high), k);
}

// y * 2^k by its exponent's bits, which may run over as they do in the original.
static double add_exponent(double y, int k)
{
    return math_from_bits(math_bits(y) + ((uint64_t)(int64_t)k << 52));
}

double math_expm1(double x)
{
    static const double terms[] = {1,
                                   -0.03333333333333313,
                                   0.0015873015872548146,
                                   -7.93650757867488e-05,
                                   4.008217827329362e-06,
                                   -2.0109921818362437e-07};
    if (isnan(x))
        return x;
    double size = fabs(x);
    if (size >= 3.88162421113569373274e+01) { // 56 ln 2
        if (x < 0)
            return -1;
        if (size >= 7.09782712893383973096e+02)
            return INFINITY;
    }

    // x = k ln 2 + (the new x) + correction
    int k = 0;
    double correction = 0;
    if (size > 3.46573590279972654709e-01) { // ln 2 / 2
        k = x < 0 ? -1 : 1;
        if (size >= 1.03972077083991796413e+00) // 3 ln 2 / 2
            k = (int)(1.44269504088896338700e+00 * x + 0.5 * k);
        double high = x - k * MATH_LN2_HIGH, low = k * MATH_LN2_LOW;
        x = high - low;
        correction = (high - x) - low;
    } else if (size < 0x1p-54) {
        return x;
    }

    double half = 0.5 * x;
    double half_square = x * half;
    double ratio = MATH_POLYNOMIAL(half_square, terms);
    double t = 3 - ratio * half;
    double e = half_square * ((ratio - t) / (6.0 - x * t));
    if (k == 0)
        return x - (x * e - half_square);
    e = x * (e - correction) - correction;
    e -= half_square;

    // 2^k (1 + x - e) - 1, in the order that loses least
    if (k == -1)
        return 0.5 * (x - e) - 0.5;
    if (k == 1)
        return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
    if (k <= -2 || k > 56)
        return add_exponent(1 - (e - x), k) - 1;
    if (k < 20)
        return add_exponent(math_from_bits(0x3FF0000000000000 - (0x20000000000000 >> k)) - (e - x),
                            k);                                       // 1 - 2^-k
    double y = x - (e + math_from_bits((uint64_t)(0x3FF - k) << 52)); // 2^-k
    y += 1;
    return add_exponent(y, k);
}
