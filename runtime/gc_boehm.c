// gc_boehm.c: the collected heap on libgc; the only file that includes its headers.
// Way: gc_alloc_kind pops from a batch (gc.h); gc_alloc_slow fills one under one lock; large objects go to libgc each.
// Modes: stop-the-world without a barrier while the heap is small; incremental marking with manual dirty bits from GC_LATE_BYTES on
// (docs/adr on the collector has the measurements). The flag is set first, then GC_enable_incremental stops the world: a thread that saw the flag
// unset had finished its store before (gc_dirty orders the two for the compiler, the stop signal for the processor).
// Roots: libgc finds data segments and thread stacks; batches, processors and workers are root ranges; the goroutines that run are
// pushed by the root hook. Parked ones are reached through the list of all goroutines.
// Kinds: own ones with exact sizes, since libgc's normal kind skips an object's last word when interior pointers count. Sizes are asked for
// less one byte: libgc adds one, for pointers behind the end, which Go code never forms.
#include "runtime/gc_internal.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>

#include "base/clock.h"
#include "base/memory.h"
#include "runtime/stack.h"

#if defined(__SANITIZE_THREAD__)
#define UNDER_TSAN 1
#else
#define UNDER_TSAN 0
#endif

#ifdef __GLIBC__
extern void *__libc_stack_end;
#endif
#ifdef HAVE_GC_MALLOC_INNER
// libgc.a's own, hidden in the shared library: allocates with the lock held.
extern void *GC_generic_malloc_inner(size_t bytes, int kind);
#endif

enum { BATCH = 64, BATCH_FIRST = 4, STACK_BATCH = 32, GC_LATE_BYTES = 32 << 20, MARK_RATE = 20 };

// A cache with the arrays that its batches point into. Lies in a root range.
typedef struct FullCache {
    GcCache c;
    uint8_t size[GC_KIND_COUNT][GC_CLASSES]; // of the next batch
    uint8_t stack_size;
    struct FullCache *next;
    void *slots[GC_KIND_COUNT][GC_CLASSES][BATCH];
    void *stack_slots[STACK_BATCH];
} FullCache;

__thread GcCache *gc_cache;
uint32_t gc_barrier_on;
void (*gc_finalizer_notify)(void);
uint32_t gc_finalizers_told;

static struct {
    int kind_scan, kind_atomic, kind_stack;
    int kind_scan_raw, kind_atomic_raw; // stress: not cleared when freed or allocated
    FullCache *caches;                  // all, newest first; atomic
    GcCache none;                       // of threads without a processor: its batches stay empty
    void (*root_hook)(void (*push)(void *, void *));
    GC_push_other_roots_proc older_roots;
    bool world_stopped;
    uint32_t switching;   // atomic: somebody enables incremental mode
    uint32_t first_cycle; // atomic: of incremental mode, to come or under way
    int full_freq;        // libgc's, after it
    int percent;
    int64_t memory_limit;
    int divisor;
    uint32_t n_active; // atomic: threads attached and not blocked (under tsan)
    int64_t stop_began_ns;
    uint64_t pause_ns; // the stops of the collection under way
    GcStats stats; // the counters of stops; written with the world stopped or the lock held
    uint64_t zero[2]; // where objects of size 0 are
    struct Slab *slabs;
    void (*look)(const void *from, const void *to, void *data); // gc_look_through; NULL: nobody asks
    void *look_data;
} heap;

// -- marking

__attribute__((no_sanitize("thread", "address"))) static struct GC_ms_entry *
mark_stack(GC_word *object, struct GC_ms_entry *sp, struct GC_ms_entry *limit, GC_word env)
{
    (void)env;
    StackChunk *c = (StackChunk *)object;
    if (c->self != c) // on a free list
        return sp;
    sp = GC_MARK_AND_PUSH(c->older, sp, limit, (void **)&c->older);
    sp = GC_MARK_AND_PUSH(c->newer, sp, limit, (void **)&c->newer);
    Slot *used = c->used < c->end ? c->used : c->end;
    for (Slot *s = c->slots; s < used; s++)
        sp = GC_MARK_AND_PUSH((void *)*s, sp, limit, (void **)s);
    return sp;
}

typedef struct Slab { // of permanent memory: stands at its beginning
    struct Slab *next;
    char *end;
} Slab;

static void look_at(void *from, void *to)
{
    heap.look(from, to, heap.look_data);
}

static void look_at_object(void *object, size_t bytes, void *data)
{
    (void)data;
    int kind = GC_get_kind_and_size(object, NULL);
    if (kind == heap.kind_atomic || (gc_stress_on && kind == heap.kind_atomic_raw))
        return;
    StackChunk *c = object;
    if (kind != heap.kind_stack)
        look_at(object, (char *)object + bytes);
    else if (c->self == c)
        look_at(c->slots, c->used < c->end ? c->used : c->end);
}

__attribute__((no_sanitize("thread", "address"))) static void look_through(void)
{
    extern char __data_start[], _end[]; // the linker's
    look_at(__data_start, _end);
    for (Slab *slab = heap.slabs; slab; slab = slab->next)
        look_at(slab, slab->end);
    if (heap.root_hook)
        heap.root_hook(look_at);
    GC_enumerate_reachable_objects_inner(look_at_object, NULL);
    heap.look = NULL;
}

static void push_range(void *from, void *to)
{
    GC_push_all_eager(from, to);
}

static void push_roots(void)
{
    // Called while the world runs too: then nothing is stable, and it will be called again with the world stopped.
    if (heap.world_stopped && heap.root_hook)
        heap.root_hook(push_range);
    if (heap.older_roots)
        heap.older_roots();
}

__attribute__((no_sanitize("thread"))) static void on_event(GC_EventType event)
{
    switch (event) {
    case GC_EVENT_PRE_STOP_WORLD:
        heap.stop_began_ns = clock_ns();
        break;
    case GC_EVENT_POST_STOP_WORLD:
        heap.world_stopped = true;
        for (FullCache *f = heap.caches; f; f = f->next)
            for (size_t i = 0; i < COUNT_OF(f->c.dirtied); i++)
                __atomic_store_n(&f->c.dirtied[i], 0, __ATOMIC_RELAXED);
        break;
    case GC_EVENT_MARK_END:
        if (gc_stress_on)
            gc_stress_mark_end();
        if (heap.look && heap.world_stopped)
            look_through();
        break;
    case GC_EVENT_PRE_START_WORLD:
        heap.world_stopped = false;
        break;
    case GC_EVENT_POST_START_WORLD: {
        uint64_t ns = (uint64_t)(clock_ns() - heap.stop_began_ns);
        heap.stats.total_stop_ns += ns;
        heap.pause_ns += ns;
        if (ns > heap.stats.longest_stop_ns)
            heap.stats.longest_stop_ns = ns;
        break;
    }
    case GC_EVENT_RECLAIM_END:
        heap.stats.last_collection_ns = (uint64_t)clock_ns();
        heap.stats.pause_ns[heap.stats.n_collections % GC_PAUSES] = heap.pause_ns;
        heap.stats.pause_end_ns[heap.stats.n_collections % GC_PAUSES] = heap.stats.last_collection_ns;
        heap.stats.n_collections++;
        heap.pause_ns = 0;
        if (__atomic_exchange_n(&heap.first_cycle, 0, __ATOMIC_ACQ_REL))
            GC_set_full_freq(heap.full_freq);
        break;
    default:
        break;
    }
}

bool gc_is_marked(const void *base)
{
    return GC_is_marked(base);
}

void gc_dirty_slow(const void *object)
{
    uintptr_t block = (uintptr_t)object >> 12;
    uintptr_t *note = &gc_cache->dirtied[block % COUNT_OF(gc_cache->dirtied)];
    if (__atomic_load_n(note, __ATOMIC_RELAXED) == block)
        return;
    // The note first: a stop of the world between the two forgets the note, and the block is dirty after the stop.
    if (gc_cache != &heap.none)
        __atomic_store_n(note, block, __ATOMIC_RELAXED);
    __asm__ volatile("" ::: "memory");
    GC_end_stubborn_change(object);
}

static void go_incremental(void)
{
    if (__atomic_exchange_n(&heap.switching, 1, __ATOMIC_ACQ_REL) || UNDER_TSAN)
        return;
    __atomic_store_n(&gc_barrier_on, 1, __ATOMIC_SEQ_CST);
    // After its collection libgc clears the dirty bits while the world runs again: stores of that moment are lost, and those that a note
    // (gc_dirty_slow) leaves out after it. So the first cycle keeps no marks of earlier ones; it begins with a stop that clears the notes.
    heap.full_freq = GC_get_full_freq();
    GC_set_full_freq(0);
    GC_enable_incremental();
    __atomic_store_n(&heap.first_cycle, 1, __ATOMIC_RELEASE);
    GC_set_time_limit_tv((struct GC_timeval_s){1, 0});
    GC_set_rate(MARK_RATE);
}

// -- settings

// GOMEMLIMIT; -1: malformed.
static int64_t parse_bytes(const char *text)
{
    static const struct {
        const char *suffix;
        int shift;
    } units[] = {{"", 0}, {"B", 0}, {"KiB", 10}, {"MiB", 20}, {"GiB", 30}, {"TiB", 40}};
    char *end;
    errno = 0;
    long long n = strtoll(text, &end, 10);
    if (text[0] == ' ' || end == text || n < 0 || errno)
        return -1;
    for (size_t i = 0; i < COUNT_OF(units); i++)
        if (!strcmp(end, units[i].suffix))
            return n > INT64_MAX >> units[i].shift ? INT64_MAX : (int64_t)n << units[i].shift;
    return -1;
}

// GOGC; what is no number counts as the default.
static int parse_percent(const char *text)
{
    if (!strcmp(text, "off"))
        return -1;
    char *end;
    errno = 0;
    long n = strtol(text, &end, 10);
    return text[0] == ' ' || end == text || *end || errno || n != (int32_t)n ? 100 : (int)n;
}

// The share of the heap that is allocated between collections: 100 % of the live bytes is libgc's divisor 3 in effect (measured).
static void apply_settings(void)
{
    if (UNDER_TSAN)
        return;
    int64_t used = (int64_t)(GC_get_heap_size() - GC_get_unmapped_bytes());
    bool near = heap.memory_limit != INT64_MAX && used > heap.memory_limit / 10 * 9;
    // Go's smallest heap is 4 MB; nothing is collected below.
    size_t least = (size_t)(heap.percent > 0 ? heap.percent : 100) * (4 << 20) / 100;
    if (!gc_stress_on)
        GC_set_min_bytes_allocd(least > 1 << 16 ? least : 1 << 16);
    int divisor = heap.percent > 0 ? 300 / heap.percent : 20;
    if (divisor < 1)
        divisor = 1;
    if (near && divisor < 20)
        divisor = 20;
    if (divisor != heap.divisor) {
        heap.divisor = divisor;
        GC_set_free_space_divisor((GC_word)divisor);
    }
    GC_set_disable_automatic_collection(heap.percent < 0 && !near);
}

int gc_set_percent(int percent)
{
    int previous = heap.percent;
    heap.percent = percent < 0 ? -1 : percent;
    apply_settings();
    return previous;
}

int64_t gc_set_memory_limit(int64_t bytes)
{
    int64_t previous = heap.memory_limit;
    if (bytes >= 0) {
        heap.memory_limit = bytes;
        apply_settings();
    }
    return previous;
}

void gc_set_max_heap(uint64_t bytes)
{
    GC_set_max_heap_size(bytes);
}

static void *no_memory(size_t bytes)
{
    (void)bytes;
    out_of_memory();
}

#ifdef HAVE_WRAPPED_GET_MEM
// libgc's heap grows by this (the linker puts it in the way: --wrap). Most of it is used at once; a large object may never be touched.
extern void *__real_GC_unix_get_mem(size_t bytes);
void *__wrap_GC_unix_get_mem(size_t bytes);
void *__wrap_GC_unix_get_mem(size_t bytes)
{
    enum { TOUCHED_BYTES = 4 << 20 };
    void *p = __real_GC_unix_get_mem(bytes);
    if (p && bytes <= TOUCHED_BYTES)
        memory_touch(p, bytes);
    return p;
}
#endif

static void ignore_warning(char *text, GC_word arg)
{
    (void)text;
    (void)arg;
}

void gc_init(void)
{
    GC_set_all_interior_pointers(1);
    GC_set_manual_vdb_allowed(1);
    GC_set_markers_count(1);
    GC_set_finalize_on_demand(1);
    GC_set_warn_proc(ignore_warning);
    GC_set_handle_fork(0);
    GC_set_dont_precollect(1); // there is nothing yet
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    // Else libgc asks for the stack's end by way of /proc/self/maps, which is half of its start.
    if (gettid() == getpid())
        GC_set_stackbottom(NULL, &(struct GC_stack_base){__libc_stack_end});
#endif
    GC_INIT();
    GC_set_oom_fn(no_memory);
    GC_allow_register_threads();
    if (UNDER_TSAN) // libgc's stop signals never arrive there
        GC_disable();
    heap.kind_atomic = GC_I_PTRFREE;
    heap.kind_scan = (int)GC_new_kind(GC_new_free_list(), 0 | GC_DS_LENGTH, 1, 1);
    heap.kind_stack = (int)GC_new_kind(GC_new_free_list(), GC_MAKE_PROC(GC_new_proc(mark_stack), 0), 0, 1);
    heap.older_roots = GC_get_push_other_roots();
    GC_set_push_other_roots(push_roots);
    GC_set_on_collection_event(on_event);
    heap.percent = 100;
    heap.memory_limit = INT64_MAX;
    const char *text = getenv("GOGC");
    if (text && *text)
        heap.percent = parse_percent(text);
    text = getenv("GOMEMLIMIT");
    if (text && *text && strcmp(text, "off") != 0) {
        heap.memory_limit = parse_bytes(text);
        if (heap.memory_limit < 0) {
            fprintf(stderr, "GOMEMLIMIT=%s\n", text);
            fatal_error("malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
        }
    }
    apply_settings();
    heap.n_active = 1;
    gc_cache = gc_cache_new();
}

// -- threads and roots

void gc_thread_attach(void)
{
    struct GC_stack_base base;
    CHECK(GC_get_stack_base(&base) == GC_SUCCESS);
    GC_register_my_thread(&base);
    __atomic_add_fetch(&heap.n_active, 1, __ATOMIC_ACQ_REL);
    gc_cache = &heap.none;
}

void gc_thread_detach(void)
{
    gc_cache = NULL;
    __atomic_sub_fetch(&heap.n_active, 1, __ATOMIC_ACQ_REL);
    GC_unregister_my_thread();
}

void *gc_alloc_permanent(size_t bytes)
{
    // In slabs, since libgc has a table of at most 2,048 ranges. Mapped: pages that nobody writes to cost nothing.
    enum { SLAB_BYTES = 256 << 10 };
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static char *next, *end;
    const size_t line = 64; // of the cache
    _Static_assert(sizeof(Slab) <= 64, "a line for the slab itself");
    bytes = (bytes + line - 1) & ~(line - 1);
    pthread_mutex_lock(&lock);
    if (bytes > (size_t)(end - next)) {
        size_t slab = bytes > SLAB_BYTES / 4 ? (bytes + line + 4095) & ~(size_t)4095 : SLAB_BYTES;
        char *p = mmap(NULL, slab, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (p == MAP_FAILED)
            out_of_memory();
        GC_add_roots(p, p + slab);
        *(Slab *)p = (Slab){heap.slabs, p + slab};
        __atomic_store_n(&heap.slabs, (Slab *)p, __ATOMIC_RELEASE);
        if (slab != SLAB_BYTES) {
            pthread_mutex_unlock(&lock);
            return p + line;
        }
        next = p + line;
        end = p + slab;
    }
    char *p = next;
    next += bytes;
    pthread_mutex_unlock(&lock);
    return p;
}

GcCache *gc_cache_new(void)
{
    FullCache *f = gc_alloc_permanent(sizeof(FullCache));
    FullCache *head = __atomic_load_n(&heap.caches, __ATOMIC_RELAXED);
    do
        f->next = head;
    while (!__atomic_compare_exchange_n(&heap.caches, &head, f, false, __ATOMIC_RELEASE, __ATOMIC_RELAXED));
    return &f->c;
}

void gc_cache_leave(void)
{
    gc_cache = &heap.none;
}

void gc_set_root_hook(void (*hook)(void (*push)(void *, void *)))
{
    heap.root_hook = hook;
}

typedef struct Blocking {
    void *(*fn)(void *);
    void *data;
} Blocking;

static void *blocking_call(void *p)
{
    Blocking *b = p;
    __atomic_sub_fetch(&heap.n_active, 1, __ATOMIC_ACQ_REL);
    void *result = b->fn(b->data);
    __atomic_add_fetch(&heap.n_active, 1, __ATOMIC_ACQ_REL);
    return result;
}

// libgc saves all registers in a block of its own on the stack and looks at the whole of it. What earlier calls left there (the frame of
// vm_run lay there a moment ago) would keep objects alive for as long as a worker sleeps.
static __attribute__((noinline)) void clear_stack_below(void)
{
    char below[2048];
    memset(below, 0, sizeof below);
    __asm__ volatile("" : : "r"(below) : "memory");
}

void *gc_do_blocking(void *(*fn)(void *), void *data)
{
    Blocking b = {fn, data};
    clear_stack_below();
    return GC_do_blocking(blocking_call, &b);
}

void *gc_call_locked(void *(*fn)(void *), void *data)
{
    return GC_call_with_alloc_lock(fn, data);
}

// -- allocation

typedef struct Fill {
    void **at;
    int n, got, kind;
    size_t bytes;
} Fill;

#ifdef HAVE_GC_MALLOC_INNER
static void *fill_locked(void *p)
{
    Fill *f = p;
    while (f->got < f->n) {
        void *object = GC_generic_malloc_inner(f->bytes - 1, f->kind);
        if (!object)
            break;
        f->at[f->got++] = object;
    }
    return NULL;
}

static void fill(Fill *f)
{
    GC_call_with_alloc_lock(fill_locked, f);
}
#else
// With libgc as a shared library: a list of objects where their links are scanned, else one object a lock.
static void fill(Fill *f)
{
    while (f->got < f->n) {
        void *list = NULL;
        if (f->kind == heap.kind_scan)
            GC_generic_malloc_many(f->bytes, f->kind, &list);
        else if ((list = GC_generic_malloc(f->bytes - 1, f->kind)))
            *(void **)list = NULL;
        if (!list)
            break;
        while (list && f->got < f->n) {
            void *object = list;
            list = *(void **)object;
            *(void **)object = NULL;
            f->at[f->got++] = object;
        }
    }
}
#endif

// Now and then: the late switch, limits, finalizers.
static void look_around(void)
{
    if (!__atomic_load_n(&heap.switching, __ATOMIC_RELAXED) && GC_get_heap_size() > GC_LATE_BYTES)
        go_incremental();
    if (heap.memory_limit != INT64_MAX)
        apply_settings();
    // Once until everything that was ready has been taken.
    if (gc_finalizer_notify && GC_should_invoke_finalizers() && !__atomic_exchange_n(&gc_finalizers_told, 1, __ATOMIC_ACQ_REL))
        gc_finalizer_notify();
}

static void refill(GcBatch *b, void **slots, uint8_t *size, int max, size_t bytes, int kind)
{
    int n = *size ? *size : BATCH_FIRST;
    Fill f = {.at = slots, .n = n, .kind = kind, .bytes = bytes};
    fill(&f);
    if (f.got == 0)
        out_of_memory();
    *size = (uint8_t)(n * 2 < max ? n * 2 : max);
    b->next = slots;
    b->end = slots + f.got;
    gc_cache->n_allocs += (uint64_t)f.got;
    gc_cache->n_bytes += (uint64_t)f.got * bytes;
}

static void count_one(size_t bytes)
{
    GcCache *c = gc_cache; // may be the one that threads without a processor share
    __atomic_store_n(&c->n_allocs, __atomic_load_n(&c->n_allocs, __ATOMIC_RELAXED) + 1, __ATOMIC_RELAXED);
    __atomic_store_n(&c->n_bytes, __atomic_load_n(&c->n_bytes, __ATOMIC_RELAXED) + bytes, __ATOMIC_RELAXED);
}

typedef struct One {
    size_t bytes;
    int kind;
    bool scanned;
} One;

static void *alloc_stressed_locked(void *p)
{
    One *one = p;
#ifdef HAVE_GC_MALLOC_INNER
    void *object = GC_generic_malloc_inner(one->bytes - 1, one->kind);
#else
    void *object = NULL;
#endif
    if (object)
        gc_stress_note(object, one->bytes, one->scanned);
    return object;
}

static void *alloc_stressed(size_t bytes, GcKind kind)
{
    // A cycle every few hundred allocations, or when the heap has grown by a quarter: each one's end walks over everything.
    static uint64_t n;
    if (__atomic_add_fetch(&n, 1, __ATOMIC_RELAXED) >= 256 + gc_stress_objects() / 4) {
        __atomic_store_n(&n, 0, __ATOMIC_RELAXED);
        GC_start_incremental_collection();
    }
    GC_collect_a_little();
    One one = {bytes, kind == GC_SCAN ? heap.kind_scan_raw : heap.kind_atomic_raw, kind == GC_SCAN};
    void *p = GC_call_with_alloc_lock(alloc_stressed_locked, &one);
    if (!p)
        out_of_memory();
    memset(p, 0, bytes);
    count_one(bytes);
    look_around();
    return p;
}

static void *alloc_large(size_t bytes, GcKind kind)
{
    void *p = GC_generic_malloc(bytes - 1, kind == GC_SCAN ? heap.kind_scan : heap.kind_atomic);
    if (!p)
        out_of_memory();
    count_one(bytes);
    look_around();
    return p;
}

void *gc_alloc_slow(size_t bytes, GcKind kind)
{
    if (bytes == 0)
        return heap.zero;
    if (bytes > PTRDIFF_MAX)
        out_of_memory();
    if (gc_stress_on)
        return alloc_stressed(bytes, kind);
    size_t class = (bytes + GC_GRANULE - 1) / GC_GRANULE;
    GcCache *c = gc_cache;
    if (class >= GC_CLASSES || c == &heap.none) {
        void *p = alloc_large(bytes, kind);
        if (kind == GC_ATOMIC)
            memset(p, 0, bytes);
        return p;
    }
    FullCache *f = (FullCache *)c;
    int max = (int)(16384 / (class * GC_GRANULE));
    refill(&c->batch[kind][class], f->slots[kind][class], &f->size[kind][class], max > BATCH ? BATCH : max, class * GC_GRANULE,
           kind == GC_SCAN ? heap.kind_scan : heap.kind_atomic);
    look_around();
    return gc_alloc_kind(bytes, kind);
}

void *gc_alloc_bytes(size_t n)
{
    if (n <= GC_SMALL_BYTES || gc_stress_on)
        return gc_alloc_kind(n, GC_ATOMIC);
    if (n > PTRDIFF_MAX)
        out_of_memory();
    return alloc_large(n, GC_ATOMIC);
}

void *gc_alloc_stack(size_t bytes)
{
    GcCache *c = gc_cache;
    if (bytes == STACK_FIRST_BYTES && c != &heap.none) {
        FullCache *f = (FullCache *)c;
        if (c->stacks.next == c->stacks.end) {
            refill(&c->stacks, f->stack_slots, &f->stack_size, gc_stress_on ? 1 : STACK_BATCH, bytes, heap.kind_stack);
            look_around();
        }
        void **at = c->stacks.next++;
        void *p = *at;
        *at = NULL;
        return p;
    }
    void *p = GC_generic_malloc(bytes - 1, heap.kind_stack);
    if (!p)
        out_of_memory();
    return p;
}

void *gc_base(const void *p, size_t *bytes)
{
    void *base = GC_base((void *)p);
    if (base && bytes)
        *bytes = GC_size(base);
    return base;
}

// -- collecting

// GC_gcollect would ask the stop function that the stress switch sets.
static int never_stop(void)
{
    return 0;
}

void gc_collect(void)
{
    __atomic_add_fetch(&heap.stats.n_forced, 1, __ATOMIC_RELAXED);
    if (UNDER_TSAN) {
        if (__atomic_load_n(&heap.n_active, __ATOMIC_ACQUIRE) > 1)
            return;
        GC_enable();
        GC_try_to_collect(never_stop);
        GC_disable();
    } else {
        // If a cycle is under way, the first call only ends it: what became garbage since its beginning would stay.
        GC_word before = GC_get_gc_no();
        GC_try_to_collect(never_stop);
        if (GC_get_gc_no() == before)
            GC_try_to_collect(never_stop);
    }
    look_around();
}

bool gc_look_through(void (*look)(const void *from, const void *to, void *data), void *data)
{
    if (UNDER_TSAN && __atomic_load_n(&heap.n_active, __ATOMIC_ACQUIRE) > 1)
        return false;
    heap.look_data = data;
    __atomic_store_n(&heap.look, look, __ATOMIC_RELEASE);
    gc_collect();
    return !__atomic_exchange_n(&heap.look, NULL, __ATOMIC_ACQ_REL);
}

void gc_free_os_memory(void)
{
    if (UNDER_TSAN)
        return;
    GC_gcollect_and_unmap();
    look_around();
}

#ifdef HAVE_GC_MALLOC_INNER
// Breaks marking with the world stopped off after a few steps, so that most of it happens while the program runs.
static int stop_soon(void)
{
    static uint64_t n; // under the collector's lock
    n = n * 6364136223846793005u + 1442695040888963407u;
    return (n >> 60) < 8;
}
#endif

void gc_set_stress(bool on)
{
#ifdef HAVE_GC_MALLOC_INNER
    if (!on || gc_stress_on || UNDER_TSAN)
        return;
    heap.kind_scan_raw = (int)GC_new_kind(GC_new_free_list(), 0 | GC_DS_LENGTH, 1, 0);
    heap.kind_atomic_raw = (int)GC_new_kind(GC_new_free_list(), 0 | GC_DS_LENGTH, 0, 0);
    for (FullCache *f = heap.caches; f; f = f->next)
        for (int k = 0; k < GC_KIND_COUNT; k++)
            for (int i = 0; i < GC_CLASSES; i++)
                f->c.batch[k][i].next = f->c.batch[k][i].end;
    gc_stress_start();
    GC_set_min_bytes_allocd(1 << 16);
    go_incremental();
    GC_set_rate(1);
    GC_set_stop_func(stop_soon);
#else
    (void)on;
#endif
}

void gc_stats(GcStats *out)
{
    struct GC_prof_stats_s s;
    GC_get_prof_stats(&s, sizeof s);
    *out = heap.stats;
    out->heap_bytes = s.heapsize_full - s.unmapped_bytes;
    out->sys_bytes = s.obtained_from_os_bytes;
    uint64_t idle = 0;
    FullCache *f = __atomic_load_n(&heap.caches, __ATOMIC_ACQUIRE);
    out->n_mallocs = heap.none.n_allocs;
    out->total_alloc_bytes = heap.none.n_bytes;
    for (; f; f = f->next) {
        out->n_mallocs += f->c.n_allocs;
        out->total_alloc_bytes += f->c.n_bytes;
        for (int k = 0; k < GC_KIND_COUNT; k++)
            for (int i = 0; i < GC_CLASSES; i++) {
                uint64_t left = (uint64_t)(f->c.batch[k][i].end - f->c.batch[k][i].next);
                out->n_mallocs -= left;
                idle += left * (uint64_t)i * GC_GRANULE;
            }
        uint64_t left = (uint64_t)(f->c.stacks.end - f->c.stacks.next);
        out->n_mallocs -= left;
        idle += left * STACK_FIRST_BYTES;
    }
    out->total_alloc_bytes -= idle;
    uint64_t live = s.heapsize_full - s.free_bytes_full;
    out->live_bytes = live > out->total_alloc_bytes ? out->total_alloc_bytes : live;
    // Objects freed are not counted one by one: their share is that of the bytes.
    if (out->total_alloc_bytes)
        out->n_frees = (uint64_t)((double)out->n_mallocs * (1.0 - (double)out->live_bytes / (double)out->total_alloc_bytes));
}

// -- finalizers and links

void gc_register_finalizer(void *object, GcFinalizeProc proc, void *data, bool ordered)
{
    if (ordered)
        GC_register_finalizer(object, proc, data, NULL, NULL);
    else
        GC_register_finalizer_no_order(object, proc, data, NULL, NULL);
}

bool gc_finalizers_waiting(void)
{
    return GC_should_invoke_finalizers();
}

void gc_run_finalizers(void)
{
    GC_invoke_finalizers();
}

void gc_register_link(void **link, void *object)
{
    GC_general_register_disappearing_link(link, object);
}

uint64_t gc_cycle_count(void)
{
    return GC_get_gc_no();
}
