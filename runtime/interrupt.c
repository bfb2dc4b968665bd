// interrupt.c: inputs of a session end without the session ending.
// A goroutine's `input` is the number of the input that started it, directly or through others. Interrupting an input marks its goroutines. One
// that runs ends as by Goexit at its next poll, deferred calls included. One that waits is taken out of the queue where it waits and made ready, and ends
// before it does anything else. A system call that blocks is interrupted by a signal.
// Whoever ends a wait and the waker that may come at the same moment are told apart by the state: while it is G_UNWAITING the goroutine cannot
// go on, so what it waits for can be read; a waker that has already taken it from its queue waits for the state to change. A goroutine that
// is marked while it runs, but parks before it polls, is found by its worker (after_run).
// A goroutine that was woken before it could be taken runs on to its next poll: after `mu.Lock()` a deferred Unlock is there by then.
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "runtime/proc.h"

enum { HOW_BITS = 2, HOW_MASK = (1 << HOW_BITS) - 1, PATIENCE = 2, INTERRUPT_SIGNAL = SIGURG };

static void nothing(int sig)
{
    (void)sig;
}

void sched_set_session(void)
{
    struct sigaction a = {.sa_handler = nothing}; // no SA_RESTART: the call that it meets ends
    sigemptyset(&a.sa_mask);
    sigaction(INTERRUPT_SIGNAL, &a, NULL);
    sched.session = true;
}

bool sched_in_session(void)
{
    return sched.session;
}

bool sched_is_main(const G *g)
{
    return __atomic_load_n(&sched.main_g, __ATOMIC_RELAXED) == g;
}

void sched_fail_input(G *g, int status)
{
    G *main = g;
    if (__atomic_compare_exchange_n(&sched.main_g, &main, NULL, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
        sched_finish(status);
}

void sched_request_interrupt(void)
{
    __atomic_store_n(&sched.interrupt, 1, __ATOMIC_RELEASE);
    futex_wake(&sched.done, 1);
}

// A mark names the input, so that it says nothing to another goroutine that the G has become meanwhile.
Interrupt sched_interrupted(const G *g)
{
    uintptr_t word = __atomic_load_n(&g->interrupt, __ATOMIC_RELAXED);
    if (LIKELY(!word) || word >> HOW_BITS != __atomic_load_n(&g->input, __ATOMIC_RELAXED))
        return INTERRUPT_NONE;
    return (Interrupt)(word & HOW_MASK);
}

// The first reason counts.
static void end_with(int status)
{
    int none = 0;
    __atomic_compare_exchange_n(&sched.interrupt_status, &none, status, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

void sched_interrupt_taken(G *g)
{
    __atomic_store_n(&g->interrupt, 0, __ATOMIC_RELAXED);
}

void sched_interrupt_goroutine(G *g, int status)
{
    if (sched_is_main(g))
        end_with(status);
    uintptr_t input = __atomic_load_n(&g->input, __ATOMIC_RELAXED);
    __atomic_store_n(&g->interrupt, input << HOW_BITS | INTERRUPT_GOEXIT, __ATOMIC_RELAXED);
    __atomic_store_n(&g->stack_limit, NULL, __ATOMIC_RELAXED);
}

// -- waits

static Unwait unwait(G *g)
{
    switch ((WaitReason)g->wait_reason) {
    case WAIT_CHAN_RECEIVE:
    case WAIT_CHAN_SEND:
        return chan_unwait(g);
    case WAIT_CHAN_RECEIVE_NIL:
    case WAIT_CHAN_SEND_NIL:
    case WAIT_SELECT_NO_CASES:
        return UNWAIT_DONE;
    case WAIT_SELECT:
        return select_unwait(g);
    case WAIT_SLEEP:
        return timer_unwait(g);
    case WAIT_IO:
        return netpoll_unwait(g);
    case WAIT_SEMACQUIRE:
    case WAIT_MUTEX_LOCK:
    case WAIT_RWMUTEX_RLOCK:
    case WAIT_RWMUTEX_LOCK:
    case WAIT_COND:
    case WAIT_WAITGROUP:
    case WAIT_FINALIZER:
    case WAIT_INIT:
        return sema_unwait(g);
    case WAIT_NONE:
    case WAIT_REASON_COUNT:
        break;
    }
    return UNWAIT_TOO_LATE;
}

void interrupt_waiting(G *g)
{
    for (;;) {
        uint32_t state = G_WAITING;
        if (!__atomic_compare_exchange_n(&g->state, &state, G_UNWAITING, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
            return;
        Unwait outcome = sched_interrupted(g) ? unwait(g) : UNWAIT_TOO_LATE;
        if (outcome == UNWAIT_DONE)
            break;
        __atomic_store_n(&g->state, G_WAITING, __ATOMIC_SEQ_CST);
        if (outcome == UNWAIT_TOO_LATE)
            return;
        cpu_relax();
    }
    g->unwaited = true;
    __atomic_store_n(&g->state, G_RUNNABLE, __ATOMIC_RELEASE);
    global_put(g);
    wake_worker();
}

// -- system calls

static void signal_worker_of(G *g)
{
    for (M *m = __atomic_load_n(&sched.all_m, __ATOMIC_ACQUIRE); m; m = m->all_next)
        if (__atomic_load_n(&m->g, __ATOMIC_ACQUIRE) == g)
            syscall(SYS_tgkill, getpid(), __atomic_load_n(&m->tid, __ATOMIC_RELAXED), INTERRUPT_SIGNAL);
}

static void interrupt_system_call(G *g, void *data)
{
    (void)data;
    if (sched_interrupted(g) && __atomic_load_n(&g->state, __ATOMIC_ACQUIRE) == G_BLOCKED_SYSCALL)
        signal_worker_of(g);
}

void interrupt_system_calls(void)
{
    sched_each_g(interrupt_system_call, NULL);
}

// -- inputs

enum { ALL_INPUTS = 0 };

typedef struct Marking {
    uintptr_t input;
    Interrupt how;
    G **at; // gc
    int n, cap;
} Marking;

static void mark(G *g, void *data)
{
    Marking *m = data;
    uintptr_t input = __atomic_load_n(&g->input, __ATOMIC_RELAXED);
    if (!input || (m->input != ALL_INPUTS && input != m->input))
        return;
    __atomic_store_n(&g->interrupt, input << HOW_BITS | (uintptr_t)m->how, __ATOMIC_SEQ_CST);
    if (m->n < m->cap)
        m->at[m->n] = g;
    m->n++;
}

// How many there are.
static int end_goroutines(uintptr_t input, Interrupt how)
{
    Marking m = {.input = input, .how = how};
    do { // others may start some meanwhile
        m.cap = m.n + 64;
        m.at = gc_alloc_kind((size_t)m.cap * sizeof *m.at, GC_SCAN);
        m.n = 0;
        sched_each_g(mark, &m);
    } while (m.n > m.cap);
    gc_dirty(m.at);
    preempt_all();
    // Oldest first: they stand at the heads of their queues.
    for (int i = m.n; i-- > 0;)
        interrupt_waiting(m.at[i]);
    interrupt_system_calls();
    return m.n;
}

void interrupt_input(int status)
{
    end_with(status);
    bool kill = __atomic_fetch_add(&sched.n_interrupts, 1, __ATOMIC_ACQ_REL) >= PATIENCE;
    end_goroutines(__atomic_load_n(&sched.input, __ATOMIC_RELAXED), kill ? INTERRUPT_KILL : INTERRUPT_GOEXIT);
}

static void *wait_a_little(void *data)
{
    nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
    return data;
}

EndedInputs sched_end_earlier_inputs(void)
{
    enum { GENTLE_MS = 300, ALL_MS = 600 };
    __atomic_store_n(&sched.ended_inputs, __atomic_load_n(&sched.input, __ATOMIC_RELAXED), __ATOMIC_SEQ_CST);
    int first = end_goroutines(ALL_INPUTS, INTERRUPT_GOEXIT), left = first;
    for (int ms = 0; left > 0 && ms < ALL_MS; ms++) {
        gc_do_blocking(wait_a_little, NULL);
        left = end_goroutines(ALL_INPUTS, ms < GENTLE_MS ? INTERRUPT_GOEXIT : INTERRUPT_KILL);
    }
    return (EndedInputs){.ended = first - left, .left = left};
}
