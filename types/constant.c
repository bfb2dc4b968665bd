// constant.c: exact constant values: how they are made, read, and converted to one another.
// Sources: Go specification, "Constants"; limits as the reference compiler has them.
#include "types/constant.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "types/constant_rep.h"

ConstPool *const_pool_new(Arena *arena)
{
    ConstPool *p = ARENA_NEW(arena, ConstPool);
    p->arena = arena;
    p->unknown.rep = REP_UNKNOWN;
    p->yes.rep = p->no.rep = REP_BOOL;
    p->yes.b = true;
    p->empty.rep = REP_STRING;
    p->empty.s.ptr = "";
    p->zero.rep = REP_INT;
    return p;
}

ConstKind const_kind(const Const *c)
{
    if (!c)
        return CONST_UNKNOWN;
    switch ((ConstRep)c->rep) {
    case REP_UNKNOWN:
        return CONST_UNKNOWN;
    case REP_BOOL:
        return CONST_BOOL;
    case REP_STRING:
        return CONST_STRING;
    case REP_INT:
    case REP_BIG:
        return CONST_INT;
    case REP_RAT:
    case REP_FLOAT:
        return CONST_FLOAT;
    case REP_COMPLEX:
        return CONST_COMPLEX;
    }
    UNREACHABLE();
}

// -- making

Const *const_new(ConstPool *p, ConstRep rep)
{
    Const *c = ARENA_NEW(p->arena, Const);
    c->rep = (uint8_t)rep;
    return c;
}

Const *const_unknown(ConstPool *p)
{
    return &p->unknown;
}

Const *const_bool(ConstPool *p, bool b)
{
    return b ? &p->yes : &p->no;
}

Const *const_string(ConstPool *p, Str s)
{
    if (s.len == 0)
        return &p->empty;
    Const *c = const_new(p, REP_STRING);
    c->s.ptr = arena_copy_text(p->arena, s.ptr, s.len);
    c->s.len = (int64_t)s.len;
    c->s.pool = p;
    return c;
}

Const *const_int64(ConstPool *p, int64_t v)
{
    if (v == 0)
        return &p->zero;
    Const *c = const_new(p, REP_INT);
    c->i = v;
    return c;
}

Const *const_uint64(ConstPool *p, uint64_t v)
{
    if (v <= INT64_MAX)
        return const_int64(p, (int64_t)v);
    mpz_t z;
    mpz_init_set_ui(z, v);
    Const *c = const_from_mpz(p, z);
    mpz_clear(z);
    return c;
}

// Makes *to a value of its own whose limbs lie in the pool.
static void copy_mpz(ConstPool *p, mpz_ptr to, mpz_srcptr from)
{
    size_t n = mpz_size(from);
    mp_limb_t *limbs = ARENA_ARRAY(p->arena, mp_limb_t, n ? n : 1);
    if (n)
        memcpy(limbs, mpz_limbs_read(from), n * sizeof *limbs);
    mp_size_t size = (mp_size_t)n;
    mpz_roinit_n(to, limbs, mpz_sgn(from) < 0 ? -size : size);
}

Const *const_from_mpz(ConstPool *p, mpz_srcptr z)
{
    if (mpz_fits_slong_p(z))
        return const_int64(p, mpz_get_si(z));
    Const *c = const_new(p, REP_BIG);
    copy_mpz(p, c->z, z);
    return c;
}

Const *const_from_mpq(ConstPool *p, mpq_srcptr q)
{
    if (mpz_sizeinbase(mpq_numref(q), 2) >= LARGEST_RATIO_BITS ||
        mpz_sizeinbase(mpq_denref(q), 2) >= LARGEST_RATIO_BITS) {
        mpfr_t f;
        const_float_range();
        mpfr_init2(f, FLOAT_BITS);
        mpfr_set_q(f, q, MPFR_RNDN);
        Const *c = const_from_mpfr(p, f);
        mpfr_clear(f);
        return c;
    }
    return const_ratio(p, q);
}

Const *const_ratio(ConstPool *p, mpq_srcptr q)
{
    Const *c = const_new(p, REP_RAT);
    copy_mpz(p, mpq_numref(c->q), mpq_numref(q));
    copy_mpz(p, mpq_denref(c->q), mpq_denref(q));
    return c;
}

Const *const_from_mpfr(ConstPool *p, mpfr_srcptr f)
{
    if (!mpfr_number_p(f))
        return &p->unknown;
    Const *c = const_new(p, REP_FLOAT);
    void *significand = arena_alloc(p->arena, mpfr_custom_get_size(FLOAT_BITS));
    mpfr_custom_init(significand, FLOAT_BITS);
    mpfr_custom_init_set(c->f, MPFR_ZERO_KIND, 0, FLOAT_BITS, significand);
    if (!mpfr_zero_p(f))
        mpfr_set(c->f, f, MPFR_RNDN);
    return c;
}

void const_float_range(void)
{
    mpfr_set_emin(INT32_MIN);
    mpfr_set_emax(INT32_MAX);
}

bool const_small_exponent(int64_t e)
{
    return -LARGEST_RATIO_BITS < e && e < LARGEST_RATIO_BITS;
}

Const *const_float64(ConstPool *p, double v)
{
    if (!isfinite(v))
        return &p->unknown;
    mpq_t q;
    mpq_init(q);
    mpq_set_d(q, v);
    Const *c = const_from_mpq(p, q);
    mpq_clear(q);
    return c;
}

Const *const_make_complex(ConstPool *p, const Const *re, const Const *im)
{
    if (const_kind(re) == CONST_UNKNOWN || const_kind(im) == CONST_UNKNOWN)
        return &p->unknown;
    Const *c = const_new(p, REP_COMPLEX);
    c->c.re = re;
    c->c.im = im;
    return c;
}

// -- temporaries

void const_init_mpz(mpz_ptr z, const Const *c)
{
    if (c->rep == REP_INT)
        mpz_init_set_si(z, c->i);
    else
        mpz_init_set(z, c->z);
}

void const_init_mpq(mpq_ptr q, const Const *c)
{
    mpq_init(q);
    if (c->rep == REP_INT)
        mpz_set_si(mpq_numref(q), c->i);
    else if (c->rep == REP_BIG)
        mpz_set(mpq_numref(q), c->z);
    else
        mpq_set(q, c->q);
}

void const_init_mpfr(mpfr_ptr f, const Const *c)
{
    const_float_range();
    mpfr_init2(f, FLOAT_BITS);
    if (c->rep == REP_INT)
        mpfr_set_si(f, c->i, MPFR_RNDN);
    else if (c->rep == REP_BIG)
        mpfr_set_z(f, c->z, MPFR_RNDN);
    else if (c->rep == REP_RAT)
        mpfr_set_q(f, c->q, MPFR_RNDN);
    else
        mpfr_set(f, c->f, MPFR_RNDN);
}

// -- reading

bool const_bool_value(const Const *c)
{
    return c && c->rep == REP_BOOL && c->b;
}

int64_t const_string_len(const Const *c)
{
    return c && c->rep == REP_STRING ? c->s.len : 0;
}

// Writes a sum's pieces from its end to its start. The pieces still to be written wait on a stack of our own: sums may lean to
// either side and be very long.
static void write_out(Const *sum)
{
    ConstPool *p = sum->s.pool;
    char *text = arena_alloc(p->arena, (size_t)sum->s.len + 1), *at = text + sum->s.len;
    size_t n = 0, cap = 64;
    const Const **todo = malloc(cap * sizeof *todo);
    if (!todo)
        out_of_memory();
    for (const Const *c = sum; c; c = n ? todo[--n] : NULL) {
        while (c->s.left) {
            if (n == cap) {
                todo = realloc(todo, (cap *= 2) * sizeof *todo);
                if (!todo)
                    out_of_memory();
            }
            todo[n++] = c->s.left;
            c = c->s.right;
        }
        at -= c->s.len;
        memcpy(at, c->s.ptr, (size_t)c->s.len);
    }
    free(todo);
    sum->s.ptr = text;
    sum->s.left = sum->s.right = NULL;
}

Str const_string_value(const Const *c)
{
    if (!c || c->rep != REP_STRING)
        return STR("");
    if (c->s.left)
        write_out((Const *)c);
    return (Str){c->s.ptr, (size_t)c->s.len};
}

bool const_int64_value(const Const *c, int64_t *v)
{
    *v = 0;
    if (!c || c->rep != REP_INT)
        return false;
    *v = c->i;
    return true;
}

bool const_uint64_value(const Const *c, uint64_t *v)
{
    *v = 0;
    if (!c)
        return false;
    if (c->rep == REP_INT && c->i >= 0) {
        *v = (uint64_t)c->i;
        return true;
    }
    if (c->rep == REP_BIG && mpz_fits_ulong_p(c->z)) {
        *v = mpz_get_ui(c->z);
        return true;
    }
    return false;
}

// Rounds once to a binary format of `bits` bits whose smallest positive number is 2^(emin - 1): into *out.
static void round_once(mpfr_ptr out, const Const *c, int bits, mpfr_exp_t emin, mpfr_exp_t emax)
{
    const_float_range();
    mpfr_init2(out, bits);
    int inexact = 0;
    if (c->rep == REP_INT)
        inexact = mpfr_set_si(out, c->i, MPFR_RNDN);
    else if (c->rep == REP_BIG)
        inexact = mpfr_set_z(out, c->z, MPFR_RNDN);
    else if (c->rep == REP_RAT)
        inexact = mpfr_set_q(out, c->q, MPFR_RNDN);
    else
        inexact = mpfr_set(out, c->f, MPFR_RNDN);
    mpfr_set_emin(emin);
    mpfr_set_emax(emax);
    inexact = mpfr_check_range(out, inexact, MPFR_RNDN);
    mpfr_subnormalize(out, inexact, MPFR_RNDN);
    const_float_range();
}

static bool is_real(const Const *c)
{
    return c && c->rep >= REP_INT && c->rep <= REP_FLOAT;
}

double const_float64_value(const Const *c)
{
    if (!is_real(c))
        return 0;
    mpfr_t f;
    round_once(f, c, 53, -1073, 1024);
    double v = mpfr_get_d(f, MPFR_RNDN);
    mpfr_clear(f);
    return v;
}

float const_float32_value(const Const *c)
{
    if (!is_real(c))
        return 0;
    mpfr_t f;
    round_once(f, c, 24, -148, 128);
    float v = mpfr_get_flt(f, MPFR_RNDN);
    mpfr_clear(f);
    return v;
}

uint64_t const_low_bits(const Const *c)
{
    if (!c)
        return 0;
    if (c->rep == REP_INT)
        return (uint64_t)c->i;
    if (c->rep != REP_BIG)
        return 0;
    uint64_t low = mpz_get_ui(c->z); // of the absolute value
    return mpz_sgn(c->z) < 0 ? -low : low;
}

int const_sign(const Const *c)
{
    if (!c)
        return 1;
    switch ((ConstRep)c->rep) {
    case REP_INT:
        return (c->i > 0) - (c->i < 0);
    case REP_BIG:
        return mpz_sgn(c->z);
    case REP_RAT:
        return mpq_sgn(c->q);
    case REP_FLOAT:
        return mpfr_sgn(c->f);
    case REP_COMPLEX:
        return const_sign(c->c.re) != 0 || const_sign(c->c.im) != 0;
    case REP_UNKNOWN:
    case REP_BOOL:
    case REP_STRING:
        return 1; // no division by zero is reported after another mistake
    }
    UNREACHABLE();
}

int const_bit_length(const Const *c)
{
    if (!c)
        return 0;
    if (c->rep == REP_INT) {
        uint64_t v = c->i < 0 ? -(uint64_t)c->i : (uint64_t)c->i;
        return v ? 64 - __builtin_clzll(v) : 0;
    }
    return c->rep == REP_BIG ? (int)mpz_sizeinbase(c->z, 2) : 0;
}

// -- conversion

Const *const_real(ConstPool *p, const Const *c)
{
    (void)p;
    return (Const *)(c && c->rep == REP_COMPLEX ? c->c.re : c);
}

Const *const_imag(ConstPool *p, const Const *c)
{
    if (c && c->rep == REP_COMPLEX)
        return (Const *)c->c.im;
    return is_real(c) ? &p->zero : &p->unknown;
}

static bool take_integer(mpz_ptr z, mpfr_srcptr f)
{
    if (!mpfr_integer_p(f))
        return false;
    mpfr_get_z(z, f, MPFR_RNDN);
    return true;
}

// A float counts as integral also if it is so when its last four bits are rounded away: they may hold rounding errors.
static Const *float_to_int(ConstPool *p, const Const *c)
{
    if (!mpfr_zero_p(c->f) && !const_small_exponent(mpfr_get_exp(c->f)))
        return &p->unknown;
    Const *result = &p->unknown;
    mpz_t z;
    mpfr_t shorter;
    const_float_range();
    mpz_init(z);
    mpfr_init2(shorter, FLOAT_BITS - 4);
    bool exact = take_integer(z, c->f);
    if (!exact) {
        mpfr_set(shorter, c->f, MPFR_RNDZ);
        exact = take_integer(z, shorter);
    }
    if (!exact) {
        mpfr_set(shorter, c->f, MPFR_RNDA);
        exact = take_integer(z, shorter);
    }
    if (exact)
        result = const_from_mpz(p, z);
    mpfr_clear(shorter);
    mpz_clear(z);
    return result;
}

Const *const_to_int(ConstPool *p, const Const *c)
{
    if (!c)
        return &p->unknown;
    switch ((ConstRep)c->rep) {
    case REP_INT:
    case REP_BIG:
        return (Const *)c;
    case REP_RAT:
        return mpz_cmp_ui(mpq_denref(c->q), 1) == 0 ? const_from_mpz(p, mpq_numref(c->q)) : &p->unknown;
    case REP_FLOAT:
        return float_to_int(p, c);
    case REP_COMPLEX:
        return const_sign(c->c.im) == 0 ? const_to_int(p, c->c.re) : &p->unknown;
    case REP_UNKNOWN:
    case REP_BOOL:
    case REP_STRING:
        break;
    }
    return &p->unknown;
}

Const *const_to_float(ConstPool *p, const Const *c)
{
    if (!c)
        return &p->unknown;
    if (c->rep == REP_COMPLEX)
        return const_sign(c->c.im) == 0 ? const_to_float(p, c->c.re) : &p->unknown;
    if (c->rep == REP_RAT || c->rep == REP_FLOAT)
        return (Const *)c;
    if (c->rep != REP_INT && c->rep != REP_BIG)
        return &p->unknown;
    mpq_t q;
    const_init_mpq(q, c);
    Const *result = const_from_mpq(p, q);
    mpq_clear(q);
    return result;
}

Const *const_to_complex(ConstPool *p, const Const *c)
{
    if (c && c->rep == REP_COMPLEX)
        return (Const *)c;
    return is_real(c) ? const_make_complex(p, c, &p->zero) : &p->unknown;
}

Const *const_round32(ConstPool *p, const Const *c)
{
    return is_real(c) ? const_float64(p, (double)const_float32_value(c)) : &p->unknown;
}

Const *const_round64(ConstPool *p, const Const *c)
{
    return is_real(c) ? const_float64(p, const_float64_value(c)) : &p->unknown;
}
