// interp_count.c: the interpreter's loop with counters (--stats) and a trace of what is executed.
#include "vm/interp.h"
#include "runtime/sched.h"
#include "runtime/slice.h"
#include "runtime/text.h"
#include "vm/frame.h"

#include <inttypes.h>
#include <stdio.h>

bool interp_counts;
static bool tracing;
static uint64_t counts[OP_COUNT]; // atomic, relaxed

static void interp_count(const Insn *pc, const Slot *fp)
{
    Op op = insn_op(*pc);
    __atomic_fetch_add(&counts[op], 1, __ATOMIC_RELAXED);
    if (tracing)
        fprintf(stderr, "%p %p %s %u %u %u\n", (const void *)pc, (const void *)fp, op_info[op].name, insn_a(*pc), insn_b(*pc), insn_c(*pc));
}

#define INTERP_NAME counted_loop
#define INTERP_COUNTS 1
#include "vm/interp_loop.inc"

RunResult interp_counted(G *g)
{
    return counted_loop(g);
}

void vm_set_counting(bool on)
{
    interp_counts = on || tracing;
}

void vm_set_tracing(bool on)
{
    tracing = on;
    interp_counts = on || interp_counts;
}

uint64_t vm_op_count(Op op)
{
    return __atomic_load_n(&counts[op], __ATOMIC_RELAXED);
}
