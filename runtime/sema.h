// sema.h: sleeping on an address: what package sync is built on.
// Semaphores count in a uint32 of the program's memory (sync's own fields); waiters stand in a table of queues by address, first come first served.
// Threads: any worker. A released unit is handed to the first waiter directly: *addr stays 0 then.
#ifndef RUNTIME_SEMA_H
#define RUNTIME_SEMA_H
#include "runtime/g.h"

// Called in place of a goroutine whose wait was ended from outside, when its unit of addr comes: gives back what that stood for, as whoever acquires and
// releases at once. true: by one more sema_release(addr), which the caller does. Any thread, no locks held.
typedef bool (*SemaGiveUp)(void *addr);

// Takes one unit of *addr, waiting until there is one. OK: taken. PARK: taken when g goes on. first: stands at the head of the queue (a woken waiter
// that waits again). The reason is what tracebacks show. give_up: NULL if g is a goroutine of the system, or its unit is nobody else's.
MUST_USE Status sema_acquire(G *g, uint32_t *addr, bool first, WaitReason why, SemaGiveUp give_up);
// Gives one unit back.
void sema_release(uint32_t *addr);

// sync.Cond's list of waiters: a ticket each; a notify without waiters is not kept. All zero: empty. Lies in the program's memory (at least 4 words).
typedef struct NotifyList {
    uint32_t next_ticket; // atomic
    uint32_t notified;    // under the bucket's lock
    uintptr_t unused[3];
} NotifyList;
uint32_t sema_notify_add(NotifyList *l); // before the mutex is unlocked
// PARK, or OK if the ticket was notified already.
MUST_USE Status sema_notify_wait(G *g, NotifyList *l, uint32_t ticket);
void sema_notify_one(NotifyList *l);
void sema_notify_all(NotifyList *l);
#endif
