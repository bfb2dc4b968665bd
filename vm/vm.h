// vm.h: runs bytecode.
#ifndef VM_VM_H
#define VM_VM_H
#include "bytecode/code.h"
#include "runtime/g.h"

// RunFn of the scheduler: runs g until it parks, yields, or ends.
RunResult vm_run(G *g);
// Prepares a fresh G to call closure with these parameter slots.
void vm_start(G *g, Closure *closure, const Slot *args, int n_slots);
// Prints Go's traceback of g ("goroutine 1 [running]:" and frames) to stderr.
void vm_traceback(G *g, bool running);
#endif
