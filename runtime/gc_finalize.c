// gc_finalize.c: runtime.SetFinalizer, runtime.AddCleanup and weak pointers on libgc's one finalizer an object.
// An object has at most one record {finalizer, cleanups}. While a finalizer is set the record is registered in order (Go: of objects that point to
// each other the outer one first); when it fires, the cleanups are registered again, without order, for the time when the object
// is unreachable once more.
// What is ready stands in a list until a goroutine of package runtime takes it.
#include "runtime/gc_internal.h"
#include "runtime/lock.h"

typedef struct Cleanup {
    struct Cleanup *next;
    Closure *fn;
    uint64_t id;
} Cleanup;

typedef struct Record { // gc; libgc keeps it alive as the finalizer's data
    Closure *fn;
    const RType *type;
    Cleanup *cleanups;
} Record;

typedef struct Ready {
    struct Ready *next;
    GcFinalizer what;
} Ready;

// The records by object, so that a second call finds the first one's; objects stand there hidden (complemented).
typedef struct Entry {
    struct Entry *next;
    uintptr_t hidden;
    Record *record;
} Entry;

uint64_t gc_n_finalizers;
static struct {
    Lock lock;
    Ready *first, *last; // data of a bss root: kept alive from here
    Entry *buckets[1024];
} fin;

static size_t bucket_of(uintptr_t hidden)
{
    return (hidden >> 4) * 0x9E3779B97F4A7C15u >> 54;
}

static Entry *entry_find(void *object)
{
    uintptr_t hidden = ~(uintptr_t)object;
    Entry *e = fin.buckets[bucket_of(hidden)];
    while (e && e->hidden != hidden)
        e = e->next;
    return e;
}

static void entry_remove(void *object)
{
    uintptr_t hidden = ~(uintptr_t)object;
    for (Entry **at = &fin.buckets[bucket_of(hidden)]; *at; at = &(*at)->next)
        if ((*at)->hidden == hidden) {
            *at = (*at)->next;
            gc_dirty(at);
            __atomic_sub_fetch(&gc_n_finalizers, 1, __ATOMIC_RELAXED);
            return;
        }
}

static void add_ready(Closure *fn, void *arg, const RType *type)
{
    Ready *r = gc_alloc_kind(sizeof *r, GC_SCAN);
    r->what = (GcFinalizer){fn, arg, type};
    gc_dirty(r);
    if (fin.last) {
        fin.last->next = r;
        gc_dirty(fin.last);
    } else {
        fin.first = r;
    }
    fin.last = r;
}

static void fire(void *object, void *data)
{
    Record *r = data;
    lock_acquire(&fin.lock);
    if (r->fn) {
        add_ready(r->fn, object, r->type);
        r->fn = NULL;
        if (r->cleanups) {
            gc_register_finalizer(object, fire, r, false);
        } else {
            entry_remove(object);
        }
    } else {
        for (Cleanup *c = r->cleanups; c; c = c->next)
            add_ready(c->fn, NULL, NULL);
        entry_remove(object);
    }
    lock_release(&fin.lock);
}

static Record *record_get(void *object)
{
    Entry *e = entry_find(object);
    if (!e) {
        e = gc_alloc_kind(sizeof *e, GC_SCAN);
        e->hidden = ~(uintptr_t)object;
        gc_store(&e->record, gc_alloc_kind(sizeof(Record), GC_SCAN));
        Entry **head = &fin.buckets[bucket_of(e->hidden)];
        e->next = *head;
        gc_dirty(e);
        *head = e;
        __atomic_add_fetch(&gc_n_finalizers, 1, __ATOMIC_RELAXED);
    }
    return e->record;
}

bool gc_set_finalizer(void *object, Closure *fn, const RType *arg)
{
    if (gc_base(object, NULL) != object)
        return false;
    lock_acquire(&fin.lock);
    if (!fn && !entry_find(object)) {
        lock_release(&fin.lock);
        return true;
    }
    Record *r = record_get(object);
    r->fn = fn;
    r->type = arg;
    gc_dirty(r);
    if (!r->fn && !r->cleanups) {
        gc_register_finalizer(object, NULL, NULL, false);
        entry_remove(object);
    } else {
        gc_register_finalizer(object, fire, r, r->fn != NULL);
    }
    lock_release(&fin.lock);
    return true;
}

uint64_t gc_add_cleanup(void *object, Closure *fn)
{
    static uint64_t last_id;
    void *base = gc_base(object, NULL);
    if (!base)
        return 0;
    Cleanup *c = gc_alloc_kind(sizeof *c, GC_SCAN);
    lock_acquire(&fin.lock);
    Record *r = record_get(base);
    c->fn = fn;
    c->id = ++last_id;
    c->next = r->cleanups;
    gc_dirty(c);
    gc_store(&r->cleanups, c);
    gc_register_finalizer(base, fire, r, r->fn != NULL);
    uint64_t id = c->id;
    lock_release(&fin.lock);
    return id;
}

void gc_remove_cleanup(void *object, uint64_t id)
{
    void *base = gc_base(object, NULL);
    if (!base)
        return;
    lock_acquire(&fin.lock);
    Entry *e = entry_find(base);
    if (e) {
        for (Cleanup **at = &e->record->cleanups; *at; at = &(*at)->next)
            if ((*at)->id == id) {
                gc_store(at, (*at)->next);
                break;
            }
        if (!e->record->cleanups && !e->record->fn) {
            gc_register_finalizer(base, NULL, NULL, false);
            entry_remove(base);
        }
    }
    lock_release(&fin.lock);
}

static bool take_ready(GcFinalizer *out)
{
    lock_acquire(&fin.lock);
    Ready *r = fin.first;
    if (r) {
        fin.first = r->next;
        if (!fin.first)
            fin.last = NULL;
        *out = r->what;
    }
    lock_release(&fin.lock);
    return r != NULL;
}

bool gc_finalizer_take(GcFinalizer *out)
{
    if (gc_finalizers_waiting())
        gc_run_finalizers();
    if (take_ready(out))
        return true;
    __atomic_store_n(&gc_finalizers_told, 0, __ATOMIC_SEQ_CST);
    // What became ready meanwhile told nobody.
    if (gc_finalizers_waiting())
        gc_run_finalizers();
    return take_ready(out);
}

void gc_finalizer_set_notify(void (*notify)(void))
{
    gc_finalizer_notify = notify;
}

// -- weak pointers
// A handle and the table's cell for it are pointer-free memory: the collector does not see their pointers, and clears them once what they
// point to is unreachable. So a table entry keeps neither the object nor the handle.

typedef struct WeakHandle {
    void *target;
    void *object; // target too, until it is collected
} WeakHandle;

typedef struct WeakCell { // gc, pointer-free
    WeakHandle *handle;
    void *target;
} WeakCell;

typedef struct WeakEntry { // gc
    struct WeakEntry *next;
    WeakCell *cell;
} WeakEntry;

static WeakEntry *weak_buckets[1024];

typedef struct WeakAsk {
    WeakEntry **head;
    void *target;
    WeakHandle *found;
} WeakAsk;

static void *weak_find_locked(void *p)
{
    WeakAsk *ask = p;
    for (WeakEntry **at = ask->head; *at;) {
        WeakCell *cell = (*at)->cell;
        if (!cell->handle || !cell->target) { // one of the two is gone
            *at = (*at)->next;
            continue;
        }
        if (cell->target == ask->target) {
            ask->found = cell->handle;
            return NULL;
        }
        at = &(*at)->next;
    }
    return NULL;
}

static void *weak_get_locked(void *p)
{
    WeakHandle *h = p;
    return h->object ? h->target : NULL;
}

void *gc_weak_make(void *p)
{
    if (!p)
        return NULL;
    size_t bucket = bucket_of(~(uintptr_t)p);
    WeakAsk ask = {.head = &weak_buckets[bucket], .target = p};
    lock_acquire(&fin.lock);
    gc_call_locked(weak_find_locked, &ask);
    if (!ask.found) {
        void *base = gc_base(p, NULL);
        WeakHandle *h = gc_alloc_kind(sizeof *h, GC_ATOMIC);
        h->target = p;
        h->object = p;
        WeakCell *cell = gc_alloc_kind(sizeof *cell, GC_ATOMIC);
        cell->handle = h;
        cell->target = p;
        WeakEntry *e = gc_alloc_kind(sizeof *e, GC_SCAN);
        e->cell = cell;
        e->next = weak_buckets[bucket];
        gc_dirty(e);
        weak_buckets[bucket] = e;
        gc_register_link((void **)&cell->handle, h);
        if (base) {
            gc_register_link((void **)&h->object, base);
            gc_register_link(&cell->target, base);
        }
        ask.found = h;
    }
    lock_release(&fin.lock);
    return ask.found;
}

void *gc_weak_get(void *handle)
{
    return handle ? gc_call_locked(weak_get_locked, handle) : NULL;
}
