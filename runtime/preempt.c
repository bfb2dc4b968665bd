// preempt.c: the monitor thread: ends slices after 10 ms, takes processors away from blocking calls, polls when no worker does.
// A goroutine is asked to stop by setting its stack limit to NULL: its next call or loop poll sees it. A request may get lost when
// the goroutine changes its stack chunk at that moment; the next round repeats it.
// It is attached to the collector so that a G it looks at is not collected under its hands.
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>

#include "base/clock.h"
#include "runtime/proc.h"

static void preempt(M *m)
{
    G *g = __atomic_load_n(&m->g, __ATOMIC_ACQUIRE);
    if (g)
        __atomic_store_n(&g->stack_limit, NULL, __ATOMIC_RELAXED);
}

void preempt_all(void)
{
    for (M *m = __atomic_load_n(&sched.all_m, __ATOMIC_ACQUIRE); m; m = m->all_next)
        if (m != this_m)
            preempt(m);
}

// Whether p's goroutine has run for a whole slice.
static bool slice_is_over(P *p, int64_t now)
{
    uint32_t tick = __atomic_load_n(&p->sched_tick, __ATOMIC_RELAXED);
    if (tick != p->seen_sched) {
        p->seen_sched = tick;
        p->seen_sched_ns = now;
        return false;
    }
    return now - p->seen_sched_ns >= SLICE_NS;
}

static void preempt_on(P *p)
{
    M *m = __atomic_load_n(&p->m, __ATOMIC_RELAXED);
    if (m)
        preempt(m);
}

static bool retake(P *p, int64_t now)
{
    uint32_t tick = __atomic_load_n(&p->block_tick, __ATOMIC_RELAXED);
    if (tick != p->seen_block) {
        p->seen_block = tick;
        p->seen_block_ns = now;
        return false;
    }
    // Without other work it may keep the processor for a while: taking it and giving it back costs more.
    bool wanted = !runq_empty(p) || __atomic_load_n(&sched.n_global, __ATOMIC_RELAXED) > 0 || __atomic_load_n(&sched.n_wait_p, __ATOMIC_RELAXED) > 0;
    bool others_look = __atomic_load_n(&sched.n_spinning, __ATOMIC_RELAXED) + __atomic_load_n(&sched.n_idle_p, __ATOMIC_RELAXED) > 0;
    if (!wanted && others_look && now - p->seen_block_ns < SLICE_NS)
        return false;
    uint32_t blocked = P_BLOCKED;
    if (!__atomic_compare_exchange_n(&p->status, &blocked, P_IDLE, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
        return false;
    hand_off(p);
    return true;
}

static void *nap(void *data)
{
    futex_wait(&sched.monitor_nudge, 0, *(int64_t *)data);
    return NULL;
}

void monitor_nudge(int64_t when_ns)
{
    if (when_ns >= __atomic_load_n(&sched.monitor_until, __ATOMIC_SEQ_CST))
        return;
    if (!__atomic_exchange_n(&sched.monitor_nudge, 1, __ATOMIC_SEQ_CST))
        futex_wake(&sched.monitor_nudge, 1);
}

static void *sleep_until_work(void *data)
{
    (void)data;
    while (__atomic_load_n(&sched.monitor_sleeps, __ATOMIC_ACQUIRE) == 1)
        futex_wait(&sched.monitor_sleeps, 1, -1);
    return NULL;
}

void monitor_wake(void)
{
    if (__atomic_load_n(&sched.monitor_sleeps, __ATOMIC_SEQ_CST) == 1) {
        __atomic_store_n(&sched.monitor_sleeps, 0, __ATOMIC_RELEASE);
        futex_wake(&sched.monitor_sleeps, 1);
    }
}

// While every processor is idle there is nothing to watch.
static bool rest_while_idle(void)
{
    lock_acquire(&sched.lock);
    bool idle = sched.n_idle_p == sched.n_procs;
    if (idle)
        __atomic_store_n(&sched.monitor_sleeps, 1, __ATOMIC_SEQ_CST);
    lock_release(&sched.lock);
    if (idle)
        gc_do_blocking(sleep_until_work, NULL);
    return idle;
}

static bool watch(int64_t now)
{
    bool did = false;
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++) {
        P *p = sched.procs[i];
        uint32_t status = __atomic_load_n(&p->status, __ATOMIC_ACQUIRE);
        if (status == P_RUNNING && slice_is_over(p, now)) {
            preempt_on(p);
        } else if (status == P_BLOCKED && retake(p, now)) {
            did = true;
        }
    }
    return did;
}

// When all processors are busy nobody sleeps in the poller: a timer would wait for the end of a slice. Ends the slice of the processor that has it.
static void serve_timers(int64_t now)
{
    if (__atomic_load_n(&sched.poller, __ATOMIC_RELAXED))
        return;
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++)
        if (timer_heap_next(sched.procs[i]->timers) <= now)
            preempt_on(sched.procs[i]);
}

static int64_t nap_length(int64_t delay)
{
    if (__atomic_load_n(&sched.poller, __ATOMIC_RELAXED))
        return delay;
    int64_t ns = timers_next();
    if (ns == INT64_MAX)
        return delay;
    ns -= clock_ns();
    enum { SHORTEST = 200 * 1000 }; // for a goroutine that is long in a native
    if (ns <= 0)
        ns = SHORTEST;
    return ns < delay ? ns : delay;
}

static void *monitor_main(void *data)
{
    (void)data;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT); // for the threads that have something to do with it
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    gc_thread_attach();
    prctl(PR_SET_TIMERSLACK, 1);
    // A program begins with being compiled: each look takes time from it.
    int64_t delay = 2 * 1000 * 1000, last_poll = 0;
    int quiet = 20;
    for (;;) {
        if (__atomic_load_n(&sched.frozen, __ATOMIC_RELAXED))
            worker_stop_for_good();
        if (rest_while_idle())
            quiet = 0, delay = 50 * 1000;
        __atomic_store_n(&sched.monitor_until, 0, __ATOMIC_SEQ_CST);
        __atomic_store_n(&sched.monitor_nudge, 0, __ATOMIC_SEQ_CST);
        __atomic_store_n(&sched.monitor_until, clock_ns() + delay, __ATOMIC_SEQ_CST);
        int64_t ns = nap_length(delay); // looks at the timers after the mark: one that is added later sees the mark
        gc_do_blocking(nap, &ns);
        int64_t now = clock_ns();
        serve_timers(now);
        __atomic_store_n(&sched.coarse_ns, now, __ATOMIC_RELAXED);
        // All workers busy: nobody polls.
        if (netpoll_in_use() && !__atomic_load_n(&sched.poller, __ATOMIC_RELAXED) && now - last_poll > SLICE_NS) {
            last_poll = now;
            int count;
            G *list = netpoll_poll(0, &count);
            if (list) {
                G *last = list;
                while (last->next)
                    last = last->next;
                global_put_list(list, last, count);
                wake_worker();
            }
        }
        if (watch(now)) {
            quiet = 0;
            delay = 50 * 1000;
        } else if (++quiet > 20) {
            delay = delay * 2 < SLICE_NS ? delay * 2 : SLICE_NS;
        }
    }
    return NULL;
}

void monitor_start(void)
{
    if (sched.watched)
        return;
    sched.watched = true;
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, 256 << 10);
    pthread_t thread;
    int error = pthread_create(&thread, &attr, monitor_main, NULL);
    if (error)
        thread_refused(1, error);
    pthread_attr_destroy(&attr);
}
