// native.c: package bits on the processor's instructions.
#include "runtime/native.h"

static uint64_t reverse64(uint64_t x)
{
    x = (x >> 1 & 0x5555555555555555u) | (x & 0x5555555555555555u) << 1;
    x = (x >> 2 & 0x3333333333333333u) | (x & 0x3333333333333333u) << 2;
    x = (x >> 4 & 0x0F0F0F0F0F0F0F0Fu) | (x & 0x0F0F0F0F0F0F0F0Fu) << 4;
    return __builtin_bswap64(x);
}

static int64_t length(uint64_t x)
{
    return x ? 64 - __builtin_clzll(x) : 0;
}

NATIVE(math_bits, LeadingZeros, { int64_t ret; uint64_t x; })
{
    a->ret = 64 - length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, TrailingZeros, { int64_t ret; uint64_t x; })
{
    a->ret = a->x ? __builtin_ctzll(a->x) : 64;
    return STATUS_OK;
}

NATIVE(math_bits, OnesCount, { int64_t ret; uint64_t x; })
{
    a->ret = __builtin_popcountll(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Len, { int64_t ret; uint64_t x; })
{
    a->ret = length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Reverse, { uint64_t ret; uint64_t x; })
{
    a->ret = reverse64(a->x) >> 0;
    return STATUS_OK;
}

NATIVE(math_bits, ReverseBytes, { uint64_t ret; uint64_t x; })
{
    a->ret = __builtin_bswap64(a->x) >> 0;
    return STATUS_OK;
}

NATIVE(math_bits, Mul, { uint64_t hi, lo, x, y; })
{
    unsigned __int128 p = (unsigned __int128)a->x * a->y;
    a->hi = (uint64_t)(p >> 64);
    a->lo = (uint64_t)p;
    return STATUS_OK;
}

NATIVE(math_bits, Div, { uint64_t quo, rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    if (a->y <= a->hi)
        return panic_text_error(g, PANIC_ERROR_TEXT, STRING("integer overflow"));
    unsigned __int128 n = (unsigned __int128)a->hi << 64 | a->lo;
    a->quo = (uint64_t)(n / a->y);
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}

NATIVE(math_bits, Rem, { uint64_t rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    unsigned __int128 n = (unsigned __int128)(a->hi % a->y) << 64 | a->lo;
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}

NATIVE(math_bits, LeadingZeros8, { int64_t ret; uint64_t x; })
{
    a->ret = 8 - length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, TrailingZeros8, { int64_t ret; uint64_t x; })
{
    a->ret = a->x ? __builtin_ctzll(a->x) : 8;
    return STATUS_OK;
}

NATIVE(math_bits, OnesCount8, { int64_t ret; uint64_t x; })
{
    a->ret = __builtin_popcountll(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Len8, { int64_t ret; uint64_t x; })
{
    a->ret = length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Reverse8, { uint64_t ret; uint64_t x; })
{
    a->ret = reverse64(a->x) >> 56;
    return STATUS_OK;
}

NATIVE(math_bits, LeadingZeros16, { int64_t ret; uint64_t x; })
{
    a->ret = 16 - length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, TrailingZeros16, { int64_t ret; uint64_t x; })
{
    a->ret = a->x ? __builtin_ctzll(a->x) : 16;
    return STATUS_OK;
}

NATIVE(math_bits, OnesCount16, { int64_t ret; uint64_t x; })
{
    a->ret = __builtin_popcountll(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Len16, { int64_t ret; uint64_t x; })
{
    a->ret = length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Reverse16, { uint64_t ret; uint64_t x; })
{
    a->ret = reverse64(a->x) >> 48;
    return STATUS_OK;
}

NATIVE(math_bits, ReverseBytes16, { uint64_t ret; uint64_t x; })
{
    a->ret = __builtin_bswap64(a->x) >> 48;
    return STATUS_OK;
}

NATIVE(math_bits, LeadingZeros32, { int64_t ret; uint64_t x; })
{
    a->ret = 32 - length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, TrailingZeros32, { int64_t ret; uint64_t x; })
{
    a->ret = a->x ? __builtin_ctzll(a->x) : 32;
    return STATUS_OK;
}

NATIVE(math_bits, OnesCount32, { int64_t ret; uint64_t x; })
{
    a->ret = __builtin_popcountll(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Len32, { int64_t ret; uint64_t x; })
{
    a->ret = length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Reverse32, { uint64_t ret; uint64_t x; })
{
    a->ret = reverse64(a->x) >> 32;
    return STATUS_OK;
}

NATIVE(math_bits, ReverseBytes32, { uint64_t ret; uint64_t x; })
{
    a->ret = __builtin_bswap64(a->x) >> 32;
    return STATUS_OK;
}

NATIVE(math_bits, Mul32, { uint64_t hi, lo, x, y; })
{
    uint64_t p = (uint64_t)a->x * a->y;
    a->hi = (uint64_t)(p >> 32);
    a->lo = (uint32_t)p;
    return STATUS_OK;
}

NATIVE(math_bits, Div32, { uint64_t quo, rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    if (a->y <= a->hi)
        return panic_text_error(g, PANIC_ERROR_TEXT, STRING("integer overflow"));
    uint64_t n = (uint64_t)a->hi << 32 | a->lo;
    a->quo = (uint64_t)(n / a->y);
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}

NATIVE(math_bits, Rem32, { uint64_t rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    uint64_t n = (uint64_t)(a->hi % a->y) << 32 | a->lo;
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}

NATIVE(math_bits, LeadingZeros64, { int64_t ret; uint64_t x; })
{
    a->ret = 64 - length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, TrailingZeros64, { int64_t ret; uint64_t x; })
{
    a->ret = a->x ? __builtin_ctzll(a->x) : 64;
    return STATUS_OK;
}

NATIVE(math_bits, OnesCount64, { int64_t ret; uint64_t x; })
{
    a->ret = __builtin_popcountll(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Len64, { int64_t ret; uint64_t x; })
{
    a->ret = length(a->x);
    return STATUS_OK;
}

NATIVE(math_bits, Reverse64, { uint64_t ret; uint64_t x; })
{
    a->ret = reverse64(a->x) >> 0;
    return STATUS_OK;
}

NATIVE(math_bits, ReverseBytes64, { uint64_t ret; uint64_t x; })
{
    a->ret = __builtin_bswap64(a->x) >> 0;
    return STATUS_OK;
}

NATIVE(math_bits, Mul64, { uint64_t hi, lo, x, y; })
{
    unsigned __int128 p = (unsigned __int128)a->x * a->y;
    a->hi = (uint64_t)(p >> 64);
    a->lo = (uint64_t)p;
    return STATUS_OK;
}

NATIVE(math_bits, Div64, { uint64_t quo, rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    if (a->y <= a->hi)
        return panic_text_error(g, PANIC_ERROR_TEXT, STRING("integer overflow"));
    unsigned __int128 n = (unsigned __int128)a->hi << 64 | a->lo;
    a->quo = (uint64_t)(n / a->y);
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}

NATIVE(math_bits, Rem64, { uint64_t rem, hi, lo, y; })
{
    if (a->y == 0)
        return panic_raise(g, PANIC_DIVIDE);
    unsigned __int128 n = (unsigned __int128)(a->hi % a->y) << 64 | a->lo;
    a->rem = (uint64_t)(n % a->y);
    return STATUS_OK;
}
