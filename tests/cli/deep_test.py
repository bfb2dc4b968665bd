#!/usr/bin/env python3
"""deep_test.py MINIGO: programs nested deeper than an ordinary stack allows, with an ordinary stack and with a small one; and one
with so many parts that none may be looked at once for each other one."""
import os, resource, subprocess, sys, tempfile

MINIGO = os.path.abspath(sys.argv[1])
DEPTH = 20000
PACKAGE = "package main\n\nfunc f(x int) int { return x }\n\n"
TOO_DEEP = "syntax error: exceeded max nesting depth"


def body(text):
    return PACKAGE + "func main() {\n" + text + "\n}\n"


# What each program prints comes from what it says: the reference needs minutes for some of them.
PROGRAMS = {
    "parentheses": (body("\tx := " + "(" * DEPTH + "7" + ")" * DEPTH + "\n\tprintln(x)"), "7\n"),
    "sum": (body("\tx := 1\n\tprintln(x" + " + x" * DEPTH + ")"), f"{DEPTH + 1}\n"),
    "strings": (body('\tprintln(len("ab"' + ' + "cd"' * DEPTH + "))"), f"{2 * DEPTH + 2}\n"),
    "calls": (body("\tprintln(" + "f(" * DEPTH + "3" + ")" * DEPTH + ")"), "3\n"),
    "calls of two": (PACKAGE + "func g(a, b int) int { return a - b }\n\nfunc main() {\n\tx := 1\n\tprintln(" + "g(x, f(" * DEPTH + "x" + "))" * DEPTH + ")\n}\n", "1\n"),
    "methods": (PACKAGE + "type S struct{ a, b, c string }\n\nfunc (s S) m(t S, n int) S { return S{s.b, s.c, t.a} }\n\nfunc main() {\n\ts := S{\"x\", \"y\", \"z\"}\n\tr := "
                + "s.m(" * 6000 + "s" + ", f(2))" * 6000 + "\n\tprintln(r.a, r.b, r.c)\n}\n", "y z y\n"),
    "blocks": (body("{" * DEPTH + "println(4)" + "}" * DEPTH), "4\n"),
    "literals": (body("\tx := 0\n" + "func() { x++\n" * 2000 + "println(x)" + "\n}()" * 2000), "2000\n"),
    "recursion": (PACKAGE + "".join(f"func g{i}(p *int, n int) *int {{ if n == 0 {{ return p }}; return g{(i * 7 + 1) % 3000}(g{(i + 1) % 3000}(p, n-1), n-1) }}\n" for i in range(3000))
                  + "func main() { x := 5; println(*g0(&x, 3)) }\n", "5\n"),
    "else": (body("\tx := 1999\n" + "".join(f"if x == {i} {{ println({i}) }} else " for i in range(2000)) + "{}"), "1999\n"),
}
FIELDS = 150000
PROGRAMS["fields"] = (PACKAGE + "type T struct {\n" + "".join(f"\tf{i} int32\n" for i in range(FIELDS)) + "}\n\nvar a, b T\n\nfunc main() {\n"
                      f"\tprintln(a == b)\n\tb.f{FIELDS - 1} = 1\n\tprintln(a == b, b.f{FIELDS - 1})\n}}\n", "true\nfalse 1\n")
FAILED = []


def run(name, argv, text, stack, want_out, want_err):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "p.go")
        with open(path, "w") as f:
            f.write(text)
        limit = (lambda: resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))) if stack else None
        p = subprocess.run([MINIGO, *argv, path], capture_output=True, text=True, preexec_fn=limit, timeout=60)
    status = 1 if want_err else 0
    if p.returncode != status or want_out not in p.stdout + p.stderr or want_err not in p.stderr:
        FAILED.append(name)
        print(f"{name} {argv} stack {stack}: exit {p.returncode}\n{(p.stdout + p.stderr)[:500]}")


for label, (program, printed) in PROGRAMS.items():
    run(label, ["run"], program, 0, printed, "")
    run(label, ["check"], program, 256 << 10, "", "")
# Behind the limit, whatever the stack; in a dump, which parses on the ordinary stack, too.
for where in (["check"], ["run"], ["--dump=ast"]):
    for small in (0, 256 << 10):
        run("too deep", where, body("\tx := " + "(" * 200000 + "7" + ")" * 200000), small, "", TOO_DEEP)
        run("too deep", where, body("\tif x := 1" + " + 1" * 200000 + " {\n}"), small, "", TOO_DEEP)
print(f"{len(PROGRAMS)} programs, {len(FAILED)} failed")
sys.exit(1 if FAILED else 0)
