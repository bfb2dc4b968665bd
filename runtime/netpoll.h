// netpoll.h: waiting for file descriptors (epoll): a goroutine blocked on a socket or pipe costs no thread.
// Threads: any worker.
#ifndef RUNTIME_NETPOLL_H
#define RUNTIME_NETPOLL_H
#include "runtime/g.h"

typedef struct PollDesc PollDesc;
typedef enum PollMode { POLL_READ, POLL_WRITE } PollMode;
typedef enum PollResult { POLL_READY, POLL_CLOSING, POLL_TIMEOUT } PollResult;

// Watches fd (non-blocking). 0, or a negative errno: -EPERM for files that are always ready (regular files, directories).
int netpoll_open(int fd, PollDesc **out);
// Wakes all who wait with POLL_CLOSING and watches fd no more. Later waits give POLL_CLOSING.
void netpoll_close(PollDesc *pd);
// Behind netpoll_close, when nobody has pd any more.
void netpoll_free(PollDesc *pd);
// Before a try to read or write: forgets earlier readiness. What it gives other than POLL_READY ends the operation.
PollResult netpoll_reset(PollDesc *pd, PollMode mode);
// Waits until fd may be ready. OK: *result is set. PARK: it is set when g goes on (a slot of g's frame or gc memory).
MUST_USE Status netpoll_wait(G *g, PollDesc *pd, PollMode mode, Slot *result);
// Waits end with POLL_TIMEOUT at when_ns (clock_ns); 0: no deadline; in the past: at once.
void netpoll_set_deadline(PollDesc *pd, PollMode mode, int64_t when_ns);
#endif
