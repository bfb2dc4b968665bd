// timer.c: a 4-ary heap of timers a processor, run between goroutines by its worker, by thieves, and by whoever sleeps in the poller.
// A timer belongs for life to the heap of the processor that made it, so that one lock guards it. The heap's array is cut into segments, since the
// collector scans a large object anew as a whole when one word of it was written.
// Channel timers are guarded by their channel's lock (which comes before the heap's): firing, stopping and receiving exclude each other there, so that no stale
// value is ever received. They stand in the heap only while somebody waits on the channel; else chan.c asks timer_chan_poll when the channel is used.
// Lock order: channel, heap. Callbacks run without locks.
#include "runtime/timer.h"

#include "base/clock.h"
#include "runtime/chan_internal.h"
#include "runtime/proc.h"

enum { SEGMENT = 256, MAX_SEGMENTS = 1 << 16 };

struct Timer { // gc
    TimerHeap *heap;     // C
    TimerFn fn;          // C; NULL: a channel timer
    void *arg;           // C
    Chan *chan;          // C
    TimerFill fill;      // C
    int64_t when_ns;     // 0: not pending. Heap lock; of channel timers: channel lock
    int64_t period_ns;
    int32_t index;       // in the heap, -1: not there. Heap lock
    int32_t n_waiting;   // goroutines in the channel's queue. Channel lock
};

typedef struct Entry {
    int64_t when; // since base_ns, so that it does not look like an address to the collector
    Timer *timer;
} Entry;

struct TimerHeap { // permanent
    Lock lock;
    int n, cap;
    Entry **segments; // gc
    int n_segment_slots;
    int64_t next_ns;  // A: of the first, INT64_MAX: none
};

static int64_t base_ns;

TimerHeap *timer_heap_new(void)
{
    if (!base_ns)
        base_ns = clock_ns() - 1;
    TimerHeap *h = gc_alloc_permanent(sizeof *h);
    h->next_ns = INT64_MAX;
    return h;
}

static inline Entry *at(TimerHeap *h, int i)
{
    return &h->segments[i / SEGMENT][i % SEGMENT];
}

static inline void put(TimerHeap *h, int i, Entry e)
{
    Entry *place = at(h, i);
    *place = e;
    gc_dirty(place);
    e.timer->index = i;
}

static void publish_next(TimerHeap *h)
{
    __atomic_store_n(&h->next_ns, h->n ? at(h, 0)->when + base_ns : INT64_MAX, __ATOMIC_SEQ_CST);
}

static void sift_up(TimerHeap *h, int i, Entry e)
{
    while (i > 0) {
        int parent = (i - 1) / 4;
        Entry p = *at(h, parent);
        if (p.when <= e.when)
            break;
        put(h, i, p);
        i = parent;
    }
    put(h, i, e);
}

static void sift_down(TimerHeap *h, int i, Entry e)
{
    for (;;) {
        int first = i * 4 + 1, best = -1;
        int64_t least = e.when;
        for (int k = first; k < first + 4 && k < h->n; k++)
            if (at(h, k)->when < least) {
                least = at(h, k)->when;
                best = k;
            }
        if (best < 0)
            break;
        put(h, i, *at(h, best));
        i = best;
    }
    put(h, i, e);
}

// Makes room for one more entry. Allocates, so it comes before the lock is taken; gives back with the lock held.
static void lock_with_room(TimerHeap *h)
{
    for (;;) {
        lock_acquire(&h->lock);
        int n = h->n;
        if (n < h->cap)
            return;
        int slots = h->n_segment_slots;
        lock_release(&h->lock);
        CHECK(n / SEGMENT < MAX_SEGMENTS);
        Entry **table = NULL;
        int more = slots ? slots * 2 : 4;
        if (n / SEGMENT >= slots)
            table = gc_alloc_kind((size_t)more * sizeof *table, GC_SCAN);
        Entry *segment = gc_alloc_kind(SEGMENT * sizeof *segment, GC_SCAN);
        lock_acquire(&h->lock);
        if (h->cap == n / SEGMENT * SEGMENT && h->n_segment_slots == slots && h->cap <= n) {
            if (table) {
                if (slots)
                    memcpy(table, h->segments, (size_t)slots * sizeof *table);
                h->segments = table;
                h->n_segment_slots = more;
            }
            gc_store(&h->segments[h->cap / SEGMENT], segment);
            h->cap += SEGMENT;
        }
        if (h->n < h->cap)
            return;
        lock_release(&h->lock);
    }
}

static void add_locked(TimerHeap *h, Timer *t, int64_t when_ns)
{
    int64_t when = when_ns - base_ns;
    h->n++;
    sift_up(h, h->n - 1, (Entry){when, t});
    publish_next(h);
}

static void remove_locked(TimerHeap *h, Timer *t)
{
    int i = t->index;
    if (i < 0)
        return;
    t->index = -1;
    Entry last = *at(h, h->n - 1);
    *at(h, h->n - 1) = (Entry){0, NULL};
    h->n--;
    if (i < h->n) {
        if (i > 0 && at(h, (i - 1) / 4)->when > last.when)
            sift_up(h, i, last);
        else
            sift_down(h, i, last);
    }
    publish_next(h);
}

// Somebody must look at a timer due at when_ns: the sleeper in the poller, or a worker that is woken to become it.
static void tell_poller(int64_t when_ns)
{
    if (__atomic_load_n(&sched.poller, __ATOMIC_SEQ_CST)) {
        if (when_ns < __atomic_load_n(&sched.poll_until, __ATOMIC_SEQ_CST))
            netpoll_wake();
    } else if (__atomic_load_n(&sched.n_idle_p, __ATOMIC_SEQ_CST) > 0) {
        wake_worker();
    } else {
        monitor_nudge(when_ns);
    }
}

static Timer *timer_alloc(void)
{
    Timer *t = gc_alloc_kind(sizeof *t, GC_SCAN);
    P *p = this_m ? this_m->p : NULL;
    t->heap = (p ? p : sched.procs[0])->timers;
    t->index = -1;
    return t;
}

Timer *timer_new(TimerFn fn, void *arg)
{
    Timer *t = timer_alloc();
    t->fn = fn;
    t->arg = arg;
    gc_dirty(t);
    return t;
}

typedef struct Start { // gc
    Closure *closure;
    uintptr_t input; // of a session, that made the timer
} Start;

static void start_closure(void *arg, int64_t late_ns)
{
    (void)late_ns;
    Start *s = arg;
    if (!s->input || s->input > __atomic_load_n(&sched.ended_inputs, __ATOMIC_SEQ_CST))
        goroutine_start_for(s->input, s->closure);
}

Timer *timer_new_func(Closure *closure)
{
    Start *s = gc_alloc_kind(sizeof *s, GC_SCAN);
    s->closure = closure;
    s->input = current_g ? __atomic_load_n(&current_g->input, __ATOMIC_RELAXED) : 0;
    gc_dirty(s);
    return timer_new(start_closure, s);
}

Timer *timer_new_chan(Chan *chan, TimerFill fill)
{
    CHECK(chan->elem->size <= TIMER_VALUE_BYTES && chan->cap == 1);
    Timer *t = timer_alloc();
    t->chan = chan;
    t->fill = fill;
    gc_dirty(t);
    chan->timer = t;
    gc_dirty(chan);
    return t;
}

// The next time of a periodic timer that was due at when.
static int64_t following(int64_t when, int64_t period, int64_t now)
{
    int64_t next = when + period * (1 + (now - when) / period);
    return next > 0 ? next : INT64_MAX;
}

// -- channel timers; the channel's lock is held

// Sends now if it is due. The woken receiver, or NULL.
static G *chan_fire_locked(Timer *t, int64_t now)
{
    if (t->when_ns == 0 || t->when_ns > now)
        return NULL;
    _Alignas(16) char value[TIMER_VALUE_BYTES];
    int64_t late_ns = now - t->when_ns;
    t->when_ns = t->period_ns > 0 ? following(t->when_ns, t->period_ns, now) : 0;
    t->fill(value, late_ns);
    return chan_put_locked(t->chan, value);
}

void timer_chan_poll(Timer *t)
{
    if (!t->when_ns)
        return;
    G *woken = chan_fire_locked(t, clock_ns()); // of others that wait already
    if (woken)
        g_ready(woken);
}

void timer_chan_wait(Timer *t)
{
    if (t->n_waiting++ > 0 || t->when_ns == 0)
        return;
    int64_t when = t->when_ns;
    lock_with_room(t->heap);
    if (t->index < 0)
        add_locked(t->heap, t, when);
    lock_release(&t->heap->lock);
    tell_poller(when);
}

void timer_chan_unwait(Timer *t)
{
    if (--t->n_waiting > 0)
        return;
    lock_acquire(&t->heap->lock);
    remove_locked(t->heap, t);
    lock_release(&t->heap->lock);
}

static bool chan_timer_set(Timer *t, int64_t when_ns, int64_t period_ns)
{
    Chan *c = t->chan;
    lock_acquire(&c->lock);
    bool pending = t->when_ns != 0;
    if (chan_drain_locked(c))
        pending = true;
    t->when_ns = when_ns;
    t->period_ns = period_ns;
    if (t->n_waiting > 0) {
        lock_with_room(t->heap);
        remove_locked(t->heap, t);
        if (when_ns)
            add_locked(t->heap, t, when_ns);
        lock_release(&t->heap->lock);
        if (when_ns)
            tell_poller(when_ns);
    }
    lock_release(&c->lock);
    return pending;
}

static void chan_timer_run(Timer *t, int64_t now)
{
    Chan *c = t->chan;
    lock_acquire(&c->lock);
    // It was taken out of the heap by the caller. Stopped or started anew meanwhile: when_ns says so.
    G *woken = chan_fire_locked(t, now);
    if (t->n_waiting > 0 && t->when_ns) {
        lock_with_room(t->heap);
        if (t->index < 0)
            add_locked(t->heap, t, t->when_ns);
        lock_release(&t->heap->lock);
    }
    lock_release(&c->lock);
    if (woken)
        g_ready(woken);
}

// -- all timers

bool timer_reset(Timer *t, int64_t when_ns, int64_t period_ns)
{
    if (when_ns <= 0)
        when_ns = 1;
    if (t->chan)
        return chan_timer_set(t, when_ns, period_ns);
    TimerHeap *h = t->heap;
    lock_with_room(h);
    bool pending = t->when_ns != 0;
    remove_locked(h, t);
    t->when_ns = when_ns;
    t->period_ns = period_ns;
    add_locked(h, t, when_ns);
    bool is_first = t->index == 0;
    lock_release(&h->lock);
    if (is_first)
        tell_poller(when_ns);
    return pending;
}

bool timer_stop(Timer *t)
{
    if (t->chan)
        return chan_timer_set(t, 0, 0);
    lock_acquire(&t->heap->lock);
    bool pending = t->when_ns != 0;
    t->when_ns = 0;
    remove_locked(t->heap, t);
    lock_release(&t->heap->lock);
    return pending;
}

static void heap_run(TimerHeap *h, int64_t now)
{
    if (__atomic_load_n(&h->next_ns, __ATOMIC_SEQ_CST) > now)
        return;
    lock_acquire(&h->lock);
    while (h->n && at(h, 0)->when + base_ns <= now) {
        Timer *t = at(h, 0)->timer;
        remove_locked(h, t);
        if (t->chan) {
            lock_release(&h->lock);
            chan_timer_run(t, now);
            lock_acquire(&h->lock);
            continue;
        }
        int64_t due = t->when_ns;
        if (t->period_ns > 0) {
            t->when_ns = following(due, t->period_ns, now);
            add_locked(h, t, t->when_ns); // there is room: one was just removed
        } else {
            t->when_ns = 0;
        }
        TimerFn fn = t->fn;
        void *arg = t->arg;
        lock_release(&h->lock);
        fn(arg, now - due);
        lock_acquire(&h->lock);
    }
    lock_release(&h->lock);
}

int64_t timer_heap_next(TimerHeap *h)
{
    return __atomic_load_n(&h->next_ns, __ATOMIC_SEQ_CST);
}

void timers_run(P *p)
{
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    // Heaps of retired processors, and at times those of others, whose worker may be long in a native.
    int step = p->sched_tick % 16 == 0 ? 1 : __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED);
    int64_t now = 0;
    for (int i = step == 1 ? 0 : p->id; i < n; i += step) {
        TimerHeap *h = sched.procs[i]->timers;
        if (__atomic_load_n(&h->next_ns, __ATOMIC_RELAXED) == INT64_MAX)
            continue;
        if (!now)
            now = clock_ns();
        heap_run(h, now);
    }
}

int64_t timers_run_all(int64_t now)
{
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++)
        heap_run(sched.procs[i]->timers, now);
    return timers_next();
}

int64_t timers_next(void)
{
    int64_t next = INT64_MAX;
    int n = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < n; i++) {
        int64_t when = __atomic_load_n(&sched.procs[i]->timers->next_ns, __ATOMIC_SEQ_CST);
        if (when < next)
            next = when;
    }
    return next;
}

// -- time.Sleep

static void wake_sleeper(void *arg, int64_t late_ns)
{
    (void)late_ns;
    g_ready(arg);
}

Unwait timer_unwait(G *g)
{
    return timer_stop(g->timer) ? UNWAIT_DONE : UNWAIT_TOO_LATE;
}

Status timer_sleep(G *g, int64_t ns)
{
    if (ns <= 0)
        return STATUS_OK;
    if (!g->timer) {
        gc_store(&g->timer, timer_new(wake_sleeper, g));
    }
    int64_t when = clock_ns();
    when = ns > INT64_MAX - when ? INT64_MAX : when + ns;
    // The timer may fire at once: g counts as waiting before it is started.
    g_prepare_park(g, WAIT_SLEEP);
    timer_reset(g->timer, when, 0);
    return STATUS_PARK;
}
