// lexer_test.c: tokens, automatic semicolons, headers, malformed literals, values of literals,
// //line.
// uses: lexer
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lexer/lexer.h"

typedef struct Scan {
    FileSet files;
    DiagSink diags;
    Interner names;
    Buf text; // tokens by spelling or text, separated by blanks
} Scan;

// Lexes all of text; what stands in braces after a loop's header is told to the lexer as its body
// if `bodies`.
static Scan scan_bytes(const char *text, size_t n, bool bodies)
{
    Scan s = {0};
    fileset_init(&s.files);
    diag_init(&s.diags, &s.files);
    intern_init(&s.names);
    File *f = fileset_add(&s.files, "x.go", (Str){text, n});
    Lexer lx;
    Token t;
    lexer_init(&lx, &s.files, f, &s.names, &s.diags, 0, f->len);
    for (lexer_next(&lx, &t); t.kind != TOK_EOF; lexer_next(&lx, &t)) {
        if (s.text.len)
            buf_add_char(&s.text, ' ');
        if (t.name)
            buf_add_str(&s.text, name_str(t.name));
        else
            buf_add_text(&s.text, t.kind == TOK_LBODY       ? "{{"
                                  : t.kind == TOK_AUTO_SEMI ? ";n"
                                  : t.kind == TOK_EOF_SEMI  ? ";e"
                                                            : token_spelling(t.kind));
        if (t.kind == TOK_LBODY && bodies)
            lexer_end_header(&lx);
    }
    lexer_done(&lx);
    return s;
}

static void scan_done(Scan *s)
{
    buf_done(&s->text);
    intern_done(&s->names);
    diag_done(&s->diags);
    fileset_done(&s->files);
}

static void check_tokens(const char *text, const char *tokens)
{
    Scan s = scan_bytes(text, strlen(text), true);
    assert_string_equal(s.text.ptr ? s.text.ptr : "", tokens);
    assert_int_equal(s.diags.errors, 0);
    scan_done(&s);
}

static void check_error(const char *text, int column, const char *words)
{
    Scan s = scan_bytes(text, strlen(text), true);
    assert_true(s.diags.errors >= 1);
    Place at = fileset_place(&s.files, s.diags.list.at[0].pos);
    assert_string_equal(s.diags.list.at[0].text, words);
    assert_int_equal(at.column, column);
    scan_done(&s);
}

static void test_tokens(void **state)
{
    (void)state;
    check_tokens("", "");
    check_tokens("a += b<<1 &^ c...", "a += b << 1 &^ c ...");
    check_tokens("x<-y&&z!=~w", "x <- y && z != ~ w ;e");
    check_tokens("func(ä, _Ω1 int)", "func ( ä , _Ω1 int ) ;e");
    check_tokens("x/*c*/y//z", "x y ;e");
    check_tokens("a\nfunc", "a ;n func");
    check_tokens("1..2", "1. .2 ;e");
    check_tokens("\xEF\xBB\xBFpackage p", "package p ;e");
}

static void test_semicolons(void **state)
{
    (void)state;
    check_tokens("a\n\nb\n", "a ;n b ;n");
    check_tokens("return\nbreak\n+\nx++\n", "return ;n break ;n + x ++ ;n");
    check_tokens("f(\na,\n)\n", "f ( a , ) ;n");
    check_tokens("a /* \n */ b", "a ;n b ;e");
    check_tokens("a /* */ b", "a b ;e");
    check_tokens("`\n`\n1\n'x'\n", "`\n` ;n 1 ;n 'x' ;n");
}

static void test_headers(void **state)
{
    (void)state;
    check_tokens("if x { y{} }", "if x {{ y { } } ;e");
    check_tokens("if f(T{}) { }\nT{}", "if f ( T { } ) {{ } ;n T { } ;e");
    check_tokens("for { switch { } }", "for {{ switch {{ } } ;e");
    check_tokens("select { }", "select { } ;e");
    // A literal in a header leaves the header open: without the parser's word every '{' in it is
    // one.
    const char *text = "for range []int{1} { }";
    Scan s = scan_bytes(text, strlen(text), false);
    assert_string_equal(s.text.ptr, "for range [ ] int {{ 1 } {{ } ;e");
    scan_done(&s);
}

static void test_numbers(void **state)
{
    (void)state;
    check_tokens("0 07 0x1F 0b1_0 0o17 1_000 1.5e+3 .5 0x1p-2 089i 1i 09.5",
                 "0 07 0x1F 0b1_0 0o17 1_000 1.5e+3 .5 0x1p-2 089i 1i 09.5 ;e");
    check_error("089", 2, "invalid digit '8' in octal literal");
    check_error("0b102", 5, "invalid digit '2' in binary literal");
    check_error("1__0", 3, "'_' must separate successive digits");
    check_error("0x", 3, "hexadecimal literal has no digits");
    check_error("1e", 3, "exponent has no digits");
    check_error("0x1.0", 6, "hexadecimal mantissa requires a 'p' exponent");
    check_error("1p3", 2, "'p' exponent requires hexadecimal mantissa");
    check_error("0o1.5", 4, "invalid radix point in octal literal");
}

static void test_malformed(void **state)
{
    (void)state;
    check_error("''", 2, "empty rune literal or unescaped '");
    check_error("'ab'", 1, "more than one character in rune literal");
    check_error("'a", 1, "rune literal not terminated");
    check_error("'a\n", 3, "newline in rune literal");
    check_error("\"a\n", 3, "newline in string");
    check_error("\"a", 1, "string not terminated");
    check_error("`a", 1, "string not terminated");
    check_error("\"\\q\"", 3, "unknown escape");
    check_error("\"\\xg\"", 4, "invalid character 'g' in hexadecimal escape");
    check_error("'\\400'", 6, "octal escape value 256 > 255");
    check_error("'\\ud800'", 8, "escape is invalid Unicode code point U+D800");
    check_error("/* a", 1, "comment not terminated");
    check_error("a # b", 3, "invalid character U+0023 '#'");
    check_error("x“", 2, "invalid character U+201C '“' in identifier");
    check_error("٣a", 1, "identifier cannot begin with digit U+0663 '٣'");
    check_error("a \xff b", 3, "invalid UTF-8 encoding");
    check_error("a \xEF\xBB\xBF b", 3, "invalid BOM in the middle of the file");
    Scan s = scan_bytes("a \0 b", 5, true);
    assert_string_equal(s.diags.list.at[0].text, "invalid NUL character");
    assert_string_equal(s.text.ptr, "a b ;e");
    scan_done(&s);
}

static void test_line_directives(void **state)
{
    (void)state;
    const char *text = "a\n//line foo.go:10\nb /*line bar.go:3:7*/c\nd";
    Scan s = scan_bytes(text, strlen(text), true);
    File *f = s.files.files.at[0];
    Place b = fileset_place(&s.files, file_pos(f, (uint32_t)(strchr(text, 'b') - text)));
    assert_string_equal(b.file, "foo.go");
    assert_int_equal(b.line, 10);
    assert_int_equal(b.column, 0);
    Place c = fileset_place(&s.files, file_pos(f, (uint32_t)(strstr(text, "c\nd") - text)));
    assert_string_equal(c.file, "bar.go");
    assert_int_equal(c.line, 3);
    assert_int_equal(c.column, 7);
    Place d = fileset_place(&s.files, file_pos(f, (uint32_t)(strlen(text) - 1)));
    assert_int_equal(d.line, 4);
    assert_int_equal(d.column, 1);
    assert_int_equal(fileset_real_place(&s.files, file_pos(f, (uint32_t)(strlen(text) - 1))).line,
                     4);
    scan_done(&s);
    check_error("//line foo:0\nx", 12, "invalid line number: 0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),          cmocka_unit_test(test_semicolons),
        cmocka_unit_test(test_headers),         cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_malformed),        cmocka_unit_test(test_line_directives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
