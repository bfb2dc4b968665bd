// constant_rep.h: how constant values are kept; shared by the constant*.c files alone.
// Invariants: INT values that fit are REP_INT, never REP_BIG; a REP_RAT is canonical (lowest terms, positive denominator), its
//   parts have fewer than LARGEST_RATIO_BITS bits (but a literal's); a REP_FLOAT is finite and never -0; complex parts are real and known.
// Memory: all limbs lie in the pool's arena, so values can be shared and read without locks, and nothing is freed alone.
#ifndef TYPES_CONSTANT_REP_H
#define TYPES_CONSTANT_REP_H
#include <gmp.h>
#include <mpfr.h>

#include "base/arena.h"
#include "types/constant.h"

typedef enum ConstRep {
    REP_UNKNOWN,
    REP_BOOL,
    REP_STRING,
    REP_INT,
    REP_BIG,
    REP_RAT,
    REP_FLOAT,
    REP_COMPLEX
} ConstRep; // numeric ones in the order in which operands are widened to match

enum {
    FLOAT_BITS = 512,         // precision of REP_FLOAT
    LARGEST_RATIO_BITS = 4096 // of a numerator or denominator; beyond: REP_FLOAT
};

struct Const {
    uint8_t rep; // ConstRep
    union {
        bool b;
        int64_t i;
        mpz_t z;
        mpq_t q;
        mpfr_t f;
        struct {
            const Const *re, *im;
        } c;
        struct { // a text, or a sum that is written out when its text is first asked for
            const char *ptr;
            int64_t len;
            const Const *left, *right; // NULL: written out
            ConstPool *pool;
        } s;
    };
};

struct ConstPool {
    Arena *arena;
    Const unknown, yes, no, empty, zero;
};

Const *const_new(ConstPool *p, ConstRep rep);
// Copies of the values (REP_INT if they fit); the arguments stay the caller's.
Const *const_from_mpz(ConstPool *p, mpz_srcptr z);
Const *const_from_mpq(ConstPool *p, mpq_srcptr q);   // canonical
Const *const_ratio(ConstPool *p, mpq_srcptr q);      // the same, a REP_RAT of any size
Const *const_from_mpfr(ConstPool *p, mpfr_srcptr f); // UNKNOWN for an infinity

// Temporaries of the value of c, which must be of a narrower or the same representation. The caller clears them.
void const_init_mpz(mpz_ptr z, const Const *c);
void const_init_mpq(mpq_ptr q, const Const *c);
void const_init_mpfr(mpfr_ptr f, const Const *c);

// Sets this thread's exponent range to that of the reference's floats; before any work with REP_FLOAT.
void const_float_range(void);
// Whether a binary exponent (of a fraction in [0.5, 1)) is small enough for a rational.
bool const_small_exponent(int64_t e);
#endif
