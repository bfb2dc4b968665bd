// native.c: sorting of plain slices, and exchanging elements of any.
#include "runtime/native.h"
#include "runtime/text.h"

#define T int64_t
#define NAME ints
#define LESS(a, b) ((a) < (b))
#include "stdlib/sort/kernel.inc"

#define T double
#define NAME floats
#define LESS(a, b) ((a) < (b) || ((a) != (a) && (b) == (b)))
#include "stdlib/sort/kernel.inc"

#define T String
#define NAME strings
#define LESS(a, b) (string_compare(a, b) < 0)
#include "stdlib/sort/kernel.inc"

NATIVE(sort, sortInts, { Slice x; })
{
    ints_sort(a->x.ptr, a->x.len);
    return STATUS_OK;
}

NATIVE(sort, splitInts, { int64_t ret; Slice x; })
{
    a->ret = ints_split(a->x.ptr, a->x.len);
    return STATUS_OK;
}

NATIVE(sort, sortFloats, { Slice x; })
{
    floats_sort(a->x.ptr, a->x.len);
    return STATUS_OK;
}

NATIVE(sort, splitFloats, { int64_t ret; Slice x; })
{
    a->ret = floats_split(a->x.ptr, a->x.len);
    return STATUS_OK;
}

NATIVE(sort, sortStrings, { Slice x; })
{
    strings_sort(a->x.ptr, a->x.len);
    if (a->x.len > 0)
        gc_dirty_range(a->x.ptr, (size_t)a->x.len * sizeof(String));
    return STATUS_OK;
}

NATIVE(sort, splitStrings, { int64_t ret; Slice x; })
{
    a->ret = strings_split(a->x.ptr, a->x.len);
    if (a->x.len > 0)
        gc_dirty_range(a->x.ptr, (size_t)a->x.len * sizeof(String));
    return STATUS_OK;
}

// Takes a slice in an interface apart.
NATIVE(sort, parts, { void *base; int64_t n; uint64_t size; String kind; Iface x; })
{
    static const char *const names[] = {
        "zero",
#define BASIC(KIND, name, bytes, class) name,
#define COMPOSITE(KIND, name) name,
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
    };
    const RType *t = a->x.tab;
    if (!t || t->kind != KIND_SLICE) {
        const char *name = names[t ? t->kind : 0];
        a->base = NULL;
        a->n = 0;
        a->size = 0;
        a->kind = (String){name, (int64_t)strlen(name)};
        return STATUS_OK;
    }
    const Slice *s = a->x.data;
    a->base = s->ptr;
    a->n = s->len;
    a->size = (uint64_t)t->elem->size;
    a->kind = (String){0};
    return STATUS_OK;
}

typedef struct Indexed { // as slice.go has it
    char *base;
    int64_t n;
    uint64_t size;
    Closure *less;
} Indexed;

NATIVE(sort, indexed_Swap, { Indexed *s; int64_t i, j; })
{
    const Indexed *s = a->s;
    if ((uint64_t)a->i >= (uint64_t)s->n)
        return panic_bounds(g, PANIC_INDEX, a->i, s->n, false);
    if ((uint64_t)a->j >= (uint64_t)s->n)
        return panic_bounds(g, PANIC_INDEX, a->j, s->n, false);
    char *x = s->base + (uint64_t)a->i * s->size, *y = s->base + (uint64_t)a->j * s->size;
    char part[64];
    for (uint64_t left = s->size; left;) {
        size_t n = left < sizeof part ? (size_t)left : sizeof part;
        memcpy(part, x, n);
        memcpy(x, y, n);
        memcpy(y, part, n);
        x += n;
        y += n;
        left -= n;
    }
    if (s->size) {
        gc_dirty(x - s->size);
        gc_dirty(y - s->size);
    }
    return STATUS_OK;
}
