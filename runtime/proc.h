// proc.h: the scheduler's own structures, shared by its files (sched runq steal park preempt blocking deadlock procs timer netpoll).
// A worker (M) needs a processor (P) to run goroutines. Idle processors and workers stand in lists; a worker looking for work is
// "spinning", and whoever makes work wakes one only if none is: the last spinner to find work wakes the next (Go's proc.go explains why).
// Memory: P and M are permanent roots. G's are reachable through the list of all goroutines, so queues of them need no barrier.
// Threads: per field: owner (the worker that has it), L (sched.lock), A (atomic), C (constant).
#ifndef RUNTIME_PROC_H
#define RUNTIME_PROC_H
#include "runtime/gc.h"
#include "runtime/lock.h"
#include "runtime/sched.h"

typedef struct TimerHeap TimerHeap;

enum {
    MAX_PROCS = 1024,
    RUN_QUEUE = 256,        // a power of two
    FREE_G_LOCAL = 64,      // dead goroutines kept a processor
    FREE_G_GLOBAL = 1 << 14, // and for all
    SLICE_NS = 10 * 1000 * 1000
};

typedef enum PStatus { P_IDLE, P_RUNNING, P_BLOCKED, P_RETIRED } PStatus;

struct P {
    int id;               // C
    uint32_t status;      // A: PStatus; P_BLOCKED -> another: who wins the exchange has it
    M *m;                 // A, written by the owner: its worker, NULL while idle or blocked
    P *next_idle;         // L
    GcCache *cache;       // C
    TimerHeap *timers;    // C
    uint32_t sched_tick;  // A, written by the owner: a new slice began
    uint32_t block_tick;  // A, written by the owner
    uint64_t next_id, end_id; // owner: goroutine ids to give out
    G *free_g;            // owner
    int n_free;           // owner
    uint64_t n_made, n_ended, n_switches, n_steals, n_parks; // A (relaxed), written by the owner
    uint32_t seen_sched, seen_block; // monitor's
    int64_t seen_sched_ns, seen_block_ns;
    _Alignas(64) uint32_t run_head; // A: thieves and the owner take here
    uint32_t run_tail;    // A: the owner puts here
    G *run_next;          // A: runs before the queue, in what is left of the slice
    G *run_queue[RUN_QUEUE]; // A (relaxed)
};

struct M {
    G *g;                 // A: what it runs; its stack is a root
    P *p;                 // owner; NULL: none
    P *next_p;            // what a waker hands over
    P *blocked_p;         // owner: the processor it had when it entered a blocking call
    uint32_t park;        // A: futex; 1: woken
    bool spinning;        // owner
    M *next_idle;         // L: idle list, or waiting for a processor
    M *all_next;          // C once published
    G *lock_g;            // owner: LockOSThread
    uint64_t random;      // owner
    int id;
    int tid;              // A: the kernel's number of the thread
};

typedef struct Sched {
    SchedConfig cfg;
    Lock lock;
    P *procs[MAX_PROCS];  // C once made
    int n_made;           // A
    int n_procs;          // A: those with id < n_procs work
    P *idle_p;            // L
    int n_idle_p;         // A, changed under L
    M *idle_m;            // L
    int n_m, n_idle_m;    // L
    M *all_m;             // A: newest first
    int n_spinning;       // A
    M *wait_p_first, *wait_p_last; // L: back from blocking calls, without a processor
    int n_wait_p;         // A, changed under L
    G *global_first, *global_last; // L
    int n_global;         // A, changed under L
    G *free_g;            // L
    int n_free;
    Lock all_lock;
    G *all_g;             // all_lock
    uint64_t last_id;     // A
    int n_system;         // A
    uint32_t poller;      // A: 1: some worker sleeps in the poller
    int64_t poll_until;   // A: till then
    uint32_t frozen;      // A: workers stop for good
    uint32_t done;        // A: futex of sched_main
    int status;
    bool main_waits;      // L
    bool session;         // constant once set: sched_set_session
    bool watched;         // the monitor runs; the main thread's
    uintptr_t input;      // A: number of the input being run
    uintptr_t ended_inputs; // A: up to this one they are to do nothing any more
    uint32_t interrupt;   // A: sched_request_interrupt
    uint32_t quit;        // A: sched_request_quit
    uint32_t n_interrupts; // A: of the input being run
    int interrupt_status; // A: with which the input ends then
    G *main_g;            // L
    uint32_t monitor_sleeps; // A: futex
    uint32_t monitor_nudge;  // A: futex: a timer is due before the monitor would wake
    int64_t monitor_until;   // A: when it wakes
    int64_t coarse_ns;    // A: the monitor's clock, for how long goroutines wait
    uint64_t peak;
} Sched;

extern Sched sched;
extern __thread M *this_m; // NULL on threads that run no goroutines

// runq.c
void runq_put(P *p, G *g, bool next);
G *runq_get(P *p, bool *inherits);
bool runq_empty(P *p);
int runq_grab(P *victim, G **out, bool take_next); // up to RUN_QUEUE / 2
void global_put(G *g);
void global_put_main(G *g);                        // and begins the wait for its end
void global_put_list(G *first, G *last, int n);
G *global_get(P *p);                               // one; some more go to p's queue
// steal.c
G *steal_work(M *m);
bool work_anywhere(void);
// park.c
uint32_t g_await_decision(G *g);                   // while it is G_UNWAITING; its state then
void wake_worker(void);                            // if a processor is idle and nobody looks for work
_Noreturn void thread_refused(int n, int error);   // by the system, which has given n
void start_worker(P *p, bool spinning);            // on p
void worker_sleep(M *m);                           // without a processor, until given one
void worker_await_proc(M *m);                       // the same, the caller has put m where a waker finds it
void proc_acquire(M *m, P *p);
P *proc_release(M *m);
P *idle_proc_get_locked(void);
void idle_proc_put_locked(P *p);                   // or to a worker that waits for one
void worker_wake(M *m, P *p);
_Noreturn void worker_stop_for_good(void);
void hand_off(P *p);                               // p's worker left it: another runs it, or it becomes idle
// sched.c
void *worker_main(void *m);
// goroutine.c
G *goroutine_start_main(Closure *closure);
G *goroutine_start_for(uintptr_t input, Closure *closure); // on behalf of a session's input, by a timer
void goroutine_end(P *p, G *g);
// procs.c
int procs_default(void);
void procs_make(int n);
void proc_retire(M *m);
// preempt.c
void monitor_start(void); // by the thread of sched_main; again: nothing
void monitor_wake(void);
void monitor_nudge(int64_t when_ns); // all workers are busy, and a timer is due then
void preempt_all(void);
// deadlock.c
bool deadlock_check_locked(void);
void deadlock_report(void); // ends the program; in a session it ends the input's goroutines and returns
// interrupt.c
void interrupt_input(int status);  // ends the goroutines of the input that runs; the input's status is this one then
void interrupt_waiting(G *g);      // ends g's wait if it is to end and waits (G_WAITING)
void interrupt_system_calls(void); // of goroutines that are to end
// How a goroutine's wait was ended: it is out of every queue; too late: a waker has it, and makes it ready; busy: ask again.
typedef enum Unwait { UNWAIT_DONE, UNWAIT_TOO_LATE, UNWAIT_BUSY } Unwait;
// chan.c, select.c, sema.c, timer.c, netpoll_epoll.c: of g, which is G_UNWAITING. They only try locks: a waker that holds one may wait for g's state.
Unwait chan_unwait(G *g);
Unwait select_unwait(G *g);
Unwait sema_unwait(G *g);
Unwait timer_unwait(G *g);
Unwait netpoll_unwait(G *g);
void sched_finish(int status); // makes sched_main return
// timer.c
TimerHeap *timer_heap_new(void);
void timers_run(P *p);                             // runs what is due of p's heap and of retired ones, now and then of all
int64_t timer_heap_next(TimerHeap *h);             // when the first is due, INT64_MAX: none
int64_t timers_next(void);                         // of all heaps
int64_t timers_run_all(int64_t now);
// netpoll_epoll.c
bool netpoll_in_use(void);                         // somebody waits
G *netpoll_poll(int64_t wait_ns, int *n);          // list of goroutines made runnable; < 0: as long as it takes
void netpoll_wake(void);                           // ends a sleeping poll
bool netpoll_start(void);

static inline uint64_t random_next(uint64_t *state)
{
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    return x ^ x >> 32;
}
static inline void count_up(uint64_t *counter)
{
    __atomic_store_n(counter, __atomic_load_n(counter, __ATOMIC_RELAXED) + 1, __ATOMIC_RELAXED);
}
#endif
