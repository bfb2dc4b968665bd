// g.h: goroutines (G), processors (P: the right to run Go code, with a run queue), machine threads (M).
// Sources: Go's proc.go design notes; Blumofe & Leiserson 1999 (work stealing).
#ifndef RUNTIME_G_H
#define RUNTIME_G_H
#include "runtime/panic.h"
#include "runtime/stack.h"
#include "runtime/status.h"

typedef struct G G;
typedef struct P P;
typedef struct M M;
typedef struct Chan Chan;

typedef enum GState {
    G_IDLE, G_RUNNABLE, G_RUNNING, G_WAITING, G_BLOCKED_SYSCALL, G_DEAD,
    G_PARKING,     // it waits already, but its worker has not left it yet
    G_PARK_WOKEN,  // as G_PARKING, and somebody has made it ready: its worker puts it into a run queue
    G_UNWAITING    // it waited, and interrupt.c takes it out of its queue, or leaves it: wakers wait until that is decided
} GState;

// Why a goroutine waits: the words of Go's tracebacks stand in waits.def order in wait_reason_text.
typedef enum WaitReason {
    WAIT_NONE, WAIT_CHAN_RECEIVE, WAIT_CHAN_SEND, WAIT_CHAN_RECEIVE_NIL, WAIT_CHAN_SEND_NIL, WAIT_SELECT, WAIT_SELECT_NO_CASES,
    WAIT_SLEEP, WAIT_SEMACQUIRE, WAIT_MUTEX_LOCK, WAIT_RWMUTEX_RLOCK, WAIT_RWMUTEX_LOCK, WAIT_COND, WAIT_WAITGROUP, WAIT_IO,
    WAIT_FINALIZER, WAIT_INIT, WAIT_REASON_COUNT
} WaitReason;
const char *wait_reason_text(WaitReason r); // "chan receive", "chan send (nil chan)", ...

enum { DEFER_HEAD = -1 };

typedef struct Defer { // gc. A deferred call; belongs to the frame at fp
    struct Defer *older;
    Slot *fp;
    Closure *closure;  // what to call: closure->func; static functions have one too
    int32_t n_slots;   // of args; DEFER_HEAD: no call, but args[0] is the newest of the Defers that bodies of loops over functions made
    Slot args[];       // parameter slots (receiver first)
} Defer;

// A goroutine in the waiting queue of a channel or of a semaphore. Reachable through its G, so that queues need no barrier.
typedef struct Waiter {
    G *g;
    struct Waiter *next, *prev;
    struct Waiter *chain; // semaphores: the first waiter of another address
    void *value;        // channels: where to copy from or to, in g's frame or in the heap; semaphores: the address
    union {
        Slot *ok;                  // channels
        bool (*give_up)(void *addr); // semaphores: SemaGiveUp
    };
    Chan *chan;         // NULL: in no queue
    int32_t index;      // of the select case
    bool is_select, success;
    uint8_t mode;
} Waiter;

struct G { // gc
    // -- the VM's half: valid while it does not run
    const void *pc;      // next instruction
    Slot *fp;
    Slot *stack_limit;   // what calls compare with: the chunk's end, or NULL when the scheduler wants the goroutine to stop (atomic, relaxed)
    StackChunk *stack;   // newest chunk in use
    Defer *defers;       // newest first
    struct Panic *panics; // newest first; vm/unwind.c
    Raised raised;       // with STATUS_PANIC
    Closure *call_request; // with STATUS_CALL
    Slot *call_frame;      // with STATUS_CALL: memory laid out as a frame (results, parameters) to call with and put the results into
    uint8_t resume;      // vm/call.c: what is to be asked of the runtime when it goes on after a park
    bool unwaited;       // its wait was ended by interrupt.c: what it waited for did not happen
    bool goexited;       // with RUN_ENDED: it ended by runtime.Goexit
    // -- the scheduler's half
    P *p;                // while running
    G *next;             // in a run queue, free list, or waiting list
    uint64_t id;
    uint32_t state;      // GState, atomic
    uint8_t wait_reason; // WaitReason
    bool is_system;      // atomic: not counted for deadlocks, not shown
    bool in_select;
    uint32_t select_done; // atomic: a select was won
    uint32_t lock_depth;  // of runtime.LockOSThread
    void *wait_object;
    int64_t wait_since_ns;
    void *timer;         // the timer of time.Sleep
    G *all_next, *all_prev; // list of all goroutines, under sched.all_lock
    uint64_t creator_id;
    const void *created_at; // pc of the go statement
    uintptr_t input;     // atomic: number of the session's input that started it, itself or through others; 0: none
    uintptr_t interrupt; // atomic: it is to end as by Goexit: its input's number and how (interrupt.c); 0: it is not
    Closure *entry;
    Waiter waiter;       // for waits on one thing
    M *lock_m;           // runtime.LockOSThread: the only thread it runs on
    Waiter *select_waiters; // gc; for select, kept for the next one
    int32_t select_cap, select_n;
    Slot *select_chosen;
};

// The VM's part in the scheduler's loop: runs g on this thread until it parks, yields, ends.
typedef enum RunResult { RUN_PARKED, RUN_YIELDED, RUN_ENDED } RunResult;
typedef RunResult (*RunFn)(G *g);

// The goroutine that this thread runs, NULL on none.
extern __thread G *current_g;
#endif
