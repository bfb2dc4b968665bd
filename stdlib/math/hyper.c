// hyper.c: hyperbolic functions and their inverses.
// Sources: sinh: Hart and Cheney, "Computer Approximations" (#2029); tanh: Cephes (tanh.c, after
// Cody and Waite); the inverses: FDLIBM (s_asinh.c, e_acosh.c, e_atanh.c).
#include "stdlib/math/exact.h"

#define LARGE 0x1p28 // above it x² ± 1 is x²

double math_sinh(double x)
{
    static const double above[] = {-630767.3640497717, -89912.72022039509, -2894.211355989564,
                                   -26.30563213397497};
    static const double below[] = {-630767.3640497717, 15215.17378790019, -173.6789535582337, 1};
    double size = x < 0 ? -x : x, y; // -0 stays one
    if (size > 21) {
        y = math_exp(size) * 0.5;
    } else if (size > 0.5) {
        double e = math_exp(size);
        y = (e - 1 / e) * 0.5;
    } else {
        double square = size * size;
        y = MATH_POLYNOMIAL(square, above) * size / MATH_POLYNOMIAL(square, below);
    }
    return x < 0 ? -y : y;
}

double math_cosh(double x)
{
    x = fabs(x);
    double e = math_exp(x);
    return x > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

double math_tanh(double x)
{
    static const double above[] = {-1614.6876844170845, -99.28772310019185, -0.9643991794250523};
    static const double below[] = {4844.063053251255, 2235.4883906010045, 112.81167849163293, 1};
    double size = fabs(x);
    if (size > 44.014845965556525) // log(2^127) / 2
        return x < 0 ? -1 : 1;
    if (size >= 0.625) {
        double y = 1 - 2 / (math_exp(2 * size) + 1);
        return x < 0 ? -y : y;
    }
    if (x == 0)
        return x;
    double square = x * x;
    return x + x * square * MATH_POLYNOMIAL(square, above) / MATH_POLYNOMIAL(square, below);
}

double math_asinh(double x)
{
    if (!isfinite(x))
        return x;
    double size = x < 0 ? -x : x, y; // -0 stays one
    if (size > LARGE)
        y = math_log(size) + MATH_LN2;
    else if (size > 2)
        y = math_log(2 * size + 1 / (sqrt(size * size + 1) + size));
    else if (size < 0x1p-28)
        y = size;
    else
        y = math_log1p(size + size * size / (1 + sqrt(1 + size * size)));
    return x < 0 ? -y : y;
}

double math_acosh(double x)
{
    if (x < 1 || isnan(x))
        return math_nan();
    if (x == 1)
        return 0;
    if (x >= LARGE)
        return math_log(x) + MATH_LN2;
    if (x > 2)
        return math_log(2 * x - 1 / (x + sqrt(x * x - 1)));
    double t = x - 1;
    return math_log1p(t + sqrt(2 * t + t * t));
}

double math_atanh(double x)
{
    if (x < -1 || x > 1 || isnan(x))
        return math_nan();
    if (x == 1 || x == -1)
        return copysign(INFINITY, x);
    double size = x < 0 ? -x : x, y; // -0 stays one
    if (size < 0x1p-28) {
        y = size;
    } else if (size < 0.5) {
        double twice = size + size;
        y = 0.5 * math_log1p(twice + twice * size / (1 - size));
    } else {
        y = 0.5 * math_log1p((size + size) / (1 - size));
    }
    return x < 0 ? -y : y;
}
