// interp.c: the interpreter as programs run it. One function with computed gotos: docs/adr, "Dispatch".
#include "runtime/sched.h"
#include "runtime/slice.h"
#include "runtime/text.h"
#include "vm/frame.h"
#include "vm/interp.h"

#define INTERP_NAME interp
#define INTERP_COUNTS 0
#include "vm/interp_loop.inc"

bool vm_stress;

RunResult vm_run(G *g)
{
    __atomic_store_n(&g->stack_limit, vm_stress ? NULL : g->stack->end, __ATOMIC_RELAXED);
    return UNLIKELY(interp_counts) ? interp_counted(g) : interp(g);
}
