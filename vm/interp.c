// interp.c: the interpreter as programs run it. One function with computed gotos: docs/adr, "Dispatch".
#include "runtime/sched.h"
#include "runtime/slice.h"
#include "runtime/text.h"
#include "vm/frame.h"
#include "vm/interp.h"

#define INTERP_NAME interp
#define INTERP_COUNTS 0
#include "vm/interp_loop.inc"

RunResult vm_run(G *g)
{
    if (UNLIKELY(__atomic_load_n(&g->interrupted, __ATOMIC_RELAXED))) {
        __atomic_store_n(&g->interrupted, 0, __ATOMIC_RELAXED);
        int status = unwind_goexit(g);
        if (status != VM_GO_ON)
            return (RunResult)status;
    }
    return UNLIKELY(interp_counts) ? interp_counted(g) : interp(g);
}
