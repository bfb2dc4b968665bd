#!/usr/bin/env python3
# gen_ops.py: makes bytecode/ops.def (all rows), op_kinds.def (the .inc file of each) and op_bodies.inc (rows turned into labels, bodies under them) from bytecode/ops/*.inc.
# A row is one line that starts in column 0: OP(NAME, "operands", EFFECT|EFFECT, "words"). Everything up to the next row is its body.
import os
import re
import sys

ROW = re.compile(r'^OP\((\w+), ("[^"]*"), ([A-Z_|]+), ("(?:[^"\\]|\\.)*")\)\s*$')
EFFECTS = {"PURE", "JUMP", "POLL", "CALL", "RETURN", "PANIC", "PARK", "ALLOC", "BARRIER"}
OPERANDS = re.compile(r'^(d[23n]?|s[23n]?|f|fn|w|i|u|j|J|I|\+[ksptfD])$')


def fail(file, number, text):
    sys.exit(f"{file}:{number}: {text}")


def main():
    out_dir, files = sys.argv[1], sys.argv[2:]
    rows, kinds, bodies, seen = [], [], [], set()
    for file in files:
        with open(file, encoding="utf-8") as f:
            lines = f.read().split("\n")
        short = os.path.join("bytecode", "ops", os.path.basename(file))
        bodies.append(f'#line 1 "{short}"')
        for number, line in enumerate(lines, 1):
            if not line.startswith("OP("):
                bodies.append(line)
                continue
            m = ROW.match(line)
            if not m:
                fail(file, number, "not a row: " + line)
            name, operands, effects, words = m.groups()
            if name in seen:
                fail(file, number, "second row for " + name)
            seen.add(name)
            for e in effects.split("|"):
                if e not in EFFECTS:
                    fail(file, number, "unknown effect " + e)
            for o in operands.strip('"').split():
                if not OPERANDS.match(o):
                    fail(file, number, "unknown operand " + o)
            flags = "|".join("EFFECT_" + e for e in effects.split("|"))
            kinds.append(f"OP_KIND({name}, {os.path.splitext(os.path.basename(file))[0]})")
            rows.append(f"OP({name}, {operands}, {flags}, {words})")
            bodies.append(f"OP_BODY({name})")
    write(os.path.join(out_dir, "ops.def"), rows)
    write(os.path.join(out_dir, "op_kinds.def"), kinds)
    write(os.path.join(out_dir, "op_bodies.inc"), bodies)


def write(path, lines):
    text = "\n".join(lines) + "\n"
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


main()
