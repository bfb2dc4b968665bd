// coro.h: goroutines as C state machines, so that the scheduler is tested without the VM.
// A routine is a function (G *g, Slot *s): s[0..7] are its arguments, s[8..47] its variables, kept over waits. Between CORO_BEGIN and CORO_END it
// may AWAIT operations that park.
#ifndef TESTS_UNIT_CORO_H
#define TESTS_UNIT_CORO_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/clock.h"
#include "runtime/chan.h"
#include "runtime/gc.h"
#include "runtime/sched.h"

enum { CORO_ARGS = 8, CORO_SLOTS = 48 };
typedef RunResult (*CoroStep)(G *g, Slot *s);

#define CORO_BEGIN                                                                                 \
    switch (s[CORO_ARGS]) {                                                                        \
    case 0:
#define CORO_END                                                                                   \
    }                                                                                              \
    return RUN_ENDED
#define AWAIT(operation)                                                                           \
    do {                                                                                           \
        if ((operation) == STATUS_PARK) {                                                          \
            s[CORO_ARGS] = __LINE__;                                                               \
            return RUN_PARKED;                                                                     \
        case __LINE__:;                                                                            \
        }                                                                                          \
    } while (0)
#define YIELD()                                                                                    \
    do {                                                                                           \
        s[CORO_ARGS] = __LINE__;                                                                   \
        g_yield(g);                                                                                \
        return RUN_YIELDED;                                                                        \
    case __LINE__:;                                                                                \
    } while (0)
#define VAR(i) (s[CORO_ARGS + 1 + (i)])

// A wish to stop that a long loop without waits asks for.
static inline bool coro_should_yield(G *g)
{
    return !__atomic_load_n(&g->stack_limit, __ATOMIC_RELAXED);
}

static inline RunResult coro_run(G *g)
{
    Slot *s = g->fp;
    if (!g->pc) {
        memset(s + CORO_ARGS, 0, (CORO_SLOTS - CORO_ARGS) * sizeof(Slot));
        g->pc = s;
    }
    RunResult r = ((CoroStep)(void *)g->entry->func)(g, s);
    g->stack->used = s + CORO_SLOTS;
    gc_dirty(g->stack);
    gc_dirty(g);
    return r;
}

static inline Closure *coro_closure(CoroStep step)
{
    Closure *c = gc_alloc_kind(sizeof *c, GC_SCAN);
    c->func = (Func *)(void *)step;
    gc_dirty(c);
    return c;
}

static inline G *coro_go(CoroStep step, Slot a, Slot b, Slot c)
{
    Slot args[CORO_ARGS] = {a, b, c};
    return go_start(coro_closure(step), args, CORO_ARGS, NULL);
}

static int coro_deadlocks;
static inline int coro_on_deadlock(void)
{
    __atomic_add_fetch(&coro_deadlocks, 1, __ATOMIC_RELAXED);
    return 2;
}

static inline void coro_init(int n_procs)
{
    gc_init();
    SchedConfig cfg = {.n_procs = n_procs, .run = coro_run, .on_deadlock = coro_on_deadlock};
    if (getenv("CORO_STRESS"))
        gc_set_stress(true);
    sched_init(&cfg);
}

// -- run-time types for tests
static const RType type_int = {.size = 8, .kind = KIND_INT, .align = 8, .flags = RTYPE_PLAIN_EQUAL | RTYPE_COMPARABLE};
static const RType type_pointer = {.size = 8, .kind = KIND_POINTER, .align = 8, .flags = RTYPE_POINTERS | RTYPE_DIRECT | RTYPE_PLAIN_EQUAL | RTYPE_COMPARABLE};
static const RType type_string = {.size = 16, .kind = KIND_STRING, .align = 8, .flags = RTYPE_POINTERS | RTYPE_COMPARABLE};
static const RType type_int32 = {.size = 4, .kind = KIND_INT32, .align = 4, .flags = RTYPE_PLAIN_EQUAL | RTYPE_COMPARABLE};
static const RType type_float64 = {.size = 8, .kind = KIND_FLOAT64, .align = 8, .flags = RTYPE_COMPARABLE};
static inline void coro_types_used(void)
{
    (void)type_int, (void)type_pointer, (void)type_string, (void)type_int32, (void)type_float64;
}
#endif
