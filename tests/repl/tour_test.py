#!/usr/bin/env python3
"""A tour of Go as a person types it, mistakes included, then every command of a session, on a terminal."""
from terminal import *


def lines(s, text):
    """Types a block line by line as a person does; the editor indents."""
    for line in text.strip("\n").split("\n"):
        s.keys(line.strip() + ENTER)
    s.wait(r"go> \Z")


def test_tour():
    s = Session(rows=40)
    s.enter('import "math"', "")
    s.enter("math.pi", r"go> math.pi\n {8} \^\nundefined: math.pi \(but have Pi\)")
    s.enter("math.Pi", "^3.141592653589793")
    lines(s, "func split(sum int) (x, y int) {\nx = sum * 4 / 9\ny = sum - x\nreturn\n}")
    s.enter("split(17)", r"^7\n10")
    s.enter("var c, python, java bool", "")
    s.enter("c, python", r"go> c, python\n +\^\nsyntax error: unexpected newline, expected .*")
    s.enter("const Big = 1 << 100", "")
    s.enter("Big", r"^1267650600228229401496703205376 \(untyped int constant\)")
    s.enter("int(Big)", r"cannot convert Big \(untyped int constant 1267650600228229401496703205376\) to type int .*|.*overflows.*")
    lines(s, "sum := 0\nfor i := range 10 {\nsum += i\n}")
    s.enter("sum", "^45")
    s.enter("while sum < 100 {}", r"syntax error: unexpected .*")
    lines(s, "switch {\ncase sum > 40:\nfmt.Println(\"big\")\ndefault:\nfmt.Println(\"small\")\n}")
    s.wait(r"^big\ngo> \Z")
    s.enter("type Vertex struct { X, Y float64 }", "")
    s.enter("func (v *Vertex) Scale(f float64) { v.X, v.Y = v.X*f, v.Y*f }", "")
    s.enter("Vertex{1, 2}.Scale(3)", "cannot call pointer method Scale on Vertex")
    s.enter("v := Vertex{3, 4}", "")
    s.enter("v.Scale(10)", "")
    s.enter("&v", r"^&main.Vertex\{X: 30, Y: 40\}")
    s.enter("_.X", "^30")
    s.enter("primes := [6]int{2, 3, 5, 7, 11, 13}", "")
    s.enter("primes[1:4]", r"^\[\]int\{3, 5, 7\}")
    s.enter("i := 7", "")
    s.enter("primes[i]", r"panic: runtime error: index out of range \[7\] with length 6")
    s.enter('m := map[string]int{"a": 1}', "")
    s.enter('elem, ok := m["b"]', "")
    s.enter("ok", "^false")
    s.enter("func (v Vertex) String() string { return fmt.Sprint(v.X, \"|\", v.Y) }", "")
    s.enter("v", r"^30 \| 40 \(main.Vertex\)|^30\|40 \(main.Vertex\)")
    s.enter("var e any = 3", "")
    s.enter("e.(string)", r"panic: interface conversion: interface \{\} is int, not string")
    s.enter("ch := make(chan int, 2)", "")
    s.enter("go func() { for i := range 3 { ch <- i }; close(ch) }()", "")
    s.enter("for v := range ch { fmt.Print(v, \" \") }", "^0 1 2 ")
    s.enter("<-make(chan int)", r"fatal error: all goroutines are asleep - deadlock!")
    s.enter("var mu sync.Mutex; mu.Lock(); mu.Unlock(); 5", "^5")
    assert s.end() == 0


def test_redefinition():
    s = Session()
    s.enter("type T struct { A int }", "")
    s.enter("old := T{1}", "")
    s.enter("func f(t T) int { return t.A }", "")
    s.enter("func g() int { return f(old) }", "")
    s.enter("type T struct { B string }", "")
    s.enter("old", r"^main.T\{A: 1\}")
    s.enter("old.A", "^1")
    s.enter('T{"b"}', r'^main.T\{B: "b"\}')
    s.enter("func f(s string) string { return s }", r"^g is stale: it uses f, which was declared anew with another signature")
    s.enter("g()", r"panic: g is stale: it uses f, which was declared anew with another signature(.*\n)*?")
    s.enter('f("new")', '^"new"')
    s.enter("func h() int { return 1 }", "")
    s.enter("func k() int { return h() * 10 }", "")
    s.enter("func h() int { return 2 }", "")
    s.enter("k()", "^20")
    assert s.end() == 0


def test_commands():
    s = Session(rows=40)
    s.enter(":help", r"^  :goroutines +the goroutines there are.*(\n.*)*Ctrl-D leaves\.")
    s.enter("xs := []int{1, 2}", "")
    s.enter("func sq(n int) int { return n * n }", "")
    s.enter(":type xs", r"^\[\]int")
    s.enter(":type sq(2) + nosuch", r" {18}\^\nundefined: nosuch")
    s.enter(":doc sq", r"^func sq\(n int\) int")
    s.enter("??sq", r"^func sq\(n int\) int \{ return n \* n \}")
    s.enter("strings.Fields?", r"^func Fields\(s string\) \[\]string\n    .*(\n    .*)*")
    s.enter(":dump tokens 1+x", r"^1:2 +\+")
    s.enter(":dump ast 1+x", r"^expression statement.*")
    s.enter(":dump types sq(3)", r"^sq\(3\) +value +int.*")
    s.enter(":dump bytecode sq", r"^main.sq: .*\n(.*\n)*.*RET *")
    s.enter(":time sq(1000)", r"^1000000\n[\d.]+ (µs|ms)")
    s.enter(":vars", r"^xs \[\]int = \[\]int\{1, 2\}")
    s.enter("block := make(chan int)", "")
    s.enter("go func() { time.Sleep(time.Hour); <-block }()", "")
    until = time.monotonic() + 20 * SLOW  # it comes to its call when it is its turn
    while not re.search(r"^goroutine \d+ \[sleep\]", s.screen.text(), re.M) and time.monotonic() < until:
        s.enter(":goroutines", r"^goroutine \d+ \[.*")
    s.enter(":goroutines", r"^goroutine \d+ \[sleep\].*")
    s.enter("make([]string, 300)", r" more \(:all shows them\)\n\}")
    s.enter(":all", r"^\}")
    assert s.screen.text().count('""') >= 400
    s.enter(":save session.go", "^written: session.go")
    assert "func sq(n int) int" in open(os.path.join(s.home, "session.go")).read()
    s.enter(":undo", "^forgotten: block")
    s.enter("block", "undefined: block")
    s.enter(":reset", "")
    s.enter("xs", "undefined: xs")
    s.enter(":load session.go", "sq, .*")
    s.enter("sq(5)", "^25")
    s.enter(":t", ":t may be :type or :time")
    s.enter(":nosuch", "there is no command :nosuch; :help lists them")
    s.enter(":load nosuch.go", "cannot read nosuch.go: No such file or directory")
    s.keys(":quit" + ENTER)
    assert s.end("") == 0


def test_program_on_terminal():
    """A program's messages: its line and a caret on a terminal, colours unless they are not wanted; plain in a pipe."""
    home = tempfile.mkdtemp(prefix="minigo_repl_")
    open(os.path.join(home, "wrong.go"), "w").write('package main\n\nfunc main() {\n\tx := "日本" + 1\n}\n')
    plain = r'wrong.go:4:2: declared and not used: x\n {4,8}x := "日本" \+ 1\n {4,8}\^\n'
    s = Session(["wrong.go"], home=home, prompt=False, env={"NO_COLOR": "1"})
    assert os.WEXITSTATUS(s.end("")) == 1 and not s.screen.colors - {"0", ""}, s.screen.colors
    assert re.search(plain, s.screen.text()), s.screen.text()
    s = Session(["wrong.go"], home=home, prompt=False)
    assert os.WEXITSTATUS(s.end("")) == 1 and "31" in s.screen.colors and re.search(plain, s.screen.text()), s.screen.text()
    s = Session(["wrong.go"], home=home, prompt=False, env={"TERM": "dumb"})
    assert os.WEXITSTATUS(s.end("")) == 1 and not s.screen.colors and re.search(plain, s.screen.text()), s.screen.text()
    s = Session(["--color=never", "wrong.go"], home=home, prompt=False)
    assert os.WEXITSTATUS(s.end("")) == 1 and not s.screen.colors, s.screen.colors
    s = Session(["--color=always", "run", "wrong.go"], home=home, prompt=False, env={"NO_COLOR": "1"})
    assert os.WEXITSTATUS(s.end("")) == 1 and "31" in s.screen.colors, s.screen.colors
    s = Session(shell="MINIGO wrong.go 2>&1 | cat", home=home, prompt=False)
    s.end("")
    assert "^" not in s.screen.text() and "wrong.go:4:2: declared and not used: x\n" in s.screen.text() and not s.screen.colors, s.screen.text()


if __name__ == "__main__":
    main([test_tour, test_redefinition, test_commands, test_program_on_terminal])
