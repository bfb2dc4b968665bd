#!/usr/bin/env python3
"""document_test.py MINIGO: the dumps of examples/fetch.go that ARCHITECTURE.md shows are what minigo prints today.

Each line of a block behind a `--dump=STAGE` must be a line of that dump, in the same order; lines may be left out."""
import os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BLOCK = re.compile(r"--dump=(\w+)`.*?\n\n((?:    [^\n]*\n)+)", re.S)


def main():
    minigo = os.path.abspath(sys.argv[1])
    with open(os.path.join(ROOT, "ARCHITECTURE.md"), encoding="utf-8") as f:
        blocks = BLOCK.findall(f.read())
    if {stage for stage, _ in blocks} != {"tokens", "ast", "types", "bytecode"}:
        sys.exit("ARCHITECTURE.md does not show every stage")
    bad = 0
    for stage, text in blocks:
        p = subprocess.run([minigo, "--dump=" + stage, "examples/fetch.go"], cwd=ROOT, capture_output=True, text=True, timeout=120)
        rest = iter([line.rstrip() for line in p.stdout.split("\n")])
        for line in text.rstrip("\n").split("\n"):
            if line[4:].rstrip() not in rest:
                bad += 1
                print("--dump=%s does not print, or not here:\n%s" % (stage, line))
                break
    print("%d blocks, %d wrong" % (len(blocks), bad))
    return 1 if bad else 0


sys.exit(main())
