// equal.c: == of Go values.
#include <string.h>

#include "runtime/deep.h"
#include "runtime/rtype.h"
#include "runtime/text.h"

static bool plain_equal(const RType *t, const void *a, const void *b)
{
    switch (t->size) {
    case 1:
        return *(const uint8_t *)a == *(const uint8_t *)b;
    case 4:
        return *(const uint32_t *)a == *(const uint32_t *)b;
    case 8:
        return *(const uint64_t *)a == *(const uint64_t *)b;
    default:
        return memcmp(a, b, (size_t)t->size) == 0;
    }
}

// == of a type that holds no other values.
static bool leaf_equal(const RType *t, const void *a, const void *b, const RType **bad)
{
    switch (t->kind) {
    case KIND_STRING:
        return string_equal(*(const String *)a, *(const String *)b);
    case KIND_FLOAT32:
        return *(const float *)a == *(const float *)b;
    case KIND_FLOAT64:
        return *(const double *)a == *(const double *)b;
    case KIND_COMPLEX64: {
        const float *x = a, *y = b;
        return x[0] == y[0] && x[1] == y[1];
    }
    case KIND_COMPLEX128: {
        const double *x = a, *y = b;
        return x[0] == y[0] && x[1] == y[1];
    }
    case KIND_SLICE:
    case KIND_MAP:
    case KIND_FUNC:
        *bad = t;
        return false;
    default:
        return memcmp(a, b, (size_t)t->size) == 0;
    }
}

// Part after part, in order, until two differ. Interfaces are followed in place of a call.
static bool nested_equal(const RType *t, const void *a, const void *b, const RType **bad)
{
    DeepWalk w;
    deep_begin(&w);
    do {
        for (;;) {
            if (t->flags & RTYPE_PLAIN_EQUAL) {
                if (!plain_equal(t, a, b))
                    return false;
                break;
            }
            if (t->kind == KIND_ARRAY || t->kind == KIND_STRUCT) {
                deep_push(&w, t, a, b);
                break;
            }
            if (t->kind != KIND_INTERFACE) {
                if (!leaf_equal(t, a, b, bad))
                    return false;
                break;
            }
            const Iface *x = a, *y = b;
            const RType *inner = iface_type(t, *x);
            if (inner != iface_type(t, *y))
                return false;
            if (!inner)
                break;
            if (!(inner->flags & RTYPE_COMPARABLE)) {
                *bad = inner;
                return false;
            }
            bool direct = inner->flags & RTYPE_DIRECT;
            a = direct ? (const void *)&x->data : x->data;
            b = direct ? (const void *)&y->data : y->data;
            t = inner;
        }
    } while (deep_next(&w, &t, &a, &b));
    return true;
}

bool iface_equal(const RType *ta, void *da, const RType *tb, void *db, const RType **bad)
{
    if (ta != tb)
        return false;
    if (!ta)
        return true;
    if (!(ta->flags & RTYPE_COMPARABLE)) {
        *bad = ta;
        return false;
    }
    if (ta->flags & RTYPE_DIRECT)
        return da == db || value_equal(ta, &da, &db, bad);
    // The same copy is equal to itself only if its parts are: floats may be NaN, nested interfaces may not be comparable.
    if (da == db && ta->flags & RTYPE_PLAIN_EQUAL)
        return true;
    return value_equal(ta, da, db, bad);
}

bool value_equal(const RType *t, const void *a, const void *b, const RType **bad)
{
    if (t->flags & RTYPE_PLAIN_EQUAL)
        return plain_equal(t, a, b);
    if (t->kind == KIND_INTERFACE || t->kind == KIND_ARRAY || t->kind == KIND_STRUCT)
        return nested_equal(t, a, b, bad);
    return leaf_equal(t, a, b, bad);
}
