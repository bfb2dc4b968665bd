#!/usr/bin/env python3
"""What an input made is given back when it is over, but not what the program, or a later input, can still reach."""
import re, subprocess, sys

MINIGO = sys.argv[1]

# Text and answer of each input. Others come between, in whose memory what was given back is used again.
INPUTS = [
    ('x, t, n := 1, "", 0', ""),
    ("var k any", ""), ("var fn func() int", ""), ("var ff func() func() int", ""), ("var text func() string", ""),
    ("var err error", ""), ("var ss []string", ""), ("var m = map[string]func(int) int{}", ""), ("var fs []func() string", ""),
    ("ch, out := make(chan string), make(chan string, 10)", ""),
    ("type T struct{ A int }", ""), ('func (t T) String() string { return fmt.Sprint("T", t.A) }', ""),
    ("type E struct{ Why string }", ""), ("func (e *E) Error() string { return e.Why }", ""),
    ("func apply(f func(int) int, n int) int { return f(n) }", ""),
    ("func late() string { return func() string { return fmt.Sprintf(\"%s-%d\", \"late\", 7) }() }", ""),
    ("var pcs = make([]uintptr, 10)", ""),

    # function values
    ("fn = func() int { return 41 + x }", ""), ("fn()", "42"),
    ("fn = func() int { return 7 * 6 }", ""), ("x = 1", ""), ("fn()", "42"), ("fn()", "42"),
    ("{ c := 10; fn = func() int { c++; return c } }", ""), ("fn()", "11"), ("fn()", "12"),
    ("ff = func() func() int { return func() int { return 3 + x } }", ""), ("ff()()", "4"), ("fn = ff()", ""), ("fn()", "4"),
    ('m["double"] = func(i int) int { return 2 * i }', ""), ('m["add"] = func(i int) int { return i + 100 }', ""),
    ('apply(m["double"], 4), apply(m["add"], 4)', None), ('apply(m["double"], 4)', "8"), ('apply(m["add"], 4)', "104"),
    ('for i := 0; i < 3; i++ { fs = append(fs, func() string { return fmt.Sprint("f", i) }) }', ""),
    ('fs[0]() + fs[2]()', '"f0f2"'), ("text = T{5}.String", ""), ("text()", '"T5"'), ("text = fs[1]", ""), ("text()", '"f1"'),
    ("{ var s fmt.Stringer = T{6}; text = s.String }", ""), ("text()", '"T6"'), ("{ f := T.String; text = func() string { return f(T{8}) } }", ""),
    ("text()", '"T8"'),

    # literals
    ('t = "a text of input 31"', ""), ("t", '"a text of input 31"'), ('ss = append(ss, "one", "two" + t[1:2])', ""),
    ("ss", '[]string{"one", "two "}'), ('t = ("cut out of the middle")[8:11]', ""), ("t", '"of "'), ("t + ss[1]", '"of two "'),
    ('k = "boxed text"', ""), ("k", '"boxed text"'), ("k = 1234567", ""), ("k", "1234567"), ("k = [3]string{2: \"third\"}", ""),
    ("k.([3]string)[2]", '"third"'), ("k = T{7}", ""), ("k", "T7"), ("k = &T{9}", ""), ("k.(*T).A", "9"),
    ("k = 2.5", ""), ("k", "2.5"), ("k = complex(1, 2)", ""), ("k", "(1+2i)"), ("k = 1e300", ""), ("k", "1e+300"),

    # types of an input's own
    ("k = func() any { type L struct{ N int }; return L{7} }()", ""), ("k", "main.L{N: 7}"),
    ("k = func() any { type L struct{ T }; return L{T{9}} }()", ""), ("k.(fmt.Stringer).String()", '"T9"'),
    ("k = struct{ Q int }{5}", ""), ('fmt.Sprintf("%T %+v", k, k)', '"struct { Q int } {Q:5}"'),
    ("k.(struct{ Q int }).Q", "5"), ("k = map[[2]int]string{{1, 2}: \"pair\"}", ""), ("k.(map[[2]int]string)[[2]int{1, 2}]", '"pair"'),
    ('err = &E{"a reason"}', ""), ("err.Error()", '"a reason"'), ('err = fmt.Errorf("around: %w", err)', ""), ("err.Error()", '"around: a reason"'),
    ('err = errors.New("of an input")', ""), ("err.Error()", '"of an input"'),

    # goroutines that go on
    ("func wait(f func() string) { <-ch; out <- f() }", ""), ("func start(f func() string) { go wait(f) }", ""),
    ('start(func() string { return "an argument" })', ""), ("n = 3", ""),
    ('ch <- ""', ""), ("<-out", '"an argument"'),
    ('go func() { v := <-ch; out <- "got " + v }()', ""), ('ch <- "it"', ""), ("<-out", '"got it"'),
    ('go func() { defer func() { out <- fmt.Sprint("recovered ", recover()) }(); v := <-ch; panic("from " + v) }()', ""),
    ('ch <- "afar"', ""), ("<-out", '"recovered from afar"'),
    ('go func() { for i := 0; i < 3; i++ { v := <-ch; out <- func() string { return fmt.Sprint(i, v) }() } }()', ""),
    ('ch <- "a"', ""), ("<-out", '"0a"'), ('ch <- "b"', ""), ("<-out", '"1b"'), ('ch <- "c"', ""), ("<-out", '"2c"'),
    ('time.AfterFunc(30*time.Millisecond, func() { out <- "timer of an input" }) != nil', "true"), ("<-out", '"timer of an input"'),
    ('{ var wg sync.WaitGroup; for i := range 3 { wg.Go(func() { out <- fmt.Sprint("w", i) }) }; wg.Wait(); close(out) }', ""),
    ("{ n := 0; for range out { n++ }; fmt.Println(n) }", "3"),

    # compiled late
    ("late()", '"late-7"'), ("late()", '"late-7"'), ('sort.Slice(ss, func(i, j int) bool { return ss[i] > ss[j] })', ""),
    ("ss", '[]string{"two ", "one"}'), ('strings.Map(func(r rune) rune { return r + 1 }, "abc")', '"bcd"'),
    ("func late() string { return \"anew\" }", ""), ("late()", '"anew"'),
    ("n = runtime.Callers(0, pcs)", ""), ("n > 0", "true"), ("n = 0; for _, pc := range pcs { if runtime.FuncForPC(pc) != nil { n++ } }; n < 11", "true"),

    ("func each(n int) func(func(int) bool) { return func(yield func(int) bool) { for i := range n { if !yield(i) { return } } } }", ""),
    ("for i := range each(5) { x += i }; x", "11"), ("fn = func() int { n := 0; for i := range each(4) { n += i }; return n }", ""), ("n = 2", ""),
    ("fn()", "6"), ("fn()", "6"),

    # values under names
    ('[]string{"kept", "value"}', '[]string{"kept", "value"}'), ("len(_)", "2"), ('"shown " + "text"', '"shown text"'), ("t = _", ""), ("t", '"shown text"'),
    ("T{77}", "T77"), ("p := &_", ""), ("p.A", "77"), ("p.A++", ""), ("p.A", "78"),
    ("func() int { return 12 }", None), ("fn = _", ""), ("fn()", "12"),
]

# Code that names the value of an input, in place of which others have come.
NAMED = [
    ("n, text := 0, func() string { return \"\" }", ""),
    ('[]string{"a", "value", "that", "code", "names"}', None), ("text = func() string { return fmt.Sprint(_) }", ""),
    *[("n", None)] * 110, # more values than have names
    ("text()", '"[a value that code names]"'),
]

# Between two inputs, in turn; they answer nothing.
BETWEEN = ["n++ // %d", "n = %d", "if n > 0 { s := fmt.Sprint(%d); n = len(s) }", "{ g := func() int { return n + %d }; n = g() % 9 }", "nope_%d"]


def run(inputs, *options):
    text, i = "", 0
    for line, _ in inputs:
        text += "%s\nfmt.Println(\"\\x01\")\n" % line
        for between in (BETWEEN[i % len(BETWEEN)], BETWEEN[(i + 2) % len(BETWEEN)]):
            i += 1
            text += (between.replace("%d", str(i)) if "n, " not in line else "// nothing") + "\n"
    p = subprocess.run([MINIGO, *options, "repl"], input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=240)
    assert p.returncode == 0, "exit status %d: %s" % (p.returncode, p.stderr.decode()[-3000:])
    return [a.strip() for a in p.stdout.decode().split("\x01\n")]


def test_answers(inputs, *options):
    answers = run(inputs, *options)
    assert len(answers) == len(inputs) + 1
    for (line, wanted), got in zip(inputs, answers):
        assert wanted is None or re.sub(r" \([\w.*]+\)$", "", got) == wanted, "%s gave %r, not %r" % (line, got, wanted)


for inputs in (INPUTS, NAMED):
    test_answers(inputs)
    test_answers(inputs, "--gc-stress") # looks for what to give back before each input
print("ok")
