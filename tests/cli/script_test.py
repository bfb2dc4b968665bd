#!/usr/bin/env python3
"""script_test.py MINIGO: scripts, -e, standard input, wrong words, and the REPL on a pipe, as a shell uses them."""
import os, subprocess, sys, tempfile

MINIGO = os.path.abspath(sys.argv[1])
SHEBANG = """#!/usr/bin/env minigo
x := 3
func double(n int) int { return n * factor }
factor := 2
for i := range x {
	fmt.Println(double(i))
}
type P struct{ A int }
fmt.Println(P{4}, strings.ToUpper("done"), os.Args[1:])
"""
CHECK_HELP = """minigo check [options] FILE.go... | FOLDER

report every compile error, run nothing

Options:
  --color=WHEN           color messages: auto (default), always, never
  --help                 print help
"""
# (arguments, standard input, stdout or None for one with a usage, stderr or None for any, exit status); {script} is the file above
CASES = [
    (["{script}", "a", "b"], "", "0\n2\n4\n{4} DONE [a b]\n", "", 0),
    (["-e", "1 + 2*3"], "", "7\n", "", 0),
    (["-e", 'strings.Fields(" a b ")'], "", '[]string{"a", "b"}\n', "", 0),
    (["-e", 'x := 1; x, y := 2, x; fmt.Println(x, y)'], "", "2 1\n", "", 0),
    ([], 'fmt.Println("piped")\n', "piped\n", "", 0),
    (["-"], 'package main\nimport "fmt"\nfunc main() { fmt.Println("program") }\n', "program\n", "", 0),
    (["-"], "x = 1\n", "", "-:1:1: undefined: x\n", 1),
    (["-"], 'fmt.Println("unfinished"\n', "",
     "-:1:25: syntax error: unexpected newline in argument list; possibly missing comma or )\n", 1),
    (["-"], "os.Exit(4)\n", "", "", 4),
    (["-"], 'panic("lost")\n', "", None, 2),
    (["run", "{script}"], "", "", None, 1),
    (["rnu"], "", "", 'minigo: unknown command "rnu"; did you mean "run"?\n', 2),
    (["--max-memory=nan", "-e", "1"], "", "", "minigo: wrong value \"nan\" for --max-memory\n", 2),
    (["--dmup=ast"], "", "", "minigo: unknown option --dmup=ast; did you mean --dump?\n", 2),
    (["-e", "x := 1", "-e", "func f() int { return x + 1 }", "-e", "f()"], "", "2\n", "", 0),
    (["-e", "fmt.Println(os.Args[1:])", "run", "x.go"], "", "[run x.go]\n", "", 0),
    # every option belongs to somebody
    (["check", "--html=x", "a.go"], "", "", "minigo check: --html is an option of compare\n", 2),
    (["--runs=3", "{script}"], "", "", "minigo: --runs is an option of compare\n", 2),
    (["run", "-e", "1"], "", "", "minigo run: -e is an option of minigo without a command\n", 2),
    (["--stats", "check", "{script}"], "", "", "minigo check: --stats is an option of run, repl\n", 2),
    (["help", "check"], "", CHECK_HELP, "", 0),
    (["check", "--help"], "", CHECK_HELP, "", 0),
    (["--help", "check"], "", CHECK_HELP, "", 0),
    (["repl", "--help"], "", None, "", 0),
    (["--help", "{script}"], "", None, "", 0),
    # the REPL on a pipe: answers are printed, errors end nothing
    (["repl"], "x := 5\nx + 1\n", "6\n", "", 0),
    (["repl"], "y\n1 + 1\n", "2\n", None, 0),
    (["repl"], 'panic("p")\nos.Exit(3)\n1 + 1\n', "2\n", None, 0),
    (["repl"], "func f() int { return 1 }\nfunc g() int { return f() }\nfunc f() int { return 2 }\ng()\n", "2\n", "", 0),
    (["repl"], "func f() int { return 1 }\nfunc g() int { return f() }\nfunc f() string { return \"s\" }\ng()\n1\n", "1\n", None, 0),
    (["repl"], "x := 1\nx := x + 1\nx\nvar x string\nx\n", '2\n""\n', "", 0),
    (["repl"], "type S struct{}\n_, ok := any(S{}).(fmt.Stringer)\nok\nfunc (S) String() string { return \"one\" }\n"
               "_, ok = any(S{}).(fmt.Stringer)\nok\nfmt.Sprint(S{})\nfunc (S) String() string { return \"two\" }\nfmt.Sprint(S{})\n",
     'false\ntrue\n"one"\n"two"\n', "", 0),
    (["repl"], "for i := range 2 {\n\tfmt.Println(i)\n}\n", "0\n1\n", "", 0),
    (["repl"], "c := make(chan int)\n<-c\n7\n", "7\n", None, 0),
]


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as tmp:
        script = os.path.join(tmp, "script")
        open(script, "w").write(SHEBANG)
        for args, stdin, out, err, status in CASES:
            argv = [MINIGO] + [a.replace("{script}", script) for a in args]
            try:
                p = subprocess.run(argv, input=stdin, capture_output=True, text=True, timeout=120)
            except subprocess.TimeoutExpired:
                print("FAIL %s %r: no end" % (args, stdin))
                bad += 1
                continue
            wrong = "--help" not in p.stdout if out is None else p.stdout != out
            if wrong or p.returncode != status or (err is not None and p.stderr != err):
                bad += 1
                print("FAIL %s %r\n  stdout %r, expected %r\n  stderr %r, expected %r\n  status %d, expected %d" % (
                    args, stdin, p.stdout, out, p.stderr, err, p.returncode, status))
    print("%d passed, %d failed" % (len(CASES) - bad, bad))
    return 1 if bad else 0


sys.exit(main())
