// constant_ops.c: operations and comparisons of exact constants.
// Rejected: building the text of each partial sum of strings; a list of a thousand summands would cost a million copies.
#include <string.h>

#include "base/check.h"
#include "types/constant_rep.h"

// -- unary

static Const *negate(ConstPool *p, const Const *x)
{
    switch ((ConstRep)x->rep) {
    case REP_INT:
        if (x->i != INT64_MIN)
            return const_int64(p, -x->i);
        return const_uint64(p, (uint64_t)1 << 63);
    case REP_BIG: {
        mpz_t z;
        mpz_init(z);
        mpz_neg(z, x->z);
        Const *c = const_from_mpz(p, z);
        mpz_clear(z);
        return c;
    }
    case REP_RAT: {
        mpq_t q;
        mpq_init(q);
        mpq_neg(q, x->q);
        Const *c = const_from_mpq(p, q);
        mpq_clear(q);
        return c;
    }
    case REP_FLOAT: {
        mpfr_t f;
        const_init_mpfr(f, x);
        mpfr_neg(f, f, MPFR_RNDN);
        Const *c = const_from_mpfr(p, f);
        mpfr_clear(f);
        return c;
    }
    case REP_COMPLEX:
        return const_make_complex(p, negate(p, x->c.re), negate(p, x->c.im));
    case REP_UNKNOWN:
    case REP_BOOL:
    case REP_STRING:
        break;
    }
    return const_unknown(p);
}

static Const *complement(ConstPool *p, const Const *x, int width_bits)
{
    mpz_t z;
    const_init_mpz(z, x);
    mpz_com(z, z);
    if (width_bits > 0)
        mpz_fdiv_r_2exp(z, z, (mp_bitcnt_t)width_bits);
    Const *c = const_from_mpz(p, z);
    mpz_clear(z);
    return c;
}

Const *const_unary(ConstPool *p, TokenKind op, const Const *x, int width_bits)
{
    ConstKind kind = const_kind(x);
    if (op == TOK_ADD && kind >= CONST_INT)
        return (Const *)x;
    if (op == TOK_SUB && kind >= CONST_INT)
        return negate(p, x);
    if (op == TOK_XOR && kind == CONST_INT)
        return complement(p, x, width_bits);
    if (op == TOK_NOT && kind == CONST_BOOL)
        return const_bool(p, !x->b);
    return const_unknown(p);
}

// -- binary, by representation

static Const *big_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    mpz_t a, b;
    const_init_mpz(a, x);
    const_init_mpz(b, y);
    bool known = true;
    switch (op) {
    case TOK_ADD:
        mpz_add(a, a, b);
        break;
    case TOK_SUB:
        mpz_sub(a, a, b);
        break;
    case TOK_MUL:
        mpz_mul(a, a, b);
        break;
    case TOK_QUO:
        mpz_tdiv_q(a, a, b);
        break;
    case TOK_REM:
        mpz_tdiv_r(a, a, b);
        break;
    case TOK_AND:
        mpz_and(a, a, b);
        break;
    case TOK_OR:
        mpz_ior(a, a, b);
        break;
    case TOK_XOR:
        mpz_xor(a, a, b);
        break;
    case TOK_AND_NOT:
        mpz_com(b, b);
        mpz_and(a, a, b);
        break;
    default:
        known = false;
    }
    Const *c = known ? const_from_mpz(p, a) : const_unknown(p);
    mpz_clear(a);
    mpz_clear(b);
    return c;
}

static Const *int_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    int64_t a = x->i, b = y->i, c;
    switch (op) {
    case TOK_ADD:
        if (__builtin_add_overflow(a, b, &c))
            return big_binary(p, x, op, y);
        return const_int64(p, c);
    case TOK_SUB:
        if (__builtin_sub_overflow(a, b, &c))
            return big_binary(p, x, op, y);
        return const_int64(p, c);
    case TOK_MUL:
        if (__builtin_mul_overflow(a, b, &c))
            return big_binary(p, x, op, y);
        return const_int64(p, c);
    case TOK_QUO:
        // The reference wraps here: the smallest int64 divided by -1 stays what it is.
        return const_int64(p, b == -1 ? (int64_t)(-(uint64_t)a) : a / b);
    case TOK_REM:
        return const_int64(p, b == -1 ? 0 : a % b);
    case TOK_AND:
        return const_int64(p, a & b);
    case TOK_OR:
        return const_int64(p, a | b);
    case TOK_XOR:
        return const_int64(p, a ^ b);
    case TOK_AND_NOT:
        return const_int64(p, a & ~b);
    default:
        return const_unknown(p);
    }
}

static Const *rat_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    mpq_t a, b;
    const_init_mpq(a, x);
    const_init_mpq(b, y);
    bool known = true;
    if (op == TOK_ADD)
        mpq_add(a, a, b);
    else if (op == TOK_SUB)
        mpq_sub(a, a, b);
    else if (op == TOK_MUL)
        mpq_mul(a, a, b);
    else if (op == TOK_QUO)
        mpq_div(a, a, b);
    else
        known = false;
    Const *c = known ? const_from_mpq(p, a) : const_unknown(p);
    mpq_clear(a);
    mpq_clear(b);
    return c;
}

static Const *float_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    mpfr_t a, b;
    const_init_mpfr(a, x);
    const_init_mpfr(b, y);
    bool known = true;
    if (op == TOK_ADD)
        mpfr_add(a, a, b, MPFR_RNDN);
    else if (op == TOK_SUB)
        mpfr_sub(a, a, b, MPFR_RNDN);
    else if (op == TOK_MUL)
        mpfr_mul(a, a, b, MPFR_RNDN);
    else if (op == TOK_QUO)
        mpfr_div(a, a, b, MPFR_RNDN);
    else
        known = false;
    Const *c = known ? const_from_mpfr(p, a) : const_unknown(p);
    mpfr_clear(a);
    mpfr_clear(b);
    return c;
}

static Const *real_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    return const_binary(p, x, op, y, false);
}

static Const *complex_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    const Const *a = const_real(p, x), *b = const_imag(p, x);
    const Const *c = const_real(p, y), *d = const_imag(p, y);
    if (op == TOK_ADD || op == TOK_SUB)
        return const_make_complex(p, real_binary(p, a, op, c), real_binary(p, b, op, d));
    if (op != TOK_MUL && op != TOK_QUO)
        return const_unknown(p);
    const Const *ac = real_binary(p, a, TOK_MUL, c), *bd = real_binary(p, b, TOK_MUL, d);
    const Const *bc = real_binary(p, b, TOK_MUL, c), *ad = real_binary(p, a, TOK_MUL, d);
    if (op == TOK_MUL)
        return const_make_complex(p, real_binary(p, ac, TOK_SUB, bd), real_binary(p, bc, TOK_ADD, ad));
    const Const *scale = real_binary(p, real_binary(p, c, TOK_MUL, c), TOK_ADD, real_binary(p, d, TOK_MUL, d));
    if (const_sign(scale) == 0)
        return const_unknown(p);
    return const_make_complex(p, real_binary(p, real_binary(p, ac, TOK_ADD, bd), TOK_QUO, scale),
                              real_binary(p, real_binary(p, bc, TOK_SUB, ad), TOK_QUO, scale));
}

static Const *concat(ConstPool *p, const Const *x, const Const *y)
{
    if (!x->s.len)
        return (Const *)y;
    if (!y->s.len)
        return (Const *)x;
    int64_t len;
    if (__builtin_add_overflow(x->s.len, y->s.len, &len))
        return const_unknown(p);
    Const *c = const_new(p, REP_STRING);
    c->s.len = len;
    c->s.left = x;
    c->s.right = y;
    c->s.pool = p;
    return c;
}

Const *const_binary(ConstPool *p, const Const *x, TokenKind op, const Const *y, bool integer_division)
{
    ConstKind kx = const_kind(x), ky = const_kind(y);
    if (kx == CONST_UNKNOWN || ky == CONST_UNKNOWN)
        return const_unknown(p);
    if (kx == CONST_BOOL && ky == CONST_BOOL) {
        if (op == TOK_ANDAND)
            return const_bool(p, x->b && y->b);
        return op == TOK_OROR ? const_bool(p, x->b || y->b) : const_unknown(p);
    }
    if (kx == CONST_STRING && ky == CONST_STRING)
        return op == TOK_ADD ? concat(p, x, y) : const_unknown(p);
    if (kx < CONST_INT || ky < CONST_INT)
        return const_unknown(p);
    ConstRep rep = x->rep > y->rep ? x->rep : y->rep;
    if ((op == TOK_QUO || op == TOK_REM) && const_sign(y) == 0)
        return const_unknown(p);
    if (rep <= REP_BIG && op == TOK_QUO && !integer_division)
        return rat_binary(p, x, TOK_QUO, y);
    switch (rep) {
    case REP_INT:
        return int_binary(p, x, op, y);
    case REP_BIG:
        return big_binary(p, x, op, y);
    case REP_RAT:
        return rat_binary(p, x, op, y);
    case REP_FLOAT:
        return float_binary(p, x, op, y);
    case REP_COMPLEX:
        return complex_binary(p, x, op, y);
    case REP_UNKNOWN:
    case REP_BOOL:
    case REP_STRING:
        break;
    }
    UNREACHABLE();
}

Const *const_shift(ConstPool *p, const Const *x, TokenKind op, unsigned count)
{
    if (const_kind(x) != CONST_INT)
        return const_unknown(p);
    if (count == 0)
        return (Const *)x;
    mpz_t z;
    const_init_mpz(z, x);
    if (op == TOK_SHL)
        mpz_mul_2exp(z, z, count);
    else
        mpz_fdiv_q_2exp(z, z, count);
    Const *c = const_from_mpz(p, z);
    mpz_clear(z);
    return c;
}

// -- comparison

static bool holds(int order, TokenKind op)
{
    switch (op) {
    case TOK_EQL:
        return order == 0;
    case TOK_NEQ:
        return order != 0;
    case TOK_LSS:
        return order < 0;
    case TOK_LEQ:
        return order <= 0;
    case TOK_GTR:
        return order > 0;
    case TOK_GEQ:
        return order >= 0;
    default:
        return false;
    }
}

static int string_order(const Const *x, const Const *y)
{
    Str a = const_string_value(x), b = const_string_value(y);
    int order = memcmp(a.ptr, b.ptr, a.len < b.len ? a.len : b.len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int real_order(const Const *x, const Const *y)
{
    ConstRep rep = x->rep > y->rep ? x->rep : y->rep;
    int order;
    if (rep == REP_INT)
        return (x->i > y->i) - (x->i < y->i);
    if (rep == REP_FLOAT) {
        mpfr_t a, b;
        const_init_mpfr(a, x);
        const_init_mpfr(b, y);
        order = mpfr_cmp(a, b);
        mpfr_clear(a);
        mpfr_clear(b);
        return order;
    }
    mpq_t a, b;
    const_init_mpq(a, x);
    const_init_mpq(b, y);
    order = mpq_cmp(a, b);
    mpq_clear(a);
    mpq_clear(b);
    return order;
}

bool const_compare(ConstPool *p, const Const *x, TokenKind op, const Const *y)
{
    ConstKind kx = const_kind(x), ky = const_kind(y);
    if (kx == CONST_UNKNOWN || ky == CONST_UNKNOWN)
        return false;
    if (kx == CONST_BOOL && ky == CONST_BOOL)
        return holds(x->b != y->b, op);
    if (kx == CONST_STRING && ky == CONST_STRING)
        return holds(string_order(x, y), op);
    if (kx < CONST_INT || ky < CONST_INT)
        return false;
    if (kx != CONST_COMPLEX && ky != CONST_COMPLEX)
        return holds(real_order(x, y), op);
    bool equal = const_compare(p, const_real(p, x), TOK_EQL, const_real(p, y)) &&
                 const_compare(p, const_imag(p, x), TOK_EQL, const_imag(p, y));
    return op == TOK_EQL ? equal : op == TOK_NEQ && !equal;
}
