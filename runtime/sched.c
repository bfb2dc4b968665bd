// sched.c: the worker's loop: find a goroutine, run it, put it where it belongs.
// Order of looking: (every 61st time the global queue), own queue, global queue, poller, other processors; then the processor is given back, everything is
// looked at once more (work made in between woke nobody, as this worker still counted as looking), and the worker sleeps: one of them in
// the poller until the next timer, the others on their futex.
// The main thread of the process only waits in sched_main, so that a status can be given back at any time.
#include "runtime/sched.h"

#include <sys/prctl.h>
#include <unistd.h>

#include "base/clock.h"
#include "runtime/proc.h"

Sched sched;
__thread M *this_m;
__thread G *current_g;

// Called with the world stopped, or nearly: the stacks of running goroutines. Their G's too: the VM changes them without a barrier.
static void push_running(void (*push)(void *from, void *to))
{
    for (M *m = __atomic_load_n(&sched.all_m, __ATOMIC_RELAXED); m; m = m->all_next) {
        G *g = __atomic_load_n(&m->g, __ATOMIC_RELAXED);
        if (!g)
            continue;
        push(g, g + 1);
        if (g->stack)
            push(g->stack->slots, g->stack->end);
    }
}

void sched_init(const SchedConfig *cfg)
{
    sched.cfg = *cfg;
    sched.coarse_ns = clock_ns();
    gc_set_root_hook(push_running);
    procs_make(cfg->n_procs > 0 ? cfg->n_procs : procs_default());
}

void sched_finish(int status)
{
    uint32_t running = 0;
    if (__atomic_compare_exchange_n(&sched.done, &running, 2, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        sched.status = status;
        __atomic_store_n(&sched.done, 1, __ATOMIC_RELEASE);
        futex_wake(&sched.done, 1);
    }
}

static bool is_done(void)
{
    return __atomic_load_n(&sched.done, __ATOMIC_ACQUIRE) == 1;
}

// Waits until the input has ended, or until there is something to do for interrupts; but no longer than *data ns (-1: no limit).
static void *wait_done(void *data)
{
    int64_t ns = *(int64_t *)data;
    while (!is_done() && !__atomic_load_n(&sched.interrupt, __ATOMIC_ACQUIRE) && !__atomic_load_n(&sched.quit, __ATOMIC_ACQUIRE)) {
        uint32_t done = __atomic_load_n(&sched.done, __ATOMIC_ACQUIRE);
        if (done != 1)
            futex_wait(&sched.done, done, ns);
        if (ns >= 0)
            break;
    }
    return NULL;
}

int sched_main(Closure *entry)
{
    if (__atomic_load_n(&sched.frozen, __ATOMIC_ACQUIRE))
        return sched.status;
    __atomic_store_n(&sched.interrupt, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&sched.n_interrupts, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&sched.interrupt_status, 0, __ATOMIC_RELAXED);
    enum {
        UNWATCHED_NS = 2 * 1000 * 1000, // most short programs are over before there is anything to watch
        AGAIN_NS = 20 * 1000 * 1000     // a system call may begin just behind the signal that was to interrupt it
    };
    goroutine_start_main(entry);
    int64_t unwatched_ns = UNWATCHED_NS;
    if (!sched.watched)
        gc_do_blocking(wait_done, &unwatched_ns);
    if (!is_done() || sched.session)
        monitor_start();
    while (!is_done()) {
        bool interrupted = __atomic_load_n(&sched.n_interrupts, __ATOMIC_ACQUIRE) > 0;
        int64_t ns = interrupted ? AGAIN_NS : -1;
        gc_do_blocking(wait_done, &ns);
        if (__atomic_load_n(&sched.quit, __ATOMIC_ACQUIRE))
            sched_finish(sched.cfg.on_quit());
        else if (__atomic_exchange_n(&sched.interrupt, 0, __ATOMIC_ACQ_REL) && sched.session)
            interrupt_input(INTERRUPTED_STATUS);
        else if (interrupted)
            interrupt_system_calls();
    }
    lock_acquire(&sched.lock);
    sched.main_waits = false;
    lock_release(&sched.lock);
    return sched.status;
}

void sched_request_quit(void)
{
    __atomic_store_n(&sched.quit, 1, __ATOMIC_RELEASE);
    futex_wake(&sched.done, 1);
}

void sched_exit(int status)
{
    sched_finish(status);
    __atomic_store_n(&sched.frozen, 1, __ATOMIC_SEQ_CST);
    preempt_all();
    worker_stop_for_good();
}

static void stop_spinning(M *m)
{
    m->spinning = false;
    __atomic_sub_fetch(&sched.n_spinning, 1, __ATOMIC_SEQ_CST);
    // Who made work while this worker was looking woke nobody. From here on the makers do it themselves; timers and descriptors need a worker that
    // sleeps in the poller.
    if (work_anywhere() || (!__atomic_load_n(&sched.poller, __ATOMIC_SEQ_CST) && (netpoll_in_use() || timers_next() != INT64_MAX)))
        wake_worker();
}

static void start_spinning(M *m)
{
    if (m->spinning)
        return;
    m->spinning = true;
    __atomic_add_fetch(&sched.n_spinning, 1, __ATOMIC_SEQ_CST);
}

// Makes a list of goroutines from the poller runnable; gives the first one back, to be run here.
static G *take_list(P *p, G *list)
{
    if (!list)
        return NULL;
    for (G *g = list->next; g;) {
        G *next = g->next;
        g->next = NULL;
        runq_put(p, g, false);
        g = next;
    }
    list->next = NULL;
    return list;
}

// Sleeps in the poller until a descriptor is ready or a timer is due, if nobody else does. true: the worker has a processor again.
static bool sleep_in_poller(M *m)
{
    uint32_t none = 0;
    if (!netpoll_in_use() && timers_next() == INT64_MAX)
        return false;
    if (!netpoll_start())
        return false;
    if (!__atomic_compare_exchange_n(&sched.poller, &none, 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
        return false;
    // First the mark, then the look at the timers: whoever adds an earlier one after the look sees the mark and ends the poll.
    int64_t until = timers_next();
    __atomic_store_n(&sched.poll_until, until, __ATOMIC_SEQ_CST);
    int64_t again = timers_next();
    if (again < until) {
        until = again;
        __atomic_store_n(&sched.poll_until, until, __ATOMIC_SEQ_CST);
    }
    int64_t wait = -1;
    if (until != INT64_MAX) {
        wait = until - clock_ns();
        if (wait < 0)
            wait = 0;
    }
    // Work put into a queue after the last look, by a waker that saw no idle processor.
    if (work_anywhere() || __atomic_load_n(&sched.frozen, __ATOMIC_SEQ_CST))
        wait = 0;
    int n = 0;
    G *list = netpoll_poll(wait, &n);
    __atomic_store_n(&sched.poller, 0, __ATOMIC_SEQ_CST);
    lock_acquire(&sched.lock);
    P *p = idle_proc_get_locked();
    lock_release(&sched.lock);
    if (p) {
        proc_acquire(m, p);
        start_spinning(m);
        if (list) {
            for (G *g = list; g;) {
                G *next = g->next;
                runq_put(p, g, false);
                g = next;
            }
        }
        return true;
    }
    if (list) {
        G *last = list;
        while (last->next)
            last = last->next;
        global_put_list(list, last, n);
    }
    return false;
}

// g is bound to another thread: gives it the processor and sleeps.
static void run_on_its_thread(M *m, G *g)
{
    M *other = g->lock_m;
    if (m->spinning)
        stop_spinning(m);
    P *p = proc_release(m);
    lock_acquire(&sched.lock);
    sched.n_idle_m--; // it counts as busy from here on, or another's look for deadlocks would go wrong
    lock_release(&sched.lock);
    worker_wake(other, p);
    worker_sleep(m);
}

// This thread runs only its own goroutine: gives the processor away and waits until that one is runnable.
static void wait_for_own_goroutine(M *m)
{
    P *p = proc_release(m);
    hand_off(p);
    for (;;) {
        lock_acquire(&sched.lock);
        sched.n_idle_m++; // as good as idle, though in no list: run_on_its_thread wakes it
        bool dead = deadlock_check_locked();
        if (dead)
            sched.n_idle_m--;
        lock_release(&sched.lock);
        if (!dead)
            break;
        deadlock_report();
    }
    worker_await_proc(m);
}

static G *look_around(M *m, bool *inherits)
{
    P *p = m->p;
    timers_run(p);
    G *g;
    if (p->sched_tick % 61 == 0 && (g = global_get(p)))
        return *inherits = false, g;
    if ((g = runq_get(p, inherits)))
        return g;
    *inherits = false;
    if ((g = global_get(p)))
        return g;
    if (netpoll_in_use() && !__atomic_load_n(&sched.poller, __ATOMIC_RELAXED)) {
        int n;
        if ((g = take_list(p, netpoll_poll(0, &n))))
            return g;
    }
    int busy = __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED) - __atomic_load_n(&sched.n_idle_p, __ATOMIC_RELAXED);
    if (m->spinning || 2 * __atomic_load_n(&sched.n_spinning, __ATOMIC_RELAXED) < busy) {
        start_spinning(m);
        return steal_work(m);
    }
    return NULL;
}

// Gives the processor back and sleeps until there may be work. The worker has a processor again then.
static void sleep_without_work(M *m)
{
    lock_acquire(&sched.lock);
    if (sched.n_global) {
        lock_release(&sched.lock);
        return;
    }
    P *p = proc_release(m);
    idle_proc_put_locked(p);
    lock_release(&sched.lock);
    if (m->spinning) {
        m->spinning = false;
        __atomic_sub_fetch(&sched.n_spinning, 1, __ATOMIC_SEQ_CST);
        if (work_anywhere()) {
            lock_acquire(&sched.lock);
            p = idle_proc_get_locked();
            lock_release(&sched.lock);
            if (p) {
                proc_acquire(m, p);
                start_spinning(m);
                return;
            }
        }
    }
    if (!sleep_in_poller(m))
        worker_sleep(m);
}

static G *find_runnable(M *m, bool *inherits)
{
    for (;;) {
        if (UNLIKELY(__atomic_load_n(&sched.frozen, __ATOMIC_RELAXED)))
            worker_stop_for_good();
        P *p = m->p;
        if (UNLIKELY(p->id >= __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED))) {
            proc_retire(m);
            worker_sleep(m);
            continue;
        }
        if (UNLIKELY(__atomic_load_n(&sched.n_wait_p, __ATOMIC_RELAXED) > 0)) {
            // Somebody came back from a blocking call. What is left in the queue goes with the processor.
            if (m->spinning)
                stop_spinning(m);
            proc_release(m);
            lock_acquire(&sched.lock);
            idle_proc_put_locked(p);
            lock_release(&sched.lock);
            if (!runq_empty(p))
                wake_worker();
            worker_sleep(m);
            continue;
        }
        G *g = look_around(m, inherits);
        if (!g) {
            sleep_without_work(m);
            continue;
        }
        if (UNLIKELY(g->lock_m && g->lock_m != m)) {
            run_on_its_thread(m, g);
            continue;
        }
        if (m->spinning)
            stop_spinning(m);
        return g;
    }
}

// A worker that was woken by run_on_its_thread, or whose goroutine goes on, runs that one only.
static G *next_goroutine(M *m, bool *inherits)
{
    G *own = m->lock_g;
    if (LIKELY(!own))
        return find_runnable(m, inherits);
    *inherits = false;
    wait_for_own_goroutine(m);
    if (__atomic_load_n(&sched.frozen, __ATOMIC_RELAXED))
        worker_stop_for_good();
    return own;
}

static void after_run(M *m, G *g, RunResult result)
{
    P *p = m->p;
    if (result == RUN_PARKED) {
        count_up(&p->n_parks);
        uint32_t state = G_PARKING;
        if (__atomic_compare_exchange_n(&g->state, &state, G_WAITING, false, __ATOMIC_SEQ_CST, __ATOMIC_ACQUIRE)) {
            // It may have been marked while it ran, too late for its last poll. (It may run elsewhere already: only a look.)
            if (UNLIKELY(__atomic_load_n(&g->interrupt, __ATOMIC_SEQ_CST)))
                interrupt_waiting(g);
            return;
        }
        CHECK(state == G_PARK_WOKEN);
        __atomic_store_n(&g->state, G_RUNNABLE, __ATOMIC_RELAXED);
        runq_put(p, g, true);
    } else if (result == RUN_YIELDED) {
        __atomic_store_n(&g->state, G_RUNNABLE, __ATOMIC_RELAXED);
        global_put(g);
    } else {
        bool was_main = g == __atomic_load_n(&sched.main_g, __ATOMIC_RELAXED);
        if (was_main)
            __atomic_store_n(&sched.main_g, NULL, __ATOMIC_RELAXED);
        if (g->lock_m) { // ended with its thread locked: Go ends the thread; here it is free again
            m->lock_g = NULL;
            g->lock_m = NULL;
            g->lock_depth = 0;
        }
        bool returned = !g->goexited; // after Goexit in main the others go on
        goroutine_end(p, g);
        if (was_main && (returned || sched.session))
            sched_finish(returned ? 0 : __atomic_load_n(&sched.interrupt_status, __ATOMIC_ACQUIRE));
    }
}

static void run(M *m, G *g, bool inherits)
{
    P *p = m->p;
    if (!inherits)
        __atomic_store_n(&p->sched_tick, p->sched_tick + 1, __ATOMIC_RELAXED);
    count_up(&p->n_switches);
    __atomic_store_n(&g->state, G_RUNNING, __ATOMIC_RELAXED);
    g->p = p;
    __atomic_store_n(&m->g, g, __ATOMIC_RELEASE);
    current_g = g;
    Slot *limit = g->stack->end;
    if (UNLIKELY(sched.cfg.stress || sched_interrupted(g)))
        limit = NULL;
    __atomic_store_n(&g->stack_limit, limit, __ATOMIC_RELAXED);
    RunResult result = sched.cfg.run(g);
    current_g = NULL;
    if (result != RUN_ENDED) {
        gc_dirty(g);
        gc_dirty(g->stack);
    }
    after_run(m, g, result);
    __atomic_store_n(&m->g, NULL, __ATOMIC_RELEASE);
}

void *worker_main(void *data)
{
    M *m = data;
    gc_thread_attach();
    prctl(PR_SET_TIMERSLACK, 1); // sleeps and timers are exact to microseconds
    __atomic_store_n(&m->tid, gettid(), __ATOMIC_RELAXED);
    this_m = m;
    P *p = m->next_p;
    m->next_p = NULL;
    proc_acquire(m, p);
    for (;;) {
        bool inherits = false;
        G *g = next_goroutine(m, &inherits);
        run(m, g, inherits);
    }
    return NULL;
}

void sched_lock_thread(G *g)
{
    if (g->lock_depth++ == 0) {
        g->lock_m = this_m;
        this_m->lock_g = g;
    }
}

void sched_unlock_thread(G *g)
{
    if (g->lock_depth && --g->lock_depth == 0) {
        g->lock_m = NULL;
        this_m->lock_g = NULL;
    }
}

void sched_freeze(void)
{
    __atomic_store_n(&sched.frozen, 1, __ATOMIC_SEQ_CST);
    for (int i = 0; i < 50; i++) {
        preempt_all();
        bool others = false;
        for (M *m = __atomic_load_n(&sched.all_m, __ATOMIC_ACQUIRE); m; m = m->all_next) {
            G *g = __atomic_load_n(&m->g, __ATOMIC_ACQUIRE);
            if (m != this_m && g && __atomic_load_n(&g->state, __ATOMIC_RELAXED) == G_RUNNING)
                others = true;
        }
        if (!others)
            return;
        uint32_t never = 0;
        futex_wait(&never, 0, 1000 * 1000);
    }
}

void sched_stats(SchedStats *out)
{
    *out = (SchedStats){0};
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++) {
        P *p = sched.procs[i];
        out->made += __atomic_load_n(&p->n_made, __ATOMIC_RELAXED);
        out->switches += __atomic_load_n(&p->n_switches, __ATOMIC_RELAXED);
        out->steals += __atomic_load_n(&p->n_steals, __ATOMIC_RELAXED);
        out->parks += __atomic_load_n(&p->n_parks, __ATOMIC_RELAXED);
    }
    uint64_t now = (uint64_t)sched_n_goroutines();
    uint64_t peak = __atomic_load_n(&sched.peak, __ATOMIC_RELAXED);
    out->peak = peak > now ? peak : now;
    if (out->made > 0 && out->peak == 0)
        out->peak = 1; // that of main, which has ended
}
