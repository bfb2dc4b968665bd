// lock.c: the futex mutex's slow half (Drepper 2011, "Futexes Are Tricky", mutex 3) and the two system calls.
#include "runtime/lock.h"

#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

void futex_wait(uint32_t *at, uint32_t value, int64_t ns)
{
    struct timespec t = {ns / 1000000000, ns % 1000000000};
    int saved = errno;
    syscall(SYS_futex, at, FUTEX_WAIT_PRIVATE, value, ns < 0 ? NULL : &t, NULL, 0);
    errno = saved;
}

void futex_wake(uint32_t *at, int n)
{
    int saved = errno;
    syscall(SYS_futex, at, FUTEX_WAKE_PRIVATE, n, NULL, NULL, 0);
    errno = saved;
}

void lock_acquire_slow(Lock *l)
{
    for (int i = 0; i < 100; i++) {
        if (__atomic_load_n(&l->state, __ATOMIC_RELAXED) == 0 && lock_try(l))
            return;
        cpu_relax();
    }
    while (__atomic_exchange_n(&l->state, 2, __ATOMIC_ACQUIRE) != 0)
        futex_wait(&l->state, 2, -1);
}
