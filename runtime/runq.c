// runq.c: run queues: a ring of 256 and one favoured goroutine a processor, and a list for all.
// The ring has one producer, its owner; the owner and thieves take at its head by compare-and-swap. What does not fit goes to the global list by halves.
#include "runtime/proc.h"

static void put_list_locked(G *first, G *last, int n)
{
    last->next = NULL;
    if (sched.global_last)
        sched.global_last->next = first;
    else
        sched.global_first = first;
    sched.global_last = last;
    __atomic_store_n(&sched.n_global, sched.n_global + n, __ATOMIC_SEQ_CST);
}

void global_put_list(G *first, G *last, int n)
{
    lock_acquire(&sched.lock);
    put_list_locked(first, last, n);
    lock_release(&sched.lock);
}

void global_put(G *g)
{
    global_put_list(g, g, 1);
}

// Both at once: a worker on its way to sleep finds either no wait, or a goroutine; not what looks like a deadlock.
void global_put_main(G *g)
{
    lock_acquire(&sched.lock);
    sched.main_waits = true;
    __atomic_store_n(&sched.done, 0, __ATOMIC_RELEASE);
    put_list_locked(g, g, 1);
    lock_release(&sched.lock);
}

static G *global_pop_locked(void)
{
    G *g = sched.global_first;
    if (!g)
        return NULL;
    sched.global_first = g->next;
    if (!g->next)
        sched.global_last = NULL;
    g->next = NULL;
    __atomic_store_n(&sched.n_global, sched.n_global - 1, __ATOMIC_RELAXED);
    return g;
}

G *global_get(P *p)
{
    if (__atomic_load_n(&sched.n_global, __ATOMIC_RELAXED) == 0)
        return NULL;
    lock_acquire(&sched.lock);
    // A fair share for this processor, at most half of its ring.
    int n = sched.n_global / __atomic_load_n(&sched.n_procs, __ATOMIC_RELAXED) + 1;
    if (n > sched.n_global)
        n = sched.n_global;
    uint32_t head = __atomic_load_n(&p->run_head, __ATOMIC_ACQUIRE);
    uint32_t tail = p->run_tail;
    int room = RUN_QUEUE - (int)(tail - head);
    if (n > RUN_QUEUE / 2)
        n = RUN_QUEUE / 2;
    if (n - 1 > room)
        n = room + 1;
    G *g = global_pop_locked();
    for (int i = 1; g && i < n; i++) {
        G *more = global_pop_locked();
        if (!more)
            break;
        __atomic_store_n(&p->run_queue[tail % RUN_QUEUE], more, __ATOMIC_RELAXED);
        tail++;
    }
    __atomic_store_n(&p->run_tail, tail, __ATOMIC_SEQ_CST);
    lock_release(&sched.lock);
    return g;
}

// Moves half of the full ring, and g, to the global list. false: a thief made room meanwhile.
static bool overflow(P *p, G *g, uint32_t head, uint32_t tail)
{
    G *batch[RUN_QUEUE / 2 + 1];
    uint32_t n = (tail - head) / 2;
    for (uint32_t i = 0; i < n; i++)
        batch[i] = __atomic_load_n(&p->run_queue[(head + i) % RUN_QUEUE], __ATOMIC_RELAXED);
    if (!__atomic_compare_exchange_n(&p->run_head, &head, head + n, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
        return false;
    batch[n] = g;
    for (uint32_t i = 0; i < n; i++)
        batch[i]->next = batch[i + 1];
    global_put_list(batch[0], g, (int)n + 1);
    return true;
}

void runq_put(P *p, G *g, bool next)
{
    if (next) {
        // A full barrier: the look at who is spinning must not come before it.
        g = __atomic_exchange_n(&p->run_next, g, __ATOMIC_SEQ_CST);
        if (!g)
            return;
    }
    for (;;) {
        uint32_t head = __atomic_load_n(&p->run_head, __ATOMIC_ACQUIRE);
        uint32_t tail = p->run_tail;
        if (tail - head < RUN_QUEUE) {
            __atomic_store_n(&p->run_queue[tail % RUN_QUEUE], g, __ATOMIC_RELAXED);
            __atomic_store_n(&p->run_tail, tail + 1, __ATOMIC_SEQ_CST);
            return;
        }
        if (overflow(p, g, head, tail))
            return;
    }
}

G *runq_get(P *p, bool *inherits)
{
    G *g = __atomic_load_n(&p->run_next, __ATOMIC_RELAXED);
    if (g && __atomic_compare_exchange_n(&p->run_next, &g, NULL, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
        *inherits = true;
        return g;
    }
    *inherits = false;
    for (;;) {
        uint32_t head = __atomic_load_n(&p->run_head, __ATOMIC_ACQUIRE);
        if (p->run_tail == head)
            return NULL;
        g = __atomic_load_n(&p->run_queue[head % RUN_QUEUE], __ATOMIC_RELAXED);
        if (__atomic_compare_exchange_n(&p->run_head, &head, head + 1, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
            return g;
    }
}

bool runq_empty(P *p)
{
    // The favoured one may move to the ring between the looks: then the tail has changed.
    for (;;) {
        uint32_t head = __atomic_load_n(&p->run_head, __ATOMIC_ACQUIRE);
        uint32_t tail = __atomic_load_n(&p->run_tail, __ATOMIC_ACQUIRE);
        G *next = __atomic_load_n(&p->run_next, __ATOMIC_ACQUIRE);
        if (tail == __atomic_load_n(&p->run_tail, __ATOMIC_ACQUIRE))
            return head == tail && !next;
    }
}

int runq_grab(P *victim, G **out, bool take_next)
{
    for (;;) {
        uint32_t head = __atomic_load_n(&victim->run_head, __ATOMIC_ACQUIRE);
        uint32_t tail = __atomic_load_n(&victim->run_tail, __ATOMIC_ACQUIRE);
        uint32_t n = tail - head;
        n -= n / 2;
        if (n == 0) {
            if (!take_next)
                return 0;
            G *g = __atomic_load_n(&victim->run_next, __ATOMIC_RELAXED);
            if (!g)
                return 0;
            // It was probably readied by the goroutine that runs there and is about to wait: give it a moment, so that
            // two that talk to each other are not torn apart.
            if (__atomic_load_n(&victim->status, __ATOMIC_RELAXED) == P_RUNNING)
                for (int i = 0; i < 200 && __atomic_load_n(&victim->run_next, __ATOMIC_RELAXED) == g; i++)
                    cpu_relax();
            if (!__atomic_compare_exchange_n(&victim->run_next, &g, NULL, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
                continue;
            out[0] = g;
            return 1;
        }
        if (n > RUN_QUEUE / 2) // head and tail were not of one moment
            continue;
        for (uint32_t i = 0; i < n; i++)
            out[i] = __atomic_load_n(&victim->run_queue[(head + i) % RUN_QUEUE], __ATOMIC_RELAXED);
        if (__atomic_compare_exchange_n(&victim->run_head, &head, head + n, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
            return (int)n;
    }
}
