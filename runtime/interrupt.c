// interrupt.c: inputs of a session end without the session ending.
// A goroutine's `session` is the number of the input that started it, directly or through others. Interrupting an input marks its goroutines;
// the VM lets a marked one end as by Goexit, deferred calls included, when it runs next. One that waits is left where it waits.
#include "runtime/lock.h"
#include "runtime/proc.h"

void sched_set_session(void)
{
    sched.session = true;
}

bool sched_in_session(void)
{
    return sched.session;
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

static void mark(G *g, void *data)
{
    if (g->session == data)
        __atomic_store_n(&g->interrupted, 1, __ATOMIC_RELAXED);
}

bool interrupt_input(int status)
{
    __atomic_store_n(&sched.interrupt, 0, __ATOMIC_RELEASE);
    sched_each_g(mark, (void *)sched.input);
    preempt_all();
    G *main = __atomic_load_n(&sched.main_g, __ATOMIC_ACQUIRE);
    if (!main || __atomic_load_n(&main->state, __ATOMIC_ACQUIRE) != G_WAITING)
        return false;
    sched_fail_input(main, status);
    return true;
}
