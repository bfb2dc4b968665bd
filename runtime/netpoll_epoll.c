// netpoll_epoll.c: readiness of descriptors by epoll, edge-triggered: both directions are watched from netpoll_open on, and an event makes the
// waiting goroutine ready or is remembered for the next wait.
// One worker without work sleeps in epoll_wait until the next timer; an eventfd ends its sleep.
// Memory: descriptors live in permanent memory and are used again; an event of an earlier use is known by its generation.
// Lock order: a descriptor's lock comes before the timer heap's.
#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "runtime/netpoll.h"
#include "runtime/proc.h"
#include "runtime/timer.h"

typedef struct Side { // a direction of a descriptor; under its lock
    PollDesc *pd;
    G *waiter;
    Slot *result;
    bool ready;
    int64_t deadline_ns; // 0: none
    Timer *timer;
} Side;

struct PollDesc { // permanent
    Lock lock;
    int fd;
    bool closing;
    uint16_t generation;
    Side side[2];
    PollDesc *next_free;
};

enum { EVENTS = 128, DESC_BATCH = 32 };
static const uint64_t pointer_bits = (UINT64_C(1) << 48) - 1;

static struct {
    Lock lock;
    int epoll_fd, event_fd; // 0: not opened
    uint32_t opened;        // A
    uint32_t wake_pending;  // A
    int n_waiters;          // A
    PollDesc *free;         // lock
} poll;

static int open_poller(void)
{
    int error = 0;
    lock_acquire(&poll.lock);
    if (!poll.opened) {
        int epoll_fd = epoll_create1(EPOLL_CLOEXEC);
        int event_fd = epoll_fd < 0 ? -1 : eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        struct epoll_event e = {.events = EPOLLIN, .data.u64 = 0};
        if (event_fd < 0 || epoll_ctl(epoll_fd, EPOLL_CTL_ADD, event_fd, &e) < 0) {
            error = -errno;
            if (epoll_fd >= 0)
                close(epoll_fd);
            if (event_fd >= 0)
                close(event_fd);
        } else {
            poll.epoll_fd = epoll_fd;
            poll.event_fd = event_fd;
            __atomic_store_n(&poll.opened, 1, __ATOMIC_RELEASE);
        }
    }
    lock_release(&poll.lock);
    return error;
}

bool netpoll_start(void)
{
    return __atomic_load_n(&poll.opened, __ATOMIC_ACQUIRE) || open_poller() == 0;
}

bool netpoll_in_use(void)
{
    return __atomic_load_n(&poll.n_waiters, __ATOMIC_SEQ_CST) > 0;
}

void netpoll_wake(void)
{
    if (__atomic_exchange_n(&poll.wake_pending, 1, __ATOMIC_SEQ_CST))
        return;
    uint64_t one = 1;
    while (write(poll.event_fd, &one, sizeof one) < 0 && errno == EINTR)
        continue;
}

// -- descriptors

static PollDesc *desc_new(void)
{
    lock_acquire(&poll.lock);
    PollDesc *pd = poll.free;
    if (!pd) {
        lock_release(&poll.lock);
        PollDesc *batch = gc_alloc_permanent(DESC_BATCH * sizeof *batch);
        lock_acquire(&poll.lock);
        for (int i = 0; i < DESC_BATCH; i++) {
            batch[i].next_free = poll.free;
            poll.free = &batch[i];
        }
        pd = poll.free;
    }
    poll.free = pd->next_free;
    lock_release(&poll.lock);
    return pd;
}

int netpoll_open(int fd, PollDesc **out)
{
    if (!netpoll_start())
        return -EMFILE;
    PollDesc *pd = desc_new();
    lock_acquire(&pd->lock);
    pd->fd = fd;
    pd->closing = false;
    pd->generation++;
    for (int i = 0; i < 2; i++)
        pd->side[i] = (Side){.pd = pd};
    struct epoll_event e = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET};
    e.data.u64 = (uint64_t)(uintptr_t)pd | (uint64_t)pd->generation << 48;
    lock_release(&pd->lock);
    if (epoll_ctl(poll.epoll_fd, EPOLL_CTL_ADD, fd, &e) < 0) {
        int error = -errno;
        lock_acquire(&poll.lock);
        pd->next_free = poll.free;
        poll.free = pd;
        lock_release(&poll.lock);
        return error;
    }
    *out = pd;
    return 0;
}

// Takes the waiter of a side, telling it the result. Lock held. NULL: nobody waits.
static G *take_waiter(Side *s, PollResult result)
{
    G *g = s->waiter;
    if (!g)
        return NULL;
    *s->result = result;
    s->waiter = NULL;
    s->result = NULL;
    __atomic_sub_fetch(&poll.n_waiters, 1, __ATOMIC_SEQ_CST);
    return g;
}

void netpoll_close(PollDesc *pd)
{
    G *woken[2];
    Timer *timers[2];
    lock_acquire(&pd->lock);
    pd->closing = true;
    for (int i = 0; i < 2; i++) {
        woken[i] = take_waiter(&pd->side[i], POLL_CLOSING);
        timers[i] = pd->side[i].timer;
        pd->side[i].deadline_ns = 0;
    }
    lock_release(&pd->lock);
    epoll_ctl(poll.epoll_fd, EPOLL_CTL_DEL, pd->fd, NULL);
    for (int i = 0; i < 2; i++) {
        if (timers[i])
            timer_stop(timers[i]);
        if (woken[i])
            g_ready(woken[i]);
    }
}

void netpoll_free(PollDesc *pd)
{
    lock_acquire(&poll.lock);
    pd->next_free = poll.free;
    poll.free = pd;
    lock_release(&poll.lock);
}

Unwait netpoll_unwait(G *g)
{
    Side *s = g->wait_object;
    if (!lock_try(&s->pd->lock))
        return UNWAIT_BUSY;
    bool waits = s->waiter == g;
    if (waits)
        take_waiter(s, POLL_CLOSING);
    lock_release(&s->pd->lock);
    return waits ? UNWAIT_DONE : UNWAIT_TOO_LATE;
}

static bool expired(const Side *s)
{
    return s->deadline_ns && s->deadline_ns <= clock_ns();
}

PollResult netpoll_reset(PollDesc *pd, PollMode mode)
{
    Side *s = &pd->side[mode];
    lock_acquire(&pd->lock);
    PollResult r = pd->closing ? POLL_CLOSING : expired(s) ? POLL_TIMEOUT : POLL_READY;
    if (r == POLL_READY)
        s->ready = false;
    lock_release(&pd->lock);
    return r;
}

Status netpoll_wait(G *g, PollDesc *pd, PollMode mode, Slot *result)
{
    Side *s = &pd->side[mode];
    lock_acquire(&pd->lock);
    if (pd->closing) {
        *result = POLL_CLOSING;
    } else if (expired(s)) {
        *result = POLL_TIMEOUT;
    } else if (s->ready) {
        s->ready = false;
        *result = POLL_READY;
    } else {
        CHECK(!s->waiter);
        s->waiter = g;
        s->result = result;
        __atomic_add_fetch(&poll.n_waiters, 1, __ATOMIC_SEQ_CST);
        g->wait_object = s;
        g_prepare_park(g, WAIT_IO);
        lock_release(&pd->lock);
        return STATUS_PARK;
    }
    lock_release(&pd->lock);
    return STATUS_OK;
}

static void deadline_passed(void *arg, int64_t late_ns)
{
    (void)late_ns;
    Side *s = arg;
    G *woken = NULL;
    lock_acquire(&s->pd->lock);
    if (expired(s)) // not set anew or closed since
        woken = take_waiter(s, POLL_TIMEOUT);
    lock_release(&s->pd->lock);
    if (woken)
        g_ready(woken);
}

void netpoll_set_deadline(PollDesc *pd, PollMode mode, int64_t when_ns)
{
    Side *s = &pd->side[mode];
    Timer *fresh = NULL;
    if (when_ns && !s->timer)
        fresh = timer_new(deadline_passed, s);
    G *woken = NULL;
    lock_acquire(&pd->lock);
    if (!pd->closing) {
        if (fresh && !s->timer)
            s->timer = fresh;
        s->deadline_ns = when_ns;
        if (expired(s))
            woken = take_waiter(s, POLL_TIMEOUT);
        else if (when_ns)
            timer_reset(s->timer, when_ns, 0);
        else if (s->timer)
            timer_stop(s->timer);
    }
    lock_release(&pd->lock);
    if (woken)
        g_ready(woken);
}

// -- polling

typedef struct Sleep {
    struct epoll_event *events;
    int n;
    int64_t ns;
} Sleep;

static void *sleep_in_epoll(void *data)
{
    Sleep *s = data;
#ifdef HAVE_EPOLL_PWAIT2
    static uint32_t refused; // an old kernel
    if (!__atomic_load_n(&refused, __ATOMIC_RELAXED)) {
        struct timespec t = {s->ns / 1000000000, s->ns % 1000000000};
        s->n = epoll_pwait2(poll.epoll_fd, s->events, EVENTS, s->ns < 0 ? NULL : &t, NULL);
        if (s->n >= 0 || errno == EINTR)
            return NULL;
        __atomic_store_n(&refused, 1, __ATOMIC_RELAXED);
    }
#endif
    int64_t ms = s->ns < 0 ? -1 : (s->ns + 999999) / 1000000;
    s->n = epoll_wait(poll.epoll_fd, s->events, EVENTS, ms > INT32_MAX ? INT32_MAX : (int)ms);
    return NULL;
}

static void add_ready(G *g, G **first, G **last, int *n)
{
    // As g_ready, but into a list: its worker may not have left it yet, and puts it into a queue itself then.
    uint32_t state = __atomic_load_n(&g->state, __ATOMIC_ACQUIRE);
    for (;;) {
        if (UNLIKELY(state == G_UNWAITING)) {
            state = g_await_decision(g);
            continue;
        }
        uint32_t to = state == G_PARKING ? G_PARK_WOKEN : G_RUNNABLE;
        if (__atomic_compare_exchange_n(&g->state, &state, to, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
            break;
    }
    if (state == G_PARKING)
        return;
    g->next = NULL;
    if (*last)
        (*last)->next = g;
    else
        *first = g;
    *last = g;
    ++*n;
}

G *netpoll_poll(int64_t wait_ns, int *n)
{
    *n = 0;
    if (!__atomic_load_n(&poll.opened, __ATOMIC_ACQUIRE))
        return NULL;
    struct epoll_event events[EVENTS] = {0}; // what lay there before would be taken for references while this waits
    Sleep s = {events, 0, wait_ns};
    if (wait_ns == 0)
        s.n = epoll_wait(poll.epoll_fd, events, EVENTS, 0);
    else
        gc_do_blocking(sleep_in_epoll, &s);
    G *first = NULL, *last = NULL;
    for (int i = 0; i < s.n; i++) {
        uint64_t data = events[i].data.u64;
        if (!data) {
            if (wait_ns == 0)
                continue; // it is for the sleeper
            uint64_t count;
            __atomic_store_n(&poll.wake_pending, 0, __ATOMIC_SEQ_CST);
            ssize_t got = read(poll.event_fd, &count, sizeof count);
            (void)got;
            continue;
        }
        PollDesc *pd = (PollDesc *)(uintptr_t)(data & pointer_bits);
        uint32_t what = events[i].events;
        lock_acquire(&pd->lock);
        if (pd->generation == data >> 48 && !pd->closing) {
            bool side_has[2] = {what & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR), what & (EPOLLOUT | EPOLLHUP | EPOLLERR)};
            for (int k = 0; k < 2; k++) {
                if (!side_has[k])
                    continue;
                G *g = take_waiter(&pd->side[k], POLL_READY);
                if (g)
                    add_ready(g, &first, &last, n);
                else
                    pd->side[k].ready = true;
            }
        }
        lock_release(&pd->lock);
    }
    return first;
}
