#!/usr/bin/env python3
"""layers_test.py: checks the tree against layers.txt: include order, file lengths, banned names, first comment lines."""
import os, re, subprocess, sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read_rules():
    below, rules = {}, {"max_lines": 1000, "banned": set(), "longer": {}}
    for line in open(os.path.join(ROOT, "tests/layers/layers.txt")):
        line = line.split("#")[0].strip()
        if not line:
            continue
        word = line.split()[0]
        if word == "max_lines":
            rules["max_lines"] = int(line.split()[1])
        elif word == "banned":
            rules["banned"] = set(line.split()[1:])
        elif word == "longer":
            path, why = line.split(None, 2)[1:]
            rules["longer"][path] = why
        else:
            steps = [[w.strip() for w in part.split(",")] for part in line.split("<")]
            for low, high in zip(steps, steps[1:]):
                for h in high:
                    below.setdefault(h, set()).update(low)
            for s in steps:
                for f in s:
                    below.setdefault(f, set())
    changed = True
    while changed:
        changed = False
        for f, lows in below.items():
            more = set().union(*[below[l] for l in lows]) if lows else set()
            if not more <= lows:
                lows |= more
                changed = True
    return below, rules


def main():
    below, rules = read_rules()
    files = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True)
    names = files.stdout.split("\n") if files.returncode == 0 and files.stdout.strip() else [
        os.path.relpath(os.path.join(d, f), ROOT) for d, _, fs in os.walk(ROOT) for f in fs if "/build/" not in d + "/"]
    bad, checked = [], 0
    for name in names:
        folder = name.split("/")[0]
        if not name or not os.path.isfile(os.path.join(ROOT, name)):
            continue
        for part in name.split("/"):
            if part.split(".")[0] in rules["banned"]:
                bad.append(f"{name}: the name '{part}' says nothing about its job")
        if not re.search(r"\.(c|h|re|y|inc|def)$", name):
            continue
        text = open(os.path.join(ROOT, name), encoding="utf-8").read()
        lines = text.count("\n")
        if lines > rules["max_lines"] and name not in rules["longer"]:
            bad.append(f"{name}: {lines} lines, at most {rules['max_lines']}")
        if folder not in below:
            continue
        checked += 1
        if not text.startswith(("// ", "/* ")) and not name.endswith(".y"):
            bad.append(f"{name}:1: the first line says what the file's one job is")
        for i, line in enumerate(text.split("\n"), 1):
            m = re.match(r'\s*#\s*include\s+"([^"]+)"', line)
            if not m or "/" not in m.group(1):
                continue
            used = m.group(1).split("/")[0]
            if used in below and used != folder and used not in below[folder]:
                bad.append(f"{name}:{i}: {folder} must not include {m.group(1)}")
    print("\n".join(bad) or f"{checked} files keep the order")
    if checked < 20:
        print("too few files seen: the check itself is broken")
        return 1
    return 1 if bad else 0


sys.exit(main())
