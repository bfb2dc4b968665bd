// rtype.c: what the runtime asks of run-time types beyond their fields.
#include "runtime/rtype.h"

#include "base/arena.h"
#include "runtime/lock.h"
#include "runtime/rtype_memory.h"

RTypeHooks rtype_hooks;

const RMethod *rtype_methods(const RType *t, int64_t *n)
{
    if (!__atomic_load_n(&t->methods_ready, __ATOMIC_ACQUIRE) && rtype_hooks.fill_methods)
        rtype_hooks.fill_methods((RType *)t);
    *n = t->n_methods;
    return t->methods;
}

static Lock memory_lock;
static Arena memory; // under memory_lock

void *rtype_memory(size_t bytes)
{
    lock_acquire(&memory_lock);
    void *p = arena_alloc(&memory, bytes);
    lock_release(&memory_lock);
    return p;
}

void rtype_memory_mark(Parcels *parcels)
{
    lock_acquire(&memory_lock);
    parcels_mark_arena(parcels, &memory);
    lock_release(&memory_lock);
}
