#!/usr/bin/env python3
"""Compares the checker's messages with the reference compiler's, file by file, word for word.

The reference is run as `go tool compile -e`; its outputs are kept in a cache folder. Files with type parameters
count apart ("generic"): the checker must refuse them with its one message.

Usage: compare_check.py --goroot DIR --tool build/debug/tests/check_tool [--cache DIR] [--only REGEX] [--show N] [FILE...]
Without files: the single-file programs of GOROOT/test and GOROOT/src/internal/types/testdata.
"""
import argparse, concurrent.futures, hashlib, os, re, signal, subprocess, sys

RECIPES = ("run", "compile", "build", "buildrun", "errorcheck", "runoutput")
REFUSED = "type parameters are not supported yet"


def test_files(goroot):
    for top in ("test", "src/internal/types/testdata"):
        for d, dirs, names in os.walk(os.path.join(goroot, top)):
            dirs[:] = sorted(n for n in dirs if not n.endswith(".dir"))
            for n in sorted(names):
                path = os.path.join(d, n)
                if not n.endswith(".go"):
                    continue
                with open(path, errors="replace") as f:
                    first = f.readline()
                words = first.lstrip("/ ").split()
                if top == "test":
                    if not first.startswith("//") or not words or words[0] not in RECIPES or len(words) > 1:
                        continue
                elif re.match(r"//\s*-", first):  # language version and other switches
                    continue
                yield path


def sh(argv, cwd, env=None, timeout=60):
    p = subprocess.Popen(argv, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env, start_new_session=True)
    try:
        out, _ = p.communicate(timeout=timeout)
        return p.returncode, out.decode(errors="replace")
    except subprocess.TimeoutExpired:
        os.killpg(p.pid, signal.SIGKILL)  # its children too
        p.communicate()
        return -99, "TIMEOUT\n"


class Compare:
    def __init__(self, o):
        self.o = o
        self.env = dict(os.environ, GOTOOLCHAIN="local", GOPROXY="off", CGO_ENABLED="0", GOROOT=o.goroot, GO111MODULE="off")
        self.go = os.path.join(o.goroot, "bin/go")
        os.makedirs(o.cache, exist_ok=True)
        self.importcfg = os.path.join(o.cache, "importcfg")
        self.map = os.path.join(o.cache, "std.map")
        # Only one list of each kind is made; both take the standard library as it is installed.
        if not os.path.exists(self.map):
            self.list(self.map, "{{.ImportPath}} {{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}} {{end}}", [])
        if not os.path.exists(self.importcfg):
            self.list(self.importcfg, "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", ["-export"])

    def list(self, out, form, flags):
        with open(out, "w") as f:
            subprocess.run([self.go, "list", *flags, "-f", form, "std"], stdout=f, env=self.env, check=True)

    def reference(self, path):
        key = hashlib.sha1((path + str(os.path.getmtime(path))).encode()).hexdigest()
        kept = os.path.join(self.o.cache, key)
        if not os.path.exists(kept):
            rc, out = sh([self.go, "tool", "compile", "-complete", "-e", "-p", "main", "-importcfg", self.importcfg, "-o", kept + ".o",
                          os.path.basename(path)], os.path.dirname(path), self.env)
            # After an error the compiler removes its output file, whatever that is: never give it a device.
            if os.path.exists(kept + ".o"):
                os.remove(kept + ".o")
            with open(kept + ".new", "w") as f:
                f.write(out)
            os.rename(kept + ".new", kept)
        with open(kept) as f:
            return f.read()

    def ours(self, path):
        rc, out = sh([self.o.tool, "-e", "-map", self.map, "-lazy", os.path.basename(path)], os.path.dirname(path))
        lines, skip = [], False
        for l in out.split("\n"):
            if not l.startswith("\t"):
                skip = l.startswith(self.o.goroot + "/src/") and REFUSED in l
            if not skip and l:
                lines.append(l)
        return rc, "\n".join(lines) + ("\n" if lines else "")

    def one(self, path):
        want = self.reference(path)
        rc, got = self.ours(path)
        if rc < 0 or rc > 1:
            return path, "CRASH" if rc != -99 else "TIMEOUT", want, got
        if "syntax error" in want and want == got:
            return path, "ok", want, got
        if REFUSED in got:
            return path, "generic", want, got
        return path, "ok" if want == got else "DIFFERENT", want, got


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--goroot", required=True)
    p.add_argument("--tool", required=True)
    p.add_argument("--cache", default="/tmp/compare_check")
    p.add_argument("--only", default="")
    p.add_argument("--show", type=int, default=20)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--list", help="write the paths that agree to this file")
    p.add_argument("files", nargs="*")
    o = p.parse_args()
    o.tool = os.path.abspath(o.tool)
    o.goroot = os.path.realpath(o.goroot)
    c = Compare(o)
    files = [os.path.abspath(f) for f in o.files] or [f for f in test_files(o.goroot) if re.search(o.only, f)]
    counts, shown, agree = {}, 0, []
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for path, verdict, want, got in pool.map(c.one, files):
            counts[verdict] = counts.get(verdict, 0) + 1
            if verdict == "ok":
                agree.append(os.path.relpath(path, o.goroot))
            elif verdict != "generic" and shown < o.show:
                shown += 1
                print("== %s %s" % (verdict, os.path.relpath(path, o.goroot)))
                w, g = want.split("\n"), got.split("\n")
                for l in w:
                    if l not in g:
                        print("  want " + l)
                for l in g:
                    if l not in w:
                        print("  got  " + l)
                if sorted(w) == sorted(g):
                    print("  (order)")
    if o.list:
        with open(o.list, "w") as f:
            f.writelines(a + "\n" for a in agree)
    print(" ".join("%s=%d" % kv for kv in sorted(counts.items())))
    return 1 if counts.keys() - {"ok", "generic"} else 0


sys.exit(main())
