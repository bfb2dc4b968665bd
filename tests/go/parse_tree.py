#!/usr/bin/env python3
"""parse_tree.py PARSE_CHECK [--goroot DIR] [--mode errors|dump|ranges] [--all-messages] [FILE or FOLDER ...]

Parses every .go file below the reference Go's src/ and test/ (or those named) with our parser (the program parse_check)
and with the reference compiler's, and prints each difference: a file that only one of them accepts, another first
message or place (--all-messages: any message), or, with --mode dump or ranges, another tree, or other places in it.
The reference's parser is copied to a temporary folder and built there. Exit status 1 if anything differs."""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def build_reference(goroot, folder):
    package = folder / "syntax"
    package.mkdir()
    for source in sorted((goroot / "src/cmd/compile/internal/syntax").glob("*.go")):
        if not source.name.endswith("_test.go"):
            shutil.copy(source, package)
    shutil.copy(HERE / "reference_parser/main.go", folder)
    (folder / "go.mod").write_text("module refparse\n")
    env = dict(os.environ, GOROOT=str(goroot), GOTOOLCHAIN="local", GOPROXY="off", GOFLAGS="-mod=mod")
    subprocess.run([goroot / "bin/go", "build", "-o", "reference", "."], cwd=folder, env=env, check=True)
    return folder / "reference"


def find_files(roots):
    files = []
    for root in roots:
        if root.is_file():
            files.append(root)
        else:
            files += [p for p in sorted(root.rglob("*.go")) if p.is_file()]
    return files


def split_outputs(text):
    """The output lines of each file."""
    outputs, current = {}, None
    for line in text.decode(errors="replace").split("\n"):
        if line.startswith("# /"):
            current = outputs.setdefault(line[2:], [])
        elif current is not None and line:
            current.append(line)
    return outputs


def run(program, mode, files):
    names = "".join(f"{f}\n" for f in files)
    result = subprocess.run([program] + mode, input=names.encode(), capture_output=True)
    if result.returncode != 0:
        sys.exit(f"{program} ended with {result.returncode}\n{result.stderr.decode()[-2000:]}")
    return split_outputs(result.stdout)


def without_directives(lines):
    """The parser alone does not judge directives: the rest of the reference compiler does."""
    of_directives = re.compile(r": misplaced compiler directive$|: //go:.* only allowed in ")
    return [line for line in lines if not of_directives.search(line)]


def normal(lines, args):
    lines = without_directives(lines)
    if args.mode == "errors" and not args.all_messages:
        return lines[:1]
    if args.mode == "dump":
        return [line.replace(" pragma", "") for line in lines]
    return lines


def without_rparen(lines):
    kept = []
    for line in lines:
        at = line.find(" rparen@")
        if at >= 0:
            end = line.find(" ", at + 1)
            line = line[:at] + line[end:]
        kept.append(line)
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("parse_check")
    parser.add_argument("--goroot", default=os.environ.get("GOROOT"))
    parser.add_argument("--mode", default="errors", choices=["errors", "dump", "ranges"])
    parser.add_argument("--all-messages", action="store_true")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print in full")
    parser.add_argument("roots", nargs="*")
    args = parser.parse_args()
    goroot = pathlib.Path(args.goroot)
    files = find_files([pathlib.Path(r) for r in args.roots] or [goroot / "src", goroot / "test"])
    mode = [] if args.mode == "errors" else ["--" + args.mode]
    different = accepted = 0
    with tempfile.TemporaryDirectory() as folder:
        reference = build_reference(goroot, pathlib.Path(folder))
        for i in range(0, len(files), 500):
            part = files[i:i + 500]
            ours, theirs = run(args.parse_check, mode, part), run(str(reference), mode, part)
            for f in part:
                a, b = normal(ours.get(str(f), []), args), normal(theirs.get(str(f), []), args)
                if args.mode == "dump":
                    a = without_rparen(a)
                if args.mode != "errors" and b and b[0].startswith(str(f)):
                    continue  # not accepted: there is no tree
                accepted += args.mode == "errors" and not b
                if a != b:
                    different += 1
                    if different <= args.show:
                        print(f"--- {f}")
                        for line in list(difflib.unified_diff(b, a, "reference", "ours", lineterm="", n=1))[:12]:
                            print("   ", line[:240])
    print(f"{len(files)} files, {accepted} accepted, {different} different")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
