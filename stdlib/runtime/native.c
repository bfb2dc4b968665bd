// native.c: the C half of package runtime.
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/clock.h"
#include "runtime/callers.h"
#include "runtime/native.h"
#include "runtime/sched.h"
#include "runtime/sema.h"

// -- goroutines

NATIVE(runtime, GOMAXPROCS, { int64_t ret; int64_t n; })
{
    a->ret = sched_set_procs(a->n > INT32_MAX ? INT32_MAX : a->n < 1 ? 0 : (int)a->n);
    return STATUS_OK;
}

NATIVE(runtime, NumCPU, { int64_t ret; })
{
    a->ret = sched_n_cpus();
    return STATUS_OK;
}

NATIVE(runtime, NumGoroutine, { int64_t ret; })
{
    a->ret = sched_n_goroutines();
    return STATUS_OK;
}

NATIVE(runtime, Goexit, {})
{
    return STATUS_EXIT;
}

NATIVE(runtime, LockOSThread, {})
{
    sched_lock_thread(g);
    return STATUS_OK;
}

NATIVE(runtime, UnlockOSThread, {})
{
    sched_unlock_thread(g);
    return STATUS_OK;
}

// A yielding native is executed again: the parameter says whether it has been.
NATIVE(runtime, yield, { uint64_t done; })
{
    if (a->done)
        return STATUS_OK;
    a->done = 1;
    return STATUS_YIELD;
}

NATIVE(runtime, becomeSystem, {})
{
    sched_make_system(g);
    return STATUS_OK;
}

NATIVE(runtime, fatal, { String text; })
{
    return panic_text_error(g, PANIC_FATAL_TEXT, a->text);
}

NATIVE(runtime, Breakpoint, {})
{
    raise(SIGTRAP);
    return STATUS_OK;
}

// -- memory

NATIVE(runtime, GC, {})
{
    gc_collect();
    return STATUS_OK;
}

NATIVE(runtime, readStats, { uint64_t (*into)[9]; uint64_t (*pauses)[GC_PAUSES]; uint64_t (*ends)[GC_PAUSES]; })
{
    GcStats s;
    gc_stats(&s);
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    // What the monotonic clock is behind the wall clock.
    uint64_t behind = (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec - (uint64_t)clock_ns();
    uint64_t last = s.last_collection_ns ? s.last_collection_ns + behind : 0;
    uint64_t numbers[9] = {s.live_bytes,    s.total_alloc_bytes, s.sys_bytes,     s.n_mallocs, s.n_frees,
                           s.n_collections, s.n_forced,          s.total_stop_ns, last};
    memcpy(*a->into, numbers, sizeof numbers);
    memcpy(*a->pauses, s.pause_ns, sizeof s.pause_ns);
    for (int i = 0; i < GC_PAUSES; i++)
        (*a->ends)[i] = s.pause_end_ns[i] ? s.pause_end_ns[i] + behind : 0;
    return STATUS_OK;
}

// -- finalizers

// What `type` of a GcFinalizer points to here: an interface parameter needs the object's type at the call. One for each pair, for ever.
typedef struct FinalizerTypes {
    const RType *func, *object;
    struct FinalizerTypes *next;
} FinalizerTypes;

static const FinalizerTypes *finalizer_types(const RType *func, const RType *object)
{
    static FinalizerTypes *all;
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&lock);
    FinalizerTypes *t = all;
    while (t && (t->func != func || t->object != object))
        t = t->next;
    if (!t) {
        t = malloc(sizeof *t);
        if (!t)
            out_of_memory();
        *t = (FinalizerTypes){func, object, all};
        all = t;
    }
    pthread_mutex_unlock(&lock);
    return t;
}

static uint32_t finalizers_ready; // a semaphore: counted up when some are

static void finalizers_notify(void)
{
    sema_release(&finalizers_ready);
}

NATIVE(runtime, startOnce, { uint64_t ret; })
{
    static uint32_t started;
    a->ret = !__atomic_exchange_n(&started, 1, __ATOMIC_ACQ_REL);
    if (a->ret)
        gc_finalizer_set_notify(finalizers_notify);
    return STATUS_OK;
}

// Whether a value of type t can be given to a parameter of type to.
static bool can_pass(const RType *t, const RType *to)
{
    if (t == to)
        return true;
    if (to->kind == KIND_INTERFACE)
        return to->n_imethods == 0 || itab_find(to, t, NULL) != NULL;
    return to->kind == KIND_POINTER && to->elem == t->elem && !(to->flags & t->flags & RTYPE_NAMED);
}

NATIVE(runtime, setFinalizer, { int64_t wrong; String have; String want; Iface obj; Iface fn; })
{
    enum { NO_OBJECT = 1, NO_POINTER, NO_FUNC, NO_MATCH, NOT_START };
    const RType *t = a->obj.tab, *f = a->fn.tab;
    a->wrong = 0;
    a->have = a->want = (String){NULL, 0};
    if (!t) {
        a->wrong = NO_OBJECT;
    } else if (t->kind != KIND_POINTER) {
        a->wrong = NO_POINTER;
        a->have = t->string;
    } else if (!a->obj.data) {
        a->wrong = NO_OBJECT;
    } else if (!f) {
        gc_set_finalizer(a->obj.data, NULL, NULL);
    } else if (f->kind != KIND_FUNC) {
        a->wrong = NO_FUNC;
        a->have = f->string;
    } else if (f->n_in != 1 || f->flags & RTYPE_VARIADIC || !can_pass(t, f->in[0])) {
        a->wrong = NO_MATCH;
        a->have = f->string;
        a->want = t->string;
    } else if (t->elem->size > 0) { // what has no size has no memory of its own
        const RType *kept = (const RType *)(const void *)finalizer_types(f, t);
        if (!gc_set_finalizer(a->obj.data, a->fn.data, kept) && gc_base(a->obj.data, &(size_t){0}))
            a->wrong = NOT_START; // what is not on the heap at all lives for ever
    }
    return STATUS_OK;
}

static int64_t slots_of(const RType *t)
{
    return (t->size + 7) / 8;
}

NATIVE(runtime, finalizerNext, {})
{
    GcFinalizer next;
    if (!gc_finalizer_take(&next))
        return sema_acquire(g, &finalizers_ready, false, WAIT_FINALIZER, NULL);
    if (!next.type) {
        g->call_request = next.fn;
        g->call_frame = NULL;
        return STATUS_CALL;
    }
    const FinalizerTypes *types = (const FinalizerTypes *)(const void *)next.type;
    const RType *f = types->func, *object = types->object;
    int64_t results = 0;
    for (int64_t i = 0; i < f->n_out; i++)
        results += slots_of(f->out[i]);
    void **frame = gc_alloc_kind((size_t)(results + 2) * sizeof(Slot), GC_SCAN);
    const RType *in = f->in[0];
    if (in->kind == KIND_INTERFACE) {
        frame[results] = (void *)(uintptr_t)(in->n_imethods ? (const void *)itab_find(in, object, NULL) : object);
        frame[results + 1] = next.arg;
    } else {
        frame[results] = next.arg;
    }
    gc_dirty(frame);
    g->call_request = next.fn;
    g->call_frame = (Slot *)frame;
    return STATUS_CALL;
}

// -- the call stack

NATIVE(runtime, callers, { int64_t ret; int64_t skip; Slice pcs; })
{
    // Frame 0 is the one that has called this native.
    a->ret = callers_hooks.callers ? callers_hooks.callers(g, a->skip, a->pcs.ptr, a->pcs.len) : 0;
    return STATUS_OK;
}

NATIVE(runtime, place, { String function; String file; int64_t line; uintptr_t entry; uint64_t ok; uintptr_t pc; })
{
    CallPlace p = {0};
    a->ok = a->pc && callers_hooks.describe && callers_hooks.describe((const void *)a->pc, &p);
    a->function = (String){p.func, p.func ? (int64_t)strlen(p.func) : 0};
    a->file = string_new(p.file ? p.file : "", p.file ? (int64_t)strlen(p.file) : 0); // names of a session's inputs change
    a->line = p.line;
    a->entry = (uintptr_t)p.entry;
    return STATUS_OK;
}

NATIVE(runtime, stackText, { String ret; uint64_t all; })
{
    size_t n = 0;
    char *text = callers_hooks.stack_text ? callers_hooks.stack_text(g, a->all, &n) : NULL;
    a->ret = string_new(text ? text : "", (int64_t)n);
    free(text);
    return STATUS_OK;
}
