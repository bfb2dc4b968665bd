// native.c: the generators of package math/rand: the seeded one, an additive lagged Fibonacci generator (Mitchell and Reeds) whose
// numbers programs rely on, and the unseeded one, wyrand from the kernel's entropy, one state per thread.
// Sources: Knuth, TAOCP 2, 3.2.2; Marsaglia and Tsang, "The Ziggurat Method" (2000), whose recurrences give the tables; Schrage (1979).
#include <math.h>
#include <pthread.h>
#include <sys/random.h>

#include "base/clock.h"
#include "runtime/native.h"
#include "stdlib/math/rand/state.inc"

enum { LENGTH = 607, TAP = 273, INT32_MAX_PRIME = 2147483647 };

typedef struct LaggedSource { // as source.go has it
    int64_t tap, feed;
    uint64_t state[LENGTH];
} LaggedSource;

// 48271 * x mod 2^31 - 1 without overflow.
static int32_t lehmer(int32_t x)
{
    x = 48271 * (x % 44488) - 3399 * (x / 44488);
    return x < 0 ? x + INT32_MAX_PRIME : x;
}

NATIVE(math_rand, lagged_Seed, { LaggedSource *s; int64_t seed; })
{
    LaggedSource *s = a->s;
    s->tap = 0;
    s->feed = LENGTH - TAP;
    int64_t seed = a->seed % INT32_MAX_PRIME;
    if (seed < 0)
        seed += INT32_MAX_PRIME;
    int32_t x = seed ? (int32_t)seed : 89482311;
    for (int i = 0; i < 20; i++)
        x = lehmer(x);
    for (int i = 0; i < LENGTH; i++) {
        uint64_t word = 0;
        for (int shift = 40; shift >= 0; shift -= 20) {
            x = lehmer(x);
            word ^= (uint64_t)x << shift;
        }
        s->state[i] = word ^ (uint64_t)start_state[i];
    }
    return STATUS_OK;
}

static uint64_t lagged_next(LaggedSource *s)
{
    s->tap = s->tap > 0 ? s->tap - 1 : LENGTH - 1;
    s->feed = s->feed > 0 ? s->feed - 1 : LENGTH - 1;
    if ((uint64_t)s->tap >= LENGTH || (uint64_t)s->feed >= LENGTH) // a race of the program's
        s->tap = 0, s->feed = LENGTH - TAP;
    return s->state[s->feed] += s->state[s->tap];
}

NATIVE(math_rand, lagged_Uint64, { uint64_t ret; LaggedSource *s; })
{
    a->ret = lagged_next(a->s);
    return STATUS_OK;
}

NATIVE(math_rand, lagged_Int63, { int64_t ret; LaggedSource *s; })
{
    a->ret = (int64_t)(lagged_next(a->s) & INT64_MAX);
    return STATUS_OK;
}

static __thread uint64_t unseeded_state;

NATIVE(math_rand, random, { uint64_t ret; })
{
    if (UNLIKELY(!unseeded_state) && getrandom(&unseeded_state, sizeof unseeded_state, GRND_NONBLOCK) != sizeof unseeded_state)
        unseeded_state = (uint64_t)clock_ns() ^ (uintptr_t)&unseeded_state;
    unseeded_state += 0xA0761D6478BD642Full;
    unsigned __int128 p = (unsigned __int128)unseeded_state * (unseeded_state ^ 0xE7037ED1A0B428DBull);
    a->ret = (uint64_t)(p >> 64) ^ (uint64_t)p;
    return STATUS_OK;
}

typedef struct Ziggurat {
    uint32_t k[256];
    float w[256], f[256];
} Ziggurat;

static Ziggurat normal, exponential;
static pthread_once_t tables_made = PTHREAD_ONCE_INIT;

static double normal_density(double x)
{
    return exp(-.5 * x * x);
}
static double normal_inverse(double y)
{
    return sqrt(-2 * log(y));
}
static double exp_density(double x)
{
    return exp(-x);
}
static double exp_inverse(double y)
{
    return -log(y);
}

// n strips of area v each; r: where the tail begins; scale: of the integers compared with.
static void make_table(Ziggurat *z, int n, double r, double v, double scale, double (*density)(double), double (*inverse)(double))
{
    double x = r, above = r, q = v / density(r);
    z->k[0] = (uint32_t)(r / q * scale);
    z->k[1] = 0;
    z->w[0] = (float)(q / scale);
    z->w[n - 1] = (float)(r / scale);
    z->f[0] = 1;
    z->f[n - 1] = (float)density(r);
    for (int i = n - 2; i >= 1; i--) {
        x = inverse(v / x + density(x));
        z->k[i + 1] = (uint32_t)(x / above * scale);
        above = x;
        z->f[i] = (float)density(x);
        z->w[i] = (float)(x / scale);
    }
}

static void make_tables(void)
{
    make_table(&normal, 128, 3.442619855899, 9.91256303526217e-3, 2147483648.0, normal_density, normal_inverse);
    make_table(&exponential, 256, 7.69711747013104972, 3.949659822581572e-3, 4294967296.0, exp_density, exp_inverse);
}

// Row i of a table, and the row before it for the height of the strip.
NATIVE(math_rand, strip, { uint64_t k; double w; uint64_t f, before; uint64_t is_normal, i; })
{
    pthread_once(&tables_made, make_tables);
    const Ziggurat *z = a->is_normal ? &normal : &exponential;
    uint64_t i = a->i & 255;
    a->k = z->k[i];
    a->w = (double)z->w[i];
    a->f = float32_slot(z->f[i]);
    a->before = float32_slot(i ? z->f[i - 1] : 0);
    return STATUS_OK;
}
