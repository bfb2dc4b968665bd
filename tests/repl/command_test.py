#!/usr/bin/env python3
"""Commands, on a pipe: `minigo repl < FILE`."""
import os, re, subprocess, sys, tempfile

MINIGO = os.path.abspath(sys.argv[1])
FOLDER = tempfile.mkdtemp(prefix="minigo_repl_")


def run(text, args=("repl",)):
    p = subprocess.run([MINIGO, *args], input=text, capture_output=True, text=True, cwd=FOLDER, timeout=120,
                       env=dict(os.environ, HOME=FOLDER))
    assert p.returncode == 0, (p.returncode, p.stdout, p.stderr)
    return p.stdout, p.stderr


def check(text, out=None, err=None):
    o, e = run(text)
    if out is not None:
        assert re.search(out, o, re.S), "%s\nprinted %r, %r; expected %r" % (text, o, e, out)
    assert (e == "") if err is None else re.search(err, e, re.S), "%s\nreported %r; expected %r" % (text, e, err)
    return o


check("1 + 2\n", r"\A3\n\Z")
check("x := 1\nx +\n2\n", r"\A3\n\Z")
check("y\n7\n", r"\A7\n\Z", r"\A    y\n    \^\nundefined: y\n\Z")
# A blank line is part of an input; two end one that would never be complete.
check("if true {\n\nfmt.Println(8)\n}\n", r"\A8\n\Z")
check("if true {\n\n\n8\n", r"\A8\n\Z", r"syntax error")
# What a newline makes wrong is wrong at once.
check("a, b\nf(1\n7\n", r"\A7\n\Z", r"    a, b\n        \^\nsyntax error: unexpected newline, expected .*\n    f\(1\n       \^\nsyntax error: unexpected newline in argument list")
# Files and what is pasted from them begin with a package clause.
check("package main\n\nimport \"fmt\"\n\nfunc main() {\n\n\tfmt.Println(9)\n}\nmain()\n", r"\A9\n\Z")
# The last values have names.
check("1 + 2\n_ * 2\n_1\n_ + _2\n", r"\A3\n6\n3\n9\n\Z")
check("strconv.Atoi(\"12\")\nx := _ + 1\nx\n", r"\A12\n13\n\Z")
check("[]string{\"a\"}\nnosuch\n_[0]\nfunc f() string { return _1[0] }\nf()\n", r'\A\[\]string\{"a"\}\n"a"\n"a"\n\Z', "nosuch")
check("type T struct{ A int }\nT{1}\n_.A = 5\n_\n_2\n", r"\Amain.T\{A: 1\}\nmain.T\{A: 5\}\nmain.T\{A: 5\}\n\Z")
check("_\n_1\n_0\n_9\n_a\n", r"\A\Z", r"cannot use _ as value.*undefined: _1.*undefined: _0.*undefined: _9.*undefined: _a")
check("1\nvar _ = 2\n_, y := 3, 4\n_ = 5\nfor _, v := range []int{y} { _ = v }\n_1\n", r"\A1\n1\n\Z")
check("errors.New(\"e\")\n_.Error()\nnil\n_ + 1\n", r'\Ae \(\*errors.errorString\)\n"e"\nnil\n\Z', "cannot use _")
check("0\n" + "x := 0\nx++\n" * 60 + "_1\n7\n_\n", r"\A0\n0\n7\n7\n\Z")
check("0\n" + "1\n" * 100 + "_1\n", r"\A0\n(1\n){100}\Z", "undefined: _1")
# What comes again word for word means what it means now, and is called by its own number.
check("panic(1)\n2\npanic(1)\n", r"\A2\n\Z", r"input 1:1 .*input 3:1 ")
check("x := 1\nx\nx := \"s\"\nx\n:undo\nx\n", r'\A1\n"s"\nforgotten: x\n1\n\Z')
check("_4\n_4\n7\n8\n_4\n", r"\A7\n8\n8\n\Z", r"undefined: _4.*undefined: _4")
check("type T int\nT(1).M()\nfunc (T) M() int { return 5 }\nT(1).M()\nfunc (T) M() string { return \"s\" }\nT(1).M()\n", r'\A5\n"s"\n\Z',
      r"T\(1\).M undefined")
check("var p, q any\n{ type T int; p, q = T(1), p }\n{ type T int; p, q = T(1), p }\np == q\n", r"\Afalse\n\Z")
check("_, file, _, _ := runtime.Caller(0)\n_, file, _, _ = runtime.Caller(0)\nold := file\n_, file, _, _ = runtime.Caller(0)\nold\n",
      r'\A"input 2"\n\Z')
check("var old, file string\n_, file, _, _ = runtime.Caller(0)\nold = file\n_, file, _, _ = runtime.Caller(0)\nold + file\n",
      r'\A"input 2input 4"\n\Z')
check("f()\nf()\nf := func() int { return 3 }\nf()\nf()\n", r"\A3\n3\n\Z", r"undefined: f\n.*undefined: f\n")
check("x := 0\nx++\nx++\npanic(x)\npanic(x)\nx++\n:save again.go\n", r"\A\Z", "panic: 2.*panic: 2")
with open(os.path.join(FOLDER, "again.go")) as f:
    assert f.read().count("x++") == 3
check("os.Exit(3)\n1\nos.Exit(0)\ngo os.Exit(2)\nfor runtime.NumGoroutine() > 1 { runtime.Gosched() }\n",
      r"\A1\n\Z", r"\Aexit status 3\nexit status 0\nexit status 2\n\Z")
# Constants that fit no type.
check("math.MaxUint64\nconst Big = 1 << 100\nBig\nBig >> 99\n", r"\A18446744073709551615 \(untyped int constant\)\n1267650600228229401496703205376 \(untyped int constant\)\n2\n\Z")
check("exit\nquit()\nhelp\n", r"\A\Z", r"undefined: exit\nCtrl-D or :quit leaves\n.*undefined: quit\nCtrl-D or :quit leaves\n.*:help helps")
check("[]byte(\"text\")\n[]byte{1, 2}\n[]byte(nil)\n(*int)(nil)\n", r'\A\[\]byte\("text"\)\n\[\]byte\{0x1, 0x2\}\n\[\]byte\(nil\)\nnil \(\*int\)\n\Z')
check("??sum\nfunc f() int {\n\treturn 1\n}\n??f\n?f\nf?\n", r"\Afunc f\(\) int \{\n\treturn 1\n\}\nfunc f\(\) int\nfunc f\(\) int\n\Z", "nothing is known of sum")
check("??strings.TrimSpace\n", r"func TrimSpace\(s string\) string \{\n\t.*\n\}\n")
check(":\n", r":goroutines")
check("long := make([]int, 100)\n:vars\n", r"\Along \[\]int = \[\]int\{0, 0[^\n]{20,60}\u2026\n\Z")
check("  nosuch\n:time nosuch\n:type nosuch\n", None, r"\A      nosuch\n      \^\nundefined: nosuch\n    nosuch\n    \^\n")
check("\u00fc := \"\u65e5\u672c\" + nosuch\n", None, r'\A    \u00fc := "\u65e5\u672c" \+ nosuch\n                  \^\n')
check("x := \"" + "y" * 300 + "\" + nosuch + 1\n", None, r"\A... y{29,}\" \+ nosuch \+ 1\n {42}\^\nundefined")
check(":help\n", r":goroutines")
check(":help dump\n:help :type\n:h strings.Fields\n:help nosuch\n", r"\A  :dump STAGE INPUT +tokens[^\n]*\n  :type EXPRESSION [^\n]*\nfunc Fields\(", "\\Anothing is known of nosuch\n\\Z")
check(":type 1 << 3\n", r"\Aint = 8\n\Z")
check(":type fmt\n:type len\n:type []int\n", r"\Apackage fmt\nbuilt-in function\ntype \[\]int\n\Z")
check("type T struct{ A int }\n:type T\n:type T{}.A\n", r"\Atype T struct\{A int\}\nint\n\Z")
check("n := 0\nfunc f() int { n++; return n }\n:type f()\nn\n", r"\Aint\n0\n\Z")
check(":type nosuch\n", None, r"undefined: nosuch")
check(":doc strings.TrimSpace\n", r"func TrimSpace\(s string\) string\n    ")
check("?strings.Builder.Len\n", r"func \(b \*Builder\) Len\(\) int")
check("// f doubles.\nfunc f(a int) int { return a * 2 }\n?f\n", r"func f\(a int\) int \{ return a \* 2 \}\n    f doubles\.|func f\(a int\) int")
check("?nosuchname\n", None, "nothing is known of nosuchname")
check(":dump tokens a+1\n", r"name +a.*integer literal")
check(":dump ast a+1\n", r"binary expression")
check("a := 1\n:dump types a+1\n", r"a \+ 1 +value +int")
check("func f(a int) int { return a * 2 }\n:dump bytecode f\n", r"main\.f.*RET")
check("a := 1\n:dump bytecode a = a + 7\na\n", r"ADD.*\n1\n\Z")
check(":time 1+1\n", r"\A2\n[0-9.]+ (µs|ms|s)\n\Z")
check("a := 1\nb := \"s\"\na := 2\n:vars\n", r"\Ab string = \"s\"\na int = 2\n\Z|\Aa int = 2\nb string = \"s\"\n\Z")
for ms in (1, 100, 10000):  # it comes to its statement when it is its turn
    o = check("go func() { select {} }()\ntime.Sleep(%d * time.Millisecond)\n:goroutines\n" % ms, r"\Agoroutine \d+ \[[^\n]*\n\Z")
    if "select (no cases)" in o:
        break
else:
    raise AssertionError(o)
check("x := 1\nx := \"s\"\n:undo\nx\n", r"\Aforgotten: x\n1\n\Z")
check("x := 1\n:reset\nx\n", None, "undefined: x")
check(":undo\n", None, "nothing is declared")
check(":nosuch\n", None, "there is no command :nosuch")
check(":t 1\n", None, ":t may be :type or :time")
check(":q\n1\n", r"\A\Z")
check(":quit now\n", None, "takes nothing")
check(":load .\n", None, "cannot read .: Is a directory")
check(":type )\n", None, r"\A    \)\n    \^\nsyntax error: [^\n]*\n\Z")
check(":load nosuch.go\n", None, "cannot read nosuch.go")

with open(os.path.join(FOLDER, "lib.go"), "w") as f:
    f.write('// A file.\npackage lib\n\nimport "strings"\n\nfunc Twice(s string) string { return strings.Repeat(s, 2) }\n')
check(':load lib.go\nTwice("ab")\n', r'Twice\n"abab"\n')

# What is saved is a program that does the same.
SESSION = """
import str "strings"
type T struct { A int }
func (t T) Get() int { return 1 }
func (t *T) Add(n int) { t.A += n }
x := 5
func useX() int { return x * 2 }
x = x + 1
x := x * 10
t := T{x}
func (t T) Get() int { return t.A + 100 }
t.Add(1)
t.Get()
type T struct { B string }
u := T{"b"}
x := "now text"
var (
	m = map[string]int{"one": 1}
	n, o = 1, `raw
text`
)
const (
	c0 = iota
	c1
)
for i := 0; i < 2; i++ {
	fmt.Println(i, c1)
}
if k := len(m); k > 0 { fmt.Println(str.ToUpper(x), n, o, u, c0) }
useX()
a, err := strconv.Atoi("12")
fmt.Println(a, err)
func main() { fmt.Println("mine") }
main()
w := new(str.Builder)
w.WriteString("end")
w.String()
undefinedName
"""
run(SESSION + ":save saved.go\n")
p = subprocess.run([MINIGO, "run", "saved.go"], capture_output=True, text=True, cwd=FOLDER, timeout=60)
with open(os.path.join(FOLDER, "saved.go")) as f:
    saved = f.read()
assert p.returncode == 0, p.stderr + saved
assert p.stdout == "161\n0 1\n1 1\nNOW TEXT 1 raw\ntext {b} 0\n120\n12 <nil>\nmine\nend\n" or \
    p.stdout == "161\n0 1\n1 1\nNOW TEXT 1 raw\ntext {b} 0\n120\n12 <nil>\nmine\n3 <nil>\nend\n", p.stdout + saved
# Names of values, deferred calls at the end of their input, and the lines' indentation.
run("""20 + 1
_ * 2
strconv.Atoi("7")
_ + _1
strconv.Atoi("x")
errors.New("first")
_.Error()
defer fmt.Println("before the rest")
func f(n int) string {
switch {
case n > 1:
return fmt.Sprint(func() int {
return n
}(), `
  raw`)
}
return "small"
}
f(2)
:save kept.go
""")
p = subprocess.run([MINIGO, "run", "kept.go"], capture_output=True, text=True, cwd=FOLDER, timeout=60)
with open(os.path.join(FOLDER, "kept.go")) as f:
    saved = f.read()
assert p.stdout == '21\n42\n7\n28\n0 strconv.Atoi: parsing "x": invalid syntax\nfirst\nfirst\nbefore the rest\n2\n  raw\n', p.stdout + p.stderr + saved
assert """
func f(n int) string {
	switch {
	case n > 1:
		return fmt.Sprint(func() int {
			return n
		}(), `
  raw`)
	}
	return "small"
}
""" in saved, saved
print("ok")
