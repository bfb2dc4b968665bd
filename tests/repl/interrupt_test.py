#!/usr/bin/env python3
"""Ctrl-C and deadlocks end the input that runs, its goroutines, and nothing else, wherever they wait."""
from terminal import *

WAITS = {  # what an input blocks in; the names are declared by PREPARE
    "loop": "for {}",
    "call": "for { strings.Repeat(`x`, 3) }",
    "receive": "<-c",
    "send": "c <- 1",
    "full": "full <- 1",
    "nil": "<-none",
    "nil send": "none <- 1",
    "range": "for range c {}",
    "select": "select { case <-c: case c <- 1: case <-none: }",
    "select timer": "select { case <-c: case <-time.After(time.Hour): }",
    "no cases": "select {}",
    "mutex": "mu.Lock()",
    "read": "rw.RLock()",
    "write": "rw2.Lock()",
    "cond": "mu2.Lock(); cond.Wait()",
    "group": "wg.Wait()",
    "once": "once.Do(func() { <-c })",
    "sleep": "time.Sleep(time.Hour)",
    "timer": "<-time.NewTimer(time.Hour).C",
    "ticker": "for range time.Tick(time.Hour) {}",
    "goroutines": "var g sync.WaitGroup; for range 50 { g.Go(func() { defer n.Add(1); <-c }) }; g.Wait()",
}

PREPARE = [
    "var c, none, full = make(chan int), chan int(nil), make(chan int, 1)",
    "var mu, mu2 sync.Mutex; var rw, rw2 sync.RWMutex; var wg sync.WaitGroup; var once sync.Once; var n atomic.Int64",
    "var cond = sync.NewCond(&mu2)",
    "full <- 1; mu.Lock(); rw.Lock(); rw2.RLock(); wg.Add(1)",
    # One of an earlier input, that goes on; it also keeps a wait from being a deadlock.
    "var alive atomic.Int64; go func() { for { time.Sleep(time.Millisecond); alive.Add(1) } }()",
]


def interrupt(s, name, code):
    here = len(s.screen.text())
    s.keys('func() { defer fmt.Println("bye", "%s"); %s }()\r' % (name, code))
    s.settle(0.15)
    s.keys(ctrl("c"))
    s.wait(r"bye %s\n(.*\n)*interrupted at input \d+:1\ngo> \Z" % name, start_at=here)


def test_waits():
    s = Session(columns=160)
    for line in PREPARE:
        s.enter(line, "")
    for name, code in WAITS.items():
        interrupt(s, name, code)
    s.enter("n.Load()", r"^50 \(int64\)")
    s.enter("runtime.NumGoroutine() <= 3", "^true")
    # Nothing that was waited for is broken.
    s.enter("mu.Unlock(); mu.TryLock()", "^true")
    s.enter("rw.Unlock(); rw.TryLock()", "^true")
    s.enter("rw2.RUnlock(); rw2.TryLock()", "^true")
    s.enter("wg.Done(); wg.Wait()", "")
    s.enter("<-full", "^1")
    s.enter("go func() { c <- 7 }(); <-c", "^7")
    s.enter("mu2.TryLock()", "^false")  # Wait locks it again, for the deferred call
    s.enter("mu2.Unlock(); done := make(chan bool); go func() { mu2.Lock(); cond.Wait(); mu2.Unlock(); done <- true }()", "")
    s.enter("for woken := false; !woken; time.Sleep(time.Millisecond) { cond.Signal(); select { case woken = <-done: default: } }; true", "^true")
    s.enter("before := alive.Load(); time.Sleep(50 * time.Millisecond); alive.Load() > before", "^true")
    assert s.end() == 0


def test_system_calls():
    s = Session(columns=160)
    s.enter("r, w, _ := os.Pipe()", "")
    interrupt(s, "pipe", "r.Read(make([]byte, 1))")
    interrupt(s, "terminal", "os.Stdin.Read(make([]byte, 1))")
    s.enter('w.WriteString("x"); r.Read(make([]byte, 4))', "")
    s.enter("1 + 1", "^2")
    assert s.end() == 0


def test_others_of_the_input():
    s = Session(columns=160)
    s.enter("c := make(chan int); var n, started atomic.Int64", "")
    s.enter("end := func(by int64) { n.Add(by) }", "")
    s.keys("for range 20 { go func() { defer end(1); started.Add(1); for {} }() }; "
           "time.AfterFunc(time.Millisecond, func() { defer end(100); started.Add(1); <-c }); "
           "go func() { go func() { defer end(1000); started.Add(1); select {} }() }(); "
           "for started.Load() < 22 { runtime.Gosched() }; fmt.Println(`all started`); for {}\r")
    s.wait("^all started")
    s.settle(0.1)
    s.keys(ctrl("c"))
    s.wait(r"^interrupted at input.*\ngo> \Z")
    s.enter("for n.Load() < 1120 { time.Sleep(time.Millisecond) }; n.Load()", r"^1120 \(int64\)")
    assert s.end() == 0


def test_stubborn():
    s = Session()
    s.enter("var f func()", "")
    s.enter("f = func() { defer f(); for {} }", "")
    s.keys("f()\r")
    for _ in range(3):  # the third does without deferred calls
        s.settle(0.3)
        s.keys(ctrl("c"))
    s.wait(r"^interrupted at input.*\ngo> \Z")
    s.enter("f = func() { defer f(); select {} }", "")
    s.keys("f()\r")
    s.wait(r"deadlock!(.*\n)*.*deadlock!(.*\n)*.*deadlock!(.*\n)*go> \Z")
    s.enter("2 + 3", "^5")
    assert s.end() == 0


def test_deadlock():
    s = Session(columns=160)
    s.enter("c := make(chan int, 1); var mu sync.Mutex; mu.Lock()", "")
    s.enter("go func() { v := <-c; <-c; c <- v }()", "")  # of an earlier input: stays
    s.enter('func() { defer fmt.Println("bye"); mu.Lock() }()', r"deadlock!(.*\n)*goroutine \d+ \[sync.Mutex.Lock\]:\n(.*\n)*bye")
    s.enter('func() { defer fmt.Println("bye"); select {} }()', r"deadlock!(.*\n)*goroutine \d+ \[select \(no cases\)\]:\n(.*\n)*bye")
    s.enter("c <- 5; c <- 6; v := <-c; for v != 5 { c <- v; time.Sleep(time.Millisecond); v = <-c }; v", "^5")
    s.enter("mu.Unlock(); mu.TryLock()", "^true")
    # A timer that is stopped again keeps nobody waiting.
    s.enter("timer := time.AfterFunc(time.Hour, func() {}); for start := time.Now(); time.Since(start) < 100*time.Millisecond; {}; timer.Stop()", "^true")
    s.enter('func() { defer fmt.Println("bye again"); select {} }()', r"deadlock!(.*\n)*bye again")
    s.enter("runtime.Goexit()", "")
    assert "interrupted" not in s.screen.text()
    assert s.end() == 0


def test_stop():
    """Goroutines of earlier inputs end by :stop and by :reset, and nothing else does."""
    s = Session(columns=160)
    s.enter("var n, ticks atomic.Int64; var c = make(chan int)", "")
    s.keys(ctrl("c"))
    s.enter("go func() { defer n.Add(1); for {} }()", "")
    s.keys(ctrl("c"))
    s.wait("^1 goroutine of earlier inputs; :stop ends it\ngo> \\Z")
    s.enter("go func() { defer n.Add(10); <-c }(); go func() { defer n.Add(100); time.Sleep(time.Hour) }()", "")
    s.enter("go func() { defer n.Add(1000); for { go func() { <-c }(); time.Sleep(time.Millisecond) } }()", "")
    s.enter("var tick func(); tick = func() { ticks.Add(1); time.AfterFunc(time.Millisecond, tick) }; tick()", "")
    s.enter(":stop", r"^\d+ goroutines ended")
    s.enter(":goroutines", "^no goroutines")
    s.enter("n.Load()", r"^1111 \(int64\)")
    s.enter("before := ticks.Load(); time.Sleep(30 * time.Millisecond); ticks.Load() - before", r"^0 \(int64\)")
    s.enter("func stubborn() { defer stubborn(); for {} }", "")
    s.enter("go stubborn()", "")
    s.enter(":stop", "^1 goroutine ended")
    s.enter(":stop", "^0 goroutines ended")
    s.enter("time.AfterFunc(time.Millisecond, func() { c <- 5 }); <-c", "^5")
    s.enter("go func() { for { fmt.Println(`flood`); time.Sleep(time.Millisecond) } }()", "")
    s.enter(":reset", "^1 goroutine ended")
    s.settle()
    s.enter("6 * 7", "^42")
    assert "0 goroutines of" not in s.screen.text()
    assert s.end() == 0


if __name__ == "__main__":
    main([test_waits, test_system_calls, test_others_of_the_input, test_stubborn, test_deadlock, test_stop])
