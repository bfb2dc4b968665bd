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
    // Called on a worker when every goroutine sleeps for ever; prints and gives the exit status.
    int (*on_deadlock)(void);
} SchedConfig;

void sched_init(const SchedConfig *cfg);
// Runs `entry` (no parameters) as goroutine 1 on workers until sched_exit is called or it ends. Returns the exit status.
int sched_main(Closure *entry);
// Ends the process's Go part with this status: from any worker. Does not return on that worker.
_Noreturn void sched_exit(int status);

// A new goroutine that will call closure with n_slots parameter slots copied from args (results are dropped). It is runnable at once.
G *go_start(Closure *closure, const Slot *args, int n_slots, const void *created_at);

// -- waiting. The caller (a native or op) calls g_prepare_park, puts g where a waker will find it, releases its locks, and
// returns STATUS_PARK. A waker calls g_ready, at once or later: the worker takes care of a wake-up before the park is complete.
void g_prepare_park(G *g, WaitReason why);
void g_ready(G *g);
void g_yield(G *g); // puts g at the tail of the global queue; the VM returns RUN_YIELDED after it

// -- system calls that may block: P is handed to another thread if it takes long. g->p may be another one afterwards.
void sched_block_enter(G *g);
void sched_block_exit(G *g);

int sched_set_procs(int n); // runtime.GOMAXPROCS; n < 1: only asks. Returns the previous number
int sched_n_goroutines(void);
int sched_n_cpus(void);
// Calls fn for every goroutine, world stopped or ending.
void sched_each_g(void (*fn)(G *g, void *data), void *data);
// Stops all other workers at their next poll, for tracebacks at a fatal error. Not undone.
void sched_freeze(void);

typedef struct SchedStats {
    uint64_t made, peak, switches, steals, parks;
} SchedStats;
void sched_stats(SchedStats *out);
#endif
