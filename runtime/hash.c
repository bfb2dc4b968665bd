// hash.c: hashes of Go values: XXH3 for bytes, a multiplication for words. Equal values have equal hashes: both zeros, and integers by value;
// a NaN, equal to nothing, gets a random one each time, so that many of them do not meet in one place.
#include "runtime/hash.h"

#include <string.h>
#include <sys/random.h>
#include <time.h>

#define XXH_INLINE_ALL
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wundef"
#include <xxhash.h>
#pragma GCC diagnostic pop

#include "runtime/deep.h"
#include "runtime/rtype.h"

uint64_t hash_bytes(const void *p, int64_t n, uint64_t seed)
{
    return XXH3_64bits_withSeed(p, (size_t)n, seed);
}

uint64_t hash_random(void)
{
    static uint64_t state; // atomic
    uint64_t s = __atomic_add_fetch(&state, 0x9E3779B97F4A7C15u, __ATOMIC_RELAXED);
    static uint64_t start; // atomic; random bits of this process
    uint64_t first = __atomic_load_n(&start, __ATOMIC_RELAXED);
    if (!first) {
        if (getrandom(&first, sizeof first, GRND_NONBLOCK) != sizeof first) {
            struct timespec t;
            clock_gettime(CLOCK_REALTIME, &t);
            first = (uint64_t)t.tv_nsec * 0xD6E8FEB86659FD93u ^ (uint64_t)t.tv_sec ^ (uint64_t)(uintptr_t)&t;
        }
        first |= 1;
        __atomic_store_n(&start, first, __ATOMIC_RELAXED);
    }
    return hash_word(s, first);
}

static uint64_t hash_double(double d, uint64_t seed)
{
    if (d == 0)
        return hash_word(0, seed);
    if (d != d)
        return hash_random();
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return hash_word(bits, seed);
}

static uint64_t plain_hash(const RType *t, const void *v, uint64_t seed)
{
    switch (t->size) {
    case 0:
        return hash_word(0, seed);
    case 1:
        return hash_word(*(const uint8_t *)v, seed);
    case 2:
        return hash_word(*(const uint16_t *)v, seed);
    case 4:
        return hash_word(*(const uint32_t *)v, seed);
    case 8:
        return hash_word(*(const uint64_t *)v, seed);
    default:
        return hash_bytes(v, t->size, seed);
    }
}

// The hash of a type that holds no other values.
static uint64_t leaf_hash(const RType *t, const void *v, uint64_t seed, const RType **bad)
{
    switch (t->kind) {
    case KIND_STRING: {
        const String *s = v;
        return hash_bytes(s->ptr, s->len, seed);
    }
    case KIND_FLOAT32:
        return hash_double(*(const float *)v, seed);
    case KIND_FLOAT64:
        return hash_double(*(const double *)v, seed);
    case KIND_COMPLEX64: {
        const float *c = v;
        return hash_double(c[1], hash_double(c[0], seed));
    }
    case KIND_COMPLEX128: {
        const double *c = v;
        return hash_double(c[1], hash_double(c[0], seed));
    }
    case KIND_SLICE:
    case KIND_MAP:
    case KIND_FUNC:
        *bad = t;
        return 0;
    default: // plain kinds of a type whose flag is not set
        return t->size == 8 ? hash_word(*(const uint64_t *)v, seed) : hash_bytes(v, t->size, seed);
    }
}

// Part after part, in order; interfaces are followed in place of a call.
static uint64_t nested_hash(const RType *t, const void *v, uint64_t seed, const RType **bad)
{
    DeepWalk w;
    deep_begin(&w);
    const void *unused;
    do {
        for (;;) {
            if (t->flags & RTYPE_PLAIN_EQUAL) {
                seed = plain_hash(t, v, seed);
                break;
            }
            if (t->kind == KIND_ARRAY || t->kind == KIND_STRUCT) { // blank fields do not take part in ==
                deep_push(&w, t, v, v);
                break;
            }
            if (t->kind != KIND_INTERFACE) {
                seed = leaf_hash(t, v, seed, bad);
                break;
            }
            const Iface *i = v;
            const RType *inner = iface_type(t, *i);
            if (!inner) {
                seed = hash_word(0, seed);
                break;
            }
            if (!(inner->flags & RTYPE_COMPARABLE)) {
                *bad = inner;
                return 0;
            }
            seed ^= inner->hash;
            v = inner->flags & RTYPE_DIRECT ? (const void *)&i->data : i->data;
            t = inner;
        }
        if (*bad)
            return 0;
    } while (deep_next(&w, &t, &v, &unused));
    return seed;
}

uint64_t value_hash(const RType *t, const void *v, uint64_t seed, const RType **bad)
{
    if (t->flags & RTYPE_PLAIN_EQUAL)
        return plain_hash(t, v, seed);
    if (t->kind == KIND_INTERFACE || t->kind == KIND_ARRAY || t->kind == KIND_STRUCT)
        return nested_hash(t, v, seed, bad);
    return leaf_hash(t, v, seed, bad);
}
