// blocking.c: system calls that may block. The worker keeps its goroutine and thread; its processor is only marked, so that a short call
// takes it back by one exchange; the monitor gives it to another worker if the call takes longer.
#include "runtime/proc.h"

void sched_block_enter(G *g)
{
    M *m = this_m;
    P *p = m->p;
    __atomic_store_n(&g->state, G_BLOCKED_SYSCALL, __ATOMIC_RELAXED);
    __atomic_store_n(&p->block_tick, p->block_tick + 1, __ATOMIC_RELAXED);
    m->blocked_p = p;
    m->p = NULL;
    __atomic_store_n(&p->m, NULL, __ATOMIC_RELAXED);
    g->p = NULL;
    gc_cache_leave();
    bool wanted = __atomic_load_n(&sched.n_wait_p, __ATOMIC_RELAXED) > 0 || p->id >= __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED);
    __atomic_store_n(&p->status, wanted ? P_IDLE : P_BLOCKED, __ATOMIC_RELEASE);
    if (wanted) {
        m->blocked_p = NULL;
        hand_off(p);
    }
}

void sched_block_exit(G *g)
{
    M *m = this_m;
    P *p = m->blocked_p;
    m->blocked_p = NULL;
    uint32_t blocked = P_BLOCKED;
    if (p && __atomic_compare_exchange_n(&p->status, &blocked, P_RUNNING, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
        proc_acquire(m, p);
    } else {
        lock_acquire(&sched.lock);
        p = idle_proc_get_locked();
        if (p) {
            lock_release(&sched.lock);
            proc_acquire(m, p);
        } else {
            m->next_idle = NULL;
            if (sched.wait_p_last)
                sched.wait_p_last->next_idle = m;
            else
                sched.wait_p_first = m;
            sched.wait_p_last = m;
            __atomic_store_n(&sched.n_wait_p, sched.n_wait_p + 1, __ATOMIC_SEQ_CST);
            lock_release(&sched.lock);
            worker_await_proc(m);
        }
    }
    g->p = m->p;
    __atomic_store_n(&g->state, G_RUNNING, __ATOMIC_RELAXED);
}
