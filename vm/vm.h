// vm.h: runs bytecode.
#ifndef VM_VM_H
#define VM_VM_H
#include "bytecode/code.h"
#include "runtime/g.h"

// RunFn of the scheduler: runs g until it parks, yields, or ends.
RunResult vm_run(G *g);
// SchedConfig.start: prepares a fresh G (its stack: an empty chunk) to call closure with these parameter slots.
void vm_start(G *g, Closure *closure, const Slot *args, int n_slots);
// SchedConfig.on_deadlock: prints Go's report with every goroutine; gives the exit status.
int vm_on_deadlock(void);
// SchedConfig.on_quit: stops the goroutines and prints each as it is; gives the exit status.
int vm_on_quit(void);
// The same as text; all: every other goroutine too.
void vm_traceback_text(Buf *out, G *g, bool running, bool all);
// Prints "fatal error: text" and the traceback of g (NULL: none) and all others, and ends with status 2.
_Noreturn void vm_fatal(G *g, const char *text);

// A frame of a goroutine, for runtime.Callers and the like. Frames of wrappers are left out.
typedef struct VmFrame {
    const Func *func;
    const char *file;
    int line;
    const Insn *pc; // return pc, or behind the instruction that runs deferred calls
} VmFrame;
// Frames of Go's runtime that have no code here stand for themselves: func NULL, pc behind one of these.
enum { VM_PC_GOPANIC, VM_PC_GOEXIT, VM_PC_END };
extern const Insn vm_pc_of_runtime[4];
// Fills up to n frames of g (stopped, or the one that calls this), innermost first, `skip` left out; returns how many.
int vm_callers(G *g, int skip, VmFrame *frames, int n);
// Position of the code that the input's first goroutine was in when it was interrupted (LineEntry.pos), once; 0: it was not.
uint32_t vm_take_interrupted_at(void);
// Fills in callers_hooks (runtime/callers.h).
void vm_install_callers(void);

// Settings, before vm_run is first called.
void vm_set_counting(bool on);  // --stats: count executed instructions by kind
void vm_set_tracing(bool on);   // print each instruction to stderr as it is executed
uint64_t vm_op_count(Op op);
#endif
