#!/usr/bin/env python3
"""stats_test: what --stats shows agrees with what the program does.  stats_test.py MINIGO"""
import json, subprocess, sys, tempfile, os

PROGRAM = """package main

import "fmt"

type node struct{ next *node }

var keep *node

func twice(n int) int { return n + n }

func main() {
	c := make(chan int)
	for i := range 50 {
		go func() { c <- i }()
	}
	sum := 0
	for range 50 {
		sum += <-c
	}
	for i := range 100000 {
		sum += twice(i)
		keep = &node{keep}
	}
	fmt.Println(sum)
}
"""


def run(*argv):
    return subprocess.run([minigo, *argv], capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)


minigo = sys.argv[1]
with tempfile.TemporaryDirectory() as tmp:
    path = os.path.join(tmp, "p.go")
    open(path, "w").write(PROGRAM)
    r = run("--stats", "--json", path)
    assert r.returncode == 0 and r.stdout == "9999901225\n", r
    s = json.loads(r.stderr)
    assert set(s["ns"]) == {"read", "lex", "parse", "check", "compile", "run"} and all(v >= 0 for v in s["ns"].values()), s
    assert s["ns"]["lex"] > 0 and s["ns"]["run"] > 0 and s["ns"]["compile"] > 0, s
    assert s["lines"] == PROGRAM.count("\n"), s
    assert s["goroutines"] >= 51 and 1 <= s["goroutines_peak"] <= s["goroutines"], s
    assert s["switches"] > 0, s
    assert s["executed"]["all"] == sum(v for k, v in s["executed"].items() if k != "all") and s["executed"]["all"] > 300000, s
    assert s["calls"] > 0 and s["allocations"] >= 100000 and s["allocated_bytes"] >= 800000, s
    assert s["instructions"] > s["functions"] > 2, s

    r = run("--stats", path)
    for word in ("read", "lex", "parse", "check", "compile", "run", "executed", "calls", "memory", "collector", "goroutines"):
        assert "\n  " + word in r.stderr, (word, r.stderr)
    assert len(r.stderr.split("\n")) <= 24, r.stderr

    open(path, "w").write('package main\n\nimport "os"\n\nfunc main() { os.Exit(3) }\n')
    r = run("--stats", path)
    assert r.returncode == 3 and "what it cost" in r.stderr, r
    r = run("--stats", "--json", "-e", "1+2")
    assert r.stdout == "3\n" and json.loads(r.stderr)["lines"] == 1, r
    assert run(path).stderr == ""
print("passed")
