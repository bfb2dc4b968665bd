// types_test.c: types made by hand: identity, texts, layout, lookup, method sets, side tables.
// uses: types
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "types/checker.h"

typedef struct World {
    Arena arena;
    Interner names;
    FileSet files;
    DiagSink diags;
    Checker *c;
    Package *p, *q;
} World;

static World w;

static Name name(const char *text)
{
    return intern_text(&w.names, text);
}

static int begin(void **state)
{
    (void)state;
    arena_init(&w.arena);
    intern_init(&w.names);
    fileset_init(&w.files);
    diag_init(&w.diags, &w.files);
    CheckConfig cfg = {.arena = &w.arena, .names = &w.names, .files = &w.files, .diags = &w.diags, .info = info_new(&w.arena)};
    w.c = checker_new(&cfg);
    w.p = package_new(w.c, "example.com/p", name("p"));
    w.q = package_new(w.c, "example.com/q", name("q"));
    w.c->env.pkg = w.p;
    return 0;
}

static int end(void **state)
{
    (void)state;
    checker_free(w.c);
    diag_done(&w.diags);
    fileset_done(&w.files);
    intern_done(&w.names);
    arena_done(&w.arena);
    return 0;
}

static Type *basic(Kind kind)
{
    return basic_type(w.c, kind);
}

static Object *var(Package *pkg, const char *text, Type *type)
{
    return object_new(w.c, OBJ_VAR, NO_POS, pkg, text ? name(text) : NULL, type);
}

static Object *field(Package *pkg, const char *text, Type *type, bool embedded)
{
    Object *f = var(pkg, text, type);
    f->var.is_field = true;
    f->var.embedded = embedded;
    return f;
}

static Type *strct(int n, Object **fields)
{
    Object **own = ARENA_ARRAY(&w.arena, Object *, n);
    for (int i = 0; i < n; i++)
        own[i] = fields[i];
    return type_new_struct(w.c, own, NULL, n);
}

static Type *named(Package *pkg, const char *text, Type *underlying)
{
    Object *o = object_new(w.c, OBJ_TYPE_NAME, NO_POS, pkg, name(text), NULL);
    o->state = OBJ_RESOLVED;
    Type *t = type_new_named(w.c, o, underlying);
    scope_insert(&w.arena, pkg->scope, o);
    return t;
}

static Type *func(Object *recv, Type *param, Type *result)
{
    Object **params = ARENA_ARRAY(&w.arena, Object *, 1), **results = ARENA_ARRAY(&w.arena, Object *, 1);
    params[0] = var(w.p, "x", param);
    results[0] = var(w.p, NULL, result);
    return type_new_signature(w.c, recv, type_new_tuple(w.c, params, param ? 1 : 0), type_new_tuple(w.c, results, result ? 1 : 0),
                              false);
}

static void add_own_method(Type *t, const char *text, bool pointer, Type *param)
{
    Object *recv = var(w.p, "r", pointer ? type_new_pointer(w.c, t) : t);
    Object *m = object_new(w.c, OBJ_FUNC, NO_POS, t->named.obj->pkg, name(text), func(recv, param, NULL));
    m->state = OBJ_RESOLVED;
    m->func.has_ptr_recv = pointer;
    Object **bigger = ARENA_ARRAY(&w.arena, Object *, t->named.n_methods + 1);
    for (int i = 0; i < t->named.n_methods; i++)
        bigger[i] = t->named.methods[i];
    bigger[t->named.n_methods++] = m;
    t->named.methods = bigger;
}

static void expect_type(Type *t, Package *from, const char *text)
{
    Buf out = {0};
    type_print(&out, t, from);
    assert_string_equal(out.ptr, text);
    buf_done(&out);
}

static void texts(void **state)
{
    (void)state;
    Type *t = named(w.q, "T", basic(KIND_INT));
    expect_type(t, w.p, "q.T");
    expect_type(t, w.q, "T");
    expect_type(t, NULL, "example.com/q.T");
    expect_type(type_new_map(w.c, basic(KIND_STRING), type_new_slice(w.c, t)), w.p, "map[string][]q.T");
    Type *receive = type_new_chan(w.c, basic(KIND_INT), CHAN_RECV_ONLY);
    expect_type(type_new_chan(w.c, receive, CHAN_BOTH), w.p, "chan (<-chan int)");
    expect_type(type_new_chan(w.c, receive, CHAN_SEND_ONLY), w.p, "chan<- <-chan int");
    expect_type(func(NULL, basic(KIND_INT), type_error(w.c)), w.p, "func(x int) error");
    expect_type(strct(2, (Object *[]){field(w.p, "a", basic(KIND_INT), false), field(w.p, "T", t, true)}), w.p,
                "struct{a int; q.T}");
    expect_type(type_any(w.c), w.p, "any");
    expect_type(type_any(w.c)->alias.actual, w.p, "interface{}");
    expect_type(basic(KIND_UNSAFE_POINTER), w.p, "unsafe.Pointer");
    expect_type(type_new_array(w.c, w.c->byte_type, 3), w.p, "[3]byte");
    Type *deep = basic(KIND_INT);
    for (int i = 0; i < 100000; i++)
        deep = type_new_slice(w.c, deep);
    Buf out = {0};
    type_print(&out, deep, w.p);
    buf_done(&out);
}

static void identity(void **state)
{
    (void)state;
    Type *a = type_new_slice(w.c, basic(KIND_UINT8)), *b = type_new_slice(w.c, w.c->byte_type);
    assert_true(types_identical(a, b));
    assert_false(types_identical(a, type_new_slice(w.c, basic(KIND_INT8))));
    assert_true(types_identical(func(NULL, a, b), func(NULL, b, a)));
    Object *f = field(w.p, "f", a, false), *g = field(w.q, "f", a, false), *e = field(w.q, "F", a, false);
    Object *h = field(w.p, "F", b, false);
    assert_false(types_identical(strct(1, &f), strct(1, &g)));
    assert_true(types_identical(strct(1, &e), strct(1, &h)));
    assert_false(types_identical(named(w.p, "A", a), named(w.p, "B", a)));
    assert_true(types_identical(type_any(w.c), type_new_interface(w.c, NULL, 0, NULL, NULL, 0)));
    Type *x = basic(KIND_INT), *y = basic(KIND_INT);
    for (int i = 0; i < 200000; i++) {
        x = i & 1 ? type_new_slice(w.c, x) : type_new_map(w.c, basic(KIND_INT), x);
        y = i & 1 ? type_new_slice(w.c, y) : type_new_map(w.c, basic(KIND_INT), y);
    }
    assert_true(types_identical(x, y));
}

static void layout(void **state)
{
    (void)state;
    Type *s = strct(4, (Object *[]){field(w.p, "a", basic(KIND_INT8), false), field(w.p, "b", basic(KIND_INT64), false),
                                    field(w.p, "c", basic(KIND_INT16), false), field(w.p, "d", strct(0, NULL), false)});
    assert_int_equal(type_size(s), 24);
    assert_int_equal(type_align(s), 8);
    assert_int_equal(type_field_offset(s, 1), 8);
    assert_int_equal(type_field_offset(s, 3), 18);
    assert_int_equal(type_size(basic(KIND_COMPLEX64)), 8);
    assert_int_equal(type_align(basic(KIND_COMPLEX64)), 4);
    assert_int_equal(type_size(basic(KIND_STRING)), 16);
    assert_int_equal(type_size(type_new_array(w.c, basic(KIND_INT32), INT64_C(1) << 62)), -1);
    assert_int_equal(type_size(type_new_array(w.c, strct(0, NULL), INT64_C(1) << 62)), 0);
    assert_false(type_has_pointers(s));
    assert_true(type_has_pointers(type_new_array(w.c, basic(KIND_STRING), 2)));
    assert_false(type_has_pointers(type_new_array(w.c, basic(KIND_STRING), 0)));
}

static Found find(Type *t, bool addressable, const char *text)
{
    return lookup_member(w.c, t, addressable, w.p, name(text), false);
}

static void lookup(void **state)
{
    (void)state;
    Type *inner = named(w.p, "Inner", strct(1, (Object *[]){field(w.p, "x", basic(KIND_INT), false)}));
    add_own_method(inner, "M", false, NULL);
    add_own_method(inner, "P", true, NULL);
    Type *outer = named(w.p, "Outer", strct(2, (Object *[]){field(w.p, "y", basic(KIND_INT), false), field(w.p, "Inner", inner, true)}));
    Found f = find(outer, false, "x");
    assert_non_null(f.obj);
    assert_int_equal(f.n_path, 2);
    assert_int_equal(f.path[0], 1);
    assert_int_equal(f.path[1], 0);
    assert_non_null(find(outer, false, "M").obj);
    f = find(outer, false, "P");
    assert_null(f.obj);
    assert_true(f.indirect);
    assert_non_null(find(outer, true, "P").obj);
    assert_non_null(find(type_new_pointer(w.c, outer), false, "P").obj);
    Type *other = named(w.p, "Other", strct(1, (Object *[]){field(w.p, "x", basic(KIND_INT), false)}));
    Type *both = named(w.p, "Both", strct(2, (Object *[]){field(w.p, "Inner", inner, true), field(w.p, "Other", other, true)}));
    f = find(both, false, "x");
    assert_null(f.obj);
    assert_true(f.n_path > 0);
    Type *pointer = named(w.p, "Pointer", type_new_pointer(w.c, inner));
    assert_non_null(find(pointer, false, "x").obj);
    assert_null(find(pointer, false, "M").obj);
    assert_null(find(outer, false, "_").obj);
}

static void method_sets(void **state)
{
    (void)state;
    Type *inner = named(w.p, "Inner", strct(0, NULL));
    add_own_method(inner, "M", false, NULL);
    add_own_method(inner, "P", true, NULL);
    add_own_method(inner, "low", false, NULL);
    Type *outer = named(w.p, "Outer", strct(1, (Object *[]){field(w.p, "Inner", inner, true)}));
    int n;
    MethodSetEntry *set = method_set(w.c, outer, &n);
    assert_int_equal(n, 2);
    assert_true(name_is(set[0].obj->name, "M"));
    assert_true(name_is(set[1].obj->name, "low"));
    set = method_set(w.c, type_new_pointer(w.c, outer), &n);
    assert_int_equal(n, 3);
    assert_true(name_is(set[1].obj->name, "P"));
    assert_int_equal(set[1].n_path, 2);
    interface_methods(w.c, type_error(w.c), &n);
    assert_int_equal(n, 1);
}

static void implementing(void **state)
{
    (void)state;
    Object *m = object_new(w.c, OBJ_FUNC, NO_POS, w.p, name("M"), NULL);
    m->func.is_interface_method = true;
    m->state = OBJ_RESOLVED;
    Type *iface = named(w.p, "I", type_new_interface(w.c, &m, 1, NULL, NULL, 0));
    m->type = func(var(w.p, NULL, iface), basic(KIND_INT), NULL);
    Type *none = named(w.p, "None", strct(0, NULL)), *wrong = named(w.p, "Wrong", strct(0, NULL));
    Type *pointer = named(w.p, "Ptr", strct(0, NULL)), *right = named(w.p, "Right", strct(0, NULL));
    add_own_method(wrong, "M", false, NULL);
    add_own_method(pointer, "M", true, basic(KIND_INT));
    add_own_method(right, "M", false, basic(KIND_INT));
    const char *cause = "";
    assert_false(check_implements(w.c, NO_POS, none, iface, false, &cause));
    assert_string_equal(cause, "None does not implement I (missing method M)");
    assert_false(check_implements(w.c, NO_POS, wrong, iface, false, &cause));
    assert_string_equal(cause, "Wrong does not implement I (wrong type for method M)\n\t\thave M()\n\t\twant M(int)");
    assert_false(check_implements(w.c, NO_POS, pointer, iface, false, &cause));
    assert_string_equal(cause, "Ptr does not implement I (method M has pointer receiver)");
    assert_true(type_implements(w.c, type_new_pointer(w.c, pointer), iface));
    assert_true(type_implements(w.c, right, iface));
    assert_true(type_implements(w.c, none, type_any(w.c)));
}

static void comparing(void **state)
{
    (void)state;
    Type *slice = type_new_slice(w.c, basic(KIND_INT));
    const char *why = NULL;
    assert_true(type_comparable(w.c, basic(KIND_STRING), &why));
    assert_false(type_comparable(w.c, slice, &why));
    assert_null(why);
    assert_false(type_comparable(w.c, strct(1, (Object *[]){field(w.p, "f", slice, false)}), &why));
    assert_string_equal(why, "struct containing []int cannot be compared");
    assert_false(type_comparable(w.c, type_new_array(w.c, slice, 2), &why));
    assert_string_equal(why, "[2][]int cannot be compared");
    assert_true(type_comparable(w.c, type_any(w.c), &why));
}

static void exported_names(void **state)
{
    (void)state;
    assert_true(name_is_exported(name("X")));
    assert_false(name_is_exported(name("x")));
    assert_false(name_is_exported(name("_X")));
    assert_true(name_is_exported(name("Ä")));
    assert_false(name_is_exported(name("ä")));
    assert_true(name_is_exported(name("Ω")));
    assert_false(name_is_exported(name("日")));
}

static void side_tables(void **state)
{
    (void)state;
    Info *info = info_new(&w.arena);
    uint32_t next = info_complete(info, 1, 200000); // all pages lie where the nodes do
    assert_true(next >= 200000 && next < 201000);
    Node n = {.kind = NODE_IDENT, .id = 100000}, nowhere = {.kind = NODE_IDENT};
    assert_int_equal(info_type(info, &n).mode, MODE_NONE);
    info_type_at(info, &n)->mode = MODE_VAR;
    assert_int_equal(info_type(info, &n).mode, MODE_VAR);
    info_type_at(info, &nowhere)->mode = MODE_VAR;
    assert_int_equal(info_type(info, &nowhere).mode, MODE_NONE);
    Object *o = var(w.p, "v", basic(KIND_INT));
    info_set_object(info, &n, o, true);
    assert_ptr_equal(info_object(info, &n), o);
    assert_true(info_is_def(info, &n));
    assert_null(info_object(info, &nowhere));
    assert_null(info_selection(info, &n));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(texts),        TEST(identity),  TEST(layout),         TEST(lookup),     TEST(method_sets),
                                       TEST(implementing), TEST(comparing), TEST(exported_names), TEST(side_tables)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
