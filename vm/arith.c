// arith.c: arithmetic that is too long for an instruction's body.
// Sources: Smith 1962 (Algorithm 116); C17, Annex G.5.1 for infinities and zeros.
#include <math.h>

#include "vm/frame.h"

// 1 or 0 with v's sign: infinite or not.
static double infinite_to_one(double v)
{
    return copysign(isinf(v) ? 1 : 0, v);
}

void complex_divide(double a, double ai, double b, double bi, double *q)
{
    double re, im;
    if (fabs(b) >= fabs(bi)) {
        double ratio = bi / b, scale = b + ratio * bi;
        re = (a + ai * ratio) / scale;
        im = (ai - a * ratio) / scale;
    } else {
        double ratio = b / bi, scale = bi + ratio * b;
        re = (a * ratio + ai) / scale;
        im = (ai * ratio - a) / scale;
    }
    if (isnan(re) || isnan(im)) {
        if (b == 0 && bi == 0 && (!isnan(a) || !isnan(ai))) {
            re = copysign(INFINITY, b) * a;
            im = copysign(INFINITY, b) * ai;
        } else if ((isinf(a) || isinf(ai)) && isfinite(b) && isfinite(bi)) {
            a = infinite_to_one(a);
            ai = infinite_to_one(ai);
            re = INFINITY * (a * b + ai * bi);
            im = INFINITY * (ai * b - a * bi);
        } else if ((isinf(b) || isinf(bi)) && isfinite(a) && isfinite(ai)) {
            b = infinite_to_one(b);
            bi = infinite_to_one(bi);
            re = 0 * (a * b + ai * bi);
            im = 0 * (ai * b - a * bi);
        }
    }
    q[0] = re;
    q[1] = im;
}
