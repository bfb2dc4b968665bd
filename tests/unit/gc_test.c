// gc_test.c: the collected heap: nothing in use is lost, in each mode; finalizers, cleanups, weak pointers; stacks of waiting goroutines.
// uses: runtime
#include "coro.h"

#include <sys/wait.h>
#include <unistd.h>

typedef struct Node {
    struct Node *left, *right;
    int64_t depth, check;
} Node;

static Node *tree_make(int depth)
{
    Node *n = gc_alloc_kind(sizeof *n, GC_SCAN);
    assert_true(!n->left && !n->right && !n->depth && !n->check);
    n->depth = depth;
    n->check = depth * 7 + 1;
    if (depth) {
        gc_store(&n->left, tree_make(depth - 1));
        gc_store(&n->right, tree_make(depth - 1));
    }
    return n;
}

static void tree_check(const Node *n, int depth)
{
    assert_int_equal(n->depth, depth);
    assert_int_equal(n->check, depth * 7 + 1);
    if (depth) {
        tree_check(n->left, depth - 1);
        tree_check(n->right, depth - 1);
    }
}

// Keeps trees alive and replaces parts of them, as a program would.
static void churn(int n_trees, int depth, int rounds)
{
    Node **trees = gc_alloc_kind((size_t)n_trees * sizeof *trees, GC_SCAN);
    for (int i = 0; i < n_trees; i++)
        gc_store(&trees[i], tree_make(depth));
    unsigned seed = 1;
    for (int i = 0; i < rounds; i++) {
        seed = seed * 1103515245 + 12345;
        Node *at = trees[(seed >> 8) % (unsigned)n_trees];
        int left = depth;
        while (left > depth / 2 + 1) {
            seed = seed * 1103515245 + 12345;
            at = seed >> 16 & 1 ? at->left : at->right;
            left--;
        }
        gc_store(&at->left, tree_make(left - 1));
    }
    for (int i = 0; i < n_trees; i++)
        tree_check(trees[i], depth);
}

static void test_small_heap(void **state)
{
    (void)state;
    churn(8, 10, 3000);
    GcStats s;
    gc_stats(&s);
    assert_true(s.n_mallocs > 3000);
    assert_true(s.heap_bytes > 0 && s.total_alloc_bytes > 0);
}

static __attribute__((unused)) void test_large_heap(void **state)
{
    (void)state;
    churn(100, getenv("CORO_STRESS") ? 7 : 14, 20000); // about 100 MB: incremental by now
    GcStats s;
    gc_stats(&s);
    printf("%d collections, longest stop %.1f ms, heap %.0f MB\n", (int)s.n_collections, (double)s.longest_stop_ns / 1e6,
           (double)s.heap_bytes / 1e6);
    assert_true(gc_barrier_on || getenv("CORO_STRESS"));
}

static void test_sizes(void **state)
{
    (void)state;
    for (size_t bytes = 0; bytes < 70000; bytes = bytes < 600 ? bytes + 1 : bytes * 5 / 4) {
        for (int kind = 0; kind < GC_KIND_COUNT; kind++) {
            unsigned char *p = gc_alloc_kind(bytes, (GcKind)kind);
            for (size_t i = 0; i < bytes; i++)
                assert_int_equal(p[i], 0);
            memset(p, kind == GC_ATOMIC ? 0xFF : 0, bytes);
        }
        assert_non_null(gc_alloc_bytes(bytes));
    }
    size_t bytes;
    char *p = gc_alloc_kind(48, GC_SCAN);
    assert_ptr_equal(gc_base(p + 47, &bytes), p);
    assert_int_equal(bytes, 48); // exact: no padding behind it
    int local;
    assert_null(gc_base(&local, NULL));
}

// -- finalizers

static __attribute__((noinline)) void make_garbage(int n, void **handles, Closure *fin, Closure *cleanup)
{
    for (int i = 0; i < n; i++) {
        Node *node = gc_alloc_kind(sizeof *node, GC_SCAN);
        node->check = 1000 + i;
        if (fin)
            assert_true(gc_set_finalizer(node, fin, &type_pointer));
        if (cleanup)
            assert_true(gc_add_cleanup(&node->check, cleanup) != 0);
        if (handles)
            gc_store(&handles[i], gc_weak_make(node));
    }
}

static __attribute__((noinline)) void wipe_stack(void)
{
    volatile char junk[20000];
    memset((char *)junk, 0, sizeof junk);
}

static int take_all(Closure *want, int64_t *sum)
{
    int n = 0;
    GcFinalizer f;
    while (gc_finalizer_take(&f)) {
        if (f.fn != want)
            continue;
        n++;
        if (f.arg)
            *sum += ((Node *)f.arg)->check;
    }
    return n;
}

static void test_finalizers(void **state)
{
    (void)state;
    enum { N = 100 };
    Closure *fin = gc_alloc_kind(16, GC_SCAN), *cleanup = gc_alloc_kind(16, GC_SCAN);
    make_garbage(N, NULL, fin, cleanup);
    int64_t sum = 0;
    int n = 0, cleanups = 0;
    for (int i = 0; i < 4; i++) {
        wipe_stack();
        gc_collect();
        n += take_all(fin, &sum);
    }
    // A word on the C stack may keep one or two.
    int least = getenv("CORO_STRESS") ? 1 : N - 5; // under stress freed memory is not cleared: its old words keep more
    assert_in_range(n, least, N);
    assert_in_range(sum, least * 1000, N * 1100);
    make_garbage(N, NULL, NULL, cleanup);
    for (int i = 0; i < 4; i++) {
        wipe_stack();
        gc_collect();
        cleanups += take_all(cleanup, &sum);
    }
    assert_in_range(cleanups, least, 2 * N);
    assert_false(gc_set_finalizer((char *)fin + 8, fin, NULL));
    uint64_t id = gc_add_cleanup(fin, cleanup);
    gc_remove_cleanup(fin, id);
    assert_true(gc_set_finalizer(fin, cleanup, NULL));
    assert_true(gc_set_finalizer(fin, NULL, NULL));
}

static void test_weak(void **state)
{
    (void)state;
    enum { N = 100 };
    Node *kept = gc_alloc_kind(sizeof *kept, GC_SCAN);
    void *handle = gc_weak_make(kept);
    assert_ptr_equal(gc_weak_make(kept), handle);
    assert_ptr_equal(gc_weak_get(handle), kept);
    void **handles = gc_alloc_kind(N * sizeof *handles, GC_SCAN);
    make_garbage(N, handles, NULL, NULL);
    for (int i = 0; i < 3; i++) {
        wipe_stack();
        gc_collect();
    }
    int gone = 0;
    for (int i = 0; i < N; i++)
        gone += gc_weak_get(handles[i]) == NULL;
    // Under stress memory is not cleared when it is freed, so old words in it keep more.
    assert_in_range(gone, getenv("CORO_STRESS") ? 1 : N - 5, N);
    assert_ptr_equal(gc_weak_get(handle), kept);
    assert_ptr_equal(gc_weak_make(kept), handle);
    assert_null(gc_weak_get(NULL));
}

// -- goroutines whose stacks hold the only pointers

static RunResult holder(G *g, Slot *s)
{
    CORO_BEGIN;
    VAR(0) = (Slot)tree_make(4);
    for (VAR(1) = 0; VAR(1) < 5; VAR(1)++) {
        AWAIT(chan_recv(g, (Chan *)s[0], NULL, NULL));
        tree_check((Node *)VAR(0), 4);
        VAR(0) = (Slot)tree_make(4);
    }
    AWAIT(chan_recv(g, (Chan *)s[0], NULL, NULL));
    tree_check((Node *)VAR(0), 4);
    CORO_END;
}

static RunResult stacks_main(G *g, Slot *s)
{
    enum { N = 2000 };
    CORO_BEGIN;
    Chan *c;
    assert_int_equal(chan_make(g, &type_int, 0, &c), STATUS_OK);
    VAR(0) = (Slot)c;
    for (int i = 0; i < N; i++)
        coro_go(holder, VAR(0), 0, 0);
    for (VAR(1) = 0; VAR(1) < N * 6; VAR(1)++) {
        AWAIT(chan_send(g, (Chan *)VAR(0), &VAR(1)));
        if (VAR(1) % 3000 == 0)
            gc_collect();
    }
    CORO_END;
}

static void test_stacks(void **state)
{
    (void)state;
    SchedConfig cfg = {.n_procs = 2, .run = coro_run, .on_deadlock = coro_on_deadlock};
    sched_init(&cfg);
    assert_int_equal(sched_main(coro_closure(stacks_main)), 0);
}

static RunResult churner(G *g, Slot *s)
{
    (void)g;
    churn(4, 9, 2000);
    __atomic_add_fetch((int64_t *)s[0], 1, __ATOMIC_RELAXED);
    return RUN_ENDED;
}

static int64_t n_churned;
static RunResult parallel_main(G *g, Slot *s)
{
    enum { N = 8 };
    CORO_BEGIN;
    for (int i = 0; i < N; i++)
        coro_go(churner, (Slot)&n_churned, 0, 0);
    while (__atomic_load_n(&n_churned, __ATOMIC_RELAXED) < N)
        YIELD();
    CORO_END;
}

static void test_parallel(void **state)
{
    (void)state;
    assert_int_equal(sched_main(coro_closure(parallel_main)), 0);
}

// -- the stress switch finds a forgotten barrier

static int forget_barrier(void)
{
    gc_init();
    gc_set_stress(true);
    Node **table = gc_alloc_kind(100 * sizeof *table, GC_SCAN);
    for (int i = 0; i < 100000; i++) {
        Node *n = gc_alloc_kind(sizeof *n, GC_SCAN);
        table[i % 100] = n; // without gc_dirty
    }
    return 0;
}

static void test_stress_finds(void **state)
{
    (void)state;
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(3);
        _exit(forget_barrier());
    }
    int status = 0;
    while (waitpid(pid, &status, 0) < 0)
        continue;
#if !defined(__SANITIZE_THREAD__)
    assert_true(WIFSIGNALED(status));
#endif
}

int main(void)
{
    coro_types_used();
    // The child is made before the collector starts here.
    const struct CMUnitTest first[] = {cmocka_unit_test(test_stress_finds)};
    int failed = cmocka_run_group_tests(first, NULL, NULL);
    gc_init();
    if (getenv("CORO_STRESS"))
        gc_set_stress(true);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),      cmocka_unit_test(test_small_heap), cmocka_unit_test(test_finalizers),
        cmocka_unit_test(test_weak),       cmocka_unit_test(test_stacks), cmocka_unit_test(test_parallel),
#if !defined(__SANITIZE_THREAD__) && !defined(__SANITIZE_ADDRESS__)
        cmocka_unit_test(test_large_heap),
#endif
    };
    cmocka_set_test_filter(getenv("TEST"));
    failed += cmocka_run_group_tests(tests, NULL, NULL);
    fflush(stdout);
    _Exit(failed);
}
