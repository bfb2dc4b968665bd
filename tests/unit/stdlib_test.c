// stdlib_test.c: the embedded library as a whole: every declaration is right, every body-less function has its native.
// uses: driver
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "compiler/compile.h"
#include "driver/std.h"
#include "stdlib/embed.h"

static Session session;
static int n_bound;

static Package *find_std(void *data, const char *path)
{
    return std_package(data, path);
}

static void read_inits(void *data, Package *pkg)
{
    std_read_inits(data, pkg);
}

static Compiler *compiler;

static void visit_func(Object *o)
{
    if (!o->func.node || !node_is(o->func.node, NODE_FUNC_DECL))
        return;
    if (AS(FuncDecl, FUNC_DECL, o->func.node)->body) {
        check_body(session.checker, o);
        return;
    }
    Func *f = compile_func(compiler, o);
    const char *message = "";
    if (!f->native) {
        compile_now(f, &message);
        print_error("%s\n", message);
        fail();
    }
    n_bound++;
}

static void visit(Object *o)
{
    check_resolve(session.checker, o);
    if (o->kind == OBJ_FUNC) {
        visit_func(o);
    } else if (o->kind == OBJ_VAR) {
        InitOrder *order;
        check_var_init(session.checker, o, &order);
    } else if (o->kind == OBJ_TYPE_NAME && o->type && o->type->kind == TYPE_NAMED && o->type->named.obj == o) {
        type_read_methods(o->type, NULL);
        for (int i = 0; i < o->type->named.n_methods; i++)
            visit_func(o->type->named.methods[i]);
    }
}

// What hello, world imports is large: only what is asked for is read.
static void test_read_when_asked_for(void **state)
{
    (void)state;
    Package *os = std_package(&session, "os");
    Object *file = scope_find(os->scope, intern_text(&session.names, "File"));
    assert_non_null(file);
    assert_int_equal(os->scope->list.n, 1);
    check_resolve(session.checker, file);
    assert_int_equal(file->type->named.n_methods, 0);
    Name write = intern_text(&session.names, "Write");
    type_read_methods(file->type, write);
    type_read_methods(file->type, write);
    assert_int_equal(file->type->named.n_methods, 1);
    Object *m = file->type->named.methods[0];
    assert_ptr_equal(m->name, write);
    FuncDecl *d = AS(FuncDecl, FUNC_DECL, m->func.node);
    assert_int_equal(AS(BlockStmt, BLOCK_STMT, d->body)->stmts.n, 0);
    Pos begin = d->body->pos, end = node_end(&d->node);
    assert_true(check_body(session.checker, m));
    assert_true(AS(BlockStmt, BLOCK_STMT, d->body)->stmts.n > 0);
    assert_int_equal(d->body->pos, begin);
    assert_int_equal(node_end(&d->node), end);
    type_read_methods(file->type, NULL);
    int all = file->type->named.n_methods;
    assert_true(all > 20);
    type_read_methods(file->type, NULL);
    assert_int_equal(file->type->named.n_methods, all);
}

static void test_every_declaration(void **state)
{
    (void)state;
    for (int i = 0; i < embed_n_packages; i++) {
        Package *p = std_package(&session, embed_packages[i].path);
        assert_non_null(p);
        std_read_all(&session, p);
        for (int j = 0; j < p->scope->list.n; j++)
            visit(p->scope->list.at[j]);
        for (int j = 0; j < p->init_funcs.n; j++)
            check_body(session.checker, p->init_funcs.at[j]);
    }
    diag_print(&session.diags, stderr, (DiagStyle){.limit = 0});
    assert_int_equal(session.diags.errors, 0);
}

static void test_every_native_is_declared(void **state)
{
    (void)state;
    assert_int_equal(n_bound, embed_n_natives);
}

int main(void)
{
    session_init(&session);
    CompileConfig cfg = {.arena = &session.arena,
                         .checker = session.checker,
                         .info = session.info,
                         .files = &session.files,
                         .names = &session.names,
                         .diags = &session.diags,
                         .cwd = session.cwd,
                         .data = &session,
                         .read_inits = read_inits,
                         .std_package = find_std};
    compiler = compiler_new(&cfg);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_when_asked_for),
        cmocka_unit_test(test_every_declaration),
        cmocka_unit_test(test_every_native_is_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
