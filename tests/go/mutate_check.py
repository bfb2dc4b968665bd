#!/usr/bin/env python3
"""Makes wrong programs of right ones and sees to it that the checker survives them.

Files of GOROOT/test (and internal/types/testdata) get a few tokens deleted, doubled, swapped or taken from elsewhere; the tool must
end by itself with status 0 or 1 within the time limit. The seed is printed; a failing program is kept.
With --run the tool is minigo and runs what it accepts (programs without unsafe): any end will do, and none at all, but for a crash.

Usage: mutate_check.py --goroot DIR --tool PATH [--count N] [--seed N] [--keep DIR] [--args "-e"] [--run]
"""
import argparse, concurrent.futures, glob, os, random, re, signal, subprocess, sys, tempfile, time

TOKEN = re.compile(rb'`[^`]*`|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/|\w+|<-|[-+*/%&|^<>=!:]+=?|\n|[^\s\w]', re.S)


def tokens(text):
    return TOKEN.findall(text)


def join(toks):
    out, line = [], b""
    for t in toks:
        if t == b"\n" or t.startswith(b"//"):
            out.append(line + (t if t != b"\n" else b""))
            line = b""
            if t == b"\n":
                continue
        else:
            line += (b" " if line else b"") + t
    out.append(line)
    return b"\n".join(out) + b"\n"


def mutate(rng, toks, pool):
    toks = list(toks)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 10))):
        if not toks:
            break
        i = rng.randrange(len(toks))
        op = rng.randrange(9)
        if op == 0:
            del toks[i]
        elif op == 1:
            toks.insert(i, toks[i])
        elif op == 2:
            j = rng.randrange(len(toks))
            toks[i], toks[j] = toks[j], toks[i]
        elif op == 3:
            toks[i] = rng.choice(toks)
        elif op == 4:
            toks[i] = rng.choice(pool)
        elif op >= 6:  # a name or literal for another one: this mostly stays syntactically right
            words = [k for k in range(max(0, i - 200), min(len(toks), i + 200)) if re.match(rb"[\w\"'`]", toks[k])]
            if words:
                toks[rng.choice(words)] = toks[rng.choice(words)]
        else:  # a run of tokens moves
            n = rng.randrange(1, 12)
            run = toks[i:i + n]
            del toks[i:i + n]
            j = rng.randrange(len(toks) + 1)
            toks[j:j] = run
    return toks


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--goroot", required=True)
    p.add_argument("--tool", required=True)
    p.add_argument("--args", default="-e")
    p.add_argument("--count", type=int, default=10000)
    p.add_argument("--seed", type=int, default=int(time.time()))
    p.add_argument("--keep", default="mutants")
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--timeout", type=float, default=20)
    p.add_argument("--run", action="store_true")
    o = p.parse_args()
    if o.run:
        o.args, o.timeout = "--max-memory 300M run", min(o.timeout, 4)
    print("seed %d" % o.seed, flush=True)
    rng = random.Random(o.seed)
    files = sorted(glob.glob(o.goroot + "/test/*.go") + glob.glob(o.goroot + "/test/*/*.go") +
                   glob.glob(o.goroot + "/src/internal/types/testdata/*/*.go"))
    sources = []
    for f in files:
        with open(f, "rb") as h:
            text = h.read()
        if o.run and (b"\nfunc main()" not in text or b'"unsafe"' in text or not text.startswith(b"// run")):
            continue
        if len(text) < 60000:
            sources.append((f, tokens(text)))
    pool = sorted({t for _, ts in sources[::17] for t in ts if len(t) < 20})
    env = dict(os.environ, ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0")
    argv = [os.path.abspath(o.tool)] + o.args.split()

    def one(job):
        i, name, text = job
        fd, path = tempfile.mkstemp(suffix=".go")
        with os.fdopen(fd, "wb") as h:
            h.write(text)
        with tempfile.TemporaryDirectory() as cwd, tempfile.TemporaryFile() as said:
            p = subprocess.Popen(argv + [path], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, env=env, cwd=cwd, start_new_session=True)
            try:
                status = p.wait(timeout=o.timeout)
            except subprocess.TimeoutExpired:
                os.killpg(p.pid, signal.SIGKILL)
                p.wait()
                status = 0 if o.run else None
            said.seek(0, 2)
            said.seek(max(0, said.tell() - 65536))
            out = said.read()
        crashed = b"Sanitizer" in out or re.search(rb"\.(c|h|inc):\d+(:\d+)?: ", out)
        good = status is not None and (status >= 0 if o.run else status in (0, 1)) and not crashed
        bad = None if good else "no end in %g s" % o.timeout if status is None else "exit %d" % status
        os.unlink(path)
        return i, name, text, bad, out

    def jobs():
        for i in range(o.count):
            name, toks = rng.choice(sources)
            yield i, name, join(mutate(rng, toks, pool))

    failures = 0
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool_:
        pending = []
        for job in jobs():
            pending.append(pool_.submit(one, job))
            while len(pending) > 4 * o.jobs or (pending and job[0] == o.count - 1):
                i, name, text, bad, out = pending.pop(0).result()
                if bad:
                    failures += 1
                    os.makedirs(o.keep, exist_ok=True)
                    kept = os.path.join(o.keep, "%d_%d.go" % (o.seed, i))
                    with open(kept, "wb") as h:
                        h.write(text)
                    where = re.findall(rb"#\d+ .*? in (\w+) ", out)[:8]
                    print("%s: %s (from %s): %s" % (kept, bad, os.path.relpath(name, o.goroot), b" ".join(where).decode()), flush=True)
                    tail = out[-300:].decode(errors="replace").replace("\n", " | ")
                    if not where:
                        print("    " + tail, flush=True)
    print("%d programs, %d failures" % (o.count, failures))
    return 1 if failures else 0


sys.exit(main())
