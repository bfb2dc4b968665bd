// vec.c: the growing half of vec.h.
#include "base/vec.h"

#include <limits.h>

#include "base/check.h"

void vec_grow(void **at, int n, int *cap, size_t elem_bytes, Arena *a)
{
    CHECK(*cap < INT_MAX / 2);
    int bigger = *cap ? *cap * 2 : 4;
    *at = arena_grow(a, *at, (size_t)n * elem_bytes, (size_t)bigger * elem_bytes);
    *cap = bigger;
}
