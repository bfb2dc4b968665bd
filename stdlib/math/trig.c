// trig.c: sine, cosine, tangent and their inverses.
// Sources: Cephes (sin.c, tan.c, asin.c, atan.c; Cody and Waite's reduction by π/4 in three parts);
// above 2^29 the reduction of Payne and Hanek as K. C. Ng describes it ("Argument reduction for
// huge arguments: good to the last bit", 1992).
#include "stdlib/math/exact.h"

#define PAYNE_HANEK_FROM                                                                           \
    536870912.0 // 2^29: above it the product of the octant with π/4's first part is not exact

// 4/π in words of 64 bits; the first one is the part before the point.
static const uint64_t four_over_pi[] = {
    0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
    0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
    0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
    0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
    0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
};

static const double sin_terms[] = {-0.1666666666666663,     0.008333333333322118,
                                   -0.0001984126982958954,  2.7557313621385722e-06,
                                   -2.5050747762857807e-08, 1.5896230157654656e-10};
static const double cos_terms[] = {0.041666666666666595,   -0.0013888888888873056,
                                   2.4801587288851704e-05, -2.755731417929674e-07,
                                   2.087570084197473e-09,  -1.1358536521387682e-11};
static const double tan_above[] = {-17956525.197648488, 1153516.6483858742, -13093.693918138379};
static const double tan_below[] = {-53869575.592945464, 25008380.18233579, -1320892.3444021097,
                                   13681.296347069296, 1};
static const double atan_above[] = {-64.85021904942025, -122.88666844901361, -75.00855792314705,
                                    -16.157537187333652, -0.8750608600031904};
static const double atan_below[] = {194.5506571482614,  485.3903996359137,  432.88106049129027,
                                    165.02700983169885, 24.858464901423062, 1};

// 64 bits of 4/π from bit `shift` of word `at` on.
static uint64_t digits_at(unsigned at, unsigned shift)
{
    uint64_t next = shift ? four_over_pi[at + 1] >> (64 - shift) : 0;
    return four_over_pi[at] << shift | next;
}

// Gives the octant (even, modulo 8) nearest to x >= 2^29, and how far x is from it in *rest.
static uint64_t reduce_huge(double x, double *rest)
{
    uint64_t bits = math_bits(x);
    unsigned position =
        (unsigned)((int)(bits >> 52) - 1023 - 52 + 61); // of the first bit of 4/π that matters
    uint64_t mantissa = (bits & 0xFFFFFFFFFFFFF) | 1ull << 52;
    unsigned at = position / 64, shift = position % 64;

    unsigned __int128 third = (unsigned __int128)digits_at(at + 2, shift) * mantissa;
    unsigned __int128 product =
        (unsigned __int128)digits_at(at + 1, shift) * mantissa + (uint64_t)(third >> 64);
    product += (unsigned __int128)(digits_at(at, shift) * mantissa) << 64;

    uint64_t octant = (uint64_t)(product >> 125);
    uint64_t high = (uint64_t)(product >> 61), low = (uint64_t)product;
    unsigned used =
        high ? (unsigned)__builtin_clzll(high) + 1 : 65; // leading zeros and the implied 1

    // The bits that follow `high` are the low word's from its 4th on, but Go takes them from its
    // 1st on. It can be seen when more than 12 bits are zero, in the last bits of the result only;
    // what counts here is to give the same ones.
    uint64_t fraction = used < 64 ? high << used | low >> (64 - used) : used == 64 ? low : 0;
    double z = math_from_bits((uint64_t)(1023 - used) << 52 | fraction >> 12);
    if (octant & 1) {
        octant = (octant + 1) & 7;
        z -= 1;
    }
    *rest = z * 0.7853981633974483;
    return octant;
}

// The octant (even; modulo 8 is left to the caller) nearest to a finite x >= 0, and how far x is
// from it in *rest.
static uint64_t reduce(double x, double *rest)
{
    if (x >= PAYNE_HANEK_FROM)
        return reduce_huge(x, rest);
    uint64_t octant = (uint64_t)(x * 1.2732395447351628);
    octant += octant & 1;
    double turns = (double)octant;
    *rest = ((x - turns * 7.85398125648498535156e-1) - turns * 3.77489470793079817668e-8) -
            turns * 2.69515142907905952645e-15;
    return octant;
}

static double sin_near_zero(double z)
{
    double square = z * z;
    return z + z * square * MATH_POLYNOMIAL(square, sin_terms);
}

static double cos_near_zero(double z)
{
    double square = z * z;
    return 1.0 - 0.5 * square + square * square * MATH_POLYNOMIAL(square, cos_terms);
}

double math_sin(double x)
{
    if (x == 0 || isnan(x))
        return x;
    if (isinf(x))
        return math_nan();
    double z;
    uint64_t octant = reduce(fabs(x), &z) & 7;
    double y = octant & 2 ? cos_near_zero(z) : sin_near_zero(z);
    return (x < 0) != (octant > 3) ? -y : y;
}

double math_cos(double x)
{
    if (!isfinite(x))
        return math_nan();
    double z;
    uint64_t octant = reduce(fabs(x), &z) & 7;
    double y = octant & 2 ? sin_near_zero(z) : cos_near_zero(z);
    return octant == 2 || octant == 4 ? -y : y;
}

void math_sincos(double x, double *sin, double *cos)
{
    *sin = math_sin(x);
    *cos = math_cos(x);
    if (isnan(x))
        *sin = math_nan();
}

double math_tan(double x)
{
    if (x == 0 || isnan(x))
        return x;
    if (isinf(x))
        return math_nan();
    double z;
    uint64_t octant = reduce(fabs(x), &z);
    double square = z * z, y = z;
    if (square > 1e-14)
        y = z +
            z * (square * MATH_POLYNOMIAL(square, tan_above) / MATH_POLYNOMIAL(square, tan_below));
    if (octant & 2)
        y = -1 / y;
    return x < 0 ? -y : y;
}

// For 0 <= x <= 0.66.
static double atan_near_zero(double x)
{
    double square = x * x;
    double z = square * MATH_POLYNOMIAL(square, atan_above) / MATH_POLYNOMIAL(square, atan_below);
    return x * z + x;
}

// For x >= 0, or NaN.
static double atan_positive(double x)
{
    const double pi_half_rest = 6.123233995736765886130e-17; // what a double lacks of π/2
    if (x <= 0.66)
        return atan_near_zero(x);
    if (x > 2.41421356237309504880) // tan(3π/8)
        return 1.5707963267948966 - atan_near_zero(1 / x) + pi_half_rest;
    return 0.7853981633974483 + atan_near_zero((x - 1) / (x + 1)) + 0.5 * pi_half_rest;
}

double math_atan(double x)
{
    if (x == 0 || isnan(x))
        return x;
    return x > 0 ? atan_positive(x) : -atan_positive(-x);
}

double math_asin(double x)
{
    if (x == 0 || isnan(x))
        return x;
    double size = fabs(x);
    if (size > 1)
        return math_nan();
    double other = sqrt(1 - size * size), y;
    if (size > 0.7)
        y = 1.5707963267948966 - atan_positive(other / size);
    else
        y = atan_positive(size / other);
    return x < 0 ? -y : y;
}

double math_acos(double x)
{
    return 1.5707963267948966 - math_asin(x);
}

double math_atan2(double y, double x)
{
    if (isnan(x) || isnan(y))
        return math_nan();
    if (y == 0)
        return copysign(signbit(x) ? MATH_PI : 0, y);
    if (x == 0)
        return copysign(1.5707963267948966, y);
    if (isinf(x)) {
        double angle = isinf(y) ? 0.7853981633974483 : 0;
        if (x < 0)
            angle = isinf(y) ? 2.356194490192345 : MATH_PI;
        return copysign(angle, y);
    }
    if (isinf(y))
        return copysign(1.5707963267948966, y);
    double angle = math_atan(y / x);
    if (x > 0)
        return angle;
    return angle <= 0 ? angle + MATH_PI : angle - MATH_PI;
}
