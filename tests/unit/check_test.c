// check_test.c: the checker's messages, word for word as the reference gives them, and what its tables hold afterwards.
// uses: types
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "parser/parser.h"
#include "types/check.h"

typedef struct Front { // one checked package
    Arena arena;
    Interner names;
    FileSet files;
    DiagSink diags;
    AstIds ids;
    Checker *checker;
    Package *pkg;
    bool ok;
} Front;

static void front_parse(Front *f, const char *name, const char *text)
{
    ParseContext cx = {&f->arena, &f->names, &f->files, &f->diags, &f->ids};
    AstFile *tree = parse_file(&cx, fileset_add(&f->files, name, str_of(text)));
    vec_push(&f->pkg->files, &f->arena, tree);
}

static void front_init(Front *f)
{
    *f = (Front){0};
    arena_init(&f->arena);
    intern_init(&f->names);
    fileset_init(&f->files);
    diag_init(&f->diags, &f->files);
    f->ids.next = 1;
    CheckConfig cfg = {.arena = &f->arena,
                       .names = &f->names,
                       .files = &f->files,
                       .diags = &f->diags,
                       .info = info_new(&f->arena)};
    f->checker = checker_new(&cfg);
    f->pkg = package_new(f->checker, "main", NULL);
}

static void front_done(Front *f)
{
    checker_free(f->checker);
    diag_done(&f->diags);
    fileset_done(&f->files);
    intern_done(&f->names);
    arena_done(&f->arena);
}

static char *front_messages(Front *f)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    diag_print(&f->diags, out, (DiagStyle){0});
    fclose(out);
    return text;
}

typedef struct Case {
    const char *file, *source, *messages;
} Case;

static const Case cases[] = {
    {"anonymous_cycle.go",
         "package main\n"
         "\n"
         "type I = interface{ m(interface{ I }) }\n"
         "\n"
         "func main() {}\n",
         "anonymous_cycle.go:3:6: invalid recursive type: I refers to itself\n"},
    {"arity.go",
         "package main\n"
         "\n"
         "var a, b = 1\n"
         "var c, d int = 1, 2, 3\n"
         "const e, f = 1\n"
         "const (\n"
         "\tg = iota\n"
         "\th, i\n"
         ")\n"
         "\n"
         "func main() {}\n",
         "arity.go:3:12: assignment mismatch: 2 variables but 1 value\n"
         "arity.go:4:22: extra init expr 3\n"
         "arity.go:5:10: missing init expr for f\n"
         "arity.go:8:5: missing init expr for i\n"},
    {"array_cycle.go",
         "package main\n"
         "\n"
         "import \"unsafe\"\n"
         "\n"
         "type A [unsafe.Sizeof(A{})]int\n"
         "type B [len(b)]int\n"
         "\n"
         "var b B\n"
         "\n"
         "func main() {}\n",
         "array_cycle.go:5:6: invalid recursive type: A refers to itself\n"
         "array_cycle.go:6:6: invalid recursive type B\n"
         "\tarray_cycle.go:6:6: B refers to b\n"
         "\tarray_cycle.go:8:5: b refers to B\n"},
    {"assignments.go",
         "package main\n"
         "\n"
         "func one() int { return 1 }\n"
         "func two() (int, string) { return 1, \"\" }\n"
         "func none() {}\n"
         "\n"
         "type T struct{ f int }\n"
         "\n"
         "func main() {\n"
         "\ta, b := one()\n"
         "\tc, d, e := two()\n"
         "\tvar f int = two()\n"
         "\tg := none()\n"
         "\ta, b = 1, 2, 3\n"
         "\tm := map[string]T{}\n"
         "\tm[\"x\"].f = 1\n"
         "\tone() = 2\n"
         "\t1 = 2\n"
         "\t\"a\"[0] = 1\n"
         "\ta := 2\n"
         "\ta, a := 1, 2\n"
         "\tx.y := 3\n"
         "\tvar s string = 1\n"
         "\tvar i int = \"a\"\n"
         "\tvar n int = nil\n"
         "\to := nil\n"
         "\tvar u8 uint8 = 256\n"
         "\tvar k int = 1.5\n"
         "\t_ = nil\n"
         "\tconst z = one()\n"
         "\tm.f = 1\n"
         "\tmain = nil\n"
         "}\n",
         "assignments.go:10:2: declared and not used: a\n"
         "assignments.go:10:5: declared and not used: b\n"
         "assignments.go:10:10: assignment mismatch: 2 variables but one returns 1 value\n"
         "assignments.go:11:2: declared and not used: c\n"
         "assignments.go:11:5: declared and not used: d\n"
         "assignments.go:11:8: declared and not used: e\n"
         "assignments.go:11:13: assignment mismatch: 3 variables but two returns 2 values\n"
         "assignments.go:12:6: declared and not used: f\n"
         "assignments.go:12:14: multiple-value two() (value of type (int, string)) in single-value context\n"
         "assignments.go:13:2: declared and not used: g\n"
         "assignments.go:13:7: none() (no value) used as value\n"
         "assignments.go:16:2: cannot assign to struct field m[\"x\"].f in map\n"
         "assignments.go:17:2: cannot assign to one() (neither addressable nor a map index expression)\n"
         "assignments.go:18:2: cannot assign to 1 (neither addressable nor a map index expression)\n"
         "assignments.go:19:2: cannot assign to \"a\"[0] (neither addressable nor a map index expression)\n"
         "assignments.go:20:4: no new variables on left side of :=\n"
         "assignments.go:21:5: a repeated on left side of :=\n"
         "assignments.go:22:2: undefined: x\n"
         "assignments.go:22:2: non-name x.y on left side of :=\n"
         "assignments.go:23:6: declared and not used: s\n"
         "assignments.go:23:17: cannot use 1 (untyped int constant) as string value in variable declaration\n"
         "assignments.go:24:6: declared and not used: i\n"
         "assignments.go:24:14: cannot use \"a\" (untyped string constant) as int value in variable declaration\n"
         "assignments.go:25:6: declared and not used: n\n"
         "assignments.go:25:14: cannot use nil as int value in variable declaration\n"
         "assignments.go:26:2: declared and not used: o\n"
         "assignments.go:26:7: use of untyped nil in assignment\n"
         "assignments.go:27:6: declared and not used: u8\n"
         "assignments.go:27:17: cannot use 256 (untyped int constant) as uint8 value in variable declaration (overflows)\n"
         "assignments.go:28:6: declared and not used: k\n"
         "assignments.go:28:14: cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)\n"
         "assignments.go:29:6: use of untyped nil in assignment to _ identifier\n"
         "assignments.go:30:12: one() (value of type int) is not constant\n"
         "assignments.go:31:4: m.f undefined (type map[string]T has no field or method f)\n"
         "assignments.go:32:2: cannot assign to main (neither addressable nor a map index expression)\n"},
    {"closures.go",
         "package main\n"
         "\n"
         "var f = func() int { return g }\n"
         "var g = f()\n"
         "\n"
         "func main() {\n"
         "\tx := func() int { return x }\n"
         "\tvar y = func() { y() }\n"
         "\t_ = x\n"
         "}\n",
         "closures.go:3:5: initialization cycle for f\n"
         "\tclosures.go:3:5: f refers to g\n"
         "\tclosures.go:4:5: g refers to f\n"
         "closures.go:7:27: undefined: x\n"
         "closures.go:8:6: declared and not used: y\n"
         "closures.go:8:19: undefined: y\n"},
    {"constants.go",
         "package main\n"
         "\n"
         "const (\n"
         "\ta uint8 = 254 + iota\n"
         "\tb\n"
         "\tc\n"
         "\td\n"
         ")\n"
         "const e []int = nil\n"
         "const f = len([]int{1})\n"
         "const g int = \"x\"\n"
         "\n"
         "func main() {\n"
         "\t_ = iota\n"
         "\tconst h = iota\n"
         "\tconst i, j = 1\n"
         "}\n",
         "constants.go:6:2: cannot use 254 + iota (untyped int constant 256) as uint8 value in constant declaration (overflows)\n"
         "constants.go:7:2: cannot use 254 + iota (untyped int constant 257) as uint8 value in constant declaration (overflows)\n"
         "constants.go:9:9: invalid constant type []int\n"
         "constants.go:10:11: len([]int{…}) (value of type int) is not constant\n"
         "constants.go:11:15: cannot use \"x\" (untyped string constant) as int value in constant declaration\n"
         "constants.go:14:6: cannot use iota outside constant declaration\n"
         "constants.go:16:11: missing init expr for j\n"},
    {"init_cycle.go",
         "package main\n"
         "\n"
         "var a = b\n"
         "var b = f()\n"
         "\n"
         "func f() int { return a }\n"
         "\n"
         "var c = c\n"
         "\n"
         "const d = d\n"
         "\n"
         "func main() {}\n",
         "init_cycle.go:3:5: initialization cycle for a\n"
         "\tinit_cycle.go:3:5: a refers to b\n"
         "\tinit_cycle.go:4:5: b refers to f\n"
         "\tinit_cycle.go:6:6: f refers to a\n"
         "init_cycle.go:8:5: initialization cycle: c refers to itself\n"
         "init_cycle.go:10:7: initialization cycle: d refers to itself\n"},
    {"interfaces.go",
         "package main\n"
         "\n"
         "type A interface {\n"
         "\tf()\n"
         "\tf()\n"
         "\t_()\n"
         "}\n"
         "type B interface{ g() int }\n"
         "type C interface{ g() string }\n"
         "type D interface {\n"
         "\tB\n"
         "\tC\n"
         "}\n"
         "type N interface{ ~int | string }\n"
         "\n"
         "var n N\n"
         "var cmp comparable\n"
         "\n"
         "type M interface{ int | ~int | A }\n"
         "type O interface{ ~M }\n"
         "type Q int\n"
         "type R interface{ ~Q }\n"
         "\n"
         "func main() {}\n",
         "interfaces.go:5:2: duplicate method f\n"
         "\tinterfaces.go:4:2: other declaration of method f\n"
         "interfaces.go:6:2: methods must have a unique non-blank name\n"
         "interfaces.go:12:2: duplicate method g\n"
         "\tinterfaces.go:11:2: other declaration of method g\n"
         "interfaces.go:16:7: cannot use type N outside a type constraint: interface contains type constraints\n"
         "interfaces.go:17:9: cannot use type comparable outside a type constraint: interface is (or embeds) comparable\n"
         "interfaces.go:19:25: overlapping terms ~int and int\n"
         "interfaces.go:19:32: cannot use main.A in union (main.A contains methods)\n"
         "interfaces.go:20:19: invalid use of ~ (M is an interface)\n"
         "interfaces.go:22:19: invalid use of ~ (underlying type of Q is int)\n"},
    {"labels.go",
         "package main\n"
         "\n"
         "func main() {\n"
         "L:\n"
         "\tfor {\n"
         "\t\tbreak M\n"
         "\t\tcontinue L\n"
         "\t}\n"
         "L:\n"
         "\tgoto N\n"
         "\tx := 1\n"
         "\t_ = x\n"
         "N:\n"
         "\tgoto O\n"
         "\t{\n"
         "\tO:\n"
         "\t}\n"
         "unused:\n"
         "\tgoto missing\n"
         "\tif true {\n"
         "\tP:\n"
         "\t\tfor {\n"
         "\t\t\tbreak P\n"
         "\t\t}\n"
         "\t}\n"
         "Q:\n"
         "\tx++\n"
         "\tfor {\n"
         "\t\tbreak Q\n"
         "\t\tcontinue Q\n"
         "\t}\n"
         "}\n"
         "\n"
         "func f(x int) {\n"
         "\tbreak\n"
         "\tcontinue\n"
         "\tfallthrough\n"
         "\tswitch x {\n"
         "\tcase 1:\n"
         "\t\tfallthrough\n"
         "\tcase 2:\n"
         "\t\tif true {\n"
         "\t\t\tfallthrough\n"
         "\t\t}\n"
         "\tcase 3:\n"
         "\t\tfallthrough\n"
         "\t}\n"
         "\tswitch any(x).(type) {\n"
         "\tcase int:\n"
         "\t\tfallthrough\n"
         "\tcase string:\n"
         "\t}\n"
         "}\n",
         "labels.go:6:9: break label not defined: M\n"
         "labels.go:9:1: label L already defined at labels.go:4:1\n"
         "labels.go:10:7: goto N jumps over declaration of x at labels.go:11:4\n"
         "labels.go:14:7: goto O jumps into block starting at labels.go:15:2\n"
         "labels.go:18:1: label unused defined and not used\n"
         "labels.go:19:7: label missing not defined\n"
         "labels.go:29:9: invalid break label Q\n"
         "labels.go:30:12: invalid continue label Q\n"
         "labels.go:35:2: break is not in a loop, switch, or select\n"
         "labels.go:36:2: continue is not in a loop\n"
         "labels.go:37:2: fallthrough statement out of place\n"
         "labels.go:43:4: fallthrough statement out of place\n"
         "labels.go:46:3: cannot fallthrough final case in switch\n"
         "labels.go:50:3: cannot fallthrough in type switch\n"},
    {"main_args.go",
         "package main\n"
         "\n"
         "func main(x int) {}\n",
         "main_args.go:3:6: func main must have no arguments and no return values\n"},
    {"methods.go",
         "package main\n"
         "\n"
         "type T struct{ m int }\n"
         "\n"
         "func (t T) m() {}\n"
         "func (t T) n() {}\n"
         "func (t *T) n() {}\n"
         "func (t int) p() {}\n"
         "func (t **T) q() {}\n"
         "func (t []T) r() {}\n"
         "\n"
         "type P *T\n"
         "\n"
         "func (p P) s() {}\n"
         "\n"
         "func main() {}\n",
         "methods.go:5:12: field and method with the same name m\n"
         "\tmethods.go:3:16: other declaration of m\n"
         "methods.go:7:13: method T.n already declared at methods.go:6:12\n"
         "methods.go:8:9: cannot define new methods on non-local type int\n"
         "methods.go:9:10: invalid receiver type **T\n"
         "methods.go:10:9: invalid receiver type []T\n"
         "methods.go:14:9: invalid receiver type P (pointer or interface type)\n"},
    {"missing_body.go",
         "package main\n"
         "\n"
         "func f(int) int\n"
         "\n"
         "func main() { f(1) }\n",
         "missing_body.go:3:6: missing function body\n"},
    {"not_types.go",
         "package main\n"
         "\n"
         "var v int\n"
         "\n"
         "func f() {}\n"
         "\n"
         "var a v\n"
         "var b f\n"
         "var d [v]int\n"
         "var e [x]int\n"
         "var g [-1]int\n"
         "var h [1.5]int\n"
         "var i [...]int\n"
         "var j map[[]int]int\n"
         "var k undefined\n"
         "\n"
         "func main() {}\n",
         "not_types.go:7:7: v (package-level variable) is not a type\n"
         "not_types.go:8:7: f (function) is not a type\n"
         "not_types.go:9:8: invalid array length v\n"
         "not_types.go:10:8: undefined array length x or missing type constraint\n"
         "not_types.go:11:8: invalid array length -1 (untyped int constant)\n"
         "not_types.go:12:8: array length 1.5 (untyped float constant) must be integer\n"
         "not_types.go:13:7: invalid use of [...] array (outside a composite literal)\n"
         "not_types.go:14:11: invalid map key type []int\n"
         "not_types.go:15:7: undefined: undefined\n"},
    {"ranges.go",
         "package main\n"
         "\n"
         "func main() {\n"
         "\tvar p *[3]int\n"
         "\tvar ps *[]int\n"
         "\tvar ch chan<- int\n"
         "\tvar rc <-chan int\n"
         "\tfor range ps {\n"
         "\t}\n"
         "\tfor i := range ch {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tfor i, j := range rc {\n"
         "\t\t_, _ = i, j\n"
         "\t}\n"
         "\tfor i, j := range 10 {\n"
         "\t\t_, _ = i, j\n"
         "\t}\n"
         "\tfor i, j := range p {\n"
         "\t\tvar s string = i\n"
         "\t\tvar t string = j\n"
         "\t\t_, _ = s, t\n"
         "\t}\n"
         "\tfor i := range 1.5 {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tfor i := range func() {} {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tfor i := range func(yield func(int)) {} {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tfor i := range func(yield func(int) bool) {} {\n"
         "\t\tvar s string = i\n"
         "\t\t_ = s\n"
         "\t}\n"
         "\tfor i, j := range func(yield func(int) bool) {} {\n"
         "\t\t_, _ = i, j\n"
         "\t}\n"
         "\tfor i := range func(yield func() bool) {} {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tvar b byte\n"
         "\tfor b = range 300 {\n"
         "\t}\n"
         "\tvar f float64\n"
         "\tfor f = range 3 {\n"
         "\t}\n"
         "\tfor _ := range 3 {\n"
         "\t}\n"
         "\tfor i := range nil {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\tfor i := range main {\n"
         "\t\t_ = i\n"
         "\t}\n"
         "\t_, _ = b, f\n"
         "}\n",
         "ranges.go:8:12: cannot range over ps (variable of type *[]int)\n"
         "ranges.go:10:17: cannot range over ch (variable of type chan<- int): receive from send-only channel chan<- int\n"
         "ranges.go:13:9: range over rc (variable of type <-chan int) permits only one iteration variable\n"
         "ranges.go:16:9: range over 10 (untyped int constant) permits only one iteration variable\n"
         "ranges.go:20:18: cannot use i (variable of type int) as string value in variable declaration\n"
         "ranges.go:21:18: cannot use j (variable of type int) as string value in variable declaration\n"
         "ranges.go:24:17: cannot range over 1.5 (untyped float constant)\n"
         "ranges.go:27:17: cannot range over func() {} (value of type func()): func must be func(yield func(...) bool): wrong argument count\n"
         "ranges.go:30:17: cannot range over func(yield func(int)) {} (value of type func(yield func(int))): func must be func(yield func(...) bool): yield func does not return bool\n"
         "ranges.go:34:18: cannot use i (variable of type int) as string value in variable declaration\n"
         "ranges.go:37:9: range over func(yield func(int) bool) {} (value of type func(yield func(int) bool)) permits only one iteration variable\n"
         "ranges.go:40:6: range over func(yield func() bool) {} (value of type func(yield func() bool)) permits no iteration variables\n"
         "ranges.go:44:16: cannot use 300 (untyped int constant) as byte value in range clause (overflows)\n"
         "ranges.go:47:6: cannot use iteration variable of type float64\n"
         "ranges.go:49:2: no new variables on left side of :=\n"
         "ranges.go:51:17: cannot range over nil\n"
         "ranges.go:54:17: cannot range over main (value of type func()): func must be func(yield func(...) bool): wrong argument count\n"},
    {"recursive_types.go",
         "package main\n"
         "\n"
         "type T struct{ t T }\n"
         "type A B\n"
         "type B A\n"
         "type C [2]D\n"
         "type D struct{ c C }\n"
         "type E = E\n"
         "type P *P\n"
         "type I interface{ I }\n"
         "\n"
         "func main() {}\n",
         "recursive_types.go:3:6: invalid recursive type: T refers to itself\n"
         "recursive_types.go:4:6: invalid recursive type A\n"
         "\trecursive_types.go:4:6: A refers to B\n"
         "\trecursive_types.go:5:6: B refers to A\n"
         "recursive_types.go:6:6: invalid recursive type C\n"
         "\trecursive_types.go:6:6: C refers to D\n"
         "\trecursive_types.go:7:6: D refers to C\n"
         "recursive_types.go:8:6: invalid recursive type: E refers to itself\n"
         "recursive_types.go:10:6: invalid recursive type: I refers to itself\n"},
    {"redeclared.go",
         "package main\n"
         "\n"
         "var x int\n"
         "var x string\n"
         "\n"
         "func f() {\n"
         "\tvar y int\n"
         "\tvar y int\n"
         "\t_ = y\n"
         "}\n"
         "\n"
         "func main() {}\n",
         "redeclared.go:4:5: x redeclared in this block\n"
         "\tredeclared.go:3:5: other declaration of x\n"
         "redeclared.go:8:6: y redeclared in this block\n"
         "\tredeclared.go:7:6: other declaration of y\n"},
    {"returns.go",
         "package main\n"
         "\n"
         "func a() int {}\n"
         "func b() (int, string) { return 1 }\n"
         "func c() { return 1 }\n"
         "func d() int { return 1, \"x\" }\n"
         "func e() (x int) {\n"
         "\t{\n"
         "\t\tx := 1\n"
         "\t\t_ = x\n"
         "\t\treturn\n"
         "\t}\n"
         "}\n"
         "func f(x int) int {\n"
         "\tfor {\n"
         "\t\tif x > 0 {\n"
         "\t\t\tbreak\n"
         "\t\t}\n"
         "\t}\n"
         "}\n"
         "func g(x int) int {\n"
         "L:\n"
         "\tfor {\n"
         "\t\tswitch {\n"
         "\t\tcase x > 0:\n"
         "\t\t\tbreak L\n"
         "\t\t}\n"
         "\t}\n"
         "}\n"
         "func h(x int) int {\n"
         "\tswitch x {\n"
         "\tcase 1:\n"
         "\t\treturn 1\n"
         "\tdefault:\n"
         "\t\tpanic(x)\n"
         "\t}\n"
         "}\n"
         "func i() (int, error) { return nil, 2 }\n"
         "func main() {}\n",
         "returns.go:3:15: missing return\n"
         "returns.go:4:33: not enough return values\n"
         "\thave (number)\n"
         "\twant (int, string)\n"
         "returns.go:5:19: too many return values\n"
         "\thave (number)\n"
         "\twant ()\n"
         "returns.go:6:26: too many return values\n"
         "\thave (number, string)\n"
         "\twant (int)\n"
         "returns.go:11:3: result parameter x not in scope at return\n"
         "\treturns.go:9:3: inner declaration of var x int\n"
         "returns.go:20:1: missing return\n"
         "returns.go:29:1: missing return\n"
         "returns.go:38:32: cannot use nil as int value in return statement\n"
         "returns.go:38:37: cannot use 2 (constant of type int) as error value in return statement: int does not implement error (missing method Error)\n"},
    {"right.go",
         "package main\n"
         "\n"
         "import . \"unsafe\"\n"
         "\n"
         "type L struct {\n"
         "\tnext *L\n"
         "\tm    map[string]L\n"
         "\tf    func(L) (L, error)\n"
         "}\n"
         "\n"
         "type (\n"
         "\tA = B\n"
         "\tB struct{ a *A }\n"
         ")\n"
         "\n"
         "func (l *L) Next() *L { return l.next }\n"
         "\n"
         "const (\n"
         "\tx = iota\n"
         "\ty\n"
         "\tz = \"a\"\n"
         "\tw\n"
         ")\n"
         "\n"
         "var p Pointer\n"
         "var a, b = two()\n"
         "\n"
         "func two() (int, string) { return y, w }\n"
         "\n"
         "func sum(xs ...int) (total int) {\n"
         "\tfor _, x := range xs {\n"
         "\t\ttotal += x\n"
         "\t}\n"
         "\treturn\n"
         "}\n"
         "\n"
         "func init() {}\n"
         "func init() {}\n"
         "\n"
         "func main() {\n"
         "outer:\n"
         "\tfor i := range 3 {\n"
         "\t\tfor {\n"
         "\t\t\tif i == 1 {\n"
         "\t\t\t\tcontinue outer\n"
         "\t\t\t}\n"
         "\t\t\tbreak outer\n"
         "\t\t}\n"
         "\t}\n"
         "\tv, ok := map[string]int{}[\"x\"]\n"
         "\tvar l L\n"
         "\tl.Next().Next()\n"
         "\tprintln(sum(1, 2, v), ok, p == nil, a, b)\n"
         "}\n",
         ""},
    {"special_names.go",
         "package main\n"
         "\n"
         "var init int\n"
         "\n"
         "func init() int { return 1 }\n"
         "\n"
         "var main int\n",
         "special_names.go:3:5: cannot declare init - must be func\n"
         "special_names.go:5:6: func init must have no arguments and no return values\n"
         "special_names.go:7:5: cannot declare main - must be func\n"},
    {"statements.go",
         "package main\n"
         "\n"
         "func f() int { return 1 }\n"
         "\n"
         "func main() {\n"
         "\tvar ch chan int\n"
         "\tvar rc <-chan int\n"
         "\tvar x int\n"
         "\t1 + 2\n"
         "\tx\n"
         "\tf\n"
         "\tlen\n"
         "\tint\n"
         "\tlen(\"x\")\n"
         "\tappend([]int{}, 1)\n"
         "\tdefer int(3)\n"
         "\tgo len(\"x\")\n"
         "\tdefer recover()\n"
         "\tif x {\n"
         "\t}\n"
         "\tfor x {\n"
         "\t}\n"
         "\trc <- 1\n"
         "\tch <- \"x\"\n"
         "\tx <- 1\n"
         "\t\"a\"++\n"
         "\tx += \"b\"\n"
         "\tselect {\n"
         "\tcase x = 1:\n"
         "\tcase f():\n"
         "\tcase <-ch:\n"
         "\tcase ch <- 1:\n"
         "\tdefault:\n"
         "\tdefault:\n"
         "\t}\n"
         "}\n",
         "statements.go:9:2: 1 + 2 (untyped int constant 3) is not used\n"
         "statements.go:10:2: x (variable of type int) is not used\n"
         "statements.go:11:2: f (value of type func() int) is not used\n"
         "statements.go:12:2: len (built-in) must be called\n"
         "statements.go:13:2: int (type) is not an expression\n"
         "statements.go:14:2: len(\"x\") (constant 1 of type int) is not used\n"
         "statements.go:15:2: append([]int{}, 1) (value of type []int) is not used\n"
         "statements.go:16:8: defer requires function call, not conversion int(3) (constant 3 of type int)\n"
         "statements.go:17:5: go discards result of len(\"x\") (constant 1 of type int)\n"
         "statements.go:19:5: non-boolean condition in if statement\n"
         "statements.go:21:6: non-boolean condition in for statement\n"
         "statements.go:23:2: invalid operation: cannot send to receive-only channel <-chan int rc (variable of type <-chan int)\n"
         "statements.go:24:8: cannot use \"x\" (untyped string constant) as int value in send\n"
         "statements.go:25:2: invalid operation: cannot send to non-channel int x (variable of type int)\n"
         "statements.go:26:2: invalid operation: \"a\"++ (non-numeric type untyped string)\n"
         "statements.go:27:2: invalid operation: x += \"b\" (mismatched types int and untyped string)\n"
         "statements.go:29:7: select case must be send or receive (possibly with assignment)\n"
         "statements.go:30:8: select case must be send or receive (possibly with assignment)\n"
         "statements.go:34:2: multiple defaults (first at statements.go:33:2)\n"},
    {"structs.go",
         "package main\n"
         "\n"
         "type E struct {\n"
         "\ta, b int\n"
         "\ta string\n"
         "\t*int\n"
         "}\n"
         "\n"
         "type P *int\n"
         "type I interface{}\n"
         "type F struct {\n"
         "\tP\n"
         "\t*I\n"
         "}\n"
         "\n"
         "func main() {}\n",
         "structs.go:5:2: a redeclared\n"
         "\tstructs.go:4:2: other declaration of a\n"
         "structs.go:12:2: embedded field type cannot be a pointer\n"
         "structs.go:13:2: embedded field type cannot be a pointer to an interface\n"},
    {"switches.go",
         "package main\n"
         "\n"
         "import \"unsafe\"\n"
         "\n"
         "type S string\n"
         "\n"
         "func main() {\n"
         "\tvar x int\n"
         "\tvar f func()\n"
         "\tvar a any\n"
         "\tvar e error\n"
         "\tswitch x {\n"
         "\tcase 1, 2, 1:\n"
         "\tcase \"a\":\n"
         "\tcase 3.0:\n"
         "\tcase 3:\n"
         "\tdefault:\n"
         "\tdefault:\n"
         "\t}\n"
         "\tswitch f {\n"
         "\tcase nil:\n"
         "\tcase f:\n"
         "\t}\n"
         "\tswitch a {\n"
         "\tcase \"x\", S(\"x\"), \"x\":\n"
         "\t}\n"
         "\tswitch {\n"
         "\tcase true, false, true:\n"
         "\tcase x:\n"
         "\t}\n"
         "\tswitch []int{} {\n"
         "\t}\n"
         "\tswitch [1][]int{} {\n"
         "\t}\n"
         "\tswitch nil {\n"
         "\t}\n"
         "\tswitch e.(type) {\n"
         "\tcase int:\n"
         "\tcase nil, nil:\n"
         "\tcase error, unsafe.Pointer, error:\n"
         "\t}\n"
         "\tswitch x.(type) {\n"
         "\t}\n"
         "\tswitch _ := a.(type) {\n"
         "\t}\n"
         "}\n",
         "switches.go:13:13: duplicate case 1 (constant of type int) in expression switch\n"
         "\tswitches.go:13:7: previous case\n"
         "switches.go:14:7: cannot convert \"a\" (untyped string constant) to type int\n"
         "switches.go:16:7: duplicate case 3 (constant of type int) in expression switch\n"
         "\tswitches.go:15:7: previous case\n"
         "switches.go:18:2: multiple defaults (first at switches.go:17:2)\n"
         "switches.go:22:7: invalid case f in switch on f (func can only be compared to nil)\n"
         "switches.go:25:20: duplicate case \"x\" (constant of type string) in expression switch\n"
         "\tswitches.go:25:7: previous case\n"
         "switches.go:29:7: invalid case x in switch on true (mismatched types int and bool)\n"
         "switches.go:33:9: cannot switch on [1][]int{} (value of type [1][]int) ([1][]int is not comparable)\n"
         "switches.go:35:9: use of untyped nil in switch expression\n"
         "switches.go:38:7: impossible type switch case: int\n"
         "\te (variable of interface type error) cannot have dynamic type int (missing method Error)\n"
         "switches.go:39:12: duplicate case nil in type switch\n"
         "\tswitches.go:39:7: previous case\n"
         "switches.go:40:14: impossible type switch case: unsafe.Pointer\n"
         "\te (variable of interface type error) cannot have dynamic type unsafe.Pointer (missing method Error)\n"
         "switches.go:40:30: duplicate case error in type switch\n"
         "\tswitches.go:40:7: previous case\n"
         "switches.go:42:9: x (variable of type int) is not an interface\n"
         "switches.go:44:9: no new variable on left side of :=\n"},
    {"unknown_import.go",
         "package main\n"
         "\n"
         "import \"unsafe\"\n"
         "\n"
         "var x unsafe.Foo\n"
         "var y unsafe.Pointer = unsafe.Pointer(nil)\n"
         "var unsafe int\n"
         "\n"
         "func main() {}\n",
         "unknown_import.go:5:14: undefined: unsafe.Foo\n"
         "unknown_import.go:7:5: unsafe already declared through import of package unsafe (\"unsafe\")\n"
         "\tunknown_import.go:3:8: other declaration of unsafe\n"},
    {"unused.go",
         "package main\n"
         "\n"
         "import \"unsafe\"\n"
         "import u \"unsafe\"\n"
         "\n"
         "func main() {\n"
         "\tx := 1\n"
         "\tvar y int\n"
         "\ty = 2\n"
         "\tfunc() {\n"
         "\t\tz := 3\n"
         "\t}()\n"
         "\tswitch t := any(nil).(type) {\n"
         "\tcase int:\n"
         "\t}\n"
         "\tfor i, j := range []int{} {\n"
         "\t}\n"
         "}\n",
         "unused.go:3:8: \"unsafe\" imported and not used\n"
         "unused.go:4:8: \"unsafe\" imported as u and not used\n"
         "unused.go:7:2: declared and not used: x\n"
         "unused.go:8:6: declared and not used: y\n"
         "unused.go:11:3: declared and not used: z\n"
         "unused.go:13:9: t declared and not used\n"
         "unused.go:16:6: declared and not used: i\n"
         "unused.go:16:9: declared and not used: j\n"},
};

static void test_messages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Front f;
        front_init(&f);
        front_parse(&f, cases[i].file, cases[i].source);
        bool ok = check_package(f.checker, f.pkg);
        char *messages = front_messages(&f);
        assert_string_equal(messages, cases[i].messages);
        assert_int_equal(ok, cases[i].messages[0] == 0);
        free(messages);
        front_done(&f);
    }
}

static Object *global(Front *f, const char *name)
{
    Object *o = scope_find(f->pkg->scope, intern_text(&f->names, name));
    assert_non_null(o);
    return o;
}

static void test_several_files(void **state)
{
    (void)state;
    Front f;
    front_init(&f);
    front_parse(&f, "a.go", "package main\n\nfunc main() {}\n");
    front_parse(&f, "other.go", "package main\n\nfunc main() {}\n");
    assert_false(check_package(f.checker, f.pkg));
    char *messages = front_messages(&f);
    assert_string_equal(messages, "other.go:3:6: main redeclared in this block\n\ta.go:3:6: other declaration of main\n");
    free(messages);
    front_done(&f);
}

static void test_initialization_order(void **state)
{
    (void)state;
    Front f;
    front_init(&f);
    front_parse(&f, "a.go",
                "package main\n"
                "var a = b + c\n"
                "var b = f()\n"
                "var c, d = g()\n"
                "var e = 1\n"
                "func f() int { return d + e }\n"
                "func g() (int, int) { return e, e }\n"
                "func main() {}\n");
    assert_true(check_package(f.checker, f.pkg));
    const char *const order[] = {"e", "c", "b", "a"};
    assert_int_equal(f.pkg->init_order.n, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(f.pkg->init_order.at[i]->lhs[0]->name->text, order[i]);
    assert_int_equal(f.pkg->init_order.at[1]->n, 2);
    int n;
    Object **deps = check_dependencies(global(&f, "f"), &n);
    assert_int_equal(n, 2);
    assert_ptr_equal(deps[0], global(&f, "d"));
    front_done(&f);
}

// A package as the library embeds it: nothing is looked at before it is asked for.
static void test_lazy_package(void **state)
{
    (void)state;
    Front f;
    front_init(&f);
    front_parse(&f, "lib.go",
                "package lib\n"
                "func (t *T) M() int { return B }\n"
                "const (\n\tA = iota + 1\n\tB\n)\n"
                "type T struct{ u int }\n"
                "type U struct{ wrong }\n"
                "func bad() int { return \"x\" }\n"
                "var v int = bad()\n"
                "var w = t.M()\n"
                "var t T\n");
    f.pkg->is_std = true;
    AstFile *file = f.pkg->files.at[0];
    f.pkg->name = AS(Ident, IDENT, file->package_name)->name;
    Scope *scope = check_file_scope(f.checker, f.pkg, file);
    for (int i = 0; i < file->decls.n; i++)
        check_add_declaration(f.checker, f.pkg, scope, file->decls.at[i]);
    Object *b = global(&f, "B");
    assert_null(b->type);
    check_resolve(f.checker, b);
    int64_t value;
    assert_true(const_int64_value(b->value, &value));
    assert_int_equal(value, 2);

    Object *w = global(&f, "w");
    InitOrder *order;
    assert_true(check_var_init(f.checker, w, &order));
    assert_int_equal(order->n, 1);
    assert_ptr_equal(w->type, basic_type(f.checker, KIND_INT));
    Object *t = global(&f, "T");
    assert_int_equal(t->type->named.n_methods, 1);
    assert_true(check_body(f.checker, t->type->named.methods[0]));

    Object *v = global(&f, "v");
    assert_true(check_var_init(f.checker, v, &order));
    assert_int_equal(f.diags.errors, 0);
    assert_false(check_body(f.checker, global(&f, "bad")));
    assert_int_equal(f.diags.errors, 1);
    check_resolve(f.checker, global(&f, "U"));
    assert_int_equal(f.diags.errors, 2);
    front_done(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages),
        cmocka_unit_test(test_several_files),
        cmocka_unit_test(test_initialization_order),
        cmocka_unit_test(test_lazy_package),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
