#!/usr/bin/env python3
"""Makes wrong programs of right ones and compares the messages of `minigo check` with the reference compiler's, word for word.

Programs that minigo accepts (golden programs, and the reference's test/ folder) get one or two small mistakes such as people make: another
type, a return or a line left out, a name spelt wrong, an import removed, another operator, arguments swapped. The seed is printed;
programs that differ are kept. Needs a directory with the reference's export data list (made if it is missing).

Usage: mutate_compare.py --goroot DIR --minigo PATH [--count N] [--seed N] [--keep DIR] [--jobs N] [--sources FOLDER...]
"""
import argparse, concurrent.futures, glob, os, random, re, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = re.compile(r'`[^`]*`|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/|\w+|<-|\.\.\.|&\^=?|<<=?|>>=?|&&|\|\||\+\+|--|:=|'
                   r'[-+*/%&|^<>=!]=?|\n|[ \t]+|[^\s\w]', re.S)
TYPES = "int int8 uint uint8 int64 float64 string bool byte rune error any complex128 float32 uintptr []int map[string]int *int chan·int func()".split()
OPERATORS = "+ - * / % & | ^ << >> &^ == != < <= > >= && ||".split()
ASSIGNS = "= := += -= *= /= %= <<= |=".split()
LITERALS = ['0', '1', '-1', '1.5', '"s"', "'c'", 'nil', 'true', '256', '1<<40', '1e100', '2i', '[]int{1}', 'struct{}{}', 'func() {}', 'x', '_', 'iota']
WORDS = re.compile(r"[A-Za-z_]\w*$")
KEYWORDS = set("break case chan const continue default defer else fallthrough for func go goto if import interface map package range return "
               "select struct switch type var".split())


def blank(t):
    return not t.strip() or t.startswith(("//", "/*"))


def change_token(toks, rng):
    """One token becomes another of its kind."""
    kinds = {"type": [], "op": [], "assign": [], "literal": [], "name": []}
    for i, t in enumerate(toks):
        if t in TYPES:
            kinds["type"].append(i)
        elif t in OPERATORS:
            kinds["op"].append(i)
        elif t in ASSIGNS:
            kinds["assign"].append(i)
        elif re.match(r"[\d\"'`]", t):
            kinds["literal"].append(i)
        elif WORDS.match(t) and t not in KEYWORDS:
            kinds["name"].append(i)
    if not any(kinds.values()):
        return toks
    kind = rng.choice([k for k, v in kinds.items() if v] + ["name"] * bool(kinds["name"]))
    i = rng.choice(kinds[kind])
    if kind == "type":
        toks[i] = rng.choice(TYPES).replace("·", " ")
    elif kind == "op":
        toks[i] = rng.choice(OPERATORS)
    elif kind == "assign":
        toks[i] = rng.choice(ASSIGNS)
    elif kind == "literal":
        toks[i] = rng.choice(LITERALS)
    else:
        others = [toks[k] for k in kinds["name"]]
        toks[i] = rng.choice([rng.choice(others), rng.choice(others), rng.choice(others), toks[i] + "x", toks[i].swapcase(), toks[i][:-1] or "y",
                              rng.choice(LITERALS), rng.choice(TYPES).replace("·", " "), toks[i] + "()", toks[i] + ".f", "&" + toks[i], "*" + toks[i],
                              toks[i] + "[0]", toks[i] + "{}", "(" + toks[i] + ")", toks[i] + ", " + rng.choice(others)])
    return toks


def change_arguments(toks, rng):
    """An argument or element is left out, doubled, or swapped with its neighbour."""
    commas = [i for i, t in enumerate(toks) if t == ","]
    if not commas:
        return toks
    i = rng.choice(commas)
    left, right = i - 1, i + 1
    while left > 0 and blank(toks[left]):
        left -= 1
    while right < len(toks) - 1 and blank(toks[right]):
        right += 1
    what = rng.randrange(4)
    if what == 0:
        toks[left], toks[right] = toks[right], toks[left]
    elif what == 1:
        toks[i], toks[right] = "", ""
    elif what == 2:
        toks[left], toks[i] = "", ""
    else:
        toks[right] = toks[right] + ", " + toks[right]
    return toks


def change_line(toks, rng):
    """A line is left out, doubled or moved; an import, a return or a label most of all."""
    lines = "".join(toks).split("\n")
    full = [i for i, l in enumerate(lines) if l.strip() and not l.strip().startswith("//")]
    if not full:
        return toks
    special = [i for i in full if re.match(r'\s*(return|import|var|const|case|break|continue|default|defer|"|\w+:$|\w+(, \w+)* :?= )', lines[i])]
    i = rng.choice(special if special and rng.random() < 0.7 else full)
    what = rng.randrange(5)
    if what <= 1:
        del lines[i]
    elif what == 2:
        lines.insert(i, lines[i])
    elif what == 3:
        j = rng.choice(full)
        lines[i], lines[j] = lines[j], lines[i]
    else:
        j = rng.choice(full)
        lines.insert(j, lines[i])
    return TOKEN.findall("\n".join(lines))


def change_word(toks, rng):
    """A keyword or bracket becomes another one, or goes."""
    places = [i for i, t in enumerate(toks) if t in KEYWORDS or t in "(){}[].,:;"]
    if not places:
        return toks
    i = rng.choice(places)
    toks[i] = rng.choice(["", rng.choice([t for t in toks if not blank(t)]), rng.choice(sorted(KEYWORDS)), rng.choice("(){}[].,:;")])
    return toks


def mutate(text, rng, most):
    toks = TOKEN.findall(text)
    for _ in range(min(most, rng.choice((1, 1, 1, 2, 3, 5, 8)))):
        toks = rng.choice((change_token, change_token, change_token, change_arguments, change_line, change_line, change_word))(toks, rng)
        if not toks:
            return text
    return "".join(toks)


def fold(text):
    """Messages of the reference that come from its go command or its back end here, and not from its checker."""
    lines = []
    for l in text.split("\n"):
        l = re.sub(r"^(?:\./)?(p\.go:\d+:\d+): (syntax error: package statement must be first|expected 'package', found .*)$", r"\1: no package", l)
        path = re.match(r"(?:\./)?(p\.go:\d+:\d+): (?:syntax error: )?missing import path$", l)
        if path:  # the go command reports no more
            return lines + [path[1] + ": no path"]
        l = re.sub(r"could not import (\S+) \(open : no such file or directory\)$", r"package \1 is not in std", l)
        if not re.search(r": (stack frame|symbol) too large", l):
            lines.append(l)
    return lines


class Compare:
    def __init__(self, o):
        self.o = o
        self.goroot = os.path.realpath(o.goroot)
        self.env = dict(os.environ, GOTOOLCHAIN="local", GOPROXY="off", CGO_ENABLED="0", GOROOT=self.goroot, GO111MODULE="off")
        self.tmp = tempfile.mkdtemp(prefix="mutate_compare")
        self.importcfg = o.importcfg or os.path.join(self.tmp, "importcfg")
        if not os.path.exists(self.importcfg):
            with open(self.importcfg, "w") as f:
                subprocess.run([self.goroot + "/bin/go", "list", "-export", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "std"],
                               stdout=f, env=self.env, check=True)
        tools = glob.glob(self.goroot + "/pkg/tool/*/compile")
        self.compile = tools[0]

    def sh(self, argv, cwd):
        try:
            p = subprocess.run(argv, cwd=cwd, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
        except subprocess.TimeoutExpired:
            return -99, "no end\n"
        return p.returncode, p.stdout.decode(errors="replace")

    def accepted(self, path):
        rc, out = self.sh([os.path.abspath(self.o.minigo), "check", path], "/")
        return rc == 0

    def one(self, job):
        i, name, text = job
        folder = os.path.join(self.tmp, str(i))
        os.mkdir(folder)
        with open(os.path.join(folder, "p.go"), "w") as f:
            f.write(text)
        out = os.path.join(folder, "p.o")
        _, want = self.sh([self.compile, "-e", "-p", "main", "-importcfg", self.importcfg, "-o", out, "./p.go"], folder)
        if os.path.exists(out):
            os.remove(out)
        rc, got = self.sh([os.path.abspath(self.o.minigo), "check", "p.go"], folder)
        os.remove(os.path.join(folder, "p.go"))
        os.rmdir(folder)
        return i, name, text, want, got, rc


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--goroot", required=True)
    p.add_argument("--minigo", required=True)
    p.add_argument("--importcfg", help="packagefile lines of the reference's library")
    p.add_argument("--sources", nargs="*")
    p.add_argument("--count", type=int, default=300)
    p.add_argument("--seed", type=int, default=int(time.time()))
    p.add_argument("--changes", type=int, default=8, help="mistakes a program, at most")
    p.add_argument("--keep", default="different")
    p.add_argument("--jobs", type=int, default=2)
    o = p.parse_args()
    print("seed %d" % o.seed, flush=True)
    rng = random.Random(o.seed)
    c = Compare(o)
    roots = o.sources or [os.path.join(HERE, "../golden/run"), os.path.join(HERE, "../../examples"), o.goroot + "/test", o.goroot + "/test/fixedbugs",
                          o.goroot + "/test/ken", o.goroot + "/test/chan", o.goroot + "/test/interface", o.goroot + "/test/syntax"]
    files = sorted(f for r in roots for f in glob.glob(r + "/*.go") if os.path.getsize(f) < 20000)
    good, different, errors = {}, 0, 0

    def jobs():
        made = 0
        while made < o.count:
            f = rng.choice(files)
            if f not in good:
                good[f] = c.accepted(f)
            if good[f]:
                with open(f, errors="replace") as h:
                    yield made, f, mutate(h.read(), rng, o.changes)
                made += 1

    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for i, name, text, want, got, rc in pool.map(c.one, jobs()):
            errors += bool(want)
            w, g = fold(want), fold(got)
            if w == g and rc in (0, 1):
                continue
            different += 1
            os.makedirs(o.keep, exist_ok=True)
            kept = os.path.join(o.keep, "m%d_%d.go" % (o.seed, i))
            with open(kept, "w") as h:
                h.write(text)
            print("== %s (%s)%s" % (kept, os.path.basename(name), " exit %d" % rc if rc not in (0, 1) else ""))
            for l in [l for l in w if l not in g][:6]:
                print("  want " + l[:200])
            for l in [l for l in g if l not in w][:6]:
                print("  got  " + l[:200])
            if sorted(w) == sorted(g):
                print("  (order)")
            sys.stdout.flush()
    print("%d programs of %d sources, %d wrong ones, %d different" % (o.count, sum(good.values()), errors, different))
    return 1 if different else 0


sys.exit(main())
