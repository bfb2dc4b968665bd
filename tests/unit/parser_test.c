// parser_test.c: trees, syntax errors, the push interface (unfinished or wrong), nesting, single
// declarations.
// uses: parser
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parser/parser.h"

typedef struct Parse {
    FileSet files;
    DiagSink diags;
    Interner names;
    Arena arena;
    AstIds ids;
    ParseContext cx;
} Parse;

static Parse *parse_new(void)
{
    Parse *p = calloc(1, sizeof *p);
    fileset_init(&p->files);
    diag_init(&p->diags, &p->files);
    intern_init(&p->names);
    arena_init(&p->arena);
    p->ids.next = 1;
    p->cx = (ParseContext){&p->arena, &p->names, &p->files, &p->diags, &p->ids};
    return p;
}

static void parse_free(Parse *p)
{
    arena_done(&p->arena);
    intern_done(&p->names);
    diag_done(&p->diags);
    fileset_done(&p->files);
    free(p);
}

static AstFile *parse(Parse *p, const char *text)
{
    return parse_file(&p->cx, fileset_add(&p->files, "x.go", str_of(text)));
}

// The messages as the compiler lists them.
static char *messages(Parse *p, int limit)
{
    char *text;
    size_t n;
    FILE *out = open_memstream(&text, &n);
    diag_print(&p->diags, out, (DiagStyle){.limit = limit});
    fclose(out);
    return text;
}

static void check_messages(const char *text, const char *expected)
{
    Parse *p = parse_new();
    parse(p, text);
    char *got = messages(p, 10);
    assert_string_equal(got, expected);
    free(got);
    parse_free(p);
}

static void test_expressions_printed(void **state)
{
    (void)state;
    static const char *const same[] = {
        "a + b * c",
        "(a + b) * c",
        "f(x, y...)",
        "a[i:j:k]",
        "x.(T)",
        "func(a, b int, c ...string) (r error) {…}",
        "[]int{…}",
        "map[string]chan<- int{}",
        "&T{}",
        "<-c",
        "chan (<-chan int)(nil)",
        "*p.q",
        "G[int, []string](x)",
        "struct{a, b int; T \"tag\"}{}",
        "interface{m(); ~int | string}(nil)",
        "[...]int{…}",
        "-x ^ y",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        Parse *p = parse_new();
        char text[256];
        char source[200], *dots;
        strcpy(source, same[i]);
        while ((dots = strstr(source, "{…}")) != NULL) {
            bool is_func = strncmp(source, "func", 4) == 0;
            memmove(dots + (is_func ? 9 : 3), dots + 5, strlen(dots + 5) + 1);
            memcpy(dots, is_func ? "{return;}" : "{1}", is_func ? 9 : 3);
        }
        snprintf(text, sizeof text, "package p; var _ = %s", source);
        AstFile *f = parse(p, text);
        assert_int_equal(p->diags.errors, 0);
        VarDecl *d = AS(VarDecl, VAR_DECL, f->decls.at[0]);
        Buf out = {0};
        node_print_expr(&out, d->values.at[0]);
        assert_string_equal(out.ptr, same[i]);
        buf_done(&out);
        parse_free(p);
    }
}

static void test_generic_or_array(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int tparams;
    } cases[] = {
        {"type T[P any] int", 1},
        {"type T[P *C,] int", 1},
        {"type T[P *C] int", 0},
        {"type T[P []int] int", 1},
        {"type T[N] int", 0},
        {"type T[P, Q any] int", 2},
        {"type T[P *C, Q any] int", 2},
        {"type T[P *[]int] int", 1},
        {"type T[P interface{}] int", 1},
        {"type T[P ~int | F] int", 1},
        {"type T[2 * N] int", 0},
        {"type T[P m.C] int", 1},
        {"type T[P C[int]] = int", 1},
        {"type T[P (C),] = []P", 1},
        {"type T[P chan int] int", 1},
        {"type T[...] int", 0},
        {"type T[] int", 0},
        {"type T[P *C|D,] int", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Parse *p = parse_new();
        char text[256];
        snprintf(text, sizeof text, "package p; %s", cases[i].text);
        AstFile *f = parse(p, text);
        assert_int_equal(p->diags.errors, 0);
        assert_int_equal(AS(TypeDecl, TYPE_DECL, f->decls.at[0])->type_params.n, cases[i].tparams);
        parse_free(p);
    }
}

static void test_literals_in_headers(void **state)
{
    (void)state;
    check_messages("package p\nfunc f() {\n"
                   "\tfor range []int{1, 2} {\n\t}\n"
                   "\tif f := func() bool { return T{} == x }; f() {\n\t}\n"
                   "\tif x == (T{}) {\n\t}\n"
                   "\tswitch x := y.(type) {\n\tcase struct{}:\n\t}\n"
                   "\tfor _, s := range [...]struct{ a int }{{1}, {2}} {\n\t\t_ = T{s}\n\t}\n"
                   "\tif m[K{1}] == nil {\n\t} else if a := []T{{}}; a[0] == b {\n\t}\n"
                   "\tT{}.m()\n}\n",
                   "");
}

static void test_messages(void **state)
{
    (void)state;
    check_messages("", "x.go:1:1: syntax error: package statement must be first\n");
    check_messages("package p\nfunc f() {\n\tx := f(a b)\n}\n",
                   "x.go:3:11: syntax error: unexpected name b in argument list; possibly missing "
                   "comma or )\n");
    check_messages("package p\nvar x = [2]int{\n\t1,\n\t2\n}\n",
                   "x.go:4:3: syntax error: unexpected newline in composite literal; possibly "
                   "missing comma or }\n");
    check_messages("package p\nfunc f()\n{\n}\n",
                   "x.go:3:1: syntax error: unexpected semicolon or newline before {\n");
    check_messages("package p\nfunc f(a, b int, string) {\n\tif x = 1 {\n\t}\n\telse "
                   "{\n\t}\n}\nimport \"q\"\n",
                   "x.go:2:24: syntax error: missing parameter type\n"
                   "x.go:3:7: syntax error: cannot use assignment x = 1 as value\n"
                   "x.go:5:2: syntax error: unexpected keyword else, expected }\n"
                   "x.go:8:1: syntax error: imports must appear before other declarations\n");
    check_messages(
        "package p\nfunc f() {\n\tfor i := 0; i < 10 {\n\t}\n\tvar x y z\n\tgo (f())\n\tL:\n}\n",
        "x.go:3:21: syntax error: unexpected {, expected semicolon or newline\n"
        "x.go:4:2: syntax error: unexpected }, expected expression\n"
        "x.go:5:10: syntax error: unexpected name z at end of statement\n"
        "x.go:6:5: expression in go must not be parenthesized\n");
}

static void test_too_many(void **state)
{
    (void)state;
    Parse *p = parse_new();
    Buf text = {0};
    buf_add_text(&text, "package p\n");
    for (int i = 0; i < 12; i++)
        buf_add_text(&text, "var 1\n");
    parse(p, text.ptr);
    char *got = messages(p, 10);
    assert_non_null(strstr(got, "x.go:11:5: too many errors\n"));
    assert_null(strstr(got, "x.go:12:"));
    free(got);
    got = messages(p, 0);
    assert_non_null(strstr(got, "x.go:13:5: "));
    free(got);
    buf_done(&text);
    parse_free(p);
}

static void check_input(const char *text, ParseState expected, int n)
{
    Parse *p = parse_new();
    NodeList out;
    ParseState got = parse_input(&p->cx, fileset_add(&p->files, "x.go", str_of(text)), &out);
    if (got != expected)
        print_message("for: %s\n", text);
    assert_int_equal(got, expected);
    assert_int_equal(p->diags.errors > 0, expected == PARSE_WRONG);
    assert_int_equal(out.n, n);
    parse_free(p);
}

static void test_input(void **state)
{
    (void)state;
    check_input("", PARSE_COMPLETE, 0);
    check_input("x := 1", PARSE_COMPLETE, 1);
    check_input("x := 1\ny := 2\n", PARSE_COMPLETE, 2);
    check_input("import \"fmt\"; fmt.Println(1)", PARSE_COMPLETE, 2);
    check_input("func f() int { return 1 }", PARSE_COMPLETE, 1);
    check_input("func (t T) m[P any]() {}", PARSE_COMPLETE, 1);
    check_input("func(a int) T { return 1 }(1)", PARSE_COMPLETE, 1);
    check_input("if x { y() } else { z() }", PARSE_COMPLETE, 1);
    check_input("x := ", PARSE_UNFINISHED, 0);
    check_input("f(a,", PARSE_UNFINISHED, 0);
    check_input("f(a", PARSE_UNFINISHED, 0);
    check_input("for i := range 10 {\n", PARSE_UNFINISHED, 0);
    check_input("type T struct {\n\ta int\n", PARSE_UNFINISHED, 0);
    check_input("s := `abc\n", PARSE_UNFINISHED, 0);
    check_input("x /* abc", PARSE_UNFINISHED, 0);
    check_input("func (t T) m() {", PARSE_UNFINISHED, 0);
    check_input("x := )", PARSE_WRONG, 0);
    check_input("f(a b", PARSE_WRONG, 0);
    check_input("f(a\n", PARSE_WRONG, 0);
    check_input("s := \"abc\n", PARSE_WRONG, 0);
    check_input("func f(a int, b) {}", PARSE_WRONG, 0);
    check_input("}", PARSE_WRONG, 0);
}

static void check_nesting(const char *before, const char *repeated, int times, const char *behind)
{
    Parse *p = parse_new();
    Buf text = {0};
    buf_add_text(&text, before);
    for (int i = 0; i < times; i++)
        buf_add_text(&text, repeated);
    buf_add_text(&text, behind);
    parse(p, text.ptr);
    char *got = messages(p, 10);
    assert_non_null(strstr(got, "exceeded max nesting depth"));
    free(got);
    buf_done(&text);
    parse_free(p);
}

static void test_nesting(void **state)
{
    (void)state;
    check_nesting("package p; var x = ", "(", 1100000, "");
    check_nesting("package p; var x = 1", "+1", 1100000, "");
    check_nesting("package p; var x = ", "- ", 1100000, "1");
    check_nesting("package p; var x = f", "()", 1100000, "");
    check_nesting("package p; type T ", "[]", 1100000, "int");
    check_nesting("package p; var x = ", "[]T{", 1100000, "");
    check_nesting("package p; func f() ", "{", 1100000, "");
    check_nesting("package p; func f() { ", "if x {", 1100000, "");
    check_nesting("package p; func f() { ", "if x { } else ", 1100000, "{ } }");
    check_nesting("package p; var x = ", "func() { f(", 1100000, "");
}

static void test_declarations(void **state)
{
    (void)state;
    Parse *p = parse_new();
    const char *text = "package p\nvar x = 1\n\nfunc (t T) f() {}\n\ntype T struct { a int }\n";
    File *f = fileset_add(&p->files, "x.go", str_of(text));
    NodeList out = {0};
    const char *at = strstr(text, "func");
    parse_declaration(&p->cx, f, (uint32_t)(at - text), (uint32_t)(strstr(text, "{}") + 2 - text),
                      &out);
    at = strstr(text, "var");
    parse_declaration(&p->cx, f, (uint32_t)(at - text), (uint32_t)(at + 9 - text), &out);
    at = strstr(text, "type");
    parse_declaration(&p->cx, f, (uint32_t)(at - text), (uint32_t)(strlen(text) - 1), &out);
    assert_int_equal(p->diags.errors, 0);
    assert_int_equal(out.n, 3);
    assert_int_equal(out.at[0]->kind, NODE_FUNC_DECL);
    assert_int_equal(out.at[1]->kind, NODE_VAR_DECL);
    assert_int_equal(out.at[2]->kind, NODE_TYPE_DECL);
    assert_int_equal(out.at[1]->pos, file_pos(f, (uint32_t)(strchr(text, 'x') - text)));
    parse_free(p);
}

static bool count(Node *n, void *data)
{
    (void)n;
    ++*(int *)data;
    return true;
}

static void test_walk_and_dump(void **state)
{
    (void)state;
    Parse *p = parse_new();
    AstFile *f = parse(p, "package p\nvar a, b = 1, f(2)\n");
    int n = 0;
    node_walk(&f->node, count, &n);
    assert_int_equal(n, 9);
    Buf out = {0};
    node_dump(&out, &p->files, &f->node);
    assert_non_null(strstr(out.ptr, "\n    values: literal integer literal 1  @2:12\n"));
    assert_non_null(strstr(out.ptr, "\n      args: literal integer literal 2  @2:17\n"));
    buf_done(&out);
    parse_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expressions_printed),
        cmocka_unit_test(test_generic_or_array),
        cmocka_unit_test(test_literals_in_headers),
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_input),
        cmocka_unit_test(test_nesting),
        cmocka_unit_test(test_declarations),
        cmocka_unit_test(test_walk_and_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
