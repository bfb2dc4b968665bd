// goroutine.c: goroutines are made, end, and are made again from what ended.
// All of them, dead ones kept for reuse too, stand in one list: it is what keeps them from being collected, and only there do links need barriers.
#include "runtime/proc.h"

enum { ID_BATCH = 16, KEEP_STACK_BYTES = 4096 }; // of a dead goroutine

// With its first chunk, a waiting goroutine costs less than 1 KB; ten of them fit a block of the collector.
_Static_assert(sizeof(G) <= 400, "a goroutine became larger");

static void list_add(G *g)
{
    lock_acquire(&sched.all_lock);
    g->all_prev = NULL;
    g->all_next = sched.all_g;
    gc_dirty(g);
    if (sched.all_g) {
        sched.all_g->all_prev = g;
        gc_dirty(sched.all_g);
    }
    sched.all_g = g;
    lock_release(&sched.all_lock);
}

static void list_remove(G *g)
{
    lock_acquire(&sched.all_lock);
    if (g->all_next) {
        g->all_next->all_prev = g->all_prev;
        gc_dirty(g->all_next);
    }
    if (g->all_prev) {
        g->all_prev->all_next = g->all_next;
        gc_dirty(g->all_prev);
    } else {
        sched.all_g = g->all_next;
    }
    lock_release(&sched.all_lock);
}

static G *pop(G **list)
{
    G *g = *list;
    if (g) {
        *list = g->next;
        g->next = NULL;
    }
    return g;
}

static G *take_free_of_all_locked(void)
{
    G *g = pop(&sched.free_g);
    if (g)
        __atomic_store_n(&sched.n_free, sched.n_free - 1, __ATOMIC_RELAXED);
    return g;
}

static G *take_free(P *p)
{
    G *g;
    if (!p) { // a session's inputs would fill the list
        lock_acquire(&sched.lock);
        g = take_free_of_all_locked();
        lock_release(&sched.lock);
        return g;
    }
    if (!p->free_g && __atomic_load_n(&sched.n_free, __ATOMIC_RELAXED) > 0) {
        lock_acquire(&sched.lock);
        for (int i = 0; i < FREE_G_LOCAL / 2 && (g = take_free_of_all_locked()); i++) {
            g->next = p->free_g;
            p->free_g = g;
            p->n_free++;
        }
        lock_release(&sched.lock);
    }
    g = pop(&p->free_g);
    if (g)
        p->n_free--;
    return g;
}

static uint64_t next_id(P *p)
{
    if (!p)
        return __atomic_add_fetch(&sched.last_id, 1, __ATOMIC_RELAXED);
    if (p->next_id == p->end_id) {
        p->end_id = __atomic_add_fetch(&sched.last_id, ID_BATCH, __ATOMIC_RELAXED) + 1;
        p->next_id = p->end_id - ID_BATCH;
    }
    return p->next_id++;
}

static G *goroutine_new(P *p, size_t need_slots)
{
    G *g = take_free(p);
    if (g) {
        if ((size_t)(g->stack->end - g->stack->slots) < need_slots) {
            gc_store(&g->stack, stack_new(need_slots));
        }
    } else {
        StackChunk *stack = stack_new(need_slots);
        g = gc_alloc_kind(sizeof *g, GC_SCAN);
        gc_store(&g->stack, stack);
        list_add(g);
    }
    g->id = next_id(p);
    return g;
}

// Gives half of the processor's dead goroutines to all; what is too much there is left to the collector.
static void spill(P *p)
{
    G *drop = NULL;
    lock_acquire(&sched.lock);
    while (p->n_free > FREE_G_LOCAL / 2) {
        G *g = p->free_g;
        p->free_g = g->next;
        p->n_free--;
        if (sched.n_free < FREE_G_GLOBAL) {
            g->next = sched.free_g;
            sched.free_g = g;
            __atomic_store_n(&sched.n_free, sched.n_free + 1, __ATOMIC_RELAXED);
        } else {
            g->next = drop;
            drop = g;
        }
    }
    lock_release(&sched.lock);
    while (drop) {
        G *g = drop;
        drop = g->next;
        g->next = NULL;
        list_remove(g);
    }
}

void goroutine_end(P *p, G *g)
{
    bool is_system = __atomic_load_n(&g->is_system, __ATOMIC_RELAXED);
    if (is_system)
        __atomic_sub_fetch(&sched.n_system, 1, __ATOMIC_RELAXED);
    StackChunk *stack = g->stack;
    while (stack->older)
        stack = stack->older;
    if ((char *)stack->end - (char *)stack >= KEEP_STACK_BYTES)
        stack = NULL;
    // Everything that may keep garbage alive; the links of the list of all belong to all_lock.
    g->pc = NULL;
    g->fp = NULL;
    memset((char *)g + offsetof(G, defers), 0, offsetof(G, p) - offsetof(G, defers)); // not stack_limit: the monitor may write it
    g->entry = NULL;
    g->wait_object = NULL;
    g->wait_reason = WAIT_NONE;
    __atomic_store_n(&g->input, 0, __ATOMIC_RELAXED);
    __atomic_store_n(&g->interrupt, 0, __ATOMIC_RELAXED);
    g->waiter = (Waiter){0};
    if (g->select_cap > 4) {
        g->select_waiters = NULL;
        g->select_cap = 0;
    }
    if (is_system)
        __atomic_store_n(&g->is_system, false, __ATOMIC_RELAXED);
    g->created_at = NULL;
    g->p = NULL;
    __atomic_store_n(&g->state, G_DEAD, __ATOMIC_RELEASE);
    if (!stack)
        stack = stack_new(0);
    stack->newer = NULL;
    stack->used = stack->slots;
    gc_store(&g->stack, stack);
    count_up(&p->n_ended);
    g->next = p->free_g;
    p->free_g = g;
    if (++p->n_free > FREE_G_LOCAL)
        spill(p);
}

static G *start(Closure *closure, const Slot *args, int n_slots, const void *created_at, uintptr_t input, bool is_main)
{
    M *m = this_m;
    P *p = m ? m->p : NULL;
    G *g = goroutine_new(p, (size_t)n_slots + STACK_HEADER_SLOTS);
    g->entry = closure;
    g->created_at = created_at;
    if (current_g)
        g->creator_id = current_g->id;
    __atomic_store_n(&g->input, input, __ATOMIC_RELAXED);
    if (sched.cfg.start) {
        sched.cfg.start(g, closure, args, n_slots);
    } else {
        g->fp = g->stack->slots + STACK_HEADER_SLOTS;
        if (n_slots)
            memcpy(g->fp, args, (size_t)n_slots * sizeof(Slot));
        g->stack->used = g->fp + n_slots;
        g->pc = NULL;
    }
    gc_dirty(g->stack);
    gc_dirty(g);
    if (is_main)
        __atomic_store_n(&sched.main_g, g, __ATOMIC_RELAXED);
    __atomic_store_n(&g->state, G_RUNNABLE, __ATOMIC_RELEASE);
    if (p) {
        count_up(&p->n_made);
        if (p->n_made < 64 || p->n_made % 64 == 0) { // exact for small programs, cheap for large ones
            uint64_t n = (uint64_t)sched_n_goroutines();
            if (n > __atomic_load_n(&sched.peak, __ATOMIC_RELAXED))
                __atomic_store_n(&sched.peak, n, __ATOMIC_RELAXED);
        }
        runq_put(p, g, true);
    } else {
        __atomic_add_fetch(&sched.procs[0]->n_made, 1, __ATOMIC_RELAXED);
        if (is_main)
            global_put_main(g);
        else
            global_put(g);
    }
    wake_worker();
    return g;
}

G *go_start(Closure *closure, const Slot *args, int n_slots, const void *created_at)
{
    uintptr_t input = current_g ? __atomic_load_n(&current_g->input, __ATOMIC_RELAXED) : 0;
    return start(closure, args, n_slots, created_at, input, false);
}

G *goroutine_start_main(Closure *closure)
{
    return start(closure, NULL, 0, NULL, sched.session ? ++sched.input : 0, true);
}

G *goroutine_start_for(uintptr_t input, Closure *closure)
{
    return start(closure, NULL, 0, NULL, input, false);
}

int sched_n_goroutines(void)
{
    int64_t n = 0;
    int made = __atomic_load_n(&sched.n_made, __ATOMIC_ACQUIRE);
    for (int i = 0; i < made; i++) {
        n += (int64_t)__atomic_load_n(&sched.procs[i]->n_made, __ATOMIC_RELAXED);
        n -= (int64_t)__atomic_load_n(&sched.procs[i]->n_ended, __ATOMIC_RELAXED);
    }
    n -= __atomic_load_n(&sched.n_system, __ATOMIC_RELAXED);
    return n > 0 ? (int)n : 0;
}

void sched_make_system(G *g)
{
    if (!__atomic_load_n(&g->is_system, __ATOMIC_RELAXED)) {
        __atomic_store_n(&g->is_system, true, __ATOMIC_RELAXED);
        __atomic_add_fetch(&sched.n_system, 1, __ATOMIC_RELAXED);
    }
}

void sched_each_g(void (*fn)(G *g, void *data), void *data)
{
    lock_acquire(&sched.all_lock);
    for (G *g = sched.all_g; g; g = g->all_next) {
        uint32_t state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE);
        if (state != G_DEAD && state != G_IDLE && !__atomic_load_n(&g->is_system, __ATOMIC_RELAXED))
            fn(g, data);
    }
    lock_release(&sched.all_lock);
}
