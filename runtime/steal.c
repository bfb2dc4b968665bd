// steal.c: work stealing (Blumofe & Leiserson 1999): a worker without work takes half of another's queue, victims in random order.
#include "runtime/proc.h"

#include "base/clock.h"

static G *take(P *p, P *victim, bool take_next)
{
    G *batch[RUN_QUEUE];
    int n = runq_grab(victim, batch, take_next);
    if (n == 0)
        return NULL;
    count_up(&p->n_steals);
    for (int i = 0; i + 1 < n; i++)
        runq_put(p, batch[i], false);
    return batch[n - 1];
}

G *steal_work(M *m)
{
    P *p = m->p;
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int round = 0; round < 4; round++) {
        bool last = round == 3;
        int at = (int)(random_next(&m->random) % (uint64_t)n);
        for (int i = 0; i < n; i++) {
            P *victim = sched.procs[(at + i) % n];
            if (victim == p)
                continue;
            G *g = take(p, victim, last);
            if (g)
                return g;
        }
        if (last) {
            // Timers of processors that are busy with one long goroutine.
            timers_run_all(clock_ns());
            bool inherits;
            G *g = runq_get(p, &inherits);
            if (g)
                return g;
        }
    }
    return NULL;
}

bool work_anywhere(void)
{
    if (__atomic_load_n(&sched.n_global, __ATOMIC_SEQ_CST) > 0)
        return true;
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++)
        if (!runq_empty(sched.procs[i]))
            return true;
    return false;
}
