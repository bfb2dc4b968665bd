// gc.h: the collected heap: allocation, the write barrier, roots. The only door to the collector: gc_boehm.c is behind it, and
// another collector could be. Measurements and traps: docs/adr on the collector.
// Threads: any thread that runs goroutines, or has called gc_thread_attach.
#ifndef RUNTIME_GC_H
#define RUNTIME_GC_H
#include <string.h>

#include "base/check.h"
#include "runtime/rtype.h"

typedef enum GcKind { GC_SCAN, GC_ATOMIC, GC_KIND_COUNT } GcKind; // all words scanned; no pointers

enum { GC_SMALL_BYTES = 512, GC_GRANULE = 16, GC_CLASSES = GC_SMALL_BYTES / GC_GRANULE + 1 };

// Free objects handed out in batches: an array of pointers that is a root (never a linked list: docs/adr).
typedef struct GcBatch {
    void **next, **end; // into the worker's array
} GcBatch;

typedef struct GcCache { // one per thread or processor; owned by gc_boehm.c
    GcBatch batch[GC_KIND_COUNT][GC_CLASSES];
    GcBatch stacks;             // first chunks of goroutines
    uintptr_t dirtied[16];      // blocks that need no second gc_dirty before the next stop of the world
    uint64_t n_allocs, n_bytes; // statistics: handed to batches, or large
} GcCache;

extern __thread GcCache *gc_cache;     // this thread's; never NULL on a worker
extern uint32_t gc_barrier_on;         // atomic, relaxed: incremental marking may be running

void gc_init(void);                    // before any other thread is made; reads GOGC, GOMEMLIMIT
void gc_thread_attach(void);           // registers this thread with the collector and makes its cache
void gc_thread_detach(void);
GcCache *gc_cache_new(void);           // for a processor: the worker that has it sets gc_cache to it
void gc_cache_leave(void);             // this thread has none any more: allocation is possible still, but slow

// Zeroed memory, or the end of the process with "out of memory". Sizes in bytes; a size of 0 gives a unique-enough address.
void *gc_alloc_slow(size_t bytes, GcKind kind);

static inline void *gc_alloc_kind(size_t bytes, GcKind kind)
{
    size_t class = (bytes + GC_GRANULE - 1) / GC_GRANULE;
    if (LIKELY(class < GC_CLASSES)) {
        GcBatch *b = &gc_cache->batch[kind][class];
        if (LIKELY(b->next != b->end)) {
            void **at = b->next++;
            void *p = *at;
            *at = NULL;
            if (kind == GC_ATOMIC)
                memset(p, 0, class * GC_GRANULE);
            return p;
        }
    }
    return gc_alloc_slow(bytes, kind);
}

// One value of type t, zeroed.
static inline void *gc_alloc(const RType *t)
{
    return gc_alloc_kind((size_t)t->size, t->flags & RTYPE_POINTERS ? GC_SCAN : GC_ATOMIC);
}
// Pointer-free bytes; not zeroed when larger than GC_SMALL_BYTES (the caller fills them).
void *gc_alloc_bytes(size_t n);
// A goroutine's stack chunk: scanned from its base to its `used` mark only (runtime/stack.h).
void *gc_alloc_stack(size_t bytes);

void gc_dirty_slow(const void *object);
// After storing pointers into the heap object (or another goroutine's frame) that contains `at`, once however many they are; also after filling a new object that others may see.
// Never before the store: the collector may be switched to incremental marking between a test of the flag and a later store.
// What was stored must be in a frame, a C variable used later, or another object until gc_dirty returns: the world may be stopped for the last
// time of a cycle between the two, and then nothing else tells of the store. gc_store sees to it; use it for what was just allocated.
static inline void gc_dirty(const void *at)
{
    __asm__ volatile("" ::: "memory");
    if (UNLIKELY(__atomic_load_n(&gc_barrier_on, __ATOMIC_RELAXED)))
        gc_dirty_slow(at);
}
// After storing pointers into n bytes of one object: the collector looks at all of an object of which any part is dirty.
static inline void gc_dirty_range(const void *at, size_t n)
{
    if (n)
        gc_dirty(at);
}
// *at = value, with the barrier.
static inline void gc_store(void *at, const void *value)
{
    *(const void **)at = value;
    gc_dirty(at);
    __asm__ volatile("" : : "r"(value) : "memory"); // value stays in a register until here
}

// Zeroed memory outside the heap, a root, never freed: for the scheduler's own structures.
void *gc_alloc_permanent(size_t bytes);
// Called with the world stopped: is to call push for each range of memory that running goroutines use. Takes no locks, allocates nothing.
void gc_set_root_hook(void (*hook)(void (*push)(void *from, void *to)));

void gc_collect(void);                 // runtime.GC: full, synchronous
// Collects, and shows whatever a running program can reach, with the world stopped: the words of each object that has pointers, of
// permanent memory, of goroutines' stacks as far as they are used, of the data segments. look takes no lock and allocates nothing.
// false: it could not be done now.
bool gc_look_through(void (*look)(const void *from, const void *to, void *data), void *data);
uint64_t gc_cycle_count(void);         // collections so far
void gc_set_stress(bool on);           // --gc-stress
void gc_set_max_heap(uint64_t bytes);  // --max-memory: out of memory beyond it; 0: no limit
int gc_set_percent(int percent);       // debug.SetGCPercent; < 0: off. Returns the previous one
int64_t gc_set_memory_limit(int64_t bytes); // debug.SetMemoryLimit, soft; < 0 only asks. Returns the previous one
void gc_free_os_memory(void);          // debug.FreeOSMemory
// The address of the start of the object that p points into (NULL: not in the heap) and its size.
void *gc_base(const void *p, size_t *bytes);
// -- finalizers and cleanups (gc_finalize.c). A goroutine of package runtime takes what is ready and calls it.
typedef struct GcFinalizer {
    Closure *fn;
    void *arg;         // finalizers: the object; cleanups: what gc_add_cleanup got
    const RType *type; // of arg as gc_set_finalizer got it; NULL: a cleanup, whose closure needs no argument
} GcFinalizer;
// runtime.SetFinalizer: fn NULL removes. false: object is not the start of a collected object.
bool gc_set_finalizer(void *object, Closure *fn, const RType *arg);
// runtime.AddCleanup: fn (no parameters) is called once object is unreachable, after its finalizer. The id is for gc_remove_cleanup. 0: not in the heap.
uint64_t gc_add_cleanup(void *object, Closure *fn);
void gc_remove_cleanup(void *object, uint64_t id);
bool gc_finalizer_take(GcFinalizer *out); // the next one that is ready
void gc_finalizer_set_notify(void (*notify)(void)); // called on any worker when some became ready
// weak.Pointer: the handle of p's object, the same for the same p while it lives (gc, 16 bytes); gc_weak_get: p, or NULL once it was collected.
void *gc_weak_make(void *p);
void *gc_weak_get(void *handle);

// System calls that may block: while between the two, the thread touches no collected memory without gc_... being told.
// Returns through fn. For blocking.c.
void *gc_do_blocking(void *(*fn)(void *), void *data);

enum { GC_PAUSES = 256 };
typedef struct GcStats {
    uint64_t heap_bytes, live_bytes, total_alloc_bytes, n_mallocs, n_frees, n_collections, longest_stop_ns, total_stop_ns, sys_bytes;
    uint64_t last_collection_ns; // clock_ns, 0: none yet
    // The stops of collection i, all added, and its end by clock_ns, at i % GC_PAUSES.
    uint64_t pause_ns[GC_PAUSES], pause_end_ns[GC_PAUSES];
    uint64_t n_forced;           // by gc_collect
} GcStats;
void gc_stats(GcStats *out);
#endif
