// value.c: values between frame slots, memory and interfaces.
#include "runtime/sched.h"
#include "runtime/text.h"
#include "vm/frame.h"

// What small values are boxed as: no allocation. The bytes of any integer below 256 are those of its entry here.
static uint64_t small_values[256];
static const uint64_t zero_value[128]; // any zero value up to 1 KB

__attribute__((constructor)) static void fill_small_values(void)
{
    for (int i = 0; i < 256; i++)
        small_values[i] = (uint64_t)i;
}

// The value's own bytes when they are few enough to look up.
static const void *box_static(const RType *t, const Slot *value)
{
    switch (t->size) {
    case 0:
        return gc_alloc_kind(0, GC_ATOMIC);
    case 1:
        return &small_values[*(const uint8_t *)value];
    case 2:
        return *(const uint16_t *)value < 256 ? &small_values[*(const uint16_t *)value] : NULL;
    case 4:
        return *(const uint32_t *)value < 256 ? &small_values[*(const uint32_t *)value] : NULL;
    case 8:
        return *value < 256 ? &small_values[*value] : NULL;
    default: {
        if (t->size > (int64_t)sizeof zero_value || t->size % 8)
            return NULL;
        for (int64_t i = 0; i < t->size / 8; i++)
            if (value[i])
                return NULL;
        return zero_value;
    }
    }
}

void *vm_box(const RType *t, const Slot *value)
{
    const void *fixed = box_static(t, value);
    if (fixed)
        return (void *)(uintptr_t)fixed;
    return vm_new_copy(t, value);
}

void *vm_new(const RType *t)
{
    return gc_alloc(t);
}

void *vm_new_copy(const RType *t, const Slot *value)
{
    void *p = gc_alloc(t);
    memcpy(p, value, (size_t)t->size);
    if (t->flags & RTYPE_POINTERS)
        gc_dirty(p);
    return p;
}

void vm_load(const RType *t, Slot *to, const void *from)
{
    switch ((Kind)t->kind) {
    case KIND_BOOL:
    case KIND_UINT8:
        *to = *(const uint8_t *)from;
        return;
    case KIND_INT8:
        *to = (Slot)(int64_t) * (const int8_t *)from;
        return;
    case KIND_UINT16:
        *to = *(const uint16_t *)from;
        return;
    case KIND_INT16:
        *to = (Slot)(int64_t) * (const int16_t *)from;
        return;
    case KIND_UINT32:
    case KIND_FLOAT32:
        *to = *(const uint32_t *)from;
        return;
    case KIND_INT32:
        *to = (Slot)(int64_t) * (const int32_t *)from;
        return;
    case KIND_INT:
    case KIND_INT64:
    case KIND_UINT:
    case KIND_UINT64:
    case KIND_UINTPTR:
    case KIND_FLOAT64:
    case KIND_COMPLEX64:
    case KIND_CHAN:
    case KIND_FUNC:
    case KIND_MAP:
    case KIND_POINTER:
    case KIND_UNSAFE_POINTER:
        *to = *(const Slot *)from;
        return;
    case KIND_STRING:
    case KIND_INTERFACE:
    case KIND_COMPLEX128: {
        Slot x = ((const Slot *)from)[0], y = ((const Slot *)from)[1];
        to[0] = x;
        to[1] = y;
        return;
    }
    case KIND_SLICE:
    case KIND_ARRAY:
    case KIND_STRUCT:
        memmove(to, from, (size_t)t->size);
        return;
    case KIND_INVALID:
    case KIND_COUNT:
        break;
    }
    UNREACHABLE();
}

void vm_zero(const RType *t, Slot *to)
{
    memset(to, 0, ((size_t)t->size + 7) / 8 * 8);
}

bool vm_convert_iface(const RType *want, const RType *have, Iface v, Slot *to)
{
    const RType *type = iface_type(have, v);
    if (!type)
        return false;
    const void *tab = type;
    if (want->n_imethods) {
        tab = want == have ? v.tab : itab_find(want, type, NULL);
        if (!tab)
            return false;
    }
    to[0] = (Slot)tab;
    to[1] = (Slot)v.data;
    return true;
}

void vm_raise_index(G *g, const Func *f, const Insn *pc, int64_t index, int64_t length)
{
    const LineEntry *e = func_line(f, pc, true);
    (void)panic_bounds(g, PANIC_INDEX, index, length, e && e->unsigned_index);
}

void vm_raise_assert(G *g, const RType *static_iface, Iface v, const RType *want)
{
    const RType *have = iface_type(static_iface, v);
    (void)panic_raise(g, PANIC_TYPE_ASSERT);
    g->raised.assert_iface = static_iface;
    g->raised.assert_have = have;
    g->raised.assert_want = want;
    g->raised.assert_method = (String){NULL, 0};
    if (have && want->kind == KIND_INTERFACE)
        (void)itab_find(want, have, &g->raised.assert_method);
}

bool vm_iface_equal(const RType *static_iface, Iface a, Iface b, const RType **bad)
{
    const RType *t = iface_type(static_iface, a);
    // Tables made for different but equal interface types stand for the same dynamic type.
    if (a.tab != b.tab && iface_type(static_iface, b) != t)
        return false;
    return !t || iface_equal(t, a.data, t, b.data, bad);
}
