// deadlock.c: are all goroutines asleep for ever?
// A worker that runs something, waits in a blocking call, polls (so: timers or descriptors are waited for), or looks for work is not idle. So when
// the last worker goes to sleep, nothing inside the process can make a goroutine ready any more.
#include "runtime/proc.h"

bool deadlock_check_locked(void)
{
    bool hopeless = sched.n_idle_m + 1 >= sched.n_m && sched.main_waits && __atomic_load_n(&sched.done, __ATOMIC_ACQUIRE) == 0 &&
                    sched.n_global == 0 && sched.n_wait_p == 0 && !work_anywhere() && timers_next() == INT64_MAX && !netpoll_in_use();
    if (!hopeless)
        return false;
    // The last one that is awake sleeps in the poller until a timer that was stopped, or for a descriptor that was closed: it is to look again.
    if (sched.n_idle_m < sched.n_m && __atomic_load_n(&sched.poller, __ATOMIC_SEQ_CST))
        netpoll_wake();
    return sched.n_idle_m == sched.n_m;
}

void deadlock_report(void)
{
    int status = sched.cfg.on_deadlock ? sched.cfg.on_deadlock() : 2;
    if (!sched.session)
        sched_exit(status);
    // Goroutines of earlier inputs stay where they are: a later input may wake them.
    interrupt_input(status);
}
