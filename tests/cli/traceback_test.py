#!/usr/bin/env python3
"""traceback_test.py MINIGO: what GOTRACEBACK makes of the reports of a panic and of a deadlock, as the reference reads it; and SIGQUIT's."""
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
BUSY = """package main

func spin() {
	for {
	}
}

func main() {
	go spin()
	go spin()
	println("ready")
	select {}
}
"""
# GOTRACEBACK, goroutines shown after the panic and after the deadlock, exit status
CASES = [
    (None, 1, 1, 2), ("", 1, 1, 2), ("single", 1, 1, 2), ("none", 0, 0, 2), ("0", 0, 0, 2), ("1", 2, 1, 2), ("all", 2, 1, 2),
    ("2", 2, 1, 2), ("wrong", 0, 0, 2), ("-1", 0, 0, 2), ("1x", 0, 0, 2), ("crash", 2, 1, -signal.SIGABRT),
]


def quit_busy(tmp):
    """A program with all processors busy says on SIGQUIT where each goroutine is."""
    path = os.path.join(tmp, "busy.go")
    open(path, "w").write(BUSY)
    p = subprocess.Popen([MINIGO, "run", path], stderr=subprocess.PIPE, text=True)
    assert p.stderr.readline() == "ready\n"
    p.send_signal(signal.SIGQUIT)
    _, err = p.communicate(timeout=120)
    good = err.startswith("SIGQUIT: quit\n\ngoroutine 1 [") and err.count("\ngoroutine ") == 3 and err.count("\nmain.spin()\n") == 2 and p.returncode == 2
    if not good:
        print("FAIL SIGQUIT: status %d\n%s" % (p.returncode, err))
    return good


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
        bad += not quit_busy(tmp)
    print("%d passed, %d failed" % (2 * len(CASES) + 1 - bad, bad))
    return 1 if bad else 0


sys.exit(main())
