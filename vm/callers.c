// callers.c: the call stack as natives ask for it.
#include "base/buf.h"
#include "base/check.h"
#include "runtime/callers.h"
#include "vm/vm.h"

enum { PIECE = 64 };

static int64_t callers(G *g, int64_t skip, const void **pcs, int64_t n)
{
    int64_t done = 0;
    VmFrame frames[PIECE];
    while (done < n) {
        int want = n - done < PIECE ? (int)(n - done) : PIECE;
        int got = vm_callers(g, (int)(skip + done), frames, want);
        for (int i = 0; i < got; i++)
            pcs[done++] = frames[i].pc;
        if (got < want)
            break;
    }
    return done;
}

static bool describe(const void *pc, CallPlace *out)
{
    static const char *const of_runtime[] = {[VM_PC_GOPANIC] = "runtime.gopanic", [VM_PC_GOEXIT] = "runtime.Goexit", [VM_PC_END] = "runtime.goexit"};
    size_t i = ((uintptr_t)pc - (uintptr_t)vm_pc_of_runtime) / sizeof(Insn) - 1;
    if (i < COUNT_OF(of_runtime)) {
        *out = (CallPlace){.func = of_runtime[i], .file = "runtime", .line = 1, .entry = vm_pc_of_runtime + i};
        return true;
    }
    const Func *f = code_find((const Insn *)pc - 1); // what returns there may be the last of its function
    if (!f)
        return false;
    CodePlace place = func_place(f, pc, true);
    *out = (CallPlace){.func = f->name, .file = place.file, .line = place.line, .entry = f->code};
    return true;
}

static char *stack_text(G *g, bool all, size_t *n)
{
    Buf text = {0};
    vm_traceback_text(&text, g, true, all);
    *n = text.len;
    return text.ptr;
}

void vm_install_callers(void)
{
    callers_hooks = (CallersHooks){callers, describe, stack_text};
}
