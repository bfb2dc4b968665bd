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
    if (UNLIKELY(__atomic_load_n(&g->interrupt, __ATOMIC_RELAXED) != 0)) {
        int status = unwind_interrupted(g);
        if (status != VM_GO_ON)
            return (RunResult)status;
    }
    return UNLIKELY(interp_counts) ? interp_counted(g) : interp(g);
}
