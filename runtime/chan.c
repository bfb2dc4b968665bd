// chan.c: sending, receiving, closing.
// A sender that finds a receiver waiting writes its slot directly, and the other way round; the ring is used only when nobody waits. A waiter that is taken
// from a queue is told all it needs (value, ok, success) before its goroutine is made ready.
#include "runtime/chan_internal.h"

#include <string.h>

#include "runtime/proc.h"

static inline void copy_value(void *dst, const void *src, int64_t bytes)
{
    if (bytes == 8)
        *(uint64_t *)dst = *(const uint64_t *)src;
    else
        memcpy(dst, src, (size_t)bytes);
}

Status chan_make(G *g, const RType *elem, int64_t cap, Chan **out)
{
    int64_t bytes;
    if (cap < 0 || __builtin_mul_overflow(cap, elem->size, &bytes) || bytes > (INT64_C(1) << 47) - (int64_t)sizeof(Chan))
        return panic_raise(g, PANIC_MAKE_CHAN);
    Chan *c = gc_alloc_kind(sizeof *c + (size_t)bytes, elem->flags & RTYPE_POINTERS ? GC_SCAN : GC_ATOMIC);
    c->elem = elem;
    c->cap = cap;
    *out = c;
    return STATUS_OK;
}

// -- queues

void chan_enqueue(WaitQueue *q, Waiter *w)
{
    w->next = NULL;
    w->prev = q->last;
    if (q->last)
        q->last->next = w;
    else
        q->first = w;
    q->last = w;
}

static void unlink_waiter(WaitQueue *q, Waiter *w)
{
    if (w->prev)
        w->prev->next = w->next;
    else
        q->first = w->next;
    if (w->next)
        w->next->prev = w->prev;
    else
        q->last = w->prev;
    w->next = w->prev = NULL;
}

void chan_remove(WaitQueue *q, Waiter *w)
{
    if (!w->chan)
        return;
    if (w->chan->timer)
        timer_chan_unwait(w->chan->timer);
    unlink_waiter(q, w);
    // Atomic: the waiter's goroutine looks at it without the lock (select_resumed).
    __atomic_store_n(&w->chan, NULL, __ATOMIC_RELEASE);
}

Waiter *chan_dequeue(WaitQueue *q)
{
    for (Waiter *w; (w = q->first);) {
        if (w->is_select) {
            uint32_t undecided = 0;
            if (!__atomic_compare_exchange_n(&w->g->select_done, &undecided, 1, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
                // Another case has won; its goroutine will not find this waiter in the queue any more.
                chan_remove(q, w);
                continue;
            }
            *w->g->select_chosen = (Slot)w->index;
        }
        chan_remove(q, w);
        return w;
    }
    return NULL;
}

// -- values

static inline char *ring_at(Chan *c, int64_t i)
{
    return c->ring + (size_t)(i * c->elem->size);
}

void chan_ring_put(Chan *c, const void *value)
{
    int64_t at = c->head + c->n;
    if (at >= c->cap)
        at -= c->cap;
    char *place = ring_at(c, at);
    copy_value(place, value, c->elem->size);
    if (c->elem->flags & RTYPE_POINTERS)
        gc_dirty(place);
    __atomic_store_n(&c->n, c->n + 1, __ATOMIC_RELAXED);
}

void chan_ring_take(Chan *c, void *dst)
{
    char *place = ring_at(c, c->head);
    if (dst) {
        copy_value(dst, place, c->elem->size);
        gc_dirty(dst);
    }
    memset(place, 0, (size_t)c->elem->size);
    if (++c->head == c->cap)
        c->head = 0;
    __atomic_store_n(&c->n, c->n - 1, __ATOMIC_RELAXED);
}

void chan_give(Chan *c, Waiter *w, const void *value)
{
    if (w->value) {
        if (value)
            copy_value(w->value, value, c->elem->size);
        else
            memset(w->value, 0, (size_t)c->elem->size);
        gc_dirty(w->value);
    }
    if (w->ok)
        *w->ok = value != NULL;
    w->success = value != NULL;
}

void chan_take_from(Chan *c, Waiter *w, void *dst)
{
    if (c->cap == 0) {
        if (dst) {
            copy_value(dst, w->value, c->elem->size);
            gc_dirty(dst);
        }
    } else { // the ring is full: the oldest goes out, the sender's comes in
        chan_ring_take(c, dst);
        chan_ring_put(c, w->value);
    }
    w->success = true;
}

G *chan_put_locked(Chan *c, const void *value)
{
    Waiter *w = chan_dequeue(&c->receivers);
    if (w) {
        chan_give(c, w, value);
        return w->g;
    }
    if (c->n < c->cap)
        chan_ring_put(c, value);
    return NULL;
}

bool chan_drain_locked(Chan *c)
{
    bool any = c->n > 0;
    while (c->n > 0)
        chan_ring_take(c, NULL);
    return any;
}

static void wait_in(G *g, Chan *c, WaitQueue *q, void *value, Slot *ok, WaitReason why)
{
    Waiter *w = &g->waiter;
    w->g = g;
    w->value = value;
    w->ok = ok;
    w->chan = c;
    w->is_select = false;
    w->success = false;
    chan_enqueue(q, w);
    g->wait_object = c;
    g_prepare_park(g, why);
}

Unwait chan_unwait(G *g)
{
    Waiter *w = &g->waiter;
    Chan *c = __atomic_load_n(&w->chan, __ATOMIC_ACQUIRE);
    if (!c)
        return UNWAIT_TOO_LATE;
    if (!lock_try(&c->lock))
        return UNWAIT_BUSY;
    bool waits = w->chan == c;
    if (waits)
        chan_remove(g->wait_reason == WAIT_CHAN_SEND ? &c->senders : &c->receivers, w);
    lock_release(&c->lock);
    return waits ? UNWAIT_DONE : UNWAIT_TOO_LATE;
}

// -- operations

static Status send(G *g, Chan *c, const void *value, bool *done)
{
    lock_acquire(&c->lock);
    if (c->closed) {
        lock_release(&c->lock);
        return panic_raise(g, PANIC_SEND_CLOSED);
    }
    Waiter *w = chan_dequeue(&c->receivers);
    if (w) {
        chan_give(c, w, value);
        G *woken = w->g;
        lock_release(&c->lock);
        g_ready(woken);
    } else if (c->n < c->cap) {
        chan_ring_put(c, value);
        lock_release(&c->lock);
    } else if (done) {
        *done = false;
        lock_release(&c->lock);
        return STATUS_OK;
    } else {
        wait_in(g, c, &c->senders, (void *)value, NULL, WAIT_CHAN_SEND);
        lock_release(&c->lock);
        return STATUS_PARK;
    }
    if (done)
        *done = true;
    return STATUS_OK;
}

Status chan_send(G *g, Chan *c, const void *value)
{
    if (UNLIKELY(!c)) {
        g->wait_object = NULL;
        g_prepare_park(g, WAIT_CHAN_SEND_NIL);
        return STATUS_PARK;
    }
    return send(g, c, value, NULL);
}

Status chan_send_resumed(G *g)
{
    return g->waiter.success ? STATUS_OK : panic_raise(g, PANIC_SEND_CLOSED);
}

Status chan_try_send(G *g, Chan *c, const void *value, bool *done)
{
    *done = false;
    return c ? send(g, c, value, done) : STATUS_OK;
}

static Status recv(G *g, Chan *c, void *dst, Slot *ok, bool *done)
{
    lock_acquire(&c->lock);
    if (UNLIKELY(c->timer != NULL))
        timer_chan_poll(c->timer);
    Waiter *w = c->closed ? NULL : chan_dequeue(&c->senders);
    if (w) {
        chan_take_from(c, w, dst);
        G *woken = w->g;
        lock_release(&c->lock);
        g_ready(woken);
    } else if (c->n > 0) {
        chan_ring_take(c, dst);
        lock_release(&c->lock);
    } else if (c->closed) {
        lock_release(&c->lock);
        if (dst)
            memset(dst, 0, (size_t)c->elem->size);
        if (ok)
            *ok = 0;
        if (done)
            *done = true;
        return STATUS_OK;
    } else if (done) {
        *done = false;
        lock_release(&c->lock);
        return STATUS_OK;
    } else {
        wait_in(g, c, &c->receivers, dst, ok, WAIT_CHAN_RECEIVE);
        if (UNLIKELY(c->timer != NULL))
            timer_chan_wait(c->timer);
        lock_release(&c->lock);
        return STATUS_PARK;
    }
    if (ok)
        *ok = 1;
    if (done)
        *done = true;
    return STATUS_OK;
}

Status chan_recv(G *g, Chan *c, void *dst, Slot *ok)
{
    if (UNLIKELY(!c)) {
        g->wait_object = NULL;
        g_prepare_park(g, WAIT_CHAN_RECEIVE_NIL);
        return STATUS_PARK;
    }
    return recv(g, c, dst, ok, NULL);
}

Status chan_try_recv(G *g, Chan *c, void *dst, Slot *ok, bool *done)
{
    *done = false;
    return c ? recv(g, c, dst, ok, done) : STATUS_OK;
}

Status chan_close(G *g, Chan *c)
{
    if (!c)
        return panic_raise(g, PANIC_CLOSE_NIL);
    lock_acquire(&c->lock);
    if (c->closed) {
        lock_release(&c->lock);
        return panic_raise(g, PANIC_CLOSE_CLOSED);
    }
    __atomic_store_n(&c->closed, 1, __ATOMIC_RELAXED);
    Waiter *woken = NULL, **last = &woken;
    for (Waiter *w; (w = chan_dequeue(&c->receivers));) {
        chan_give(c, w, NULL);
        *last = w;
        last = &w->next;
    }
    for (Waiter *w; (w = chan_dequeue(&c->senders));) {
        w->success = false;
        *last = w;
        last = &w->next;
    }
    lock_release(&c->lock);
    while (woken) {
        Waiter *w = woken;
        woken = w->next; // before g_ready: then the waiter is its goroutine's again
        g_ready(w->g);
    }
    return STATUS_OK;
}

int64_t chan_len(Chan *c)
{
    if (!c || c->timer)
        return 0;
    return __atomic_load_n(&c->n, __ATOMIC_RELAXED);
}

int64_t chan_cap(Chan *c)
{
    return c && !c->timer ? c->cap : 0;
}
