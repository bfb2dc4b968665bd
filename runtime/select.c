// select.c: waiting for one of several channel operations.
// Cases are tried in random order, so that none starves; the channels are locked in the order of their addresses, so that two selects do not wait for each
// other. When none is ready the goroutine stands in all queues; who takes it from one sets G.select_done, by which it is lost to the others. Woken, it
// takes itself out of the other queues (select_resumed) before it does anything else.
#include <string.h>

#include "runtime/chan_internal.h"
#include "runtime/proc.h"

enum { INLINE_CASES = 16 };

typedef struct Order {
    uint16_t poll[INLINE_CASES];
    Chan *locks[INLINE_CASES];
    uint16_t *poll_at;
    Chan **locks_at;
    int n, n_locks;
} Order;

static void sift(Chan **a, int i, int n)
{
    for (int child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && a[child] < a[child + 1])
            child++;
        if (a[i] >= a[child])
            return;
        Chan *t = a[i];
        a[i] = a[child];
        a[child] = t;
    }
}

static void sort_channels(Chan **a, int n)
{
    if (n <= INLINE_CASES) {
        for (int i = 1; i < n; i++) {
            Chan *c = a[i];
            int k = i;
            for (; k > 0 && a[k - 1] > c; k--)
                a[k] = a[k - 1];
            a[k] = c;
        }
        return;
    }
    for (int i = n / 2 - 1; i >= 0; i--)
        sift(a, i, n);
    for (int i = n - 1; i > 0; i--) {
        Chan *t = a[0];
        a[0] = a[i];
        a[i] = t;
        sift(a, 0, i);
    }
}

static void order_make(Order *o, const SelectCase *cases, int n)
{
    o->poll_at = n <= INLINE_CASES ? o->poll : gc_alloc_bytes((size_t)n * sizeof *o->poll_at);
    o->locks_at = n <= INLINE_CASES ? o->locks : gc_alloc_kind((size_t)n * sizeof *o->locks_at, GC_SCAN);
    o->n = 0;
    for (int i = 0; i < n; i++) { // a random permutation of the cases that can ever be ready
        if (!cases[i].chan)
            continue;
        int k = (int)(random_next(&this_m->random) % (uint64_t)(o->n + 1));
        o->poll_at[o->n] = o->poll_at[k];
        o->poll_at[k] = (uint16_t)i;
        o->locks_at[o->n] = cases[i].chan;
        o->n++;
    }
    sort_channels(o->locks_at, o->n);
    o->n_locks = 0;
    for (int i = 0; i < o->n; i++)
        if (i == 0 || o->locks_at[i] != o->locks_at[i - 1])
            o->locks_at[o->n_locks++] = o->locks_at[i];
}

static void lock_all(Order *o)
{
    for (int i = 0; i < o->n_locks; i++)
        lock_acquire(&o->locks_at[i]->lock);
}

static void unlock_all(Order *o)
{
    for (int i = o->n_locks - 1; i >= 0; i--)
        lock_release(&o->locks_at[i]->lock);
}

// Does the case if it is ready; *woken gets the goroutine to make ready, *closed: a send on a closed channel.
static bool try_case(const SelectCase *sc, G **woken, bool *closed)
{
    Chan *c = sc->chan;
    Waiter *w;
    if (sc->is_send) {
        if (c->closed) {
            *closed = true;
            return true;
        }
        if ((w = chan_dequeue(&c->receivers))) {
            chan_give(c, w, sc->value);
            *woken = w->g;
            return true;
        }
        if (c->n < c->cap) {
            chan_ring_put(c, sc->value);
            return true;
        }
        return false;
    }
    if (UNLIKELY(c->timer != NULL))
        timer_chan_poll(c->timer);
    if (!c->closed && (w = chan_dequeue(&c->senders))) {
        chan_take_from(c, w, sc->value);
        *woken = w->g;
    } else if (c->n > 0) {
        chan_ring_take(c, sc->value);
    } else if (c->closed) {
        if (sc->value)
            memset(sc->value, 0, (size_t)c->elem->size);
        if (sc->ok)
            *sc->ok = 0;
        return true;
    } else {
        return false;
    }
    if (sc->ok)
        *sc->ok = 1;
    return true;
}

static void stand_in_all(G *g, const SelectCase *cases, Order *o, Slot *chosen)
{
    g->select_n = o->n;
    g->select_chosen = chosen;
    __atomic_store_n(&g->select_done, 0, __ATOMIC_RELAXED);
    for (int i = 0; i < o->n; i++) {
        int at = o->poll_at[i];
        const SelectCase *sc = &cases[at];
        Waiter *w = &g->select_waiters[i];
        *w = (Waiter){.g = g, .value = sc->value, .ok = sc->is_send ? NULL : sc->ok, .chan = sc->chan, .index = at, .is_select = true};
        w->mode = sc->is_send;
        chan_enqueue(sc->is_send ? &sc->chan->senders : &sc->chan->receivers, w);
        if (UNLIKELY(sc->chan->timer != NULL) && !sc->is_send)
            timer_chan_wait(sc->chan->timer);
    }
    gc_dirty(g->select_waiters);
    g->in_select = true;
    g->wait_object = NULL;
    g_prepare_park(g, WAIT_SELECT);
}

static void room_for_waiters(G *g, int n)
{
    if (g->select_cap >= n)
        return;
    int cap = n < 4 ? 4 : n;
    gc_store(&g->select_waiters, gc_alloc_kind((size_t)cap * sizeof(Waiter), GC_SCAN));
    g->select_cap = cap;
}

Status select_go(G *g, const SelectCase *cases, int n, bool has_default, Slot *chosen)
{
    if (n == 1 && cases[0].chan && has_default) { // the most common one
        bool done;
        const SelectCase *sc = &cases[0];
        Status s = sc->is_send ? chan_try_send(g, sc->chan, sc->value, &done) : chan_try_recv(g, sc->chan, sc->value, sc->ok, &done);
        *chosen = done ? 0 : (Slot)-1;
        return s;
    }
    Order o;
    order_make(&o, cases, n);
    if (o.n == 0) {
        *chosen = (Slot)-1;
        if (has_default)
            return STATUS_OK;
        g->in_select = false;
        g->wait_object = NULL;
        g_prepare_park(g, n == 0 ? WAIT_SELECT_NO_CASES : WAIT_SELECT);
        return STATUS_PARK;
    }
    if (!has_default)
        room_for_waiters(g, o.n);
    lock_all(&o);
    for (int i = 0; i < o.n; i++) {
        G *woken = NULL;
        bool closed = false;
        if (!try_case(&cases[o.poll_at[i]], &woken, &closed))
            continue;
        unlock_all(&o);
        *chosen = o.poll_at[i];
        if (woken)
            g_ready(woken);
        return closed ? panic_raise(g, PANIC_SEND_CLOSED) : STATUS_OK;
    }
    if (has_default) {
        unlock_all(&o);
        *chosen = (Slot)-1;
        return STATUS_OK;
    }
    stand_in_all(g, cases, &o, chosen);
    unlock_all(&o);
    return STATUS_PARK;
}

Unwait select_unwait(G *g)
{
    if (!g->in_select) // no case can ever be ready
        return UNWAIT_DONE;
    uint32_t undecided = 0;
    if (!__atomic_compare_exchange_n(&g->select_done, &undecided, 1, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
        return UNWAIT_TOO_LATE;
    *g->select_chosen = (Slot)-1; // g takes itself out of all queues when it goes on
    return UNWAIT_DONE;
}

Status select_resumed(G *g)
{
    if (!g->in_select)
        return STATUS_OK;
    g->in_select = false;
    bool failed = false;
    int chosen = (int)*g->select_chosen;
    for (int i = 0; i < g->select_n; i++) {
        Waiter *w = &g->select_waiters[i];
        bool is_send = w->mode;
        // The winner, and losers that others met, are out of their queue (chan NULL). Others may take them out at this moment: under the lock it is sure.
        Chan *c = __atomic_load_n(&w->chan, __ATOMIC_ACQUIRE);
        if (w->index == chosen) {
            failed = is_send && !w->success;
        } else if (c) {
            lock_acquire(&c->lock);
            chan_remove(is_send ? &c->senders : &c->receivers, w);
            lock_release(&c->lock);
        }
        w->value = NULL;
        w->ok = NULL;
    }
    return failed ? panic_raise(g, PANIC_SEND_CLOSED) : STATUS_OK;
}
