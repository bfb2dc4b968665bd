// timer_test.c: sleeps, timers with callbacks and channels, deadlines of descriptors.
// uses: runtime
#include "coro.h"

#include <fcntl.h>
#include <unistd.h>

#include "runtime/netpoll.h"
#include "runtime/timer.h"

static int run_main(CoroStep step)
{
    return sched_main(coro_closure(step));
}

static Chan *make_chan(const RType *elem, int64_t cap)
{
    Chan *c = NULL;
    G g = {0};
    assert_int_equal(chan_make(&g, elem, cap, &c), STATUS_OK);
    return c;
}

static const int64_t ms = 1000000;

// -- sleeping: many at once, in order

static int64_t n_awake, out_of_order;
static RunResult sleeper(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)clock_ns();
    AWAIT(timer_sleep(g, (int64_t)s[0]));
    if (clock_ns() - (int64_t)VAR(0) < (int64_t)s[0])
        __atomic_add_fetch(&out_of_order, 1, __ATOMIC_RELAXED);
    __atomic_add_fetch(&n_awake, 1, __ATOMIC_RELAXED);
    CORO_END;
}

static RunResult sleep_main(G *g, Slot *s)
{
    enum { N = 2000 };
    CORO_BEGIN;
    AWAIT(timer_sleep(g, 0));
    AWAIT(timer_sleep(g, -5));
    VAR(0) = (Slot)clock_ns();
    for (int i = 0; i < N; i++)
        coro_go(sleeper, (Slot)(i * 7919 % 50) * 1000000, 0, 0);
    AWAIT(timer_sleep(g, 60 * ms));
    while (__atomic_load_n(&n_awake, __ATOMIC_RELAXED) < N)
        YIELD();
    assert_int_equal(out_of_order, 0);
    VAR(1) = 0;
    for (VAR(2) = 0; VAR(2) < 20; VAR(2)++) {
        VAR(0) = (Slot)clock_ns();
        AWAIT(timer_sleep(g, ms / 2));
        VAR(1) += (Slot)(clock_ns() - (int64_t)VAR(0) - ms / 2);
    }
    printf("sleep of 0.5 ms is late by %.0f us\n", (double)VAR(1) / 20 / 1e3);
    CORO_END;
}

// -- callbacks

static int64_t n_ticks;
static void tick(void *arg, int64_t late_ns)
{
    (void)late_ns;
    __atomic_add_fetch((int64_t *)arg, 1, __ATOMIC_RELAXED);
}

static int64_t ticks(void)
{
    return __atomic_load_n(&n_ticks, __ATOMIC_RELAXED);
}

static RunResult counts(G *g, Slot *s)
{
    (void)g;
    (void)s;
    __atomic_add_fetch(&n_ticks, 100, __ATOMIC_RELAXED);
    return RUN_ENDED;
}

static RunResult callback_main(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)timer_new(tick, &n_ticks);
    assert_false(timer_reset((Timer *)VAR(0), clock_ns() + 60000 * ms, 0));
    assert_true(timer_reset((Timer *)VAR(0), clock_ns() + 3 * ms, 0));
    while (ticks() < 1)
        AWAIT(timer_sleep(g, 5 * ms));
    assert_int_equal(ticks(), 1);
    assert_false(timer_stop((Timer *)VAR(0)));
    assert_false(timer_reset((Timer *)VAR(0), clock_ns() + 60000 * ms, 0));
    assert_true(timer_stop((Timer *)VAR(0)));
    VAR(1) = (Slot)clock_ns();
    assert_false(timer_reset((Timer *)VAR(0), clock_ns() + 2 * ms, 2 * ms));
    while (ticks() < 1 + 5)
        AWAIT(timer_sleep(g, 5 * ms));
    assert_true(timer_stop((Timer *)VAR(0)));
    assert_true(ticks() - 1 <= (clock_ns() - (int64_t)VAR(1)) / (2 * ms)); // a slow machine only makes it fewer
    AWAIT(timer_sleep(g, 5 * ms)); // one that was being run
    VAR(1) = (Slot)ticks();
    AWAIT(timer_sleep(g, 10 * ms));
    assert_int_equal(ticks(), VAR(1));
    VAR(2) = (Slot)timer_new_func(coro_closure(counts));
    timer_reset((Timer *)VAR(2), clock_ns() + ms, 0);
    while (ticks() == (int64_t)VAR(1))
        YIELD();
    assert_int_equal(ticks(), VAR(1) + 100);
    // Many timers: the heap's segments, removals in the middle.
    VAR(3) = 0;
    for (int i = 0; i < 2000; i++) {
        Timer *t = timer_new(tick, &n_ticks);
        timer_reset(t, clock_ns() + (1 + i * 7919 % 30) * ms, 0);
        if (i % 2)
            VAR(3) += timer_stop(t);
    }
    while (ticks() < (int64_t)(VAR(1) + 100 + 2000 - VAR(3)))
        AWAIT(timer_sleep(g, 5 * ms));
    AWAIT(timer_sleep(g, 40 * ms)); // all that were not stopped, and none of the others
    assert_int_equal(ticks(), VAR(1) + 100 + 2000 - VAR(3));
    CORO_END;
}

// -- channel timers

static void fill_seven(void *value, int64_t late_ns __attribute__((unused)))
{
    *(int64_t *)value = 7;
}

static RunResult chan_main(G *g, Slot *s)
{
    bool done;
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 1);
    VAR(1) = (Slot)timer_new_chan((Chan *)VAR(0), fill_seven);
    assert_int_equal(chan_cap((Chan *)VAR(0)), 0);
    assert_false(timer_reset((Timer *)VAR(1), clock_ns() + 2 * ms, 0));
    AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(2), NULL)); // somebody waits
    assert_int_equal(VAR(2), 7);
    assert_false(timer_stop((Timer *)VAR(1)));
    timer_reset((Timer *)VAR(1), clock_ns() + ms, 0);
    AWAIT(timer_sleep(g, 3 * ms)); // nobody waits: due, but not looked at
    assert_int_equal(chan_len((Chan *)VAR(0)), 0);
    assert_true(timer_stop((Timer *)VAR(1))); // and no stale value after it
    assert_int_equal(chan_try_recv(g, (Chan *)VAR(0), &VAR(2), NULL, &done), STATUS_OK);
    assert_false(done);
    timer_reset((Timer *)VAR(1), clock_ns() + ms, 0);
    AWAIT(timer_sleep(g, 3 * ms));
    VAR(2) = 0;
    assert_int_equal(chan_try_recv(g, (Chan *)VAR(0), &VAR(2), NULL, &done), STATUS_OK);
    assert_true(done);
    assert_int_equal(VAR(2), 7);
    timer_reset((Timer *)VAR(1), clock_ns() + ms, ms); // a ticker
    for (VAR(3) = 0; VAR(3) < 10; VAR(3)++)
        AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(2), NULL));
    assert_true(timer_stop((Timer *)VAR(1)));
    // select with a timer: the other case wins, the timer leaves the heap
    SelectCase cases[2];
    VAR(4) = (Slot)make_chan(&type_int, 0);
    timer_reset((Timer *)VAR(1), clock_ns() + 5 * ms, 0);
    cases[0] = (SelectCase){.chan = (Chan *)VAR(4), .value = &VAR(2)};
    cases[1] = (SelectCase){.chan = (Chan *)VAR(0), .value = &VAR(2)};
    AWAIT(select_go(g, cases, 2, false, &VAR(5)));
    assert_int_equal(select_resumed(g), STATUS_OK);
    assert_int_equal(VAR(5), 1);
    CORO_END;
}

// -- descriptors

static RunResult pipe_writer(G *g, Slot *s)
{
    CORO_BEGIN;
    for (VAR(0) = 0; VAR(0) < 200; VAR(0)++) {
        if (VAR(0) % 50 == 0)
            AWAIT(timer_sleep(g, ms));
        char c = (char)VAR(0);
        assert_int_equal(write((int)s[0], &c, 1), 1);
        if (VAR(0) % 7 == 0)
            YIELD();
    }
    close((int)s[0]);
    CORO_END;
}

static RunResult pipe_main(G *g, Slot *s)
{
    CORO_BEGIN;
    int fds[2];
    assert_int_equal(pipe2(fds, O_NONBLOCK | O_CLOEXEC), 0);
    PollDesc *opened;
    assert_int_equal(netpoll_open(fds[0], &opened), 0);
    VAR(0) = (Slot)opened;
    VAR(1) = (Slot)fds[0];
    coro_go(pipe_writer, (Slot)fds[1], 0, 0);
    for (;;) {
        assert_int_equal(netpoll_reset((PollDesc *)VAR(0), POLL_READ), POLL_READY);
        char buf[16];
        ssize_t n = read((int)VAR(1), buf, sizeof buf);
        if (n == 0)
            break;
        if (n > 0) {
            VAR(2) += (Slot)n;
            continue;
        }
        AWAIT(netpoll_wait(g, (PollDesc *)VAR(0), POLL_READ, &VAR(3)));
        assert_int_equal(VAR(3), POLL_READY);
    }
    assert_int_equal(VAR(2), 200);
    netpoll_close((PollDesc *)VAR(0));
    netpoll_free((PollDesc *)VAR(0));
    close((int)VAR(1));
    // deadlines
    assert_int_equal(pipe2(fds, O_NONBLOCK | O_CLOEXEC), 0);
    assert_int_equal(netpoll_open(fds[0], &opened), 0);
    VAR(0) = (Slot)opened;
    VAR(1) = (Slot)fds[0];
    VAR(4) = (Slot)fds[1];
    netpoll_set_deadline(opened, POLL_READ, clock_ns() + 3 * ms);
    AWAIT(netpoll_wait(g, (PollDesc *)VAR(0), POLL_READ, &VAR(3)));
    assert_int_equal(VAR(3), POLL_TIMEOUT);
    assert_int_equal(netpoll_reset((PollDesc *)VAR(0), POLL_READ), POLL_TIMEOUT);
    netpoll_set_deadline((PollDesc *)VAR(0), POLL_READ, 0);
    assert_int_equal(netpoll_reset((PollDesc *)VAR(0), POLL_READ), POLL_READY);
    netpoll_close((PollDesc *)VAR(0));
    netpoll_free((PollDesc *)VAR(0));
    close((int)VAR(1));
    close((int)VAR(4));
    int file = open("/dev/null", O_RDONLY);
    assert_int_equal(netpoll_open(file, &opened), -1); // -EPERM
    close(file);
    CORO_END;
}

#define CASE(name, step)                                                                           \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        (void)state;                                                                               \
        assert_int_equal(run_main(step), 0);                                                       \
    }
CASE(sleep, sleep_main)
CASE(callbacks, callback_main)
CASE(channels, chan_main)
CASE(pipes, pipe_main)

int main(void)
{
    coro_types_used();
    coro_init(getenv("CORO_PROCS") ? atoi(getenv("CORO_PROCS")) : 4);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sleep),
        cmocka_unit_test(test_callbacks),
        cmocka_unit_test(test_channels),
        cmocka_unit_test(test_pipes),
    };
    cmocka_set_test_filter(getenv("TEST"));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _Exit(failed);
}
