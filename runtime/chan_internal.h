// chan_internal.h: the inside of a channel, for chan.c, select.c and timer.c.
#ifndef RUNTIME_CHAN_INTERNAL_H
#define RUNTIME_CHAN_INTERNAL_H
#include "runtime/chan.h"
#include "runtime/gc.h"
#include "runtime/lock.h"
#include "runtime/sched.h"
#include "runtime/timer.h"

typedef struct WaitQueue {
    Waiter *first, *last;
} WaitQueue;

struct Chan { // gc; pointer-free if the elements are (waiters are reachable through their G's)
    Lock lock;
    uint32_t closed;     // lock; read without it by tries
    const RType *elem;
    int64_t n, cap;      // elements in the ring; n is read without the lock by tries and len
    int64_t head;        // the oldest
    WaitQueue receivers, senders;
    Timer *timer;        // set once, before others know the channel
    char ring[];
};

// -- with c's lock held
void chan_enqueue(WaitQueue *q, Waiter *w);
void chan_remove(WaitQueue *q, Waiter *w);   // w->chan NULL: is not in it
Waiter *chan_dequeue(WaitQueue *q);          // the first whose goroutine is still to be had; of selects: it is won
void chan_ring_put(Chan *c, const void *value);
void chan_ring_take(Chan *c, void *dst);
void chan_give(Chan *c, Waiter *receiver, const void *value); // NULL: closed
// Takes from the first sender, when the ring is full or there is none.
void chan_take_from(Chan *c, Waiter *sender, void *dst);
G *chan_put_locked(Chan *c, const void *value); // a timer's send: to a receiver (its G, to be made ready) or the ring; dropped if that is full
bool chan_drain_locked(Chan *c);                // whether something was in the ring

// timer.c, with the channel's lock held
void timer_chan_poll(Timer *t);   // before looking at the ring
void timer_chan_wait(Timer *t);   // a receiver was put into the queue
void timer_chan_unwait(Timer *t); // one left it
#endif
