// map_test.c: maps against a plain model, with random stores, deletions, clears and iterations that change the map.
// uses: runtime
#include "coro.h"

#include <math.h>

#include "runtime/hash.h"
#include "runtime/map.h"

static RType map_type(const RType *key, const RType *elem)
{
    return (RType){.size = 8, .kind = KIND_MAP, .align = 8, .flags = RTYPE_POINTERS | RTYPE_DIRECT, .key = key, .elem = elem};
}

static G g; // natives need one for panics only

static void *get(const RType *t, Map *m, const void *key)
{
    void *elem;
    assert_int_equal(map_get(&g, t, m, key, &elem), STATUS_OK);
    return elem;
}

static void *put(const RType *t, Map *m, const void *key)
{
    void *elem;
    assert_int_equal(map_put(&g, t, m, key, &elem), STATUS_OK);
    return elem;
}

static uint64_t seed = 1;
static uint64_t roll(uint64_t n)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (seed >> 33) % n;
}

// -- integers against an array

enum { KEYS = 3000 };
static int64_t model[KEYS]; // 0: absent
static bool seen[KEYS], was_there[KEYS], removed[KEYS];

static int64_t model_count(void)
{
    int64_t n = 0;
    for (int i = 0; i < KEYS; i++)
        n += model[i] != 0;
    return n;
}

static void check_all(const RType *t, Map *m)
{
    assert_int_equal(map_len(m), model_count());
    for (int64_t k = 0; k < KEYS; k++) {
        int64_t *e = get(t, m, &k);
        if (model[k]) {
            assert_non_null(e);
            assert_int_equal(*e, model[k]);
        } else {
            assert_null(e);
        }
    }
}

// Every key that stays through the whole walk is met once; nothing is met twice unless it was deleted in between; elements are current.
static void walk(const RType *t, Map *m, bool change)
{
    MapIter it;
    memset(seen, 0, sizeof seen);
    memset(removed, 0, sizeof removed);
    for (int i = 0; i < KEYS; i++)
        was_there[i] = model[i] != 0;
    assert_int_equal(map_iter_init(&g, t, m, &it), STATUS_OK);
    for (;;) {
        assert_int_equal(map_iter_next(&g, &it), STATUS_OK);
        if (!it.key)
            break;
        int64_t k = *(const int64_t *)it.key;
        assert_in_range(k, 0, KEYS - 1);
        assert_int_equal(*(const int64_t *)it.elem, model[k]);
        assert_true(model[k] != 0);
        assert_true(!seen[k] || removed[k]);
        seen[k] = true;
        if (!change)
            continue;
        int64_t other = (int64_t)roll(KEYS);
        if (roll(3) == 0) {
            assert_int_equal(map_delete(&g, t, m, &other), STATUS_OK);
            if (model[other])
                removed[other] = true;
            model[other] = 0;
            was_there[other] = false;
        } else if (roll(2) == 0) {
            int64_t v = (int64_t)roll(1000) + 1;
            *(int64_t *)put(t, m, &other) = v;
            model[other] = v;
        }
        if (roll(2000) == 0) {
            map_clear(t, m);
            for (int i = 0; i < KEYS; i++)
                removed[i] |= model[i] != 0;
            memset(model, 0, sizeof model);
            memset(was_there, 0, sizeof was_there);
        }
    }
    for (int i = 0; i < KEYS; i++)
        if (was_there[i])
            assert_true(seen[i]);
}

static void random_ops(const RType *elem)
{
    RType t = map_type(&type_int, elem);
    for (int round = 0; round < 30; round++) {
        memset(model, 0, sizeof model);
        Map *m = map_make(&t, round % 3 == 0 ? 0 : (int64_t)roll(2000));
        uint64_t range = round % 4 == 0 ? 12 : KEYS;
        for (int i = 0; i < 20000; i++) {
            int64_t k = (int64_t)roll(range);
            if (roll(100) < (uint64_t)(30 + round)) {
                assert_int_equal(map_delete(&g, &t, m, &k), STATUS_OK);
                model[k] = 0;
            } else {
                int64_t v = (int64_t)roll(1000000) + 1;
                *(int64_t *)put(&t, m, &k) = v;
                model[k] = v;
            }
            if (i % 4000 == 3999) {
                check_all(&t, m);
                walk(&t, m, false);
                walk(&t, m, true);
                check_all(&t, m);
                Map *copy;
                assert_int_equal(map_clone(&g, &t, m, &copy), STATUS_OK);
                check_all(&t, copy);
            }
        }
        map_clear(&t, m);
        memset(model, 0, sizeof model);
        check_all(&t, m);
        walk(&t, m, false);
    }
}

static void test_plain(void **state)
{
    (void)state;
    random_ops(&type_int);
}

static void test_scanned(void **state)
{
    (void)state;
    random_ops(&type_pointer); // small tables
}

static void test_strings(void **state)
{
    (void)state;
    RType t = map_type(&type_string, &type_string);
    Map *m = map_make(&t, 0);
    enum { N = 50000 };
    for (int i = 0; i < N; i++) {
        char text[32];
        int n = snprintf(text, sizeof text, "key %d", i);
        String *copy = gc_alloc_kind(sizeof *copy, GC_SCAN);
        copy->ptr = memcpy(gc_alloc_bytes((size_t)n), text, (size_t)n);
        copy->len = n;
        String *e = put(&t, m, copy);
        assert_null(e->ptr);
        *e = *copy;
        gc_dirty(e);
    }
    gc_collect();
    assert_int_equal(map_len(m), N);
    for (int i = 0; i < N; i++) {
        char text[32];
        int n = snprintf(text, sizeof text, "key %d", i);
        String k = {text, n};
        String *e = get(&t, m, &k);
        assert_non_null(e);
        assert_int_equal(e->len, n);
        assert_memory_equal(e->ptr, text, (size_t)n);
    }
    String absent = {"nothing", 7};
    assert_null(get(&t, m, &absent));
}

static void test_floats(void **state)
{
    (void)state;
    RType t = map_type(&type_float64, &type_int);
    Map *m = map_make(&t, 0);
    double zero = 0.0, minus = -0.0, nan = NAN;
    *(int64_t *)put(&t, m, &zero) = 1;
    *(int64_t *)put(&t, m, &minus) = 2;
    assert_int_equal(map_len(m), 1);
    MapIter it;
    assert_int_equal(map_iter_init(&g, &t, m, &it), STATUS_OK);
    assert_int_equal(map_iter_next(&g, &it), STATUS_OK);
    assert_true(signbit(*(const double *)it.key)); // the last store's key
    for (int i = 0; i < 100; i++)
        *(int64_t *)put(&t, m, &nan) = i;
    assert_int_equal(map_len(m), 101);
    assert_null(get(&t, m, &nan));
    assert_int_equal(map_delete(&g, &t, m, &nan), STATUS_OK);
    assert_int_equal(map_len(m), 101);
    // Not-a-numbers are met though the table they stood in was replaced.
    int n = 0;
    assert_int_equal(map_iter_init(&g, &t, m, &it), STATUS_OK);
    for (;;) {
        assert_int_equal(map_iter_next(&g, &it), STATUS_OK);
        if (!it.key)
            break;
        n++;
        if (n == 5)
            for (int i = 0; i < 5000; i++) {
                double d = i + 1;
                *(int64_t *)put(&t, m, &d) = i;
            }
    }
    assert_in_range(n, 101, 5200);
    map_clear(&t, m);
    assert_int_equal(map_len(m), 0);
}

static void test_large(void **state)
{
    (void)state;
    static RType blob = {.size = 400, .kind = KIND_ARRAY, .align = 8, .flags = RTYPE_PLAIN_EQUAL | RTYPE_COMPARABLE, .elem = &type_int, .len = 50};
    RType t = map_type(&blob, &blob);
    Map *m = map_make(&t, 0);
    int64_t key[50] = {0};
    for (int i = 0; i < 2000; i++) {
        key[49] = i;
        int64_t *e = put(&t, m, key);
        e[49] = -i;
    }
    gc_collect();
    for (int i = 0; i < 2000; i++) {
        key[49] = i;
        int64_t *e = get(&t, m, key);
        assert_non_null(e);
        assert_int_equal(e[49], -i);
    }
    static RType none = {.size = 0, .kind = KIND_STRUCT, .align = 1, .flags = RTYPE_PLAIN_EQUAL | RTYPE_COMPARABLE};
    RType set = map_type(&none, &none);
    Map *one = map_make(&set, 0);
    put(&set, one, key);
    put(&set, one, key);
    assert_int_equal(map_len(one), 1);
}

static void test_panics(void **state)
{
    (void)state;
    static RType any = {.size = 16, .kind = KIND_INTERFACE, .align = 8, .flags = RTYPE_POINTERS | RTYPE_COMPARABLE};
    static RType slice = {.size = 24, .kind = KIND_SLICE, .align = 8, .flags = RTYPE_POINTERS};
    RType t = map_type(&any, &type_int);
    Map *m = map_make(&t, 0);
    Slice s = {NULL, 0, 0};
    Iface bad = {&slice, &s};
    void *e;
    assert_int_equal(map_put(&g, &t, m, &bad, &e), STATUS_PANIC);
    assert_int_equal(g.raised.code, PANIC_UNHASHABLE);
    assert_ptr_equal(g.raised.type, &slice);
    assert_int_equal(map_get(&g, &t, NULL, &bad, &e), STATUS_PANIC);
    int64_t five = 5;
    Iface good = {&type_int, &five};
    assert_int_equal(map_put(&g, &t, NULL, &good, &e), STATUS_PANIC);
    assert_int_equal(g.raised.code, PANIC_NIL_MAP);
    *(int64_t *)put(&t, m, &good) = 9;
    int64_t same = 5;
    Iface again = {&type_int, &same};
    assert_int_equal(*(int64_t *)get(&t, m, &again), 9);
    assert_int_equal(map_len(NULL), 0);
    map_clear(&t, NULL);
}

int main(void)
{
    coro_types_used();
    gc_init();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain), cmocka_unit_test(test_scanned), cmocka_unit_test(test_strings), cmocka_unit_test(test_floats),
        cmocka_unit_test(test_large), cmocka_unit_test(test_panics),
    };
    cmocka_set_test_filter(getenv("TEST"));
    return cmocka_run_group_tests(tests, NULL, NULL);
}
