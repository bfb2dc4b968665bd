// lock.h: a mutex of 4 bytes and the futex below it. Held for a few hundred instructions at most, never while waiting.
// All zero: free. Threads: any.
#ifndef RUNTIME_LOCK_H
#define RUNTIME_LOCK_H
#include <stdbool.h>
#include <stdint.h>

#include "base/check.h"

typedef struct Lock {
    uint32_t state; // atomic: 0 free, 1 held, 2 held and somebody may sleep
} Lock;

void lock_acquire_slow(Lock *l);
void futex_wake(uint32_t *at, int n);
// Sleeps while *at == value, at most ns (< 0: no limit). Returns early at any signal: the caller checks and calls again.
void futex_wait(uint32_t *at, uint32_t value, int64_t ns);

static inline void lock_acquire(Lock *l)
{
    uint32_t free = 0;
    if (UNLIKELY(!__atomic_compare_exchange_n(&l->state, &free, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)))
        lock_acquire_slow(l);
}
static inline bool lock_try(Lock *l)
{
    uint32_t free = 0;
    return __atomic_compare_exchange_n(&l->state, &free, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}
static inline void lock_release(Lock *l)
{
    if (UNLIKELY(__atomic_exchange_n(&l->state, 0, __ATOMIC_RELEASE) == 2))
        futex_wake(&l->state, 1);
}
static inline void cpu_relax(void)
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}
#endif
