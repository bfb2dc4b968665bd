// sched.h: the scheduler as others use it.
// Lock order: compile lock < channel locks (by address) < semaphore buckets < timer heap < run queue < all_lock. Nobody allocates under a lock
// of the scheduler's own.
#ifndef RUNTIME_SCHED_H
#define RUNTIME_SCHED_H
#include "runtime/g.h"

typedef struct SchedConfig {
    int n_procs;      // 0: GOMAXPROCS, else all cores (affinity, cgroup quota)
    bool stress;      // --sched-stress: yield at every poll, random stealing
    RunFn run;
    // Prepares a fresh G (stack: an empty chunk with room for n_slots and a frame header; pc NULL) to call closure. May replace g->stack by
    // stack_new. Sets stack->used. NULL: fp = slots + STACK_HEADER_SLOTS, the arguments are copied there (for tests).
    void (*start)(G *g, Closure *closure, const Slot *args, int n_slots);
    // Called on a worker when every goroutine sleeps for ever; prints and gives the exit status.
    int (*on_deadlock)(void);
    // Called by the thread of sched_main after sched_request_quit, with the world stopping; prints and gives the exit status.
    int (*on_quit)(void);
} SchedConfig;

void sched_init(const SchedConfig *cfg);
// Runs `entry` (no parameters) as a goroutine (the first has id 1) until sched_exit is called or it ends; the calling thread, which is
// to be the one of gc_init, only waits meanwhile. Returns the exit status (0 if entry ended). Other goroutines go on running on their
// workers: a session may call it again; a command flushes what it buffers itself and ends the process by _exit.
int sched_main(Closure *entry);
// Makes sched_main return this status at once: from any thread that runs goroutines. Does not return on that thread; the other workers stop at
// their next poll.
_Noreturn void sched_exit(int status);

// Ends the program by on_quit: SIGQUIT. Async-signal-safe.
void sched_request_quit(void);

// -- sessions: what would end the process ends only the input that sched_main runs, or the goroutine in it.
void sched_set_session(void);          // before the first sched_main
bool sched_in_session(void);
// g, the running goroutine, is about to end by a failure that was reported: if it is the input's first, sched_main returns status.
void sched_fail_input(G *g, int status);
enum { INTERRUPTED_STATUS = 130 }; // 128 + SIGINT
// Makes the goroutines of the running input end as by Goexit, wherever they run or wait; sched_main returns
// INTERRUPTED_STATUS when the first one has. Goroutines of
// earlier inputs go on. From the third request for an input on no deferred calls are run. Async-signal-safe; nothing happens if no input runs.
void sched_request_interrupt(void);
// Makes the goroutines of all earlier inputs end in the same way, and drops the functions that their timers would start; what has not ended after a
// third of a second ends without its deferred calls. By the thread of sched_main, while no input runs.
typedef struct EndedInputs {
    int ended, left; // goroutines
} EndedInputs;
EndedInputs sched_end_earlier_inputs(void);
typedef enum Interrupt { INTERRUPT_NONE, INTERRUPT_GOEXIT, INTERRUPT_KILL } Interrupt; // KILL: without deferred calls
Interrupt sched_interrupted(const G *g); // how g is to end
void sched_interrupt_taken(G *g);        // the VM has begun to end it: deferred calls run like any code
// g, the running goroutine, is to end as by Goexit at its next poll; its input with this status, if it is the first one of it.
void sched_interrupt_goroutine(G *g, int status);
bool sched_is_main(const G *g);          // whether g is the first one of the input that runs

// A new goroutine that will call closure with n_slots parameter slots copied from args (results are dropped). It is runnable at once.
G *go_start(Closure *closure, const Slot *args, int n_slots, const void *created_at);

// The running goroutine becomes one of the system's: not counted, not shown, never a reason to wait with the deadlock message.
void sched_make_system(G *g);

// -- waiting. The caller (a native or op) calls g_prepare_park, puts g where a waker will find it, releases its locks, and
// returns STATUS_PARK. A waker calls g_ready, at once or later: the worker takes care of a wake-up before the park is complete.
// The VM then saves pc and fp, sets stack->used, calls gc_dirty on the chunk and on g, and returns RUN_PARKED: only then may another worker run g.
void g_prepare_park(G *g, WaitReason why);
void g_ready(G *g);
void g_yield(G *g); // puts g at the tail of the global queue; the VM returns RUN_YIELDED after it

// -- system calls that may block: P is handed to another thread if it takes long. g->p may be another one afterwards.
void sched_block_enter(G *g);
void sched_block_exit(G *g);

// g keeps its thread to itself, and its thread runs nothing else, until as many unlocks (runtime.LockOSThread).
void sched_lock_thread(G *g);
void sched_unlock_thread(G *g);

int sched_set_procs(int n); // runtime.GOMAXPROCS; n < 1: only asks. Returns the previous number
int sched_n_goroutines(void);
int sched_n_cpus(void);
// Calls fn for every goroutine (dead ones and system ones left out), world stopped or ending.
void sched_each_g(void (*fn)(G *g, void *data), void *data);
// Stops all other workers at their next poll, for tracebacks at a fatal error. Not undone.
void sched_freeze(void);

typedef struct SchedStats {
    uint64_t made, peak, switches, steals, parks;
} SchedStats;
void sched_stats(SchedStats *out);
#endif
