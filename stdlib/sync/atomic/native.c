// native.c: the atomic operations: sequentially consistent, a nil pointer panics as a load would.
#include "runtime/native.h"

#define NEED(p)                                                                                    \
    do {                                                                                           \
        if (UNLIKELY(!(p)))                                                                        \
            return panic_raise(g, PANIC_NIL_DEREF);                                                \
    } while (0)

NATIVE(sync_atomic, SwapInt32, { int64_t ret; int32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, (int32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapInt32, { uint64_t ret; int32_t *p; uint64_t old, new; })
{
    NEED(a->p);
    int32_t old = (int32_t)a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, (int32_t)a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AddInt32, { int64_t ret; int32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_add_fetch(a->p, (int32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AndInt32, { int64_t ret; int32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_and(a->p, (int32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, OrInt32, { int64_t ret; int32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_or(a->p, (int32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadInt32, { int64_t ret; int32_t *p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StoreInt32, { int32_t *p; uint64_t v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, (int32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, SwapInt64, { int64_t ret; int64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, (int64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapInt64, { uint64_t ret; int64_t *p; uint64_t old, new; })
{
    NEED(a->p);
    int64_t old = (int64_t)a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, (int64_t)a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AddInt64, { int64_t ret; int64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_add_fetch(a->p, (int64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AndInt64, { int64_t ret; int64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_and(a->p, (int64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, OrInt64, { int64_t ret; int64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_or(a->p, (int64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadInt64, { int64_t ret; int64_t *p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StoreInt64, { int64_t *p; uint64_t v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, (int64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, SwapUint32, { uint64_t ret; uint32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, (uint32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapUint32, { uint64_t ret; uint32_t *p; uint64_t old, new; })
{
    NEED(a->p);
    uint32_t old = (uint32_t)a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, (uint32_t)a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AddUint32, { uint64_t ret; uint32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_add_fetch(a->p, (uint32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AndUint32, { uint64_t ret; uint32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_and(a->p, (uint32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, OrUint32, { uint64_t ret; uint32_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_or(a->p, (uint32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadUint32, { uint64_t ret; uint32_t *p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StoreUint32, { uint32_t *p; uint64_t v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, (uint32_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, SwapUint64, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapUint64, { uint64_t ret; uint64_t *p; uint64_t old, new; })
{
    NEED(a->p);
    uint64_t old = (uint64_t)a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, (uint64_t)a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AddUint64, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_add_fetch(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AndUint64, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_and(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, OrUint64, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_or(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadUint64, { uint64_t ret; uint64_t *p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StoreUint64, { uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, SwapUintptr, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapUintptr, { uint64_t ret; uint64_t *p; uint64_t old, new; })
{
    NEED(a->p);
    uint64_t old = (uint64_t)a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, (uint64_t)a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AddUintptr, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_add_fetch(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, AndUintptr, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_and(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, OrUintptr, { uint64_t ret; uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    a->ret = __atomic_fetch_or(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadUintptr, { uint64_t ret; uint64_t *p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StoreUintptr, { uint64_t *p; uint64_t v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, (uint64_t)a->v, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, SwapPointer, { void *ret; void **p; void *v; })
{
    NEED(a->p);
    a->ret = __atomic_exchange_n(a->p, a->v, __ATOMIC_SEQ_CST);
    gc_dirty(a->p);
    return STATUS_OK;
}

NATIVE(sync_atomic, CompareAndSwapPointer, { uint64_t ret; void **p; void *old, *new; })
{
    NEED(a->p);
    void *old = a->old;
    a->ret = __atomic_compare_exchange_n(a->p, &old, a->new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    gc_dirty(a->p);
    return STATUS_OK;
}

NATIVE(sync_atomic, LoadPointer, { void *ret; void **p; })
{
    NEED(a->p);
    a->ret = __atomic_load_n(a->p, __ATOMIC_SEQ_CST);
    return STATUS_OK;
}

NATIVE(sync_atomic, StorePointer, { void **p; void *v; })
{
    NEED(a->p);
    __atomic_store_n(a->p, a->v, __ATOMIC_SEQ_CST);
    gc_dirty(a->p);
    return STATUS_OK;
}
