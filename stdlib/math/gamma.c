// gamma.c: the gamma function and its logarithm.
// Sources: gamma: Cephes (gamma.c); lgamma: FDLIBM (e_lgamma_r.c).
#include "stdlib/math/exact.h"

#define EULER 0.57721566490153286060651209008240243104215933593992

// gamma(x) for x >= 33 by Stirling's formula, as two factors: the product of 172 … 180 would run
// over before the caller can divide.
static double stirling(double x, double *second)
{
    static const double terms[] = {1,
                                   0.08333333333334822,
                                   0.0034722222160545866,
                                   -0.0026813261780578124,
                                   -0.00022954996161337813,
                                   0.0007873113957930937};
    *second = 1;
    if (x > 200)
        return INFINITY;
    double w = 1 / x;
    w = MATH_POLYNOMIAL(w, terms);
    double e = math_exp(x), first, rest = 1;
    if (x > 143.01608) {
        first = math_pow(x, 0.5 * x - 0.25);
        rest = first / e;
    } else {
        first = math_pow(x, x - 0.5) / e;
    }
    *second = 2.506628274631000502417 * w * rest; // √(2π)
    return first;
}

// gamma(x) for x < -33 that is not whole, by reflection.
static double gamma_reflected(double x)
{
    double size = fabs(x), whole = floor(size);
    double sign = (int64_t)whole & 1 ? 1 : -1;
    double z = size - whole;
    if (z > 0.5)
        z = size - (whole + 1);
    z = size * math_sin(MATH_PI * z);
    if (z == 0)
        return copysign(INFINITY, sign);
    z = fabs(z);
    double second, first = stirling(size, &second);
    double product = z * first * second;
    return sign * (isinf(product) ? MATH_PI / z / first / second : MATH_PI / product);
}

double math_gamma(double x)
{
    static const double above[] = {1,
                                   0.4942148268014971,
                                   0.20744822764843598,
                                   0.04763678004571372,
                                   0.010421379756176158,
                                   0.0011913514700658638,
                                   0.00016011952247675185};
    static const double below[] = {1,
                                   0.0714304917030273,
                                   -0.23459179571824335,
                                   0.035823639860549865,
                                   0.011813978522206043,
                                   -0.004456419138517973,
                                   0.0005396055804933034,
                                   -2.3158187332412014e-05};
    if (x == 0)
        return copysign(INFINITY, x);
    if (isnan(x) || x == -INFINITY || (x < 0 && x == trunc(x)))
        return math_nan();
    if (isinf(x))
        return x;
    if (x < -33)
        return gamma_reflected(x);
    if (x > 33) {
        double second, first = stirling(x, &second);
        return first * second;
    }

    // into [2, 3) by gamma(x + 1) = x gamma(x)
    double factor = 1;
    while (x >= 3) {
        x -= 1;
        factor *= x;
    }
    while (x < 2) {
        if (x < 0 ? x > -1e-09 : x < 1e-09)
            return x == 0 ? INFINITY : factor / ((1 + EULER * x) * x);
        factor /= x;
        x += 1;
    }
    if (x == 2)
        return factor;
    x -= 2;
    return factor * MATH_POLYNOMIAL(x, above) / MATH_POLYNOMIAL(x, below);
}

// -sin(πx) for 0 < x < 2^52, exact about the whole numbers.
static double minus_sin_pi(double x)
{
    if (x < 0.25)
        return -math_sin(MATH_PI * x);
    int eighth;
    if (x == floor(x)) {
        x = (double)((int64_t)x & 1);
        eighth = (int)x * 4;
    } else {
        x = fmod(x, 2);
        eighth = (int)(x * 4);
    }
    switch (eighth) {
    case 0:
        return -math_sin(MATH_PI * x);
    case 1:
    case 2:
        return -math_cos(MATH_PI * (0.5 - x));
    case 3:
    case 4:
        return -math_sin(MATH_PI * (1 - x));
    case 5:
    case 6:
        return math_cos(MATH_PI * (x - 1.5));
    default:
        return -math_sin(MATH_PI * (x - 2));
    }
}

// The three approximations below 2, by the distance y from the point about which each is good.

// y = 1 - x or 2 - x
static double lgamma_near_two(double y)
{
    static const double even[] = {0.07721566490153287,    0.06735230105312927,
                                  0.007385550860814029,   0.0011927076318336207,
                                  0.00022086279071390839, 2.5214456545125733e-05};
    static const double odd[] = {0.3224670334241136,     0.020580808432516733,
                                 0.0028905138367341563,  0.0005100697921535113,
                                 0.00010801156724758394, 4.4864094961891516e-05};
    double z = y * y;
    return y * MATH_POLYNOMIAL(z, even) + z * MATH_POLYNOMIAL(z, odd) - 0.5 * y;
}

// y = x less the place of the minimum; the value there comes in two parts
static double lgamma_near_minimum(double y)
{
    static const double first[] = {0.48383612272381005, -0.032788541075985965, 0.006100538702462913,
                                   -0.0014034646998923284, 0.00031563207090362595};
    static const double second[] = {-0.1475877229945939, 0.01797067508118204,
                                    -0.0036845201678113826, 0.000881081882437654,
                                    -0.00031275416837512086};
    static const double third[] = {0.06462494023913339, -0.010314224129834144,
                                   0.0022596478090061247, -0.0005385953053567405,
                                   0.0003355291926355191};
    double z = y * y;
    double w = z * y;
    double tail = MATH_POLYNOMIAL(w, second) + y * MATH_POLYNOMIAL(w, third);
    return -1.21486290535849611461e-01 +
           (z * MATH_POLYNOMIAL(w, first) - (-3.63867699703950536541e-18 - w * tail));
}

// y = x or x - 1
static double lgamma_near_one(double y)
{
    static const double above[] = {-0.07721566490153287, 0.6328270640250934,  1.4549225013723477,
                                   0.9777175279633727,   0.22896372806469245, 0.013381091853678766};
    static const double below[] = {1,
                                   2.4559779371304113,
                                   2.128489763798934,
                                   0.7692851504566728,
                                   0.10422264559336913,
                                   0.003217092422824239};
    return -0.5 * y + y * MATH_POLYNOMIAL(y, above) / MATH_POLYNOMIAL(y, below);
}

static double lgamma_below_two(double x)
{
    const double place = 1.46163214496836224576e+00; // of the minimum
    if (x <= 0.9) {                                  // lgamma(x) = lgamma(x + 1) - log(x)
        double base = -math_log(x);
        if (x >= 0.7316321449683623)
            return base + lgamma_near_two(1 - x);
        if (x >= 0.19163214496836226)
            return base + lgamma_near_minimum(x - 0.46163214496836225);
        return base + lgamma_near_one(x);
    }
    if (x >= 1.7316321449683623)
        return lgamma_near_two(2 - x);
    if (x >= 1.1916321449683622)
        return lgamma_near_minimum(x - place);
    return lgamma_near_one(x - 1);
}

// For 2 < x < 8: by lgamma(1 + x) = log(x) + lgamma(x) down to [2, 3).
static double lgamma_below_eight(double x)
{
    static const double above[] = {-0.07721566490153287, 0.21498241596060885, 0.325778796408931,
                                   0.14635047265246445,  0.02664227030336386, 0.0018402845140733772,
                                   3.194753265841009e-05};
    static const double below[] = {1,
                                   1.3920053346762105,
                                   0.7219355475671381,
                                   0.17193386563280308,
                                   0.01864591917156529,
                                   0.0007779424963818936,
                                   7.326684307446256e-06};
    int whole = (int)x;
    double y = x - whole;
    double sum = 0.5 * y + y * MATH_POLYNOMIAL(y, above) / MATH_POLYNOMIAL(y, below);
    if (whole < 3)
        return sum;
    double product = 1;
    for (int i = whole - 1; i >= 2; i--)
        product *= y + i;
    return sum + math_log(product);
}

static double lgamma_positive(double x)
{
    static const double terms[] = {0.08333333333333297,   -0.0027777777772877554,
                                   0.0007936505586430196, -0.00059518755745034,
                                   0.0008363399189962821, -0.0016309293409657527};
    if (x == 1 || x == 2)
        return 0;
    if (x < 2)
        return lgamma_below_two(x);
    if (x < 8)
        return lgamma_below_eight(x);
    if (x >= 0x1p58)
        return x * (math_log(x) - 1);
    double t = math_log(x), z = 1 / x;
    double series = 0.4189385332046727 + z * MATH_POLYNOMIAL(z * z, terms);
    return (x - 0.5) * (t - 1) + series;
}

double math_lgamma(double x, int64_t *sign)
{
    *sign = 1;
    if (!isfinite(x))
        return x;
    if (x == 0)
        return INFINITY;
    double size = fabs(x);
    if (size < 0x1p-70) {
        *sign = x < 0 ? -1 : 1;
        return -math_log(size);
    }
    if (x > 0)
        return lgamma_positive(x);

    // reflection: -x gamma(-x) gamma(x) = π / sin(πx)
    double t = size >= 0x1p52 ? 0 : minus_sin_pi(size);
    if (t == 0)
        return INFINITY; // a whole number
    if (t < 0)
        *sign = -1;
    return math_log(MATH_PI / fabs(t * size)) - lgamma_positive(size);
}
