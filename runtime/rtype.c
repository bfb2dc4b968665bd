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

void *rtype_memory(size_t bytes)
{
    static Lock lock;
    static Arena arena;
    lock_acquire(&lock);
    void *p = arena_alloc(&arena, bytes);
    lock_release(&lock);
    return p;
}
