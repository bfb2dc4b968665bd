// bessel.c: Bessel functions of the first and second kinds.
// Sources: FDLIBM (e_j0.c, e_j1.c, e_jn.c).
#include "stdlib/math/exact.h"

#define ONE_BY_SQRT_PI 0.5641895835477563
#define TWO_BY_PI 0.6366197723675814

// From 2 on: J = (P cos - Q sin) / √(πx), Y = (P sin + Q cos) / √(πx), where P and Q are near 1 and
// near 0. Each is approximated by above/below in 1/x², with coefficients for four ranges of x.
typedef struct {
    double from; // the least x of the range
    double above[6];
    double below[7]; // the first one is 1
} Asymptotic;

static const Asymptotic p_0[] = {
    {8,
     {0, -0.07031249999999004, -8.081670412753498, -257.06310567970485, -2485.216410094288,
      -5253.043804907295},
     {1, 116.53436461966818, 3833.7447536412183, 40597.857264847255, 116752.97256437592,
      47627.728414673096}},
    {4.5454,
     {-1.141254646918945e-11, -0.07031249408735993, -4.159610644705878, -67.67476522651673,
      -331.23129964917297, -346.4333883656049},
     {1, 60.753938269230034, 1051.2523059570458, 5978.970943338558, 9625.445143577745,
      2406.058159229391}},
    {2.8571,
     {-2.547046017719519e-09, -0.07031196163814817, -2.409032215495296, -21.96597747348831,
      -58.07917047017376, -31.44794705948885},
     {1, 35.85603380552097, 361.51398305030386, 1193.6078379211153, 1127.9967985690741,
      173.58093081333575}},
    {2,
     {-8.875343330325264e-08, -0.07030309954836247, -1.4507384678095299, -7.635696138235278,
      -11.193166886035675, -3.2336457935133534},
     {1, 22.22029975320888, 136.2067942182152, 270.4702786580835, 153.87539420832033,
      14.65761769482562}},
};
static const Asymptotic q_0[] = {
    {8,
     {0, 0.0732421874999935, 11.76820646822527, 557.6733802564019, 8859.197207564686,
      37014.62677768878},
     {1, 163.77602689568982, 8098.344946564498, 142538.29141912048, 803309.2571195144,
      840501.5798190605, -343899.2935378666}},
    {4.5454,
     {1.8408596359451553e-11, 0.07324217666126848, 5.8356350896205695, 135.11157728644983,
      1027.243765961641, 1989.9778586460538},
     {1, 82.77661022365378, 2077.81416421393, 18847.28877857181, 56751.11228949473,
      35976.75384251145, -5354.342756019448}},
    {2.8571,
     {4.377410140897386e-09, 0.07324111800429114, 3.344231375161707, 42.621844074541265,
      170.8080913405656, 166.73394869665117},
     {1, 48.75887297245872, 709.689221056606, 3704.1482262011136, 6460.425167525689,
      2516.3336892036896, -149.2474518361564}},
    {2,
     {1.5044444488698327e-07, 0.07322342659630793, 1.99819174093816, 14.495602934788574,
      31.666231750478154, 16.252707571092927},
     {1, 30.36558483552192, 269.34811860804984, 844.7837575953201, 882.9358451124886,
      212.66638851179883, -5.3109549388266695}},
};
static const Asymptotic p_1[] = {
    {8,
     {0, 0.11718749999998865, 13.239480659307358, 412.05185430737856, 3874.7453891396053,
      7914.479540318917},
     {1, 114.20737037567841, 3650.9308342085346, 36956.206026903346, 97602.79359349508,
      30804.27206278888}},
    {4.5454,
     {1.3199051955624352e-11, 0.1171874931906141, 6.802751278684329, 108.30818299018911,
      517.6361395331998, 528.7152013633375},
     {1, 59.28059872211313, 991.4014187336144, 5353.26695291488, 7844.690317495512,
      1504.0468881036106}},
    {2.8571,
     {3.025039161373736e-09, 0.11718686556725359, 3.9329775003331564, 35.11940355916369,
      91.05501107507813, 48.55906851973649},
     {1, 34.79130950012515, 336.76245874782575, 1046.8713997577513, 890.8113463982564,
      103.78793243963928}},
    {2,
     {1.0771083010687374e-07, 0.11717621946268335, 2.368514966676088, 12.242610914826123,
      17.693971127168773, 5.073523125888185},
     {1, 21.43648593638214, 125.29022716840275, 232.2764690571628, 117.6793732871471,
      8.364638933716183}},
};
static const Asymptotic q_1[] = {
    {8,
     {0, -0.10253906249999271, -16.271753454459, -759.6017225139501, -11849.806670242959,
      -48438.512428575035},
     {1, 161.3953697007229, 7825.385999233485, 133875.33628724958, 719657.7236832409,
      666601.2326177764, -294490.26430383464}},
    {4.5454,
     {-2.089799311417641e-11, -0.10253905024137543, -8.05644828123936, -183.66960747488838,
      -1373.1937606550816, -2612.4444045321566},
     {1, 81.27655013843358, 1991.7987346048596, 17468.48519249089, 49851.42709103523,
      27948.075163891812, -4719.183547951285}},
    {2.8571,
     {-5.078312264617666e-09, -0.10253782982083709, -4.610115811394734, -57.847221656278364,
      -228.2445407376317, -219.21012847890933},
     {1, 47.66515503237295, 673.8651126766997, 3380.1528667952634, 5547.729097207228,
      1903.119193388108, -135.20119144430734}},
    {2,
     {-1.7838172751095887e-07, -0.10251704260798555, -2.7522056827818746, -19.663616264370372,
      -42.32531333728305, -21.371921170370406},
     {1, 29.533362906052385, 252.98154998219053, 757.5028348686454, 739.3932053204672,
      155.94900333666612, -4.959498988226282}},
};

static double asymptotic(const Asymptotic *range, double x)
{
    while (x < range->from)
        range++;
    double z = 1 / (x * x);
    return MATH_POLYNOMIAL(z, range->above) / MATH_POLYNOMIAL(z, range->below);
}

// One of J0, J1 (second = false), Y0, Y1 at a finite x >= 2. The sum of sine and cosine that
// cancels is had from the other one by sin² - cos² = -cos 2x.
static double from_two_on(int order, bool second, double x)
{
    double s, c, sine, cosine;
    math_sincos(x, &s, &c);
    if (order == 0) {
        sine = s - c;
        cosine = s + c;
    } else {
        sine = -s - c;
        cosine = s - c;
    }
    if (x < 0x1.fffffffffffffp1022) { // 2x is finite
        double z = math_cos(x + x);
        if (order == 0)
            z = -z;
        if (order == 0 ? s * c < 0 : s * c > 0)
            cosine = z / sine;
        else
            sine = z / cosine;
    }
    if (x > 0x1p129) // P is 1 and Q is 0
        return ONE_BY_SQRT_PI * (second ? sine : cosine) / sqrt(x);
    double p, q;
    if (order == 0) {
        p = 1 + asymptotic(p_0, x);
        q = (-0.125 + asymptotic(q_0, x)) / x;
    } else {
        p = 1 + asymptotic(p_1, x);
        q = (0.375 + asymptotic(q_1, x)) / x;
    }
    return ONE_BY_SQRT_PI * (second ? p * sine + q * cosine : p * cosine - q * sine) / sqrt(x);
}

double math_j0(double x)
{
    static const double above[] = {0.015624999999999995, -0.00018997929423885472,
                                   1.8295404953270067e-06, -4.618326885321032e-09};
    static const double below[] = {1, 0.015619102946489001, 0.00011692678466333745,
                                   5.135465502073181e-07, 1.1661400333379e-09};
    if (isnan(x))
        return x;
    if (isinf(x))
        return 0;
    x = fabs(x);
    if (x >= 2)
        return from_two_on(0, false, x);
    if (x < 0x1p-27)
        return 1;
    if (x < 0x1p-13)
        return 1 - 0.25 * x * x;
    double z = x * x;
    double ratio = z * MATH_POLYNOMIAL(z, above) / MATH_POLYNOMIAL(z, below);
    if (x < 1)
        return 1 + z * (-0.25 + ratio);
    double u = 0.5 * x;
    return (1 + u) * (1 - u) + z * ratio;
}

double math_y0(double x)
{
    static const double above[] = {-0.07380429510868723,    0.17666645250918112,
                                   -0.01381856719455969,    0.00034745343209368365,
                                   -3.8140705372436416e-06, 1.9559013703502292e-08,
                                   -3.982051941321034e-11};
    static const double below[] = {1, 0.01273048348341237, 7.600686273503533e-05,
                                   2.591508518404578e-07, 4.4111031133267547e-10};
    if (x < 0 || isnan(x))
        return math_nan();
    if (isinf(x))
        return 0;
    if (x == 0)
        return -INFINITY;
    if (x >= 2)
        return from_two_on(0, true, x);
    if (x <= 0x1p-27)
        return above[0] + TWO_BY_PI * math_log(x);
    double z = x * x;
    return MATH_POLYNOMIAL(z, above) / MATH_POLYNOMIAL(z, below) +
           TWO_BY_PI * math_j0(x) * math_log(x);
}

double math_j1(double x)
{
    static const double above[] = {-0.0625, 0.001407056669551897, -1.599556310840356e-05,
                                   4.9672799960958445e-08};
    static const double below[] = {1,
                                   0.019153759953836346,
                                   0.00018594678558863092,
                                   1.1771846404262368e-06,
                                   5.0463625707621704e-09,
                                   1.2354227442613791e-11};
    if (isnan(x))
        return x;
    if (isinf(x) || x == 0)
        return 0;
    double size = fabs(x), y;
    if (size >= 2) {
        y = from_two_on(1, false, size);
    } else if (size < 0x1p-27) {
        return 0.5 * size; // without x's sign, as in Go
    } else {
        double z = size * size;
        y = 0.5 * size + z * MATH_POLYNOMIAL(z, above) * size / MATH_POLYNOMIAL(z, below);
    }
    return x < 0 ? -y : y;
}

double math_y1(double x)
{
    static const double above[] = {-0.19605709064623894, 0.05044387166398113,
                                   -0.0019125689587576355, 2.352526005616105e-05,
                                   -9.190991580398789e-08};
    static const double below[] = {1,
                                   0.01991673182366499,
                                   0.00020255258102513517,
                                   1.3560880109751623e-06,
                                   6.227414523646215e-09,
                                   1.6655924620799208e-11};
    if (x < 0 || isnan(x))
        return math_nan();
    if (isinf(x))
        return 0;
    if (x == 0)
        return -INFINITY;
    if (x >= 2)
        return from_two_on(1, true, x);
    if (x <= 0x1p-54)
        return -TWO_BY_PI / x;
    double z = x * x;
    return x * (MATH_POLYNOMIAL(z, above) / MATH_POLYNOMIAL(z, below)) +
           TWO_BY_PI * (math_j1(x) * math_log(x) - 1 / x);
}

// sin or cos of x - (2n + 1)π/4, times √2, where x is so large that nothing else counts.
static double shifted_wave(uint64_t n, bool second, double x)
{
    double s, c;
    math_sincos(x, &s, &c);
    switch ((n + (second ? 1 : 0)) & 3) { // Y(n)'s wave is J(n + 1)'s
    case 0:
        return c + s;
    case 1:
        return -c + s;
    case 2:
        return -c - s;
    default:
        return c - s;
    }
}

// J(n, x) for n > x >= 2^-29: J(n)/J(n-1) as a continued fraction, then backwards from a supposed
// J(n) to J(0), whose true value is known.
static double jn_backward(int64_t n, double x)
{
    double step = 2 / x;
    double w = (double)(int64_t)(2 * (uint64_t)n) / x;
    double before = w, z = w + step, now = w * z - 1;
    int64_t terms = 1;
    while (now < 1e9) {
        terms++;
        z += step;
        double next = z * now - before;
        before = now;
        now = next;
    }
    double start = 0;
    for (int64_t i = (int64_t)(2 * ((uint64_t)n + (uint64_t)terms)),
                 last = (int64_t)(2 * (uint64_t)n);
         i >= last; i -= 2)
        start = 1 / ((double)i / x - start);

    bool may_overflow =
        !((double)n * math_log(fabs(2 / x * (double)n)) < 7.09782712893383973096e+02);
    double a = start, b = 1;
    for (int64_t i = n - 1; i > 0; i--) {
        double next = b * (double)(int64_t)(2 * (uint64_t)i) / x - a;
        a = b;
        b = next;
        if (may_overflow && b > 1e100) {
            a /= b;
            start /= b;
            b = 1;
        }
    }
    return start * math_j0(x) / b;
}

// J(n, x) for x < 2^-29: (x/2)^n / n!
static double jn_tiny(int64_t n, double x)
{
    if (n > 33)
        return 0;
    double half = x * 0.5, power = half, factorial = 1;
    for (int64_t i = 2; i <= n; i++) {
        factorial *= (double)i;
        power *= half;
    }
    return power / factorial;
}

double math_jn(int64_t n, double x)
{
    if (isnan(x))
        return x;
    if (isinf(x))
        return 0;
    if (n == 0)
        return math_j0(x);
    if (x == 0)
        return 0;
    if (n < 0) { // J(-n, x) = J(n, -x)
        n = (int64_t)(0 - (uint64_t)n);
        x = -x;
    }
    if (n == 1)
        return math_j1(x);
    double size = fabs(x), y;
    if ((double)n > size) {
        y = size < 0x1p-29 ? jn_tiny(n, size) : jn_backward(n, size);
    } else if (size >= 0x1p302) {
        y = ONE_BY_SQRT_PI * shifted_wave((uint64_t)n, false, size) / sqrt(size);
    } else {
        double before = math_j0(size);
        y = math_j1(size);
        for (int64_t i = 1; i < n; i++) {
            double next = y * ((double)(i + i) / size) - before;
            before = y;
            y = next;
        }
    }
    return x < 0 && (n & 1) ? -y : y;
}

double math_yn(int64_t n, double x)
{
    if (x < 0 || isnan(x))
        return math_nan();
    if (isinf(x))
        return 0;
    if (n == 0)
        return math_y0(x);
    bool negate = n < 0 && (n & 1);
    if (x == 0)
        return negate ? INFINITY : -INFINITY;
    if (n < 0)
        n = (int64_t)(0 - (uint64_t)n);
    double y = math_y1(x);
    if (n == 1)
        return negate ? -y : y;
    if (x >= 0x1p302) {
        y = ONE_BY_SQRT_PI * shifted_wave((uint64_t)n, true, x) / sqrt(x);
    } else {
        double before = math_y0(x);
        for (int64_t i = 1; i < n && y != -INFINITY; i++) {
            double next = (double)(i + i) / x * y - before;
            before = y;
            y = next;
        }
    }
    return negate ? -y : y;
}
