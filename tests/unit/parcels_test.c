// parcels_test.c: parcels of an arena: what is referred to stays, in whatever way; what is not is given back and used again.
// uses: base
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/parcels.h"

typedef struct Thing {
    struct Thing *other;
    int value;
} Thing;

static Arena arena;
static Parcels parcels;
static Thing *root;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena);
    assert_true(parcels_init(&parcels, &arena));
    root = ARENA_NEW(&arena, Thing);
    return 0;
}

static int end(void **state)
{
    (void)state;
    parcels_unmark(&parcels);
    parcels_release(&parcels);
    arena_done(&arena);
    return 0;
}

static Thing *new_parcel(Thing *other, int value, size_t more)
{
    assert_true(parcels_begin(&parcels));
    assert_false(parcels_begin(&parcels));
    Thing *t = ARENA_NEW(&arena, Thing);
    assert_null(t->other);
    *t = (Thing){other, value};
    char *bytes = arena_alloc(&arena, more);
    for (size_t i = 0; i < more; i++) {
        assert_int_equal(bytes[i], 0);
        bytes[i] = 1;
    }
    parcels_end(&parcels, false);
    return t;
}

static int collect(WeakMap *map)
{
    parcels_unmark(&parcels);
    parcels_mark_arena(&parcels, &arena);
    do {
        parcels_follow(&parcels);
        if (map)
            weakmap_mark(map, &parcels);
    } while (parcels_follow(&parcels));
    if (map)
        weakmap_sweep(map, &parcels);
    return parcels_release(&parcels);
}

static void what_is_referred_to_stays(void **state)
{
    (void)state;
    Thing *a = new_parcel(NULL, 1, 100), *b = new_parcel(a, 2, 100000), *c = new_parcel(a, 3, 100);
    root->other = (Thing *)((char *)b + 4); // anywhere in it
    (void)c;
    assert_int_equal(collect(NULL), 1);
    assert_int_equal(b->value + b->other->value, 3);
    root->other = NULL;
    assert_int_equal(collect(NULL), 2);
    assert_int_equal(parcels.held_bytes, 0);
}

static void what_lasts_stays(void **state)
{
    (void)state;
    Thing *a = new_parcel(NULL, 1, 10);
    assert_true(parcels_begin(&parcels));
    Thing *b = ARENA_NEW(&arena, Thing);
    b->other = a;
    parcels_end(&parcels, true);
    assert_int_equal(collect(NULL), 0);
    assert_int_equal(b->other->value, 1);
}

static void cycles_go(void **state)
{
    (void)state;
    Thing *a = new_parcel(NULL, 1, 10), *b = new_parcel(a, 2, 10);
    a->other = b;
    assert_int_equal(collect(NULL), 2);
}

static void memory_is_used_again(void **state)
{
    (void)state;
    size_t most = 0;
    for (int i = 0; i < 20000; i++) {
        new_parcel(NULL, i, (size_t)(i * 37 % 30000));
        if (i % 50 == 0)
            collect(NULL);
        if (parcels.bytes > most && i > 10000)
            fail_msg("%zu bytes after %d parcels", parcels.bytes, i);
        if (i <= 10000)
            most = parcels.bytes;
    }
}

// The value of a key that stays stays, though nothing else refers to it; the entry goes with its key.
static void weak_maps_keep_values_of_keys(void **state)
{
    (void)state;
    WeakMap map = {0};
    Thing *key = new_parcel(NULL, 1, 10), *value = new_parcel(NULL, 2, 10), *next = new_parcel(NULL, 3, 10);
    weakmap_set(&map, key, value);
    weakmap_set(&map, value, next);
    root->other = key;
    assert_int_equal(collect(&map), 0);
    assert_int_equal(((Thing *)weakmap_get(&map, weakmap_get(&map, key)))->value, 3);
    root->other = NULL;
    assert_int_equal(collect(&map), 3);
    assert_int_equal(map.map.n, 0);
    arena_done(&map.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_referred_to_stays, begin, end),
        cmocka_unit_test_setup_teardown(what_lasts_stays, begin, end),
        cmocka_unit_test_setup_teardown(cycles_go, begin, end),
        cmocka_unit_test_setup_teardown(memory_is_used_again, begin, end),
        cmocka_unit_test_setup_teardown(weak_maps_keep_values_of_keys, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
