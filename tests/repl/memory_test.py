#!/usr/bin/env python3
"""A session's memory stays flat over many inputs that leave nothing behind."""
import subprocess, sys

MINIGO = sys.argv[1]


class Piped:
    def __init__(self):
        self.p = subprocess.Popen([MINIGO, "repl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def feed(self, lines):
        self.p.stdin.write(("\n".join(lines) + '\nfmt.Println("mark")\n').encode())
        self.p.stdin.flush()
        while self.p.stdout.readline() != b"mark\n":
            assert self.p.poll() is None

    def resident_kb(self):
        with open("/proc/%d/status" % self.p.pid) as f:
            return next(int(l.split()[1]) for l in f if l.startswith("VmRSS"))

    def end(self):
        self.p.stdin.close()
        return self.p.wait()


def test_no_go():
    s = Piped()
    lines = ["x = = %d" % i for i in range(2000)] + ["func ) {", "// nothing"] * 500
    for _ in range(2):
        s.feed(lines)
    before = s.resident_kb()
    for _ in range(10):
        s.feed(lines)
    grown = s.resident_kb() - before
    assert grown < 1000, "%d KB more after 30000 inputs" % grown
    assert s.end() == 0


DECLARED = ["x, t, k := 1, \"\", any(nil)", "s, m, ch := []int{}, map[int]int{}, make(chan int)", "var fn func() int", "type T struct{ A int }",
            "func (t T) String() string { return fmt.Sprint(t.A) }", "func f(n int) int { return n + x }", "func id(a any) any { return a }"]

# Each once with every number.
KINDS = ["x++ // %d", "fmt.Sprint(%d)", "x = %d", "%d", "s = append(s[:0], %d)", "m[%d] = %d; delete(m, %d)", "f(%d)", "x.nope_%d", "x = = %d",
         'panic("p%d")', 'panic(fmt.Errorf("p%d"))', 't = "text %d"', "x = len(_) + %d", '"shown %d"', "for i := 0; i < 2; i++ { g := func() int { return i }; x = g() + %d }",
         "{ a_%d, b := 1, 2; x = a_%d + b }", "k = T{%d}", "x = len([]int{1, 2, %d})", "go f(%d)", "go func() { x = %d }()", "fn = func() int { return %d }",
         "fn = func() int { x++; return x + %d }", "k = any(%d).(int)", 'k = "boxed %d"', "id(%d)", "fmt.Println(T{%d})", "y_%d := nope",
         "func() { defer func() { recover() }(); panic(%d) }()", "x = 123456789012345678901234567890 / 12345678901234567890 % 7 + %d",
         "for i := range func(yield func(int) bool) { yield(%d) } { x = i }", "go func() { ch <- %d }(); <-ch", "f(3)"]


def test_different():
    s = Piped()
    s.feed(DECLARED)
    number = 0

    def inputs(kind, n):
        nonlocal number
        for _ in range(n // 500): # a pipe holds the answers
            s.feed([kind.replace("%d", str(number + i)) if "len(_)" not in kind or i % 2 else '"value %d"' % i for i in range(500)])
            number += 500

    for kind in KINDS: # the collector's heap finds its size
        inputs(kind, 2000)
    for kind in KINDS:
        grown = []
        while len(grown) < 4 and min(grown, default=1000) >= 1000: # it still moves; what is lost would be lost each time
            before = s.resident_kb()
            inputs(kind, 10000)
            grown.append(s.resident_kb() - before)
        assert min(grown) < 1000, "%s KB more after 10000 inputs %s each" % (grown, kind)
    assert s.end() == 0


test_no_go()
test_different()
print("ok")
