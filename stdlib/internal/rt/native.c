// native.c: the C half of internal/rt: interfaces taken apart and made, maps walked over.
#include "runtime/chan.h"
#include "runtime/map.h"
#include "runtime/native.h"
#include "runtime/text.h"

// The Go struct Type (type.go) reads RType by these places, which 8-byte alignment gives it.
_Static_assert(offsetof(RType, kind) == 12 && offsetof(RType, string) == 16 && offsetof(RType, pkg_path) == 48, "type.go");
_Static_assert(offsetof(RType, elem) == 64 && offsetof(RType, len) == 80 && offsetof(RType, fields) == 88, "type.go");
_Static_assert(offsetof(RType, in) == 104 && offsetof(RType, n_in) == 120 && offsetof(RType, imethods) == 136, "type.go");
_Static_assert(offsetof(RType, methods) == 152 && offsetof(RType, methods_ready) == 168, "type.go");
_Static_assert(offsetof(RType, ptr_to) == 176 && offsetof(RType, compiler) == 200 && sizeof(RType) == 208, "type.go");
_Static_assert(offsetof(RField, type) == 32 && offsetof(RField, tag) == 48 && sizeof(RField) == 72, "type.go");
_Static_assert(offsetof(RMethod, func) == 40 && sizeof(RMethod) == 48 && sizeof(RIMethod) == 40, "type.go");
_Static_assert(sizeof(MapIter) == 12 * 8 && offsetof(MapIter, at) == 40, "mapIter of value.go");

NATIVE(internal_rt, TypeOf, { const RType *ret; Iface v; })
{
    a->ret = a->v.tab;
    return STATUS_OK;
}

NATIVE(internal_rt, dataWord, { void *ret; Iface v; })
{
    a->ret = a->v.data;
    return STATUS_OK;
}

NATIVE(internal_rt, pack, { Iface ret; const RType *t; void *word; })
{
    a->ret = (Iface){a->t, a->word};
    return STATUS_OK;
}

static void *new_copy(const RType *t, const void *src)
{
    void *p = gc_alloc(t);
    memcpy(p, src, (size_t)t->size);
    gc_dirty(p);
    return p;
}

NATIVE(internal_rt, box, { Iface ret; const RType *t; const void *src; })
{
    a->ret = (Iface){a->t, new_copy(a->t, a->src)};
    return STATUS_OK;
}

NATIVE(internal_rt, newCopy, { void *ret; const RType *t; const void *src; })
{
    a->ret = new_copy(a->t, a->src);
    return STATUS_OK;
}

NATIVE(internal_rt, assign, { uint64_t ret; const RType *t; void *dst; Iface v; })
{
    const RType *have = a->v.tab;
    a->ret = 1;
    if (a->t->kind == KIND_INTERFACE) {
        const void *tab = have;
        if (a->t->n_imethods > 0)
            tab = have ? itab_find(a->t, have, NULL) : NULL;
        if (tab || !have)
            *(Iface *)a->dst = (Iface){tab, a->v.data};
        else
            a->ret = 0;
    } else if (have != a->t) {
        a->ret = 0;
    } else if (have->flags & RTYPE_DIRECT) {
        *(void **)a->dst = a->v.data;
    } else {
        memmove(a->dst, a->v.data, (size_t)have->size);
    }
    gc_dirty(a->dst);
    return STATUS_OK;
}

NATIVE(internal_rt, dynamic, { const RType *ret; const RType *t; const Iface *at; })
{
    a->ret = iface_type(a->t, *a->at);
    return STATUS_OK;
}

NATIVE(internal_rt, methodSet, { int64_t ret; const RType *t; })
{
    rtype_methods(a->t, &a->ret);
    return STATUS_OK;
}

static bool interface_has(const RType *t, const RIMethod *want)
{
    for (int64_t i = 0; i < t->n_imethods; i++) {
        const RIMethod *have = &t->imethods[i];
        if (have->type == want->type && string_equal(have->name, want->name) && string_equal(have->pkg_path, want->pkg_path))
            return true;
    }
    return false;
}

NATIVE(internal_rt, implements, { uint64_t ret; const RType *t; const RType *iface; })
{
    a->ret = 1;
    if (a->t->kind == KIND_INTERFACE) {
        for (int64_t i = 0; a->ret && i < a->iface->n_imethods; i++)
            a->ret = interface_has(a->t, &a->iface->imethods[i]);
    } else if (a->iface->n_imethods > 0) {
        a->ret = itab_find(a->iface, a->t, NULL) != NULL;
    }
    return STATUS_OK;
}

NATIVE(internal_rt, mapLen, { int64_t ret; Map *m; })
{
    a->ret = map_len(a->m);
    return STATUS_OK;
}

NATIVE(internal_rt, mapIterInit, { const RType *t; Map *m; MapIter *it; })
{
    Status s = map_iter_init(g, a->t, a->m, a->it);
    gc_dirty(a->it);
    return s;
}

NATIVE(internal_rt, mapIterNext, { MapIter *it; })
{
    Status s = map_iter_next(g, a->it);
    gc_dirty(a->it);
    return s;
}

NATIVE(internal_rt, chanLen, { int64_t ret; Chan *c; })
{
    a->ret = chan_len(a->c);
    return STATUS_OK;
}

NATIVE(internal_rt, chanCap, { int64_t ret; Chan *c; })
{
    a->ret = chan_cap(a->c);
    return STATUS_OK;
}
