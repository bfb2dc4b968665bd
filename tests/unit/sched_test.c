// sched_test.c: goroutines by the hundred thousand, deadlocks, slices, blocking calls, bound threads, semaphores.
// uses: runtime
#include "coro.h"

#include <sys/wait.h>
#include <unistd.h>

#include "runtime/sema.h"
#include "runtime/timer.h"

static Chan *make_chan(const RType *elem, int64_t cap)
{
    Chan *c = NULL;
    G g = {0};
    assert_int_equal(chan_make(&g, elem, cap, &c), STATUS_OK);
    return c;
}

static int procs_wanted(void)
{
    return getenv("CORO_PROCS") ? atoi(getenv("CORO_PROCS")) : 4;
}

static int run_main(CoroStep step)
{
    static bool started;
    if (!started)
        coro_init(procs_wanted());
    started = true;
    return sched_main(coro_closure(step));
}

static RunResult adder(G *g, Slot *s)
{
    (void)g;
    __atomic_add_fetch((int64_t *)s[0], 1, __ATOMIC_RELAXED);
    return RUN_ENDED;
}

static int scale(int n)
{
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
    return n / 10;
#else
    return getenv("CORO_STRESS") ? n / 100 : n;
#endif
}

static int64_t counter;
static RunResult spawn_main(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(2) = (Slot)scale(1000000);
    VAR(1) = (Slot)clock_ns();
    for (VAR(0) = 0; VAR(0) < VAR(2); VAR(0)++) {
        coro_go(adder, (Slot)&counter, 0, 0);
        if (VAR(0) % 100 == 99)
            YIELD();
    }
    while (__atomic_load_n(&counter, __ATOMIC_RELAXED) < (int64_t)VAR(2))
        YIELD();
    printf("spawn and end: %.1f ns\n", (double)((Slot)clock_ns() - VAR(1)) / (double)VAR(2));
    CORO_END;
}

static void test_spawn(void **state)
{
    (void)state;
    assert_int_equal(run_main(spawn_main), 0);
}

static RunResult waiter(G *g, Slot *s)
{
    CORO_BEGIN;
    AWAIT(chan_recv(g, (Chan *)s[0], &VAR(0), NULL));
    VAR(0)++;
    AWAIT(chan_send(g, (Chan *)s[1], &VAR(0)));
    CORO_END;
}

static size_t resident_bytes(void)
{
    long pages = 0, resident = 0;
    FILE *f = fopen("/proc/self/statm", "r");
    if (f) {
        if (fscanf(f, "%ld %ld", &pages, &resident) != 2)
            resident = 0;
        fclose(f);
    }
    return (size_t)resident * (size_t)sysconf(_SC_PAGESIZE);
}

// A daisy chain: each goroutine adds one to what the next one sends.
static RunResult daisy_main(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(6) = (Slot)scale(100000);
    VAR(0) = VAR(1) = (Slot)make_chan(&type_int, 0);
    VAR(4) = resident_bytes();
    for (Slot i = 0; i < VAR(6); i++) {
        Chan *next = make_chan(&type_int, 0);
        coro_go(waiter, (Slot)next, VAR(1), 0);
        VAR(1) = (Slot)next;
    }
    YIELD();
    AWAIT(timer_sleep(g, 50000000));
    printf("%d goroutines wait: %.0f bytes each\n", sched_n_goroutines() - 1, (double)(resident_bytes() - VAR(4)) / (double)VAR(6));
    VAR(5) = (Slot)clock_ns();
    AWAIT(chan_send(g, (Chan *)VAR(1), &VAR(2)));
    AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(3), NULL));
    assert_int_equal(VAR(3), VAR(6));
    printf("chain of %d: %.1f ns a link\n", (int)VAR(6), (double)((Slot)clock_ns() - VAR(5)) / (double)VAR(6));
    CORO_END;
}

static void test_daisy_chain(void **state)
{
    (void)state;
    assert_int_equal(run_main(daisy_main), 0);
}

// -- deadlocks

static RunResult wait_for_ever(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    AWAIT(chan_recv(g, (Chan *)VAR(0), NULL, NULL));
    CORO_END;
}

static RunResult sleep_then_wait(G *g, Slot *s)
{
    CORO_BEGIN;
    coro_go(wait_for_ever, 0, 0, 0);
    AWAIT(timer_sleep(g, 3000000)); // a timer pending is no deadlock
    assert_int_equal(__atomic_load_n(&coro_deadlocks, __ATOMIC_RELAXED), 0);
    AWAIT(chan_recv(g, NULL, NULL, NULL));
    CORO_END;
}

// Ends the scheduler for good, so each runs in a process of its own.
static void in_child(int (*body)(void), int want_status)
{
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        _exit(body());
    }
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        continue;
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), want_status);
}

// -- slices

static uint32_t stop_spinning;
static RunResult spinner(G *g, Slot *s)
{
    CORO_BEGIN;
    while (!__atomic_load_n(&stop_spinning, __ATOMIC_RELAXED)) {
        VAR(0)++;
        if (coro_should_yield(g))
            YIELD();
    }
    CORO_END;
}

static RunResult preempt_main(G *g, Slot *s)
{
    CORO_BEGIN;
    for (int i = 0; i < 8; i++) // more than there are processors
        coro_go(spinner, 0, 0, 0);
    VAR(0) = (Slot)clock_ns();
    for (VAR(1) = 0; VAR(1) < 3; VAR(1)++)
        AWAIT(timer_sleep(g, 1000000));
    __atomic_store_n(&stop_spinning, 1, __ATOMIC_RELAXED);
    printf("three sleeps of 1 ms beside 8 spinners: %.1f ms\n", (double)((Slot)clock_ns() - VAR(0)) / 1e6);
    CORO_END;
}

static void test_slices(void **state)
{
    (void)state;
    assert_int_equal(run_main(preempt_main), 0);
}

// -- blocking calls

static RunResult blocker(G *g, Slot *s)
{
    CORO_BEGIN;
    sched_block_enter(g);
    usleep(20000);
    sched_block_exit(g);
    AWAIT(chan_send(g, (Chan *)s[0], &VAR(0)));
    CORO_END;
}

static RunResult blocking_main(G *g, Slot *s)
{
    enum { N = 20 };
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    VAR(1) = (Slot)clock_ns();
    for (int i = 0; i < N; i++)
        coro_go(blocker, VAR(0), 0, 0);
    for (VAR(2) = 0; VAR(2) < N; VAR(2)++)
        AWAIT(chan_recv(g, (Chan *)VAR(0), NULL, NULL));
    double ms = (double)((Slot)clock_ns() - VAR(1)) / 1e6;
    printf("%d calls of 20 ms at once: %.1f ms\n", N, ms);
    assert_true(ms < 20 * N); // one after the other would take that long
    CORO_END;
}

static void test_blocking(void **state)
{
    (void)state;
    assert_int_equal(run_main(blocking_main), 0);
}

static RunResult bound(G *g, Slot *s)
{
    CORO_BEGIN;
    sched_lock_thread(g);
    VAR(0) = (Slot)gettid();
    for (VAR(1) = 0; VAR(1) < 200; VAR(1)++) {
        AWAIT(chan_recv(g, (Chan *)s[0], &VAR(2), NULL));
        assert_int_equal(gettid(), VAR(0));
        AWAIT(chan_send(g, (Chan *)s[1], &VAR(2)));
        assert_int_equal(gettid(), VAR(0));
        YIELD();
        assert_int_equal(gettid(), VAR(0));
    }
    sched_unlock_thread(g);
    CORO_END;
}

static RunResult bound_main(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    VAR(1) = (Slot)make_chan(&type_int, 0);
    coro_go(bound, VAR(0), VAR(1), 0);
    for (VAR(2) = 0; VAR(2) < 200; VAR(2)++) {
        AWAIT(chan_send(g, (Chan *)VAR(0), &VAR(2)));
        AWAIT(chan_recv(g, (Chan *)VAR(1), &VAR(3), NULL));
        assert_int_equal(VAR(3), VAR(2));
    }
    CORO_END;
}

static void test_bound_thread(void **state)
{
    (void)state;
    assert_int_equal(run_main(bound_main), 0);
}

// -- semaphores

static uint32_t mutex_sema = 1, done_sema;
static int64_t guarded;
static RunResult locker(G *g, Slot *s)
{
    CORO_BEGIN;
    for (VAR(0) = 0; VAR(0) < s[0]; VAR(0)++) {
        AWAIT(sema_acquire(g, &mutex_sema, false, WAIT_MUTEX_LOCK, NULL));
        VAR(1) = (Slot)guarded;
        if (VAR(0) % 16 == 0)
            YIELD();
        guarded = (int64_t)VAR(1) + 1;
        sema_release(&mutex_sema);
    }
    sema_release(&done_sema);
    CORO_END;
}

static NotifyList list;
static int64_t n_notified;
static RunResult notified(G *g, Slot *s)
{
    (void)s;
    CORO_BEGIN;
    VAR(0) = sema_notify_add(&list);
    __atomic_add_fetch(&guarded, 1, __ATOMIC_RELAXED);
    AWAIT(sema_notify_wait(g, &list, (uint32_t)VAR(0)));
    __atomic_add_fetch(&n_notified, 1, __ATOMIC_RELAXED);
    CORO_END;
}

static RunResult sema_main(G *g, Slot *s)
{
    enum { N = 16, EACH = 2000 };
    CORO_BEGIN;
    for (int i = 0; i < N; i++)
        coro_go(locker, EACH, 0, 0);
    for (VAR(0) = 0; VAR(0) < N; VAR(0)++)
        AWAIT(sema_acquire(g, &done_sema, false, WAIT_WAITGROUP, NULL));
    assert_int_equal(guarded, N * EACH);
    __atomic_store_n(&guarded, 0, __ATOMIC_RELAXED);
    for (int i = 0; i < N; i++)
        coro_go(notified, 0, 0, 0);
    while (__atomic_load_n(&guarded, __ATOMIC_RELAXED) < N)
        YIELD();
    sema_notify_one(&list);
    while (__atomic_load_n(&n_notified, __ATOMIC_RELAXED) < 1)
        YIELD();
    AWAIT(timer_sleep(g, 1000000));
    assert_int_equal(__atomic_load_n(&n_notified, __ATOMIC_RELAXED), 1);
    sema_notify_all(&list);
    while (__atomic_load_n(&n_notified, __ATOMIC_RELAXED) < N)
        YIELD();
    CORO_END;
}

static void test_semaphores(void **state)
{
    (void)state;
    assert_int_equal(run_main(sema_main), 0);
}

static RunResult procs_main(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(1) = (Slot)sched_set_procs(0);
    __atomic_store_n(&stop_spinning, 0, __ATOMIC_RELAXED);
    for (int i = 0; i < 8; i++)
        coro_go(spinner, 0, 0, 0);
    for (VAR(0) = 1; VAR(0) < 30; VAR(0)++) {
        sched_set_procs((int)(VAR(0) % 7) + 1);
        AWAIT(timer_sleep(g, 500000));
        YIELD();
    }
    __atomic_store_n(&stop_spinning, 1, __ATOMIC_RELAXED);
    sched_set_procs((int)VAR(1));
    CORO_END;
}

static void test_changing_procs(void **state)
{
    (void)state;
    assert_int_equal(run_main(procs_main), 0);
}

static RunResult exit_main(G *g, Slot *s)
{
    CORO_BEGIN;
    AWAIT(timer_sleep(g, 100000));
    sched_exit(7);
    CORO_END;
}

static int deadlock_body(void)
{
    int status = run_main(sleep_then_wait);
    return status == 2 && coro_deadlocks == 1 ? 42 : 1;
}

static int exit_body(void)
{
    return run_main(exit_main) == 7 ? 42 : 1;
}

// Before anything else is started: children of a process with threads would be without them.
static void test_deadlock(void **state)
{
    (void)state;
    in_child(deadlock_body, 42);
}

static void test_exit(void **state)
{
    (void)state;
    in_child(exit_body, 42);
}

int main(void)
{
    coro_types_used();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_deadlock),     cmocka_unit_test(test_exit),          cmocka_unit_test(test_spawn),
        cmocka_unit_test(test_daisy_chain),  cmocka_unit_test(test_slices),        cmocka_unit_test(test_blocking), cmocka_unit_test(test_bound_thread),
        cmocka_unit_test(test_semaphores),   cmocka_unit_test(test_changing_procs),
    };
    cmocka_set_test_filter(getenv("TEST"));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _Exit(failed);
}
