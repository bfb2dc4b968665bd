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
check("if true {\n\n8\n", r"\A8\n\Z", r"syntax error")
check(":help\n", r":goroutines")
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
check("go func() { select {} }()\ntime.Sleep(time.Millisecond)\n:goroutines\n", r"goroutine \d+ \[select \(no cases\)\]")
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
print("ok")
