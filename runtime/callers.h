// callers.h: the call stack, for natives. The VM, which knows frames, fills the hooks in before the program runs.
#ifndef RUNTIME_CALLERS_H
#define RUNTIME_CALLERS_H
#include "runtime/g.h"

typedef struct CallPlace { // the texts live for ever
    const char *func, *file;
    int64_t line;
    const void *entry; // of the function's code
} CallPlace;

typedef struct CallersHooks {
    // The return addresses of g's frames, innermost first, `skip` left out: at most n. g is the running goroutine, inside a native.
    int64_t (*callers)(G *g, int64_t skip, const void **pcs, int64_t n);
    // What a return address belongs to; false: nothing that is known.
    bool (*describe)(const void *pc, CallPlace *out);
    // The traceback of g and, if all, of every other goroutine (owned: free it).
    char *(*stack_text)(G *g, bool all, size_t *n);
} CallersHooks;
extern CallersHooks callers_hooks;
#endif
