#!/usr/bin/env python3
"""parse_fuzz.py PARSE_CHECK [--goroot DIR] [--sources FOLDER ...] [--reference PROGRAM] [--files N] [--seed N]

Makes broken programs from the reference's test/ files (or those of other folders) by deleting, doubling, swapping and replacing tokens, and parses
them: no crash and no hang. With --reference (the program that parse_tree.py builds; --reference build: it is built here)
the first message must be the reference's too. Prints its seed; exit status 1 on a crash, a hang or a difference."""
import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import parse_tree

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|\'(?:[^\'\\\n]|\\.)*\'|//[^\n]*|/\*.*?\*/|\w+|<-|[:&|+\-*/%^<>=!]+|\n|[^\S\n]+|.',
                   re.S)
EXTRA = ["{", "}", "(", ")", "[", "]", ",", ";", ":", ":=", "=", ".", "...", "<-", "*", "~", "|", "x", "1", '"s"', "\n",
         "if", "for", "func", "type", "var", "const", "case", "default", "range", "return", "go", "struct", "interface",
         "chan", "map", "else", "switch", "select", "import", "package", "goto", "+", "-", "!", "++", "+="]


def is_blank(token):
    return token.isspace() and "\n" not in token or token.startswith("//") or token.startswith("/*")


def mutate(text, rng):
    tokens = TOKEN.findall(text)
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        places = [i for i, t in enumerate(tokens) if not is_blank(t)]
        if len(places) < 3:
            break
        k = rng.randrange(len(places) - 1)
        i, j = places[k], places[k + 1]
        kind = rng.randrange(5)
        if kind == 0:
            tokens[i] = ""
        elif kind == 1:
            tokens[i] = tokens[i] + " " + tokens[i]
        elif kind == 2:
            tokens[i], tokens[j] = tokens[j], tokens[i]
        elif kind == 3:
            tokens[i] = " " + rng.choice(EXTRA) + " "
        else:
            tokens[i] = tokens[i] + " " + rng.choice(EXTRA) + " "
    return "".join(tokens)


def run(program, files, timeout):
    names = "".join(f"{f}\n" for f in files)
    result = subprocess.run([program], input=names.encode(), capture_output=True, timeout=timeout)
    return result.returncode, parse_tree.split_outputs(result.stdout), result.stderr.decode(errors="replace")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parse_check")
    parser.add_argument("--goroot", default=os.environ.get("GOROOT"))
    parser.add_argument("--reference")
    parser.add_argument("--sources", nargs="*", help="folders of programs to break, instead of the reference's test/")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--all-messages", action="store_true")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--keep", help="where the broken programs are left")
    args = parser.parse_args()
    print(f"seed {args.seed}")
    rng = random.Random(args.seed)
    roots = [pathlib.Path(r) for r in args.sources or [pathlib.Path(args.goroot) / "test"]]
    sources = [p for p in parse_tree.find_files(roots) if p.stat().st_size < 20000]
    bad = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(args.keep or temporary)
        folder.mkdir(exist_ok=True)
        reference = args.reference
        if reference == "build":
            build = pathlib.Path(temporary) / "build"
            build.mkdir()
            reference = str(parse_tree.build_reference(pathlib.Path(args.goroot), build))
        for start in range(0, args.files, 200):
            files = []
            for i in range(start, min(start + 200, args.files)):
                path = folder / f"f{i}.go"
                text = rng.choice(sources).read_text(errors="replace")
                path.write_text(mutate(text, rng), errors="replace")
                files.append(path)
            status, ours, errors = run(args.parse_check, files, 300)
            if status != 0:
                print(f"ended with {status} after {len(ours)} files of {files[0]}...\n{errors[-3000:]}")
                return 1
            if not reference:
                continue
            theirs = run(reference, files, 300)[1]
            for f in files:
                a, b = parse_tree.without_directives(ours.get(str(f), [])), theirs.get(str(f), [])
                if not args.all_messages:
                    a, b = a[:1], b[:1]
                if a != b:
                    bad += 1
                    if bad <= args.show:
                        print(f"--- {f}")
                        for x in b:
                            print("  -", x.replace(str(folder) + "/", ""))
                        for x in a:
                            print("  +", x.replace(str(folder) + "/", ""))
    print(f"{args.files} files, {bad} different")
    return 1 if bad else 0


sys.exit(main())
