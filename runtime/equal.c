// equal.c: == of Go values.
#include <string.h>

#include "runtime/rtype.h"
#include "runtime/text.h"

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
    if (t->flags & RTYPE_PLAIN_EQUAL) {
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
    case KIND_INTERFACE: {
        const Iface *x = a, *y = b;
        return iface_equal(iface_type(t, *x), x->data, iface_type(t, *y), y->data, bad);
    }
    case KIND_ARRAY:
        for (int64_t i = 0; i < t->len; i++)
            if (!value_equal(t->elem, (const char *)a + i * t->elem->size, (const char *)b + i * t->elem->size, bad))
                return false;
        return true;
    case KIND_STRUCT:
        for (int64_t i = 0; i < t->n_fields; i++) {
            const RField *f = &t->fields[i];
            if (f->name.len == 1 && f->name.ptr[0] == '_')
                continue;
            if (!value_equal(f->type, (const char *)a + f->offset, (const char *)b + f->offset, bad))
                return false;
        }
        return true;
    case KIND_SLICE:
    case KIND_MAP:
    case KIND_FUNC:
        *bad = t;
        return false;
    default:
        return memcmp(a, b, (size_t)t->size) == 0;
    }
}
