// chan_test.c: channels and select: hand-off, buffering, closing, fairness, many goroutines.
// uses: runtime
#include "coro.h"

#include "runtime/timer.h"

static Chan *make_chan(const RType *elem, int64_t cap)
{
    Chan *c = NULL;
    G g = {0};
    assert_int_equal(chan_make(&g, elem, cap, &c), STATUS_OK);
    return c;
}

static RunResult pong(G *g, Slot *s)
{
    Chan *a = (Chan *)s[0], *b = (Chan *)s[1];
    CORO_BEGIN;
    for (;;) {
        AWAIT(chan_recv(g, a, &VAR(0), &VAR(2)));
        if (!VAR(2))
            break;
        VAR(1) = VAR(0) * 2;
        AWAIT(chan_send(g, b, &VAR(1)));
    }
    CORO_END;
}

static RunResult consumer(G *g, Slot *s)
{
    Chan *in = (Chan *)s[0], *out = (Chan *)s[1];
    CORO_BEGIN;
    for (;;) {
        AWAIT(chan_recv(g, in, &VAR(0), &VAR(2)));
        if (!VAR(2))
            break;
        VAR(1) += VAR(0);
    }
    AWAIT(chan_send(g, out, &VAR(1)));
    CORO_END;
}

static RunResult producer(G *g, Slot *s)
{
    Chan *out = (Chan *)s[0], *done = (Chan *)s[1];
    CORO_BEGIN;
    for (VAR(0) = 1; VAR(0) <= s[2]; VAR(0)++)
        AWAIT(chan_send(g, out, &VAR(0)));
    AWAIT(chan_send(g, done, &VAR(0)));
    CORO_END;
}

static RunResult many_to_many(G *g, Slot *s)
{
    enum { PRODUCERS = 20, CONSUMERS = 7, EACH = 3000 };
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, (int64_t)s[0]);
    VAR(1) = (Slot)make_chan(&type_int, 0);
    VAR(2) = (Slot)make_chan(&type_int, 0);
    for (int i = 0; i < CONSUMERS; i++)
        coro_go(consumer, VAR(0), VAR(1), 0);
    for (int i = 0; i < PRODUCERS; i++)
        coro_go(producer, VAR(0), VAR(2), EACH);
    for (VAR(3) = 0; VAR(3) < PRODUCERS; VAR(3)++)
        AWAIT(chan_recv(g, (Chan *)VAR(2), NULL, NULL));
    assert_int_equal(chan_close(g, (Chan *)VAR(0)), STATUS_OK);
    for (VAR(3) = 0; VAR(3) < CONSUMERS; VAR(3)++) {
        AWAIT(chan_recv(g, (Chan *)VAR(1), &VAR(5), NULL));
        VAR(4) += VAR(5);
    }
    assert_int_equal(VAR(4), (uint64_t)PRODUCERS * EACH * (EACH + 1) / 2);
    CORO_END;
}

static int run_main(CoroStep step)
{
    Closure *c = coro_closure(step);
    return sched_main(c);
}

static RunResult unbuffered(G *g, Slot *s)
{
    return many_to_many(g, s);
}

static RunResult buffered(G *g, Slot *s)
{
    s[0] = 100;
    return many_to_many(g, s);
}

// -- select

static RunResult feeder(G *g, Slot *s)
{
    Chan *c = (Chan *)s[0];
    CORO_BEGIN;
    for (VAR(0) = 0; VAR(0) < s[1]; VAR(0)++)
        AWAIT(chan_send(g, c, &VAR(0)));
    assert_int_equal(chan_close(g, c), STATUS_OK);
    CORO_END;
}

static RunResult select_main(G *g, Slot *s)
{
    enum { N = 5000, CHANS = 5 };
    SelectCase cases[CHANS];
    CORO_BEGIN;
    for (int i = 0; i < CHANS; i++) {
        VAR(10 + i) = (Slot)make_chan(&type_int, i % 3);
        coro_go(feeder, VAR(10 + i), N, 0);
    }
    VAR(0) = CHANS; // open ones
    while (VAR(0) > 0) {
        for (int i = 0; i < CHANS; i++)
            cases[i] = (SelectCase){.chan = (Chan *)VAR(10 + i), .value = &VAR(20 + i), .ok = &VAR(3)};
        AWAIT(select_go(g, cases, CHANS, false, &VAR(1)));
        assert_int_equal(select_resumed(g), STATUS_OK);
        assert_true(VAR(1) < CHANS);
        if (!VAR(3)) {
            VAR(10 + VAR(1)) = 0; // nil: never ready again
            VAR(0)--;
        } else {
            VAR(2)++;
        }
    }
    assert_int_equal(VAR(2), N * CHANS);
    CORO_END;
}

static RunResult selecting_sender(G *g, Slot *s)
{
    SelectCase cases[2];
    CORO_BEGIN;
    for (VAR(0) = 0; VAR(0) < s[2]; VAR(0)++) {
        cases[0] = (SelectCase){.chan = (Chan *)s[0], .value = &VAR(0), .is_send = true};
        cases[1] = (SelectCase){.chan = (Chan *)s[1], .value = &VAR(0), .is_send = true};
        AWAIT(select_go(g, cases, 2, false, &VAR(1)));
        assert_int_equal(select_resumed(g), STATUS_OK);
    }
    CORO_END;
}

static RunResult select_both_sides(G *g, Slot *s)
{
    enum { SENDERS = 8, EACH = 2000 };
    SelectCase cases[2];
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    VAR(1) = (Slot)make_chan(&type_int, 0);
    for (int i = 0; i < SENDERS; i++)
        coro_go(selecting_sender, VAR(i & 1), VAR(1 - (i & 1)), EACH);
    for (VAR(2) = 0; VAR(2) < SENDERS * EACH; VAR(2)++) {
        cases[0] = (SelectCase){.chan = (Chan *)VAR(0), .value = &VAR(5), .ok = &VAR(6)};
        cases[1] = (SelectCase){.chan = (Chan *)VAR(1), .value = &VAR(5), .ok = &VAR(6)};
        AWAIT(select_go(g, cases, 2, false, &VAR(4)));
        assert_int_equal(select_resumed(g), STATUS_OK);
        assert_int_equal(VAR(6), 1);
        VAR(7) += VAR(5);
    }
    assert_int_equal(VAR(7), (uint64_t)SENDERS * EACH * (EACH - 1) / 2);
    CORO_END;
}

static RunResult closing(G *g, Slot *s)
{
    bool done;
    Slot v = 7, chosen;
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 1);
    assert_int_equal(chan_try_recv(g, (Chan *)VAR(0), &v, NULL, &done), STATUS_OK);
    assert_false(done);
    assert_int_equal(chan_try_send(g, (Chan *)VAR(0), &v, &done), STATUS_OK);
    assert_true(done);
    assert_int_equal(chan_try_send(g, (Chan *)VAR(0), &v, &done), STATUS_OK);
    assert_false(done);
    assert_int_equal(chan_len((Chan *)VAR(0)), 1);
    assert_int_equal(chan_cap((Chan *)VAR(0)), 1);
    assert_int_equal(chan_close(g, (Chan *)VAR(0)), STATUS_OK);
    AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(1), &VAR(2)));
    assert_int_equal(VAR(1), 7);
    assert_int_equal(VAR(2), 1);
    AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(1), &VAR(2)));
    assert_int_equal(VAR(1), 0);
    assert_int_equal(VAR(2), 0);
    assert_int_equal(chan_close(g, (Chan *)VAR(0)), STATUS_PANIC);
    assert_int_equal(g->raised.code, PANIC_CLOSE_CLOSED);
    assert_int_equal(chan_send(g, (Chan *)VAR(0), &v), STATUS_PANIC);
    assert_int_equal(g->raised.code, PANIC_SEND_CLOSED);
    assert_int_equal(chan_close(g, NULL), STATUS_PANIC);
    assert_int_equal(g->raised.code, PANIC_CLOSE_NIL);
    SelectCase c = {.chan = (Chan *)VAR(0), .value = &v, .is_send = true};
    assert_int_equal(select_go(g, &c, 1, true, &chosen), STATUS_PANIC);
    assert_int_equal(select_go(g, NULL, 0, true, &chosen), STATUS_OK);
    assert_int_equal(chosen, (Slot)-1);
    Chan *big;
    assert_int_equal(chan_make(g, &type_int, -1, &big), STATUS_PANIC);
    assert_int_equal(chan_make(g, &type_int, INT64_MAX / 4, &big), STATUS_PANIC);
    CORO_END;
}

static RunResult blocked_sender(G *g, Slot *s)
{
    CORO_BEGIN;
    AWAIT(chan_send(g, (Chan *)s[0], &VAR(0)));
    assert_int_equal(chan_send_resumed(g), STATUS_PANIC);
    assert_int_equal(g->raised.code, PANIC_SEND_CLOSED);
    AWAIT(chan_send(g, (Chan *)s[1], &VAR(0)));
    CORO_END;
}

static RunResult close_wakes_senders(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    VAR(1) = (Slot)make_chan(&type_int, 0);
    for (int i = 0; i < 3; i++)
        coro_go(blocked_sender, VAR(0), VAR(1), 0);
    AWAIT(timer_sleep(g, 5000000));
    assert_int_equal(chan_close(g, (Chan *)VAR(0)), STATUS_OK);
    for (VAR(2) = 0; VAR(2) < 3; VAR(2)++)
        AWAIT(chan_recv(g, (Chan *)VAR(1), NULL, NULL));
    CORO_END;
}

// Strings sent through channels while the collector runs: values in frames of waiting goroutines stay alive.
static RunResult string_sender(G *g, Slot *s)
{
    CORO_BEGIN;
    for (VAR(0) = 0; VAR(0) < s[1]; VAR(0)++) {
        char *text = gc_alloc_bytes(32);
        snprintf(text, 32, "number %d", (int)VAR(0));
        VAR(1) = (Slot)text;
        VAR(2) = strlen(text);
        AWAIT(chan_send(g, (Chan *)s[0], &VAR(1)));
    }
    CORO_END;
}

static RunResult strings_main(G *g, Slot *s)
{
    enum { N = 20000 };
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_string, 3);
    coro_go(string_sender, VAR(0), N, 0);
    for (VAR(1) = 0; VAR(1) < N; VAR(1)++) {
        AWAIT(chan_recv(g, (Chan *)VAR(0), &VAR(2), NULL));
        char want[32];
        snprintf(want, sizeof want, "number %d", (int)VAR(1));
        assert_int_equal(VAR(3), strlen(want));
        assert_memory_equal((char *)VAR(2), want, VAR(3));
        if (VAR(1) % 2000 == 0)
            gc_collect();
    }
    CORO_END;
}

static RunResult latency_main(G *g, Slot *s)
{
    enum { N = 500000 };
    CORO_BEGIN;
    VAR(0) = (Slot)make_chan(&type_int, 0);
    VAR(1) = (Slot)make_chan(&type_int, 0);
    coro_go(pong, VAR(0), VAR(1), 0);
    VAR(2) = (Slot)clock_ns();
    for (VAR(3) = 0; VAR(3) < N; VAR(3)++) {
        AWAIT(chan_send(g, (Chan *)VAR(0), &VAR(3)));
        AWAIT(chan_recv(g, (Chan *)VAR(1), &VAR(4), NULL));
    }
    assert_int_equal(chan_close(g, (Chan *)VAR(0)), STATUS_OK);
    printf("ping-pong: %.1f ns a switch\n", (double)((Slot)clock_ns() - VAR(2)) / N / 2);
    CORO_END;
}

#define CASE(name, step)                                                                           \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        (void)state;                                                                               \
        assert_int_equal(run_main(step), 0);                                                       \
    }
CASE(unbuffered, unbuffered)
CASE(buffered, buffered)
CASE(select, select_main)
CASE(select_both_sides, select_both_sides)
CASE(closing, closing)
CASE(close_wakes_senders, close_wakes_senders)
CASE(strings, strings_main)
CASE(ping_pong, latency_main)

int main(void)
{
    coro_types_used();
    coro_init(getenv("CORO_PROCS") ? atoi(getenv("CORO_PROCS")) : 4);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unbuffered), cmocka_unit_test(test_buffered),           cmocka_unit_test(test_select),
        cmocka_unit_test(test_closing),    cmocka_unit_test(test_close_wakes_senders), cmocka_unit_test(test_select_both_sides),
        cmocka_unit_test(test_strings),    cmocka_unit_test(test_ping_pong),
    };
    cmocka_set_test_filter(getenv("TEST"));
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _Exit(failed);
}
