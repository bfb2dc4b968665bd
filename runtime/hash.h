// hash.h: the hash of 8-byte keys, inline for maps; the others in hash.c.
#ifndef RUNTIME_HASH_H
#define RUNTIME_HASH_H
#include <stdint.h>

#include "runtime/value.h"

// One 64 x 64 -> 128 bit multiplication, folded (as wyhash does): all bits of the result depend on all of x and seed.
static inline uint64_t hash_word(uint64_t x, uint64_t seed)
{
    unsigned __int128 m = (unsigned __int128)(x ^ seed) * (0x9E3779B97F4A7C15u ^ (seed << 1));
    uint64_t h = (uint64_t)m ^ (uint64_t)(m >> 64);
    m = (unsigned __int128)h * 0xD6E8FEB86659FD93u;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}
uint64_t hash_bytes(const void *p, int64_t n, uint64_t seed);
uint64_t hash_random(void); // for seeds
#endif
