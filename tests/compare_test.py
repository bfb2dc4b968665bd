#!/usr/bin/env python3
"""compare_test: `minigo compare` with a go command and a twin that stand in for real ones; help's man page and completions.

compare_test.py MINIGO"""
import json, os, re, stat, subprocess, sys, tempfile
from html.parser import HTMLParser

GO = """#!/bin/sh
case $1 in
run) echo "$4"; exit 0 ;;
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


def run(*argv, **env):
    return subprocess.run([minigo, *argv], capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL, env=dict(os.environ, **env))


with tempfile.TemporaryDirectory() as tmp:
    bin = os.path.join(tmp, "bin")
    os.mkdir(bin)
    go, program, page = os.path.join(bin, "go"), os.path.join(tmp, "a<b.go"), os.path.join(tmp, "out.html")
    open(go, "w").write(GO.replace('"$4"', '"$3"'))
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
    assert not ways["python3"]["same_output"] and all(w["peak_kb"] > 500 and w["status"] == 0 for w in ways.values()), ways
    assert c["pays_from_call"] >= 0
    text = open(page).read()
    p = Page()
    p.feed(text)
    assert p.tags.count("svg") == 2 and "table" in p.tags and not p.links and "a&lt;b.go" in text and "nan" not in text.lower().split("<svg")[1], text
    assert sorted(n for n in os.listdir(tmp) if n.startswith("minigo-compare")) == [], os.listdir(tmp)

    r = run("compare", "--runs=1", program, "hello", PATH="/nonexistent", GOROOT="")
    assert r.returncode == 0 and "no go command was found" in r.stdout and "minigo" in r.stdout, r
    assert run("compare").returncode == 2 and run("compare", os.path.join(tmp, "absent.go")).returncode == 1
    assert run("compare", "--runs=0", program).returncode == 2

usage = run("help").stdout
options = re.findall(r"^  (--?[a-z][a-z-]*)", usage, re.M)
for form in ("--man", "--completion=bash", "--completion=zsh", "--completion=fish"):
    text = run("help", form).stdout
    for o in options:
        shown = o.replace("-", "\\-") if form == "--man" else o.lstrip("-") if form.endswith("fish") else o
        assert shown in text, (form, o)
    for command in ("run", "check", "repl", "compare", "version"):
        assert command in text, (form, command)
bash = run("help", "--completion=bash").stdout
ask = bash + '\nCOMP_WORDS=(minigo %s); COMP_CWORD=%d; _minigo; echo "${COMPREPLY[@]}"\n'


def complete(words):
    return subprocess.run(["bash", "-c", ask % (words, len(words.split()))], capture_output=True, text=True, cwd="/").stdout.split()


assert complete("comp") == ["compare"], complete("comp")
assert complete("--dump = by") == ["bytecode"], complete("--dump = by")
assert "--stats" in complete("--st"), complete("--st")
print("passed")
