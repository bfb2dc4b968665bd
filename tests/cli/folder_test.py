#!/usr/bin/env python3
"""folder_test.py MINIGO [--update GOROOT]: programs of several files, folders and modules, and what can be wrong with them.

What each must print, and its exit status, was recorded from `go run` (--update does it anew): folder_expected.json."""
import json, os, shutil, subprocess, sys, tempfile

MINIGO = os.path.abspath(sys.argv[1])
EXPECTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "folder_expected.json")
MAIN = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println(%s) }\n'
CASES = {}


def case(name, files, target, cwd="."):
    CASES[name] = (files, target, cwd)


MOD = 'module example.com/m\n\ngo 1.27\n'
case('dir', {
    'go.mod': MOD,
    'a.go': MAIN % 'f()',
    'b.go': 'package main\n\nfunc f() int { return 1 }\n',
    'a_test.go': 'package main\n\nsyntax error\n',
    'x_test.go': 'package main_test\n',
}, ['.'])
case('dirsub', {
    'go.mod': MOD,
    'cmd/x/a.go': MAIN % '1',
}, ['./cmd/x'])
case('constraint', {
    'go.mod': MOD,
    'a.go': MAIN % 'f()',
    'b.go': '//go:build linux\n\npackage main\n\nfunc f() int { return 1 }\n',
    'c.go': '//go:build !linux\n\npackage main\n\nfunc f() int { return 2 }\n',
    'd_windows.go': 'package main\n\nfunc f() int { return 3 }\n',
    'e_linux_arm64.go': 'package main\nfunc f() {}\n',
    'f_amd64.go': 'package main\n\nvar z = 1\n',
    'g.go': '//go:build ignore\n\npackage other\n',
    'h.go': '//go:build go1.99\n\npackage other\n',
    'i.go': '//go:build cgo\n\npackage main\n\nfunc f(){}\n',
    '_j.go': 'package q',
    '.k.go': 'package q',
    'l_linux.go': 'package main\nvar zz = z\n',
}, ['.'])
case('constraint2', {
    'go.mod': MOD,
    'a.go': MAIN % 'f()',
    'b.go': '// +build windows\n\npackage main\n\nfunc f() int { return 1 }\n',
    'c.go': '//go:build linux && (amd64 || arm64) && !race\n\npackage main\n\nfunc f() string { return "c" }\n',
    'd.go': '//go:build gc && unix && go1.18\n\npackage main\n\nfunc g() {}\n',
}, ['.'])
case('badconstraint', {
    'go.mod': MOD,
    'a.go': MAIN % '1',
    'b.go': '//go:build linux &&\n\npackage main\n',
}, ['.'])
case('badconstraint2', {
    'go.mod': MOD,
    'a.go': MAIN % '1',
    'b.go': '//go:build (linux\n\npackage main\n',
}, ['.'])
case('allexcluded', {
    'go.mod': MOD,
    'b.go': '//go:build ignore\n\npackage main\n',
}, ['.'])
case('allexcluded2', {
    'go.mod': MOD,
    'b_windows.go': 'package main\n',
}, ['.'])
case('onlytests', {
    'go.mod': MOD,
    'b_test.go': 'package main\n',
}, ['.'])
case('nogo', {
    'go.mod': MOD,
    'x.txt': '',
}, ['.'])
case('nosuchdir', {
    'go.mod': MOD,
}, ['./nope'])
case('nosuchfile', {
    'go.mod': MOD,
}, ['nope.go'])
case('nosuchfile2', {
    'go.mod': MOD,
    'a.go': MAIN % '1',
}, ['a.go','nope.go'])
case('twopkgs', {
    'go.mod': MOD,
    'a.go': MAIN % '1',
    'b.go': 'package other\n',
}, ['.'])
case('twopkgsfiles', {
    'go.mod': MOD,
    'a.go': MAIN % '1',
    'b.go': 'package other\n',
}, ['a.go','b.go'])
case('twopkgsimp', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport _ "example.com/m/p"\n\nfunc main() {}\n',
    'p/b.go': 'package other\n',
    'p/c.go': 'package third\n',
}, ['.'])
case('internal', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/internal/p"\n\nfunc main() { println(p.X) }\n',
    'internal/p/b.go': 'package p\n\nvar X = 1\n',
}, ['.'])
case('internalbad', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/x/internal/p"\n\nfunc main() { println(p.X) }\n',
    'x/internal/p/b.go': 'package p\n\nvar X = 1\n',
}, ['.'])
case('internalstd', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "internal/abi"\n\nfunc main() { println(abi.X) }\n',
}, ['.'])
case('internalsub', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/x"\n\nfunc main() { println(x.X) }\n',
    'x/internal/p/b.go': 'package p\n\nvar X = 1\n',
    'x/x.go': 'package x\n\nimport "example.com/m/x/internal/p"\n\nvar X = p.X\n',
}, ['.'])
case('replace', {
    'a/go.mod': MOD + '\nrequire example.com/lib v1.0.0\n\nreplace example.com/lib => ../lib\n',
    'a/a.go': 'package main\n\nimport (\n\t"example.com/lib"\n\t"example.com/lib/sub"\n)\n\nfunc main() { println(lib.X, sub.Y) }\n',
    'lib/go.mod': 'module example.com/lib\n',
    'lib/l.go': 'package lib\n\nvar X = 1\n',
    'lib/sub/s.go': 'package sub\n\nvar Y = 2\n',
}, ['.'], 'a')
case('replace2', {
    'a/go.mod': MOD + '\nrequire (\n\texample.com/lib v1.0.0 // indirect\n)\n\nreplace (\n\texample.com/lib v1.0.0 => ../lib\n)\n',
    'a/a.go': 'package main\n\nimport "example.com/lib"\n\nfunc main() { println(lib.X) }\n',
    'lib/go.mod': 'module example.com/lib\n',
    'lib/l.go': 'package lib\n\nvar X = 1\n',
}, ['.'], 'a')
case('missingpkg', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/nope"\n\nfunc main() { nope.X() }\n',
}, ['.'])
case('emptydirimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x.txt': '',
}, ['.'])
case('excludedimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x_windows.go': 'package p\n',
}, ['.'])
case('importmain', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x.go': 'package main\n\nfunc X() {}\n',
}, ['.'])
case('cycle', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x.go': 'package p\n\nimport "example.com/m/q"\n\nfunc X() { q.X() }\n',
    'q/x.go': 'package q\n\nimport "example.com/m/p"\n\nfunc X() { p.X() }\n',
}, ['.'])
case('selfimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x.go': 'package p\n\nimport "example.com/m/p"\n\nfunc X() { p.X() }\n',
}, ['.'])
case('unused', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport (\n\t"fmt"\n\t"os"\n\tstr "strings"\n\t"example.com/m/p"\n\tq "example.com/m/p"\n\t. "sort"\n\t_ "io"\n)\n\nfunc main() { }\n',
    'p/x.go': 'package pp\n',
}, ['.'])
case('dup', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "fmt"\nimport "fmt"\nimport fmt "os"\n\nvar fmt = 1\n\nfunc main() { fmt.Println() }\n',
}, ['.'])
case('dup2', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n',
    'b.go': 'package main\n\nvar fmt = 1\n\nfunc main() {}\n\nfunc init() int { return 1 }\n',
}, ['.'])
case('notmain', {
    'go.mod': MOD,
    'a.go': 'package lib\n\nfunc main() {}\n',
}, ['.'])
case('notmainfile', {
    'go.mod': MOD,
    'a.go': 'package lib\n\nfunc main() {}\n',
}, ['a.go'])
case('nomainfunc', {
    'go.mod': MOD,
    'a.go': 'package main\n\nfunc f() {}\n',
}, ['.'])
case('errorinimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X(1); undefined1() }\n',
    'p/x.go': 'package p\n\nfunc X() { y = 1 }\n',
}, ['.'])
case('syntaxinimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X(1); undefined1() }\n',
    'p/x.go': 'package p\n\nfunc X() { y = }\n',
}, ['.'])
case('importsyntax', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport fmt\n\nfunc main() { }\n',
}, ['.'])
case('errorsinboth', {
    'go.mod': MOD,
    'b.go': 'package main\n\nfunc main() { x = 1 }\n',
    'a.go': 'package main\n\nfunc f() { y = 1 }\n',
}, ['.'])
case('syntaxinboth', {
    'go.mod': MOD,
    'b.go': 'package main\n\nfunc main() { x = }\n',
    'a.go': 'package main\n\nfunc f() { y = }\n',
}, ['.'])
case('gover', {
    'go.mod': 'module m\n\ngo 1.20\n',
    'a.go': 'package main\n\nfunc main() {\n\tfor i := range 3 {\n\t\tprintln(i)\n\t}\n\tprintln(min(1, 2))\n\tclear(map[int]int{})\n}\n',
}, ['.'])
case('gover3', {
    'go.mod': 'module m\n\ngo 1.16\n',
    'a.go': 'package main\n\nimport "unsafe"\n\nfunc main() {\n\tx := []int{1}\n\t_ = (*[1]int)(x)\n\t_ = 0b11\n\t_ = unsafe.Slice(&x[0], 1)\n}\n',
}, ['.'])
case('badmod', {
    'go.mod': 'modul m\n',
    'a.go': 'package main\n\nfunc main() {\n}\n',
}, ['.'])
case('badmod2', {
    'go.mod': 'module m\nfoo bar\n',
    'a.go': 'package main\n\nfunc main() {\n}\n',
}, ['.'])
case('emptymod', {
    'go.mod': '',
    'a.go': 'package main\n\nfunc main() {\n}\n',
}, ['.'])
case('vendor', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p.q"\n\nfunc main() { pq.X() }\n',
    'p.q/x.go': 'package pq\n\nfunc X() { println(1) }\n',
}, ['.'])
case('testonlyimport', {
    'go.mod': MOD,
    'a.go': 'package main\n\nimport "example.com/m/p"\n\nfunc main() { p.X() }\n',
    'p/x_test.go': 'package p\n',
}, ['.'])
case('fileindir', {
    'go.mod': MOD,
    's/a.go': MAIN % '1',
    's/b.go': 'package main\n',
}, ['s/a.go','s/b.go'])
case('filesdirs', {
    'go.mod': MOD,
    's/a.go': MAIN % '1',
    't/b.go': 'package main\n',
}, ['s/a.go','t/b.go'])
case('ignoredfile', {
    'go.mod': MOD,
    'a.go': '//go:build ignore\n\n' + MAIN % '1',
}, ['a.go'])
case('wrongosfile', {
    'go.mod': MOD,
    'a_windows.go': MAIN % '1',
}, ['a_windows.go'])
case('bom', {
    'go.mod': MOD,
    'a.go': '\ufeffpackage main\n\nfunc main() { println(1) }\n',
}, ['.'])
case('empty', {
    'go.mod': MOD,
    'a.go': '',
    'b.go': 'package main\nfunc main(){}\n',
}, ['.'])
case('initcycle', {
    'go.mod': MOD,
    'a.go': 'package main\n\nvar a = b\nvar b = f()\n\nfunc f() int { return a }\n\nfunc main() {}\n',
}, ['.'])


def run(argv, root, cwd, env):
    p = subprocess.run(argv, cwd=os.path.join(root, cwd), env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    # The go command says for which package the compiler complains, where its library is, and how the program ended.
    err = [l for l in p.stderr.replace(root, "DIR").split("\n") if not l.startswith(("# ", "exit status"))]
    return {"status": p.returncode, "out": p.stdout, "err": "\n".join(err)}


def main():
    goroot = sys.argv[3] if len(sys.argv) > 3 and sys.argv[2] == "--update" else None
    env = dict(os.environ, GOTOOLCHAIN="local", GOPROXY="off", GOFLAGS="", CGO_ENABLED="0", GOWORK="off", GO111MODULE="")
    if goroot:
        env["GOROOT"] = goroot
    program = os.path.join(goroot, "bin/go") if goroot else MINIGO
    expected = {} if goroot else json.load(open(EXPECTED))
    failed = []
    with tempfile.TemporaryDirectory() as top:
        for name, (files, target, cwd) in CASES.items():
            root = os.path.join(os.path.realpath(top), name)
            for f, text in files.items():
                path = os.path.join(root, f)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w") as h:
                    h.write(text)
            got = run([program, "run", *target], root, cwd, env)
            if goroot:
                expected[name] = got
            elif got != expected[name]:
                failed.append(name)
                print(f"{name}: expected {expected[name]}\n    printed {got}")
            shutil.rmtree(root)
    if goroot:
        with open(EXPECTED, "w") as f:
            json.dump(expected, f, indent=1, ensure_ascii=False)
            f.write("\n")
    print(f"{len(CASES)} cases, {len(failed)} failed")
    return 1 if failed else 0


sys.exit(main())
