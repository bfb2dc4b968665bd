// native.c: package math's functions as the VM calls them. What is not exact by nature is in the files that exact.h names.
#include "stdlib/math/exact.h"

#include "runtime/native.h"

static double go_max(double x, double y)
{
    if (isinf(x) && x > 0)
        return x;
    if (isinf(y) && y > 0)
        return y;
    if (isnan(x) || isnan(y))
        return math_nan();
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
        return math_nan();
    if (x == 0 && y == 0)
        return signbit(x) ? x : y;
    return x < y ? x : y;
}

static double go_dim(double x, double y)
{
    double d = x - y;
    return d <= 0 ? 0 : d; // a NaN stays one
}

static double go_nextafter(double x, double y)
{
    if (isnan(x) || isnan(y))
        return math_nan();
    return x == y ? x : nextafter(x, y);
}

NATIVE(math, Acos, { double ret, x; })
{
    a->ret = math_acos(a->x);
    return STATUS_OK;
}

NATIVE(math, Acosh, { double ret, x; })
{
    a->ret = math_acosh(a->x);
    return STATUS_OK;
}

NATIVE(math, Asin, { double ret, x; })
{
    a->ret = math_asin(a->x);
    return STATUS_OK;
}

NATIVE(math, Asinh, { double ret, x; })
{
    a->ret = math_asinh(a->x);
    return STATUS_OK;
}

NATIVE(math, Atan, { double ret, x; })
{
    a->ret = math_atan(a->x);
    return STATUS_OK;
}

NATIVE(math, Atanh, { double ret, x; })
{
    a->ret = math_atanh(a->x);
    return STATUS_OK;
}

NATIVE(math, Cbrt, { double ret, x; })
{
    a->ret = math_cbrt(a->x);
    return STATUS_OK;
}

NATIVE(math, Ceil, { double ret, x; })
{
    a->ret = ceil(a->x);
    return STATUS_OK;
}

NATIVE(math, Cos, { double ret, x; })
{
    a->ret = math_cos(a->x);
    return STATUS_OK;
}

NATIVE(math, Cosh, { double ret, x; })
{
    a->ret = math_cosh(a->x);
    return STATUS_OK;
}

NATIVE(math, Erf, { double ret, x; })
{
    a->ret = math_erf(a->x);
    return STATUS_OK;
}

NATIVE(math, Erfc, { double ret, x; })
{
    a->ret = math_erfc(a->x);
    return STATUS_OK;
}

NATIVE(math, Erfinv, { double ret, x; })
{
    a->ret = math_erfinv(a->x);
    return STATUS_OK;
}

NATIVE(math, Exp, { double ret, x; })
{
    a->ret = math_exp(a->x);
    return STATUS_OK;
}

NATIVE(math, Exp2, { double ret, x; })
{
    a->ret = math_exp2(a->x);
    return STATUS_OK;
}

NATIVE(math, Expm1, { double ret, x; })
{
    a->ret = math_expm1(a->x);
    return STATUS_OK;
}

NATIVE(math, Floor, { double ret, x; })
{
    a->ret = floor(a->x);
    return STATUS_OK;
}

NATIVE(math, Gamma, { double ret, x; })
{
    a->ret = math_gamma(a->x);
    return STATUS_OK;
}

NATIVE(math, J0, { double ret, x; })
{
    a->ret = math_j0(a->x);
    return STATUS_OK;
}

NATIVE(math, J1, { double ret, x; })
{
    a->ret = math_j1(a->x);
    return STATUS_OK;
}

NATIVE(math, Log, { double ret, x; })
{
    a->ret = math_log(a->x);
    return STATUS_OK;
}

NATIVE(math, Log10, { double ret, x; })
{
    a->ret = math_log10(a->x);
    return STATUS_OK;
}

NATIVE(math, Log1p, { double ret, x; })
{
    a->ret = math_log1p(a->x);
    return STATUS_OK;
}

NATIVE(math, Log2, { double ret, x; })
{
    a->ret = math_log2(a->x);
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
    a->ret = rint(a->x); // the rounding mode is never changed
    return STATUS_OK;
}

NATIVE(math, Sin, { double ret, x; })
{
    a->ret = math_sin(a->x);
    return STATUS_OK;
}

NATIVE(math, Sinh, { double ret, x; })
{
    a->ret = math_sinh(a->x);
    return STATUS_OK;
}

NATIVE(math, Sqrt, { double ret, x; })
{
    a->ret = sqrt(a->x);
    return STATUS_OK;
}

NATIVE(math, Tan, { double ret, x; })
{
    a->ret = math_tan(a->x);
    return STATUS_OK;
}

NATIVE(math, Tanh, { double ret, x; })
{
    a->ret = math_tanh(a->x);
    return STATUS_OK;
}

NATIVE(math, Trunc, { double ret, x; })
{
    a->ret = trunc(a->x);
    return STATUS_OK;
}

NATIVE(math, Y0, { double ret, x; })
{
    a->ret = math_y0(a->x);
    return STATUS_OK;
}

NATIVE(math, Y1, { double ret, x; })
{
    a->ret = math_y1(a->x);
    return STATUS_OK;
}

NATIVE(math, Abs, { double ret, x; })
{
    a->ret = fabs(a->x);
    return STATUS_OK;
}

NATIVE(math, Atan2, { double ret, x, y; })
{
    a->ret = math_atan2(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Copysign, { double ret, x, y; })
{
    a->ret = copysign(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Hypot, { double ret, x, y; })
{
    a->ret = math_hypot(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Mod, { double ret, x, y; })
{
    a->ret = math_mod(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Nextafter, { double ret, x, y; })
{
    a->ret = go_nextafter(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Pow, { double ret, x, y; })
{
    a->ret = math_pow(a->x, a->y);
    return STATUS_OK;
}

NATIVE(math, Remainder, { double ret, x, y; })
{
    a->ret = math_remainder(a->x, a->y);
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
    a->ret = math_jn(a->n, a->x);
    return STATUS_OK;
}

NATIVE(math, Yn, { double ret; int64_t n; double x; })
{
    a->ret = math_yn(a->n, a->x);
    return STATUS_OK;
}

NATIVE(math, lgamma, { double ret; int64_t sign; double x; })
{
    a->ret = math_lgamma(a->x, &a->sign);
    return STATUS_OK;
}

NATIVE(math, Frexp, { double frac; int64_t exp; double f; })
{
    a->frac = math_frexp(a->f, &a->exp);
    return STATUS_OK;
}

NATIVE(math, Ldexp, { double ret, frac; int64_t exp; })
{
    a->ret = math_ldexp(a->frac, a->exp);
    return STATUS_OK;
}

NATIVE(math, Modf, { double i, frac, f; })
{
    a->frac = math_modf(a->f, &a->i);
    return STATUS_OK;
}

NATIVE(math, Ilogb, { int64_t ret; double x; })
{
    a->ret = a->x == 0 ? INT32_MIN : isnan(a->x) || isinf(a->x) ? INT32_MAX : ilogb(a->x);
    return STATUS_OK;
}

NATIVE(math, Sincos, { double s, c, x; })
{
    math_sincos(a->x, &a->s, &a->c);
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
    a->ret = math_pow10(a->n);
    return STATUS_OK;
}
