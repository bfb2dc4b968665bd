#!/usr/bin/env python3
"""traceback_test.py MINIGO: what GOTRACEBACK makes of the reports of a panic and of a deadlock, as the reference reads it."""
import os, signal, subprocess, sys, tempfile

MINIGO = os.path.abspath(sys.argv[1])
PANIC = """package main

func main() {
	ready := make(chan bool)
	go func() { ready <- true; select {} }()
	<-ready
	panic("p")
}
"""
DEADLOCK = """package main

func main() {
	select {}
}
"""
# GOTRACEBACK, goroutines shown after the panic and after the deadlock, exit status
CASES = [
    (None, 1, 1, 2), ("", 1, 1, 2), ("single", 1, 1, 2), ("none", 0, 0, 2), ("0", 0, 0, 2), ("1", 2, 1, 2), ("all", 2, 1, 2),
    ("2", 2, 1, 2), ("wrong", 0, 0, 2), ("-1", 0, 0, 2), ("1x", 0, 0, 2), ("crash", 2, 1, -signal.SIGABRT),
]


def main():
    bad = 0
    with tempfile.TemporaryDirectory() as tmp:
        for name, text, message in (("panic", PANIC, "panic: p"),
                                    ("deadlock", DEADLOCK, "fatal error: all goroutines are asleep - deadlock!")):
            path = os.path.join(tmp, name + ".go")
            open(path, "w").write(text)
            for level, n_panic, n_deadlock, status in CASES:
                env = {k: v for k, v in os.environ.items() if k != "GOTRACEBACK"}
                if level is not None:
                    env["GOTRACEBACK"] = level
                p = subprocess.run([MINIGO, "run", path], capture_output=True, text=True, timeout=120, env=env, cwd=tmp)
                n = p.stderr.count("\ngoroutine ")
                want = n_panic if name == "panic" else n_deadlock
                if not p.stderr.startswith(message + "\n") or n != want or p.returncode != status:
                    bad += 1
                    print("FAIL %s, GOTRACEBACK=%s: status %d, %d goroutines\n%s" % (name, level, p.returncode, n, p.stderr))
    print("%d passed, %d failed" % (2 * len(CASES) - bad, bad))
    return 1 if bad else 0


sys.exit(main())
