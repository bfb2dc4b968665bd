// erf.c: the error function, its complement and its inverse.
// Sources: FDLIBM (s_erf.c); the inverse: M. J. Wichura, "Algorithm AS 241: The Percentage Points
// of the Normal Distribution" (1988).
#include "stdlib/math/exact.h"

#define AT_ONE 8.45062911510467529297e-01 // erf(1) in single precision

// (erf(x) - x) / x for |x| < 0.84375
static double near_zero(double x)
{
    static const double above[] = {0.12837916709551256, -0.3250421072470015, -0.02848174957559851,
                                   -0.005770270296489442, -2.3763016656650163e-05};
    static const double below[] = {1,
                                   0.39791722395915535,
                                   0.0650222499887673,
                                   0.005081306281875766,
                                   0.00013249473800432164,
                                   -3.960228278775368e-06};
    double z = x * x;
    return MATH_POLYNOMIAL(z, above) / MATH_POLYNOMIAL(z, below);
}

// erf(x) - AT_ONE for 0.84375 <= x < 1.25
static double near_one(double x)
{
    static const double above[] = {
        -0.0023621185607526594, 0.41485611868374833,  -0.3722078760357013,  0.31834661990116175,
        -0.11089469428239668,   0.035478304325618236, -0.002166375594868791};
    static const double below[] = {1,
                                   0.10642088040084423,
                                   0.540397917702171,
                                   0.07182865441419627,
                                   0.12617121980876164,
                                   0.01363708391202905,
                                   0.011984499846799107};
    double s = x - 1;
    return MATH_POLYNOMIAL(s, above) / MATH_POLYNOMIAL(s, below);
}

// erfc(x) for 1.25 <= x < 28: e^(-x² - 0.5625 + R/S) / x. x² is taken apart, because exp magnifies
// its error.
static double tail(double x)
{
    static const double above[] = {-0.009864944034847148, -0.6938585727071818, -10.558626225323291,
                                   -62.375332450326006,   -162.39666946257347, -184.60509290671104,
                                   -81.2874355063066,     -9.814329344169145};
    static const double below[] = {1,
                                   19.651271667439257,
                                   137.65775414351904,
                                   434.56587747522923,
                                   645.3872717332679,
                                   429.00814002756783,
                                   108.63500554177944,
                                   6.570249770319282,
                                   -0.0604244152148581};
    static const double far_above[] = {-0.0098649429247001, -0.799283237680523, -17.757954917754752,
                                       -160.63638485582192, -637.5664433683896, -1025.0951316110772,
                                       -483.5191916086514};
    static const double far_below[] = {1,
                                       30.33806074348246,
                                       325.7925129965739,
                                       1536.729586084437,
                                       3199.8582195085955,
                                       2553.0504064331644,
                                       474.52854120695537,
                                       -22.44095244658582};
    double s = 1 / (x * x), r;
    if (x < 2.857142857142857) // 1 / 0.35
        r = MATH_POLYNOMIAL(s, above) / MATH_POLYNOMIAL(s, below);
    else
        r = MATH_POLYNOMIAL(s, far_above) / MATH_POLYNOMIAL(s, far_below);
    double z = math_from_bits(math_bits(x) & 0xFFFFFFFF00000000);
    return math_exp(-z * z - 0.5625) * math_exp((z - x) * (z + x) + r) / x;
}

double math_erf(double x)
{
    if (isnan(x))
        return math_nan();
    double size = x < 0 ? -x : x, y; // -0 stays one
    if (size < 0x1p-28) {
        if (size < 2.848094538889218e-306)
            y = 0.125 * (8.0 * size + 1.02703333676410069053e+00 * size); // no step may underflow
        else
            y = size + 1.28379167095512586316e-01 * size; // 2/√π - 1
    } else if (size < 0.84375) {
        y = size + size * near_zero(size);
    } else if (size < 1.25) {
        y = AT_ONE + near_one(size);
    } else if (size < 6) {
        y = 1 - tail(size);
    } else {
        y = 1;
    }
    return x < 0 ? -y : y;
}

double math_erfc(double x)
{
    if (isnan(x))
        return math_nan();
    double size = x < 0 ? -x : x; // -0 stays one
    if (size < 0.84375) {
        double y = size;
        if (size >= 0x1p-56) {
            double r = near_zero(size);
            y = size < 0.25 ? size + size * r : 0.5 + (size * r + (size - 0.5));
        }
        return x < 0 ? 1 + y : 1 - y;
    }
    if (size < 1.25)
        return x < 0 ? 1.8450629115104675 + near_one(size) : 0.15493708848953247 - near_one(size);
    if (x < -6)
        return 2;
    if (size < 28)
        return x < 0 ? 2 - tail(size) : tail(size);
    return 0;
}

double math_erfinv(double x)
{
    static const double above[] = {1.1975323115670913, 47.07268811238398,  697.062665343896,
                                   4854.886889384388,  16235.862515167575, 23782.041382114385,
                                   11819.493347062295, 887.0940696254552};
    static const double below[] = {1,
                                   42.31333070160091,
                                   687.1870074920579,
                                   5394.196021424751,
                                   21213.794301586597,
                                   39307.89580009271,
                                   28729.085735721943,
                                   5226.495278852854};
    static const double outer_above[] = {
        1.4234371107496835, 4.630337846156546,  5.769497221460691,    3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414};
    static const double outer_below[] = {
        1.4142135623730951, 2.9036514445419948,   2.3707661626024534,    0.9754783200178743,
        0.2094506521051275, 0.021494160384252878, 0.0007744145906515771, 1.4859850019840355e-09};
    static const double far_above[] = {6.657904643501103,      5.463784911164114,
                                       1.7848265399172913,     0.29656057182850487,
                                       0.026532189526576124,   0.0012426609473880784,
                                       2.7115555687434876e-05, 2.0103343992922881e-07};
    static const double far_below[] = {1.4142135623730951,    0.8482908416595164,
                                       0.19364809469506591,   0.02103693768272069,
                                       0.0011128009970788597, 2.6110884050805935e-05,
                                       2.010321207683943e-07, 2.8910246058729655e-15};
    double size = x < 0 ? -x : x, y; // -0 stays one
    if (isnan(x) || size > 1)
        return math_nan();
    if (size == 1)
        return copysign(INFINITY, x);
    if (size <= 0.85) {
        double r = 0.180625 - 0.25 * size * size;
        y = size * MATH_POLYNOMIAL(r, above) / MATH_POLYNOMIAL(r, below);
    } else {
        double r = sqrt(MATH_LN2 - math_log(1.0 - size));
        if (r <= 5.0) {
            r -= 1.6;
            y = MATH_POLYNOMIAL(r, outer_above) / MATH_POLYNOMIAL(r, outer_below);
        } else {
            r -= 5.0;
            y = MATH_POLYNOMIAL(r, far_above) / MATH_POLYNOMIAL(r, far_below);
        }
    }
    return x < 0 ? -y : y;
}
