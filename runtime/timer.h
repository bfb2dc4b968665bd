// timer.h: timers: a heap per processor; callbacks run on a worker between goroutines.
// Times are clock_ns (base/clock.h). Threads: any thread with a processor.
// Memory: gc. A timer in a heap is kept alive by it; a channel timer is in a heap only while a goroutine waits on its channel, so that
// a dropped ticker is collected, and the channel is looked at against the clock when it is used (Go 1.23's timers).
#ifndef RUNTIME_TIMER_H
#define RUNTIME_TIMER_H
#include "runtime/g.h"

typedef struct Timer Timer;

// What a timer does when its time has come, late_ns after it was due. Runs on a worker, no locks held. It may make goroutines ready, send on channels
// without waiting, and start goroutines; it must be short.
typedef void (*TimerFn)(void *arg, int64_t late_ns);
// Writes the element that a channel timer sends: for package time the Time late_ns ago, when it was due (value: elem->size bytes, at most TIMER_VALUE_BYTES).
typedef void (*TimerFill)(void *value, int64_t late_ns);
enum { TIMER_VALUE_BYTES = 64 };

Timer *timer_new(TimerFn fn, void *arg);       // arg: gc or static
Timer *timer_new_func(Closure *closure);       // time.AfterFunc: starts a goroutine that calls closure (no parameters)
// time.NewTimer, NewTicker: chan is a new channel of capacity 1 that from now on belongs to the timer (len and cap read 0).
Timer *timer_new_chan(Chan *chan, TimerFill fill);

// Starts, or starts anew, the timer: due at when_ns and then every period_ns (0: once). true: it was pending. No value of before is received afterwards.
bool timer_reset(Timer *t, int64_t when_ns, int64_t period_ns);
bool timer_stop(Timer *t);

// time.Sleep: OK if ns <= 0, else PARK.
MUST_USE Status timer_sleep(G *g, int64_t ns);
#endif
