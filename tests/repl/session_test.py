#!/usr/bin/env python3
"""What runs: output of goroutines beside the line being typed, errors, printing, suspending."""
from terminal import *


def test_background_output():
    s = Session()
    s.keys('go func() { for i := range 5 { time.Sleep(60 * time.Millisecond); fmt.Println("tick", i) }; fmt.Print("half"); '
           'time.Sleep(50*time.Millisecond); fmt.Print(" line") }()\r')
    s.wait(r"go> \Z")
    s.keys("func f() {\r1 + ")
    s.wait(r"half line\ngo> func f\(\) \{\n  \|     1 \+ \Z")
    assert re.search(r"tick 0\ntick 1\ntick 2\ntick 3\ntick 4\nhalf line\ngo> func f", s.screen.text()), s.screen.text()
    s.keys(ctrl("c"))
    s.enter("1", "^1")
    assert s.end() == 0


def test_errors():
    s = Session()
    s.enter("a := 1 + nosuch", r"go> a := 1 \+ nosuch\n             \^\nundefined: nosuch")
    s.enter("1 )", r"syntax error: .*")
    s.enter("panic(7)", r"panic: 7\n\ngoroutine 1 \[running\]:\n.*")
    s.enter("os.Exit(3)", r"^exit status 3")
    s.enter('"still " + "here"', r'^"still here"')
    assert "input 1:1" not in s.screen.text()
    assert s.end() == 0


def test_stale():
    s = Session()
    s.enter("func f() int { return 1 }", "")
    s.enter("func h() int { return f() }", "")
    s.enter('func f() string { return "" }', r"^h is stale: .*f.*")
    assert s.end() == 0


def test_printing():
    s = Session()
    s.enter('fmt.Println("once")', r"go> fmt.Println.*\nonce")
    s.enter("strconv.Atoi(`12`)", r"go> strconv.*\n12")
    s.enter("make([]int, 1000)", r"^    … 900 more \(:all shows them\)\n\}")
    s.keys(":all\r")
    s.wait(r"0,\n\}\ngo> \Z")
    assert s.screen.text().count("0, 0, 0") > 100
    s.enter('struct{ Name string; Tags []string }{"a name that takes some room", []string{"one tag", "another tag", "a third"}}',
            r'^    Name: "a name that takes some room",\n    Tags: \[\]string\{"one tag", "another tag", "a third"\},\n\}')
    s.enter("time.Second", r"^1s \(time.Duration\)")
    s.enter("int8(5)", r"^5 \(int8\)")
    assert s.end() == 0


def test_pasted_program():
    s = Session()
    program = "package main\n\nimport \"fmt\"\n\nfunc main() {\n\n\tfmt.Println(41 + 1)\n}\n"
    s.keys("\x1b[200~" + program + "\x1b[201~\r")
    s.wait(r"main is declared; main\(\) runs it\ngo> \Z")
    s.enter("main()", "^42")
    # Without the brackets of a paste, too: its own indentation is enough.
    s.keys(program.replace("\n", "\r").replace("41", "50"))
    s.wait(r"go> func main\(\) \{\n  \| +\n  \|     fmt.Println\(50 \+ 1\)\n  \| \}\ngo> \Z")
    s.enter("main()", "^51")
    assert s.end() == 0


def test_caret_under_command():
    s = Session()
    s.enter(":type 1 + nosuch", r"go> :type 1 \+ nosuch\n +\^\nundefined: nosuch")
    assert re.search(r"^ {14}\^$", s.screen.text(), re.M), s.screen.text()
    s.enter("x, y", r"go> x, y\n {8}\^\nsyntax error: unexpected newline.*")
    assert s.end() == 0


def test_stack_overflow():
    s = Session()
    s.enter("func rec(n int) int { return rec(n+1) + 1 }", "")
    s.enter("debug.SetMaxStack(1 << 26)", "^1000000000")
    s.keys("rec(0)\r")
    s.wait(r"^runtime: goroutine stack exceeds 67108864-byte limit\n(.*\n)*fatal error: stack overflow\n(.*\n)*go> \Z", 200)
    s.enter("func sum(n int) int { if n == 0 { return 0 }; return n + sum(n-1) }", "")
    s.enter("sum(100000)", "^5000050000")
    assert s.end() == 0


def test_suspend():
    s = Session(shell="set -m; MINIGO; echo was stopped; fg; echo ended")
    s.keys("12 + " + ctrl("z"))
    s.wait(r"was stopped")
    s.wait(r"go> 12 \+ \Z")
    s.keys("30")
    s.wait(r"go> 12 \+ 30\Z")
    s.enter("", "^42")
    s.keys(ctrl("d"))
    s.wait("^ended")
    s.end("")


def test_program_reads():
    s = Session()
    s.keys("var word string\r")
    s.wait(r"word string\ngo> \Z")
    s.keys("fmt.Scanln(&word)\r")
    s.settle(0.3)
    s.keys("hello\r")
    s.wait(r"hello\n(.*\n)*go> \Z")
    s.enter("word", '^"hello"')
    assert s.end() == 0


if __name__ == "__main__":
    main([test_background_output, test_errors, test_stale, test_printing, test_pasted_program, test_caret_under_command, test_stack_overflow, test_suspend, test_program_reads])
