// native.c: the C half of runtime/debug.
#include "runtime/native.h"
#include "runtime/stack.h"

NATIVE(runtime_debug, SetGCPercent, { int64_t ret; int64_t percent; })
{
    a->ret = gc_set_percent(a->percent > INT32_MAX ? INT32_MAX : a->percent < -1 ? -1 : (int)a->percent);
    return STATUS_OK;
}

NATIVE(runtime_debug, SetMemoryLimit, { int64_t ret; int64_t limit; })
{
    a->ret = gc_set_memory_limit(a->limit);
    return STATUS_OK;
}

NATIVE(runtime_debug, FreeOSMemory, {})
{
    gc_free_os_memory();
    return STATUS_OK;
}

NATIVE(runtime_debug, SetMaxStack, { int64_t ret; int64_t bytes; })
{
    a->ret = stack_set_max(a->bytes);
    return STATUS_OK;
}
