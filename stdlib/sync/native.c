// native.c: the waiting half of package sync, on the scheduler's semaphores.
// Mutex: `users` counts the holder and the waiters; whoever unlocks with waiters hands the lock over through the semaphore, so a
// woken goroutine holds it already. A wake-up costs a goroutine switch, not a thread's.
// RWMutex: the algorithm of Courtois, Heymans and Parnas (1971) with writer preference, by one counter.
#include "runtime/lock.h"
#include "runtime/native.h"
#include "runtime/sema.h"

enum { MAX_READERS = 1 << 30 };

typedef struct Mutex {
    int32_t users;
    uint32_t sema;
} Mutex;

typedef struct RWMutex {
    Mutex w;
    uint32_t writer_sem, reader_sem;
    int32_t reader_count, reader_wait;
} RWMutex;

typedef struct WaitGroup {
    int32_t counter;
    uint32_t waiters;
    Lock lock;
    uint32_t sema;
} WaitGroup;

#define STRUCT_OF(Type, member, addr) ((Type *)((char *)(addr) - offsetof(Type, member)))

static bool mutex_give_up(void *sema)
{
    return __atomic_fetch_sub(&STRUCT_OF(Mutex, sema, sema)->users, 1, __ATOMIC_ACQ_REL) > 1;
}

static Status mutex_lock(G *g, Mutex *m, WaitReason why)
{
    if (UNLIKELY(!m))
        return panic_raise(g, PANIC_NIL_DEREF);
    if (LIKELY(__atomic_fetch_add(&m->users, 1, __ATOMIC_ACQUIRE) == 0))
        return STATUS_OK;
    return sema_acquire(g, &m->sema, false, why, mutex_give_up);
}

static bool mutex_try_lock(Mutex *m)
{
    int32_t none = 0;
    return __atomic_compare_exchange_n(&m->users, &none, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

static Status mutex_unlock(G *g, Mutex *m, String misuse)
{
    if (UNLIKELY(!m))
        return panic_raise(g, PANIC_NIL_DEREF);
    int32_t users = __atomic_load_n(&m->users, __ATOMIC_RELAXED);
    do {
        if (UNLIKELY(users <= 0))
            return panic_text_error(g, PANIC_FATAL_TEXT, misuse);
    } while (!__atomic_compare_exchange_n(&m->users, &users, users - 1, true, __ATOMIC_RELEASE, __ATOMIC_RELAXED));
    if (users > 1)
        sema_release(&m->sema);
    return STATUS_OK;
}

NATIVE(sync, Mutex_Lock, { Mutex *m; })
{
    return mutex_lock(g, a->m, WAIT_MUTEX_LOCK);
}

NATIVE(sync, Mutex_lockAs, { Mutex *m; uint64_t rwmutex; })
{
    return mutex_lock(g, a->m, a->rwmutex ? WAIT_RWMUTEX_LOCK : WAIT_MUTEX_LOCK);
}

NATIVE(sync, Mutex_TryLock, { uint64_t ret; Mutex *m; })
{
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    a->ret = mutex_try_lock(a->m);
    return STATUS_OK;
}

NATIVE(sync, Mutex_Unlock, { Mutex *m; })
{
    return mutex_unlock(g, a->m, STRING("sync: unlock of unlocked mutex"));
}

// false: nobody held it for reading.
static bool leave_reading(RWMutex *m)
{
    int32_t n = __atomic_sub_fetch(&m->reader_count, 1, __ATOMIC_RELEASE);
    if (LIKELY(n >= 0))
        return true;
    if (n + 1 == 0 || n + 1 == -MAX_READERS)
        return false;
    if (__atomic_sub_fetch(&m->reader_wait, 1, __ATOMIC_ACQ_REL) == 0)
        sema_release(&m->writer_sem);
    return true;
}

static bool reader_give_up(void *sema)
{
    (void)leave_reading(STRUCT_OF(RWMutex, reader_sem, sema));
    return false;
}

NATIVE(sync, RWMutex_RLock, { RWMutex *m; })
{
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    if (LIKELY(__atomic_add_fetch(&a->m->reader_count, 1, __ATOMIC_ACQUIRE) > 0))
        return STATUS_OK;
    return sema_acquire(g, &a->m->reader_sem, false, WAIT_RWMUTEX_RLOCK, reader_give_up);
}

NATIVE(sync, RWMutex_TryRLock, { uint64_t ret; RWMutex *m; })
{
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    int32_t n = __atomic_load_n(&a->m->reader_count, __ATOMIC_RELAXED);
    a->ret = false;
    while (n >= 0 && !a->ret)
        a->ret = __atomic_compare_exchange_n(&a->m->reader_count, &n, n + 1, true, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
    return STATUS_OK;
}

NATIVE(sync, RWMutex_RUnlock, { RWMutex *m; })
{
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    return leave_reading(a->m) ? STATUS_OK : panic_text_error(g, PANIC_FATAL_TEXT, STRING("sync: RUnlock of unlocked RWMutex"));
}

// How many readers were there; they are let in.
static int32_t leave_writing(RWMutex *m)
{
    int32_t readers = __atomic_add_fetch(&m->reader_count, MAX_READERS, __ATOMIC_RELEASE);
    if (readers < MAX_READERS)
        for (int32_t i = 0; i < readers; i++)
            sema_release(&m->reader_sem);
    return readers;
}

static bool writer_give_up(void *sema)
{
    RWMutex *m = STRUCT_OF(RWMutex, writer_sem, sema);
    leave_writing(m);
    if (mutex_give_up(&m->w.sema))
        sema_release(&m->w.sema);
    return false;
}

NATIVE(sync, RWMutex_waitForReaders, { RWMutex *m; })
{
    int32_t readers = __atomic_fetch_sub(&a->m->reader_count, MAX_READERS, __ATOMIC_ACQ_REL);
    // Not by add_fetch: gcc 12 at -Og adds what was there to itself.
    if (readers != 0 && __atomic_fetch_add(&a->m->reader_wait, readers, __ATOMIC_ACQ_REL) != -readers)
        return sema_acquire(g, &a->m->writer_sem, false, WAIT_RWMUTEX_LOCK, writer_give_up);
    return STATUS_OK;
}

NATIVE(sync, RWMutex_TryLock, { uint64_t ret; RWMutex *m; })
{
    a->ret = false;
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    if (!mutex_try_lock(&a->m->w))
        return STATUS_OK;
    int32_t none = 0;
    if (__atomic_compare_exchange_n(&a->m->reader_count, &none, -MAX_READERS, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        a->ret = true;
        return STATUS_OK;
    }
    return mutex_unlock(g, &a->m->w, STRING("sync: unlock of unlocked mutex"));
}

NATIVE(sync, RWMutex_Unlock, { RWMutex *m; })
{
    const String misuse = STRING("sync: Unlock of unlocked RWMutex");
    if (!a->m)
        return panic_raise(g, PANIC_NIL_DEREF);
    if (leave_writing(a->m) >= MAX_READERS)
        return panic_text_error(g, PANIC_FATAL_TEXT, misuse);
    return mutex_unlock(g, &a->m->w, misuse);
}

NATIVE(sync, WaitGroup_add, { int64_t ret; WaitGroup *w; int64_t delta; })
{
    WaitGroup *w = a->w;
    if (!w)
        return panic_raise(g, PANIC_NIL_DEREF);
    lock_acquire(&w->lock);
    w->counter += (int32_t)a->delta;
    a->ret = w->counter < 0;
    uint32_t wake = 0;
    if (w->counter == 0) {
        wake = w->waiters;
        w->waiters = 0;
    }
    lock_release(&w->lock);
    for (; wake; wake--)
        sema_release(&w->sema);
    return STATUS_OK;
}

NATIVE(sync, WaitGroup_Wait, { WaitGroup *w; })
{
    WaitGroup *w = a->w;
    if (!w)
        return panic_raise(g, PANIC_NIL_DEREF);
    lock_acquire(&w->lock);
    bool wait = w->counter > 0;
    w->waiters += wait;
    lock_release(&w->lock);
    return wait ? sema_acquire(g, &w->sema, false, WAIT_WAITGROUP, NULL) : STATUS_OK;
}

NATIVE(sync, notifyAdd, { uint64_t ret; NotifyList *l; })
{
    a->ret = sema_notify_add(a->l);
    return STATUS_OK;
}

NATIVE(sync, notifyWait, { NotifyList *l; uint64_t ticket; })
{
    return sema_notify_wait(g, a->l, (uint32_t)a->ticket);
}

NATIVE(sync, notifyOne, { NotifyList *l; })
{
    sema_notify_one(a->l);
    return STATUS_OK;
}

NATIVE(sync, notifyAll, { NotifyList *l; })
{
    sema_notify_all(a->l);
    return STATUS_OK;
}

NATIVE(sync, collections, { uint64_t ret; })
{
    a->ret = gc_cycle_count();
    return STATUS_OK;
}
