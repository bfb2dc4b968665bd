// constant_test.c: exact constants: literals, operations, limits, texts.
// uses: types
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "types/constant.h"

static Arena arena;
static ConstPool *pool;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena);
    pool = const_pool_new(&arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_done(&arena);
    return 0;
}

static Const *lit(TokenKind kind, const char *text)
{
    return const_literal(pool, kind, str_of(text));
}

static void expect_text(const Const *c, const char *text)
{
    Buf out = {0};
    const_print(&out, c);
    assert_string_equal(out.ptr ? out.ptr : "", text);
    buf_done(&out);
}

static void expect_exact(const Const *c, const char *text)
{
    Buf out = {0};
    const_print_exact(&out, c);
    assert_string_equal(out.ptr ? out.ptr : "", text);
    buf_done(&out);
}

static Const *op(const Const *x, TokenKind kind, const Const *y)
{
    return const_binary(pool, x, kind, y, true);
}

static Const *num(int64_t v)
{
    return const_int64(pool, v);
}

static void literals(void **state)
{
    (void)state;
    expect_text(lit(TOK_INT, "0x_ff"), "255");
    expect_text(lit(TOK_INT, "0b1_01"), "5");
    expect_text(lit(TOK_INT, "0o17"), "15");
    expect_text(lit(TOK_INT, "0755"), "493");
    expect_text(lit(TOK_INT, "123456789012345678901234567890"), "123456789012345678901234567890");
    expect_exact(lit(TOK_FLOAT, "0x1.8p-2"), "3/8");
    expect_exact(lit(TOK_FLOAT, "0x1_0.8p1"), "33");
    expect_exact(lit(TOK_FLOAT, ".1"), "1/10");
    expect_exact(lit(TOK_FLOAT, "1.5e3"), "1500");
    expect_text(lit(TOK_FLOAT, "1e400"), "1e+400");
    expect_text(lit(TOK_FLOAT, "1e-100000"), "1e-100000");
    expect_text(lit(TOK_FLOAT, "1000000.5"), "1.0000005e+06");
    expect_text(lit(TOK_FLOAT, "1.0000001"), "1.0000001");
    expect_exact(lit(TOK_IMAG, "0123i"), "(0 + 123i)");
    expect_exact(lit(TOK_IMAG, "0x1p-2i"), "(0 + 1/4i)");
    expect_text(lit(TOK_RUNE, "'\\u00e9'"), "233");
    expect_text(lit(TOK_RUNE, "'\\''"), "39");
    expect_text(lit(TOK_RUNE, "'\\377'"), "255");
    expect_text(lit(TOK_STRING, "\"a\\n\\xff\\u1234\\\"\""), "\"a\\n\\xffሴ\\\"\"");
    expect_text(lit(TOK_RUNE, "'世'"), "19990");
    expect_text(lit(TOK_RUNE, "'\\U0010FFFF'"), "1114111");
    expect_text(lit(TOK_STRING, "\"\""), "\"\"");
    expect_text(lit(TOK_STRING, "\"\\x00\\377\\U0001F600\""), "\"\\x00\\xff😀\"");
    expect_text(lit(TOK_STRING, "`raw\r\n`"), "\"raw\\n\"");
}

static void literals_out_of_range(void **state)
{
    (void)state;
    assert_int_equal(const_kind(lit(TOK_FLOAT, "1e1000000000")), CONST_UNKNOWN);
    assert_int_equal(const_kind(lit(TOK_FLOAT, "1e-100000000000")), CONST_UNKNOWN);
    assert_int_equal(const_kind(lit(TOK_FLOAT, "1e99999999999999999999")), CONST_UNKNOWN);
    expect_text(lit(TOK_FLOAT, "1e-1000000000"), "0");
    expect_text(lit(TOK_FLOAT, "0e99999999"), "0");
}

static void integers(void **state)
{
    (void)state;
    Const *max = num(INT64_MAX), *min = num(INT64_MIN), *one = num(1);
    expect_text(op(max, TOK_ADD, one), "9223372036854775808");
    expect_text(op(min, TOK_SUB, one), "-9223372036854775809");
    expect_text(const_unary(pool, TOK_SUB, min, 0), "9223372036854775808");
    expect_text(op(min, TOK_MUL, min), "85070591730234615865843651857942052864");
    expect_text(op(num(-7), TOK_QUO, num(2)), "-3");
    expect_text(op(num(-7), TOK_REM, num(2)), "-1");
    expect_exact(const_binary(pool, num(7), TOK_QUO, num(2), false), "7/2");
    expect_text(op(min, TOK_REM, num(-1)), "0");
    expect_text(const_unary(pool, TOK_XOR, one, 8), "254");
    expect_text(const_unary(pool, TOK_XOR, one, 0), "-2");
    expect_text(const_shift(pool, one, TOK_SHL, 64), "18446744073709551616");
    expect_text(const_shift(pool, num(-5), TOK_SHR, 1), "-3");
    assert_int_equal(const_bit_length(const_shift(pool, one, TOK_SHL, 512)), 513);
    assert_int_equal(const_low_bits(const_unary(pool, TOK_SUB, const_uint64(pool, UINT64_MAX), 0)), 1);
    uint64_t u;
    assert_true(const_uint64_value(const_uint64(pool, UINT64_MAX), &u));
    assert_true(u == UINT64_MAX);
    assert_false(const_uint64_value(num(-1), &u));
}

static void rounding(void **state)
{
    (void)state;
    assert_true(const_float64_value(lit(TOK_FLOAT, "0.1")) == 0.1);
    assert_true(const_float32_value(lit(TOK_FLOAT, "0.1")) == 0.1f);
    assert_true(const_float64_value(lit(TOK_FLOAT, "4.9e-324")) == 4.9e-324);
    assert_true(const_float64_value(lit(TOK_FLOAT, "2e-324")) == 0);
    assert_true(const_float32_value(lit(TOK_FLOAT, "1e-45")) == 1e-45f);
    // A bit more than halfway between two float32: rounding to float64 first would lose that bit.
    assert_true(const_float32_value(lit(TOK_FLOAT, "0x1.000001000000000001p0")) == 0x1.000002p0f);
    assert_true(isinf(const_float64_value(lit(TOK_FLOAT, "1e400"))));
    assert_int_equal(const_kind(const_round32(pool, lit(TOK_FLOAT, "1e39"))), CONST_UNKNOWN);
    assert_int_equal(const_kind(const_round64(pool, lit(TOK_FLOAT, "1e309"))), CONST_UNKNOWN);
    expect_exact(const_round32(pool, lit(TOK_FLOAT, "0.1")), "13421773/134217728");
}

static void conversions(void **state)
{
    (void)state;
    expect_text(const_to_int(pool, lit(TOK_FLOAT, "1e30")), "1000000000000000000000000000000");
    assert_int_equal(const_kind(const_to_int(pool, lit(TOK_FLOAT, "1.5"))), CONST_UNKNOWN);
    assert_int_equal(const_kind(const_to_int(pool, lit(TOK_FLOAT, "1e5000"))), CONST_UNKNOWN);
    expect_text(const_to_int(pool, const_make_complex(pool, num(3), num(0))), "3");
    assert_int_equal(const_kind(const_to_float(pool, lit(TOK_IMAG, "1i"))), CONST_UNKNOWN);
    assert_int_equal(const_kind(const_to_complex(pool, const_bool(pool, true))), CONST_UNKNOWN);
    assert_int_equal(const_kind(NULL), CONST_UNKNOWN);
}

static void complex_numbers(void **state)
{
    (void)state;
    Const *i = lit(TOK_IMAG, "1i");
    expect_text(op(i, TOK_MUL, i), "(-1 + 0i)");
    expect_exact(op(lit(TOK_IMAG, "2i"), TOK_QUO, lit(TOK_IMAG, "3i")), "(2/3 + 0i)");
    assert_true(const_compare(pool, op(i, TOK_MUL, i), TOK_EQL, num(-1)));
    assert_int_equal(const_sign(const_make_complex(pool, num(0), num(0))), 0);
}

static void strings(void **state)
{
    (void)state;
    const Const *s = const_string(pool, STR("ab"));
    // Sums that lean to both sides, longer than any recursion could follow.
    for (int i = 0; i < 300000; i++)
        s = i & 1 ? op(s, TOK_ADD, const_string(pool, STR("c"))) : op(const_string(pool, STR("d")), TOK_ADD, s);
    assert_int_equal(const_string_len(s), 300002);
    Str text = const_string_value(s);
    assert_int_equal(text.len, 300002);
    assert_true(text.ptr[0] == 'd' && text.ptr[150000] == 'a' && text.ptr[300001] == 'c');
    // Doubling: the length is known without the text.
    for (int i = 0; i < 20; i++)
        s = op(s, TOK_ADD, s);
    assert_true(const_string_len(s) == 300002ll << 20);
    assert_true(const_compare(pool, const_string(pool, STR("a")), TOK_LSS, const_string(pool, STR("ab"))));
    expect_text(const_string(pool, STR("123456789012345678901234567890123456789012345678901234567890123456789012345")),
                "\"12345678901234567890123456789012345678901234567890123456789012345678...");
}

static void comparisons(void **state)
{
    (void)state;
    assert_true(const_compare(pool, num(1), TOK_EQL, lit(TOK_FLOAT, "1.0")));
    assert_true(const_compare(pool, lit(TOK_FLOAT, "1e400"), TOK_GTR, const_uint64(pool, UINT64_MAX)));
    assert_true(const_compare(pool, const_bool(pool, true), TOK_NEQ, const_bool(pool, false)));
    assert_false(const_compare(pool, const_unknown(pool), TOK_EQL, const_unknown(pool)));
    assert_int_equal(const_kind(op(num(1), TOK_QUO, num(0))), CONST_UNKNOWN);
    assert_int_equal(const_kind(op(num(1), TOK_ADD, const_bool(pool, true))), CONST_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(literals, begin, end),
        cmocka_unit_test_setup_teardown(literals_out_of_range, begin, end),
        cmocka_unit_test_setup_teardown(integers, begin, end),
        cmocka_unit_test_setup_teardown(rounding, begin, end),
        cmocka_unit_test_setup_teardown(conversions, begin, end),
        cmocka_unit_test_setup_teardown(complex_numbers, begin, end),
        cmocka_unit_test_setup_teardown(strings, begin, end),
        cmocka_unit_test_setup_teardown(comparisons, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
