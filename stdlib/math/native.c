// native.c: package math on the C library. Where Go's rules for special values differ, a function go_... follows Go's.
#include <math.h>

#include "runtime/native.h"

static double go_max(double x, double y)
{
    if (isinf(x) && x > 0)
        return x;
    if (isinf(y) && y > 0)
        return y;
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0 && y == 0)
        return signbit(x) ? y : x;
    return x > y ? x : y;
}

static double go_min(double x, double y)
{
    if (isinf(x) && x < 0)
        return x;
    if (isinf(y) && y < 0)
        return y;
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0 && y == 0)
        return signbit(x) ? x : y;
    return x < y ? x : y;
}

static double go_dim(double x, double y)
{
    double d = x - y;
    return d <= 0 ? 0 : d; // a NaN stays one
}

static double go_gamma(double x)
{
    if (x == floor(x) && x < 0)
        return NAN;
    return tgamma(x);
}

static double go_round_even(double x)
{
    return rint(x); // the rounding mode is never changed
}

static double go_y0(double x)
{
    return x < 0 ? NAN : y0(x);
}

static double go_y1(double x)
{
    return x < 0 ? NAN : y1(x);
}

static double go_nextafter(double x, double y)
{
    return x == y ? x : nextafter(x, y);
}

NATIVE(math, Acos, { double ret, x; })
{
    a->ret = acos(a->x);
    return STATUS_OK;
}

NATIVE(math, Acosh, { double ret, x; })
{
    a->ret = acosh(a->x);
    return STATUS_OK;
}

NATIVE(math, Asin, { double ret, x; })
{
    a->ret = asin(a->x);
    return STATUS_OK;
}

NATIVE(math, Asinh, { double ret, x; })
{
    a->ret = asinh(a->x);
    return STATUS_OK;
}

NATIVE(math, Atan, { double ret, x; })
{
    a->ret = atan(a->x);
    return STATUS_OK;
}

NATIVE(math, Atanh, { double ret, x; })
{
    a->ret = atanh(a->x);
    return STATUS_OK;
}

NATIVE(math, Cbrt, { double ret, x; })
{
    a->ret = cbrt(a->x);
    return STATUS_OK;
}

NATIVE(math, Ceil, { double ret, x; })
{
    a->ret = ceil(a->x);
    return STATUS_OK;
}

NATIVE(math, Cos, { double ret, x; })
{
    a->ret = cos(a->x);
    return STATUS_OK;
}

NATIVE(math, Cosh, { double ret, x; })
{
    a->ret = cosh(a->x);
    return STATUS_OK;
}

NATIVE(math, Erf, { double ret, x; })
{
    a->ret = erf(a->x);
    return STATUS_OK;
}

NATIVE(math, Erfc, { double ret, x; })
{
    a->ret = erfc(a->x);
    return STATUS_OK;
}

NATIVE(math, Exp, { double ret, x; })
{
    a->ret = exp(a->x);
    return STATUS_OK;
}

NATIVE(math, Exp2, { double ret, x; })
{
    a->ret = exp2(a->x);
    return STATUS_OK;
}

NATIVE(math, Expm1, { double ret, x; })
{
    a->ret = expm1(a->x);
    return STATUS_OK;
}

NATIVE(math, Floor, { double ret, x; })
{
    a->ret = floor(a->x);
    return STATUS_OK;
}

NATIVE(math, Gamma, { double ret, x; })
{
    a->ret = go_gamma(a->x);
    return STATUS_OK;
}

NATIVE(math, J0, { double ret, x; })
{
    a->ret = j0(a->x);
    return STATUS_OK;
}

NATIVE(math, J1, { double ret, x; })
{
    a->ret = j1(a->x);
    return STATUS_OK;
}

NATIVE(math, Log, { double ret, x; })
{
    a->ret = log(a->x);
    return STATUS_OK;
}

NATIVE(math, Log10, { double ret, x; })
{
    a->ret = log10(a->x);
    return STATUS_OK;
}

NATIVE(math, Log1p, { double ret, x; })
{
    a->ret = log1p(a->x);
    return STATUS_OK;
}

NATIVE(math, Log2, { double ret, x; })
{
    a->ret = log2(a->x);
    return STATUS_OK;
}

NATIVE(math, Logb, { double ret, x; })
{
    a->ret = logb(a->x);
    return STATUS_OK;
}

NATIVE(math, Round, { double ret, x; })
{
    a->ret = round(a->x);
    return STATUS_OK;
}

NATIVE(math, RoundToEven, { double ret, x; })
{
    a->ret = go_round_even(a->x);
    return STATUS_OK;
}

NATIVE(math, Sin, { double ret, x; })
{
    a->ret = sin(a->x);
    return STATUS_OK;
}

NATIVE(math, Sinh, { double ret, x; })
{
    a->ret = sinh(a->x);
    return STATUS_OK;
}

NATIVE(math, Sqrt, { double ret, x; })
{
    a->ret = sqrt(a->x);
    return STATUS_OK;
}

NATIVE(math, Tan, { double ret, x; })
{
    a->ret = tan(a->x);
    return STATUS_OK;
}

NATIVE(math, Tanh, { double ret, x; })
{
    a->ret = tanh(a->x);
    return STATUS_OK;
}

NATIVE(math, Trunc, { double ret, x; })
{
    a->ret = trunc(a->x);
    return STATUS_OK;
}

NATIVE(math, Y0, { double ret, x; })
{
    a->ret = go_y0(a->x);
    return STATUS_OK;
}

NATIVE(math, Y1, { double ret, x; })
{
    a->ret = go_y1(a->x);
    return STATUS_OK;
}

NATIVE(math, Abs, { double ret, x; })
{
    a->ret = fabs(a->x);
    return STATUS_OK;
}

NATIVE(math, Atan2, { double ret, x, y; })
{
    a->ret = atan2(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Copysign, { double ret, x, y; })
{
    a->ret = copysign(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Hypot, { double ret, x, y; })
{
    a->ret = hypot(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Mod, { double ret, x, y; })
{
    a->ret = fmod(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Nextafter, { double ret, x, y; })
{
    a->ret = go_nextafter(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Pow, { double ret, x, y; })
{
    a->ret = pow(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Remainder, { double ret, x, y; })
{
    a->ret = remainder(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Max, { double ret, x, y; })
{
    a->ret = go_max(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Min, { double ret, x, y; })
{
    a->ret = go_min(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Dim, { double ret, x, y; })
{
    a->ret = go_dim(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, FMA, { double ret, x, y, z; })
{
    a->ret = fma(a->x, a->y, a->z);
    return STATUS_OK;
}

NATIVE(math, Nextafter32, { uint64_t ret, x, y; })
{
    float x = slot_float32(a->x), y = slot_float32(a->y);
    a->ret = float32_slot(x == y ? x : nextafterf(x, y));
    return STATUS_OK;
}

NATIVE(math, Jn, { double ret; int64_t n; double x; })
{
    a->ret = jn((int)a->n, a->x);
    return STATUS_OK;
}

NATIVE(math, Yn, { double ret; int64_t n; double x; })
{
    a->ret = a->x < 0 ? NAN : yn((int)a->n, a->x);
    return STATUS_OK;
}

NATIVE(math, lgamma, { double ret; int64_t sign; double x; })
{
    int sign = 1;
    a->ret = lgamma_r(a->x, &sign);
    a->sign = sign < 0 && !isinf(a->ret) ? -1 : a->x == 0 && signbit(a->x) ? -1 : 1;
    return STATUS_OK;
}

NATIVE(math, Frexp, { double frac; int64_t exp; double f; })
{
    int e = 0;
    a->frac = isfinite(a->f) ? frexp(a->f, &e) : a->f;
    a->exp = e;
    return STATUS_OK;
}

NATIVE(math, Ldexp, { double ret, frac; int64_t exp; })
{
    a->ret = ldexp(a->frac, a->exp > 5000 ? 5000 : a->exp < -5000 ? -5000 : (int)a->exp);
    return STATUS_OK;
}

NATIVE(math, Modf, { double i, frac, f; })
{
    double whole;
    a->frac = isinf(a->f) ? NAN : modf(a->f, &whole);
    a->i = isinf(a->f) ? a->f : whole;
    return STATUS_OK;
}

NATIVE(math, Ilogb, { int64_t ret; double x; })
{
    a->ret = a->x == 0 ? INT32_MIN : isnan(a->x) || isinf(a->x) ? INT32_MAX : ilogb(a->x);
    return STATUS_OK;
}

NATIVE(math, Sincos, { double s, c, x; })
{
    a->s = sin(a->x);
    a->c = cos(a->x);
    return STATUS_OK;
}

NATIVE(math, Float64bits, { uint64_t ret, f; })
{
    a->ret = a->f;
    return STATUS_OK;
}

NATIVE(math, Float64frombits, { uint64_t ret, b; })
{
    a->ret = a->b;
    return STATUS_OK;
}

NATIVE(math, Float32bits, { uint64_t ret, f; })
{
    a->ret = (uint32_t)a->f;
    return STATUS_OK;
}

NATIVE(math, Float32frombits, { uint64_t ret, b; })
{
    a->ret = (uint32_t)a->b;
    return STATUS_OK;
}

NATIVE(math, Pow10, { double ret; int64_t n; })
{
    static const double positive[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                      1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (a->n < -323)
        a->ret = 0;
    else if (a->n > 308)
        a->ret = INFINITY;
    else if (a->n >= 0 && a->n <= 22)
        a->ret = positive[a->n];
    else
        a->ret = pow(10, (double)a->n);
    return STATUS_OK;
}
