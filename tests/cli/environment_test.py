#!/usr/bin/env python3
"""What the environment and the system's limits make of a program: the reference's words and exit statuses."""
import os, resource, subprocess, sys, tempfile

MINIGO = sys.argv[1]
SANITIZED = len(sys.argv) > 2 and sys.argv[2] != ""  # those builds reserve more address space than a limit leaves


def run(source, env=None, limit=None, options=()):
    with tempfile.NamedTemporaryFile("w", suffix=".go") as f:
        f.write("package main\n" + source)
        f.flush()
        p = subprocess.run([MINIGO, *options, f.name], env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, timeout=120,
                           preexec_fn=limit and (lambda: resource.setrlimit(limit[0], (limit[1], limit[1]))))
    return p.returncode, p.stdout.decode(), p.stderr.decode()


HELLO = 'func main() { print("hello\\n") }\n'
for value in ["abc", "-1", "10XB", "1.5MiB", "10MB", " 1", "99999999999999999999"]:
    assert run(HELLO, {"GOMEMLIMIT": value}) == (
        2, "", "GOMEMLIMIT=%s\nfatal error: malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`\n" % value), value
for env in [{"GOMEMLIMIT": v} for v in ("off", "", "100MiB", "1000000000", "5B")] + \
           [{"GOGC": v} for v in ("off", "", "abc", "-5", "50", "99999999999", "10x")] + \
           [{"GOMAXPROCS": v} for v in ("abc", "", "0", "-1", "1", "3", "99999")] + [{"GOTRACEBACK": "nonsense"}]:
    assert run(HELLO, env) == (0, "", "hello\n"), env
assert run('import "runtime"\nfunc main() { print(runtime.GOMAXPROCS(0)) }\n', {"GOMAXPROCS": "3"}) == (0, "", "3")

if not SANITIZED:
    eaters = {
        "bytes": "func main() { var all [][]byte; for { all = append(all, make([]byte, 1<<20)) } }\n",
        "list": "type T struct{ a, b *T }\nfunc main() { var l *T; for { l = &T{l, nil} } }\n",
        "map": "func main() { m := map[int]string{}; for i := 0; ; i++ { m[i] = string(make([]byte, 100)) } }\n",
        "goroutines": "func main() { c := make(chan int); for { go func() { <-c }() } }\n",
        "stack": "func f(n int) int { return f(n+1) + 1 }\nfunc main() { f(0) }\n",
    }
    for name, source in eaters.items():
        status, _, err = run(source, limit=(resource.RLIMIT_AS, 300 << 20))
        assert status == 2 and "fatal error: " in err, (name, status, err[:500])
    assert run(eaters["bytes"], options=["--max-memory=40M"])[::2] == (2, "fatal error: runtime: out of memory\n")
    for kilobytes in range(8000, 40000, 4000):  # too little to begin with, or just enough
        status, _, err = run(HELLO, limit=(resource.RLIMIT_AS, kilobytes << 10))
        # 127, or -11: the system's loader, before there is a program
        assert status in (0, 2, 127) or (status == -11 and not err), (kilobytes, status, err)
print("ok")
