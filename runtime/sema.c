// sema.c: a table of waiting queues by address.
// A goroutine whose wait is ended from outside (interrupt.c) leaves a stand-in in its place, since what it waits for counts on it: a waiter without
// goroutine, which passes on what it gets as if it had come and gone (SemaGiveUp).
// A bucket holds a chain of the first waiters of different addresses (Waiter.chain), each with its queue behind it (Waiter.next; the first's prev is the last).
#include "runtime/sema.h"

#include "runtime/proc.h"

enum { BUCKETS = 1024 };

typedef struct Bucket {
    Lock lock;
    Waiter *heads;
    int n; // A: waiters; looked at without the lock by a release
} Bucket;

static Bucket buckets[BUCKETS];

static Bucket *bucket_of(const void *addr)
{
    return &buckets[((uintptr_t)addr >> 2) * 0x9E3779B97F4A7C15u >> 54];
}

// Where the first waiter for addr stands; *place is NULL if there is none.
static Waiter **find(Bucket *b, const void *addr)
{
    Waiter **at = &b->heads;
    while (*at && (*at)->value != addr)
        at = &(*at)->chain;
    return at;
}

static void enqueue(Bucket *b, Waiter *w, void *addr, bool first)
{
    w->value = addr;
    w->next = NULL;
    w->chain = NULL;
    w->prev = w;
    Waiter **at = find(b, addr);
    Waiter *head = *at;
    if (!head) {
        *at = w;
    } else if (first) {
        w->next = head;
        w->prev = head->prev;
        w->chain = head->chain;
        head->chain = NULL;
        *at = w;
    } else {
        head->prev->next = w;
        head->prev = w;
    }
    __atomic_store_n(&b->n, b->n + 1, __ATOMIC_SEQ_CST);
}

// Takes w, which stands behind `before` (NULL: it is the first), out of the queue at *at.
static void dequeue(Bucket *b, Waiter **at, Waiter *before, Waiter *w)
{
    if (before) {
        before->next = w->next;
        if (!w->next)
            (*at)->prev = before;
    } else if (w->next) {
        w->next->prev = w->prev;
        w->next->chain = w->chain;
        *at = w->next;
    } else {
        *at = w->chain;
    }
    w->next = w->prev = w->chain = NULL;
    w->value = NULL;
    __atomic_store_n(&b->n, b->n - 1, __ATOMIC_SEQ_CST);
}

static bool try_take(uint32_t *addr)
{
    uint32_t n = __atomic_load_n(addr, __ATOMIC_SEQ_CST);
    while (n > 0)
        if (__atomic_compare_exchange_n(addr, &n, n - 1, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
            return true;
    return false;
}

// -- stand-ins

static struct {
    Lock lock;
    Waiter *free; // permanent memory, linked by next
} stand_ins;

static Waiter *stand_in_new(void)
{
    enum { BATCH = 32 };
    lock_acquire(&stand_ins.lock);
    while (!stand_ins.free) {
        lock_release(&stand_ins.lock);
        Waiter *batch = gc_alloc_permanent(BATCH * sizeof *batch);
        lock_acquire(&stand_ins.lock);
        for (int i = 0; i < BATCH; i++) {
            batch[i].next = stand_ins.free;
            stand_ins.free = &batch[i];
        }
    }
    Waiter *w = stand_ins.free;
    stand_ins.free = w->next;
    lock_release(&stand_ins.lock);
    return w;
}

static void stand_in_free(Waiter *w)
{
    *w = (Waiter){0};
    lock_acquire(&stand_ins.lock);
    w->next = stand_ins.free;
    stand_ins.free = w;
    lock_release(&stand_ins.lock);
}

Unwait sema_unwait(G *g)
{
    void *addr = g->wait_object;
    Waiter *w = &g->waiter, *stand_in = stand_in_new();
    Bucket *b = bucket_of(addr);
    if (!lock_try(&b->lock)) {
        stand_in_free(stand_in);
        return UNWAIT_BUSY;
    }
    Waiter **at = find(b, addr), *head = *at, *previous = NULL, *x = head;
    for (; x && x != w; x = x->next)
        previous = x;
    if (x) {
        *stand_in = *w;
        stand_in->g = NULL;
        if (previous)
            previous->next = stand_in;
        else
            *at = stand_in;
        if (!w->next)
            (*at)->prev = stand_in;
        w->next = w->prev = w->chain = NULL;
        w->value = NULL;
    }
    lock_release(&b->lock);
    if (!x)
        stand_in_free(stand_in);
    return x ? UNWAIT_DONE : UNWAIT_TOO_LATE;
}

// w was taken from the queue of addr. true: a stand-in, which hands its unit of addr on.
static bool wake(Waiter *w, void *addr)
{
    if (LIKELY(w->g != NULL)) {
        g_ready(w->g);
        return false;
    }
    bool (*give_up)(void *) = w->give_up;
    stand_in_free(w);
    return give_up && give_up(addr);
}

// -- semaphores

Status sema_acquire(G *g, uint32_t *addr, bool first, WaitReason why, SemaGiveUp give_up)
{
    if (try_take(addr))
        return STATUS_OK;
    Bucket *b = bucket_of(addr);
    lock_acquire(&b->lock);
    // Announced before the second look: a release either sees a waiter, or its unit is seen here.
    __atomic_store_n(&b->n, b->n + 1, __ATOMIC_SEQ_CST);
    bool got = try_take(addr);
    if (!got) {
        g->waiter = (Waiter){.g = g, .give_up = give_up};
        g->wait_object = addr;
        enqueue(b, &g->waiter, addr, first);
        g_prepare_park(g, why);
    }
    // Taken back only now: were the count 0 for a moment before the waiter stands in the queue, a release could miss it.
    __atomic_store_n(&b->n, b->n - 1, __ATOMIC_SEQ_CST);
    lock_release(&b->lock);
    return got ? STATUS_OK : STATUS_PARK;
}

// true: the unit came to a stand-in, and is to be given back once more.
static bool release(uint32_t *addr)
{
    Bucket *b = bucket_of(addr);
    __atomic_add_fetch(addr, 1, __ATOMIC_SEQ_CST);
    if (__atomic_load_n(&b->n, __ATOMIC_SEQ_CST) == 0)
        return false;
    lock_acquire(&b->lock);
    Waiter **at = find(b, addr);
    Waiter *w = *at;
    // The unit goes to the waiter, unless somebody was faster and took it.
    if (!w || !try_take(addr)) {
        lock_release(&b->lock);
        return false;
    }
    dequeue(b, at, NULL, w);
    lock_release(&b->lock);
    return wake(w, addr);
}

void sema_release(uint32_t *addr)
{
    while (release(addr)) {
    }
}

// -- sync.Cond

uint32_t sema_notify_add(NotifyList *l)
{
    return __atomic_fetch_add(&l->next_ticket, 1, __ATOMIC_SEQ_CST);
}

// Whether ticket a was given out before b; they wrap around.
static bool before(uint32_t a, uint32_t b)
{
    return (int32_t)(a - b) < 0;
}

// Somebody else is to have the notice.
static bool pass_on(void *addr)
{
    (void)addr;
    return true;
}

Status sema_notify_wait(G *g, NotifyList *l, uint32_t ticket)
{
    Bucket *b = bucket_of(l);
    lock_acquire(&b->lock);
    if (before(ticket, l->notified)) {
        lock_release(&b->lock);
        return STATUS_OK;
    }
    g->waiter = (Waiter){.g = g, .index = (int32_t)ticket, .give_up = pass_on};
    g->wait_object = l;
    enqueue(b, &g->waiter, l, false);
    g_prepare_park(g, WAIT_COND);
    lock_release(&b->lock);
    return STATUS_PARK;
}

static bool notify_one(NotifyList *l)
{
    if (__atomic_load_n(&l->next_ticket, __ATOMIC_SEQ_CST) == __atomic_load_n(&l->notified, __ATOMIC_SEQ_CST))
        return false;
    Bucket *b = bucket_of(l);
    lock_acquire(&b->lock);
    uint32_t ticket = l->notified;
    if (ticket == __atomic_load_n(&l->next_ticket, __ATOMIC_SEQ_CST)) {
        lock_release(&b->lock);
        return false;
    }
    __atomic_store_n(&l->notified, ticket + 1, __ATOMIC_SEQ_CST);
    // The ticket's owner may not stand in the queue yet: it sees then that it was notified.
    Waiter **at = find(b, l);
    Waiter *previous = NULL, *w = *at;
    while (w && (uint32_t)w->index != ticket) {
        previous = w;
        w = w->next;
    }
    if (w)
        dequeue(b, at, previous, w);
    lock_release(&b->lock);
    return w && wake(w, l);
}

void sema_notify_one(NotifyList *l)
{
    while (notify_one(l)) {
    }
}

void sema_notify_all(NotifyList *l)
{
    if (__atomic_load_n(&l->next_ticket, __ATOMIC_SEQ_CST) == __atomic_load_n(&l->notified, __ATOMIC_SEQ_CST))
        return;
    Bucket *b = bucket_of(l);
    lock_acquire(&b->lock);
    __atomic_store_n(&l->notified, __atomic_load_n(&l->next_ticket, __ATOMIC_SEQ_CST), __ATOMIC_SEQ_CST);
    Waiter **at = find(b, l);
    Waiter *woken = *at;
    if (woken) {
        *at = woken->chain;
        int n = 0;
        for (Waiter *w = woken; w; w = w->next)
            n++;
        __atomic_store_n(&b->n, b->n - n, __ATOMIC_SEQ_CST);
    }
    lock_release(&b->lock);
    while (woken) {
        Waiter *w = woken;
        woken = w->next;
        w->value = NULL;
        (void)wake(w, l); // all others have it already
    }
}
