// park.c: goroutines that wait and are made ready; workers that sleep and are woken.
// Protocol of a wait: the goroutine sets G_PARKING, becomes visible to wakers, and returns to its worker, which turns G_PARKING into G_WAITING
// when everything is saved. A waker that finds G_WAITING makes it runnable; one that finds G_PARKING leaves G_PARK_WOKEN, and the worker
// does the rest. So nobody runs a goroutine that another worker has not left.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

#include "runtime/proc.h"

void g_prepare_park(G *g, WaitReason why)
{
    g->wait_reason = (uint8_t)why;
    g->wait_since_ns = __atomic_load_n(&sched.coarse_ns, __ATOMIC_RELAXED);
    __atomic_store_n(&g->state, G_PARKING, __ATOMIC_RELEASE);
}

// Until interrupt.c has left g, whose waker has taken it from its queue, to its waker.
uint32_t g_await_decision(G *g)
{
    uint32_t state;
    for (int i = 1; (state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE)) == G_UNWAITING; i++) {
        cpu_relax();
        if (i % 64 == 0)
            sched_yield(); // its thread may be off the processor
    }
    return state;
}

void g_ready(G *g)
{
    uint32_t state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE);
    for (;;) {
        if (UNLIKELY(state == G_UNWAITING)) {
            state = g_await_decision(g);
            continue;
        }
        CHECK(state == G_PARKING || state == G_WAITING);
        uint32_t to = state == G_PARKING ? G_PARK_WOKEN : G_RUNNABLE;
        if (__atomic_compare_exchange_n(&g->state, &state, to, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
            break;
    }
    if (state == G_PARKING)
        return;
    M *m = this_m;
    if (m && m->p)
        runq_put(m->p, g, true);
    else
        global_put(g);
    wake_worker();
}

void g_yield(G *g)
{
    // Its worker puts it into the global queue when the VM has returned RUN_YIELDED: not before everything is saved.
    g->wait_reason = WAIT_NONE;
}

// -- processors

void proc_acquire(M *m, P *p)
{
    m->p = p;
    __atomic_store_n(&p->m, m, __ATOMIC_RELAXED);
    gc_cache = p->cache;
    __atomic_store_n(&p->status, P_RUNNING, __ATOMIC_RELEASE);
}

P *proc_release(M *m)
{
    P *p = m->p;
    m->p = NULL;
    __atomic_store_n(&p->m, NULL, __ATOMIC_RELAXED);
    gc_cache_leave();
    __atomic_store_n(&p->status, P_IDLE, __ATOMIC_RELEASE);
    return p;
}

P *idle_proc_get_locked(void)
{
    P *p = sched.idle_p;
    if (p) {
        sched.idle_p = p->next_idle;
        __atomic_store_n(&sched.n_idle_p, sched.n_idle_p - 1, __ATOMIC_SEQ_CST);
        monitor_wake();
    }
    return p;
}

void idle_proc_put_locked(P *p)
{
    M *m = sched.wait_p_first;
    if (m) {
        sched.wait_p_first = m->next_idle;
        if (!m->next_idle)
            sched.wait_p_last = NULL;
        __atomic_store_n(&sched.n_wait_p, sched.n_wait_p - 1, __ATOMIC_RELAXED);
        worker_wake(m, p);
        return;
    }
    if (p->id >= sched.n_procs) {
        __atomic_store_n(&p->status, P_RETIRED, __ATOMIC_RELEASE);
        return;
    }
    p->next_idle = sched.idle_p;
    sched.idle_p = p;
    __atomic_store_n(&sched.n_idle_p, sched.n_idle_p + 1, __ATOMIC_SEQ_CST);
}

// -- workers

void worker_wake(M *m, P *p)
{
    m->next_p = p;
    __atomic_store_n(&m->park, 1, __ATOMIC_RELEASE);
    futex_wake(&m->park, 1);
}

static void *wait_woken(void *data)
{
    M *m = data;
    while (__atomic_load_n(&m->park, __ATOMIC_ACQUIRE) == 0)
        futex_wait(&m->park, 0, -1);
    return NULL;
}

// Sleeps until worker_wake. The worker is in a list where a waker finds it.
void worker_await_proc(M *m)
{
    for (int i = 0; i < 50 && __atomic_load_n(&m->park, __ATOMIC_ACQUIRE) == 0; i++)
        cpu_relax();
    if (__atomic_load_n(&m->park, __ATOMIC_ACQUIRE) == 0)
        gc_do_blocking(wait_woken, m);
    __atomic_store_n(&m->park, 0, __ATOMIC_RELAXED);
    P *p = m->next_p;
    m->next_p = NULL;
    proc_acquire(m, p);
}

void worker_sleep(M *m)
{
    for (;;) {
        lock_acquire(&sched.lock);
        m->next_idle = sched.idle_m;
        sched.idle_m = m;
        sched.n_idle_m++;
        bool dead = deadlock_check_locked();
        if (dead) { // this worker reports it, and looks again: in a session others have run meanwhile
            sched.idle_m = m->next_idle;
            sched.n_idle_m--;
        }
        lock_release(&sched.lock);
        if (!dead)
            break;
        deadlock_report();
    }
    worker_await_proc(m);
}

static void *sleep_for_good(void *data)
{
    uint32_t never = 0;
    (void)data;
    for (;;)
        futex_wait(&never, 0, -1);
    return NULL;
}

void worker_stop_for_good(void)
{
    gc_do_blocking(sleep_for_good, NULL);
    abort();
}

void thread_refused(int n, int error)
{
    fprintf(stderr, "runtime: failed to create new OS thread (have %d already; errno=%d)\n", n, error);
    if (error == EAGAIN)
        fputs("runtime: may need to increase max user processes (ulimit -u)\n", stderr);
    fatal_error("newosproc");
}

static void new_thread(M *m)
{
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, 2 << 20);
    pthread_t thread;
    int error = pthread_create(&thread, &attr, worker_main, m);
    if (error)
        thread_refused(m->id, error);
    pthread_attr_destroy(&attr);
}

void start_worker(P *p, bool spinning)
{
    lock_acquire(&sched.lock);
    M *m = sched.idle_m;
    if (m) {
        sched.idle_m = m->next_idle;
        sched.n_idle_m--;
        m->spinning = spinning;
        lock_release(&sched.lock);
        worker_wake(m, p);
        return;
    }
    int id = sched.n_m++;
    lock_release(&sched.lock);
    m = gc_alloc_permanent(sizeof *m);
    m->id = id;
    m->random = (uint64_t)(uintptr_t)m ^ (uint64_t)id << 56;
    m->spinning = spinning;
    m->next_p = p;
    M *head = __atomic_load_n(&sched.all_m, __ATOMIC_RELAXED);
    do
        m->all_next = head;
    while (!__atomic_compare_exchange_n(&sched.all_m, &head, m, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED));
    new_thread(m);
}

void wake_worker(void)
{
    if (__atomic_load_n(&sched.n_idle_p, __ATOMIC_SEQ_CST) == 0)
        return;
    int none = 0;
    if (__atomic_load_n(&sched.n_spinning, __ATOMIC_SEQ_CST) != 0 ||
        !__atomic_compare_exchange_n(&sched.n_spinning, &none, 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        return;
    lock_acquire(&sched.lock);
    P *p = idle_proc_get_locked();
    lock_release(&sched.lock);
    if (!p) {
        __atomic_sub_fetch(&sched.n_spinning, 1, __ATOMIC_SEQ_CST);
        return;
    }
    start_worker(p, true);
}

void hand_off(P *p)
{
    if (!runq_empty(p) || __atomic_load_n(&sched.n_global, __ATOMIC_SEQ_CST) > 0) {
        start_worker(p, false);
        return;
    }
    int none = 0;
    if (__atomic_load_n(&sched.n_idle_p, __ATOMIC_SEQ_CST) == 0 && __atomic_load_n(&sched.n_wait_p, __ATOMIC_SEQ_CST) == 0 &&
        __atomic_compare_exchange_n(&sched.n_spinning, &none, 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
        start_worker(p, true);
        return;
    }
    lock_acquire(&sched.lock);
    idle_proc_put_locked(p);
    lock_release(&sched.lock);
    // Timers and descriptors are watched by whoever sleeps in the poller; if nobody does, a worker has to look.
    if (work_anywhere() || (!__atomic_load_n(&sched.poller, __ATOMIC_SEQ_CST) && (netpoll_in_use() || timers_next() != INT64_MAX)))
        wake_worker();
}
