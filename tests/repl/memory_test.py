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


# What is typed once more runs what was made of it the first time.
REPEATED = ["x++", "fmt.Sprint(x)", "x", "x.y", 'panic("a")', "f(3)", "s = append(s[:0], 1)", 'm["a"]++',
            "for i := 0; i < 3; i++ { x += i }", "func() { x++ }()"]


def test_repeated():
    s = Piped()
    s.feed(["x, s, m := 1, []int{}, map[string]int{}", "func f(n int) int { return n + x }"])
    def ten_thousand(text):
        for _ in range(20):
            s.feed([text] * 500) # a pipe holds the answers

    for text in REPEATED: # the collector's heap finds its size
        ten_thousand(text)
    for text in REPEATED:
        grown = []
        while len(grown) < 4 and min(grown, default=1000) >= 1000: # it still moves; what is lost would be lost each time
            before = s.resident_kb()
            ten_thousand(text)
            grown.append(s.resident_kb() - before)
        assert min(grown) < 1000, "%s KB more after 10000 inputs %s each" % (grown, text)
    assert s.end() == 0


test_no_go()
test_repeated()
print("ok")
