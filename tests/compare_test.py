#!/usr/bin/env python3
"""compare_test: `minigo compare` with a go command and a twin that stand in for real ones; help's man page and completions.

compare_test.py MINIGO"""
import json, os, re, shutil, signal, subprocess, sys, tempfile, time
from html.parser import HTMLParser

GO = """#!/bin/sh
case $1 in
run) echo "$3"; exit 0 ;;
build) sleep 0.2; printf '#!/bin/sh\\necho "$1"\\n' >"$3"; chmod +x "$3" ;;
esac
"""
PROGRAM = """package main

import (
	"fmt"
	"os"
)

func main() {
	sum := 0
	for i := range 3000000 {
		sum += i % 7
	}
	if sum > 0 {
		fmt.Println(os.Args[1])
	}
}
"""
minigo = os.path.abspath(sys.argv[1])


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [v for k, v in attrs if k in ("src", "href")]


READS = """package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	n := 0
	for in := bufio.NewScanner(os.Stdin); in.Scan(); n++ {
	}
	fmt.Println(n)
	os.Exit(n)
}
"""


def run(*argv, input="", **env):
    return subprocess.run([minigo, *argv], capture_output=True, text=True, timeout=300, input=input, env=dict(os.environ, **env))


with tempfile.TemporaryDirectory() as tmp:
    bin = os.path.join(tmp, "bin")
    os.mkdir(bin)
    go, program, page = os.path.join(bin, "go"), os.path.join(tmp, "a<b.go"), os.path.join(tmp, "out.html")
    open(go, "w").write(GO)
    os.chmod(go, 0o755)
    open(program, "w").write(PROGRAM)
    open(program[:-3] + ".py", "w").write("print('something else')\n")
    path = bin + ":" + os.environ["PATH"]
    r = run("compare", "--runs=3", "--json", "--html=" + page, program, "hello", PATH=path, TMPDIR=tmp)
    assert r.returncode == 0, r
    c = json.loads(r.stdout)
    ways = {w["name"]: w for w in c["ways"]}
    assert list(ways)[:4] == ["minigo", "go run (cold)", "go run (warm)", "go build, run"] and "python3" in ways, ways
    assert [len(ways[n]["seconds"]) for n in list(ways)[:4]] == [3, 1, 3, 3], ways
    assert ways["go build, run"]["compile"] > 0.2 and ways["go build, run"]["same_output"] and ways["go run (warm)"]["same_output"], ways
    assert 0 < ways["minigo"]["compile"] < ways["minigo"]["total"], ways
    assert not ways["python3"]["same_output"] and all(w["peak_kb"] > 500 and w["status"] == 0 for w in ways.values()), ways
    assert c["pays_from_call"] >= 0
    text = open(page).read()
    p = Page()
    p.feed(text)
    assert p.tags.count("svg") == 2 and "table" in p.tags and not p.links and "a&lt;b.go" in text and "nan" not in text.lower().split("<svg")[1], text
    assert sorted(n for n in os.listdir(tmp) if n.startswith("minigo-compare")) == [], os.listdir(tmp)

    r = run("compare", "--runs=2", program, "hello", PATH=path, TMPDIR=tmp)
    assert "\n  (empty build cache)\n" in r.stdout and "\n  (its twin; prints something else)\n" in r.stdout, r
    assert all(len(line) <= 80 for line in r.stdout.split("\n")[1:]), r.stdout

    r = run("compare", "--runs=1", program, "hello", PATH="/nonexistent", GOROOT="")
    assert r.returncode == 0 and "no go command was found" in r.stdout and "minigo" in r.stdout, r
    assert run("compare").returncode == 2 and run("compare", os.path.join(tmp, "absent.go")).returncode == 1
    assert run("compare", "--runs=0", program).returncode == 2

    # A page loads nothing from elsewhere, and ways that take far longer than the others do not make them invisible: they are cut off.
    assert "http" not in text and "url(" not in text and "@import" not in text, text
    os.unlink(program[:-3] + ".py")
    open(go, "w").write(GO.replace("sleep 0.2; ", "").replace("run)", "run) sleep 2;"))
    r = run("compare", "--runs=1", "--html=" + page, program, "hello", PATH=path, TMPDIR=tmp)
    text = open(page).read()
    widths = [float(w) for w in re.findall(r'<rect class="\w+" x="[\d.]+" y="8" width="([\d.]+)"', text)]
    assert r.returncode == 0 and text.count('class="cut"') == 2 and sum(widths) > 10, (r, text)

    # Every run reads the same input; what fails says so.
    open(go, "w").write(GO)
    reads = os.path.join(tmp, "reads.go")
    open(reads, "w").write(READS)
    open(reads[:-3] + ".lua", "w").write("print('3')\n")
    lua = os.path.join(bin, "lua")
    open(lua, "w").write("#!/bin/sh\nwc -l | tr -d ' '\nexit 5\n")
    os.chmod(lua, 0o755)
    r = run("compare", "--runs=2", "--json", reads, input="a\nb\nc\n", PATH=bin + ":/usr/bin:/bin", TMPDIR=tmp)
    ways = {w["name"]: w for w in json.loads(r.stdout)["ways"]}
    assert ways["minigo"]["status"] == 3 and ways["lua"]["status"] == 5 and ways["lua"]["same_output"], r
    os.unlink(lua)
    os.unlink(go)
    r = run("compare", "--runs=1", reads, input="x\n", PATH=bin, TMPDIR=tmp, GOROOT="")
    assert r.returncode == 0 and "exit status 1" in r.stdout and "lua" not in r.stdout, r

    # The twins of the first example print what it prints.
    fetch = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "examples", "fetch.go")
    r = run("compare", "--runs=1", "--json", fetch, GOROOT="", TMPDIR=tmp)
    ways = {w["name"]: w for w in json.loads(r.stdout)["ways"] if w["name"] in ("minigo", "python3", "lua")}
    assert set(ways) == {"minigo", *filter(shutil.which, ("python3", "lua"))}, r
    assert all(w["same_output"] and w["status"] == 0 for w in ways.values()), r

    # What does not compile is not run; Ctrl-C leaves nothing behind.
    wrong = os.path.join(tmp, "wrong.go")
    open(wrong, "w").write("package main\n\nfunc main() {\n\tx := 1\n}\n")
    r = run("compare", "--html=" + page, wrong, PATH=path, TMPDIR=tmp)
    assert r.returncode == 1 and "wrong.go:4:2: declared and not used: x" in r.stderr and r.stdout == "" and not os.path.exists(page), r
    open(wrong, "w").write("package main\n\nfunc main() {\n\tfor {\n\t}\n}\n")
    p = subprocess.Popen([minigo, "compare", wrong], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env=dict(os.environ, TMPDIR=tmp), start_new_session=True)
    time.sleep(1.5)
    os.killpg(p.pid, signal.SIGINT)
    assert p.communicate(timeout=60)[0] == b"" and p.returncode == -signal.SIGINT, p.returncode
    assert sorted(n for n in os.listdir(tmp) if n.startswith("minigo-compare")) == [], os.listdir(tmp)

usage = run("help").stdout
options = re.findall(r"^  (--?[a-z][a-z-]*)", usage, re.M)
for form in ("--man", "--completion=bash", "--completion=zsh", "--completion=fish"):
    text = run("help", form).stdout
    for o in options:
        shown = o.replace("-", "\\-") if form == "--man" else o.lstrip("-") if form.endswith("fish") else o
        assert shown in text, (form, o)
    if form == "--man":
        assert ":goroutines" in text and "history" in text and "\\fB\\-e\\fR \\fITEXT" in text, text
    for command in ("run", "check", "repl", "compare", "version"):
        assert command in text, (form, command)
bash = run("help", "--completion=bash").stdout
ask = bash + '\nCOMP_WORDS=(minigo %s); COMP_CWORD=%d; _minigo; echo "${COMPREPLY[@]}"\n'


def complete(words):
    return subprocess.run(["bash", "-c", ask % (words, len(words.split()))], capture_output=True, text=True, cwd="/").stdout.split()


assert complete("comp") == ["compare"], complete("comp")
assert complete("--dump = by") == ["bytecode"], complete("--dump = by")
assert "--stats" in complete("--st"), complete("--st")
assert complete("help comp") == ["compare"], complete("help comp")
# The functions are right for the shells themselves, where those are installed.
for shell in ("zsh", "fish"):
    text = run("help", "--completion=" + shell).stdout
    if shutil.which(shell):
        r = subprocess.run([shell, "-n"], input=text, capture_output=True, text=True)
        assert r.returncode == 0 and r.stderr == "", (shell, r)
    if shell == "fish" and shutil.which(shell):
        with tempfile.TemporaryDirectory() as home:
            r = subprocess.run(["fish", "-c", text + "\ncomplete -C'minigo help ch'; complete -C'minigo --dump=by'"], capture_output=True,
                               text=True, env=dict(os.environ, HOME=home))
            assert r.stdout.split()[0] == "check" and "--dump=bytecode" in r.stdout, r
print("passed")
