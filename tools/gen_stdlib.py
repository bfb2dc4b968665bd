#!/usr/bin/env python3
# gen_stdlib.py: embeds the standard library: texts, an index of their declarations, the table of natives.
# Use: gen_stdlib.py STDLIB_DIR OUT_DIR. Writes OUT_DIR/embed.c and OUT_DIR/natives.def.
# Way: each file is cut into tokens, just well enough to find where top-level declarations begin and end. A group
#   (`var ( … )`) is taken apart in the embedded text: its parentheses become blanks and each member gets the keyword in
#   front, so that a member can be read alone; lines stay where they are. Groups of constants that need each other (iota,
#   or an expression left out) stay whole.
import os
import re
import sys

TOKEN = re.compile(
    rb"""(?P<space>[ \t\r]+)
       | (?P<newline>\n)
       | (?P<comment>//[^\n]*)
       | (?P<block>/\*.*?\*/)
       | (?P<raw>`[^`]*`)
       | (?P<string>"(?:[^"\\\n]|\\.)*")
       | (?P<rune>'(?:[^'\\\n]|\\.)+')
       | (?P<number>\.?[0-9](?:[eEpP][+-]|[0-9a-zA-Z_.])*)
       | (?P<name>[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*)
       | (?P<op>\+\+|--|.)""",
    re.X | re.S,
)
KEYWORDS = set(
    b"break case chan const continue default defer else fallthrough for func go goto if import interface map "
    b"package range return select struct switch type var".split()
)
ENDING_KEYWORDS = {b"break", b"continue", b"fallthrough", b"return"}
ENDING_OPS = {b")", b"]", b"}", b"++", b"--"}
OPEN = {b"(", b"[", b"{"}
CLOSE = {b")", b"]", b"}"}
IMPORT, CONST, TYPE, VAR, FUNC, METHOD, INIT = range(7)
KIND_OF = {b"import": IMPORT, b"const": CONST, b"type": TYPE, b"var": VAR}


def fail(path, text, at, what):
    line = text.count(b"\n", 0, at) + 1
    sys.exit(f"{path}:{line}: {what}")


class Token:
    __slots__ = ("kind", "text", "start", "end")

    def __init__(self, kind, text, start, end):
        self.kind, self.text, self.start, self.end = kind, text, start, end


def tokens_of(path, text):
    """All tokens, with a `;` wherever the language puts one at the end of a line."""
    out = []
    ends = False  # whether a newline here ends a statement
    last_end = 0
    at = 0
    size = len(text)
    while at < size:
        m = TOKEN.match(text, at)
        kind = m.lastgroup
        start, at = m.span()
        if kind in ("space",):
            continue
        if kind in ("newline", "comment", "block"):
            newline = kind == "newline" or (kind == "block" and b"\n" in m.group())
            if newline and ends:
                out.append(Token("semi", b";", last_end, last_end))
                ends = False
            continue
        word = m.group()
        if kind == "op" and word in (b'"', b"'", b"`"):
            fail(path, text, start, "unfinished literal")
        if kind == "name" and word in KEYWORDS:
            kind = "keyword"
            ends = word in ENDING_KEYWORDS
        elif kind == "op":
            ends = word in ENDING_OPS
            if word == b";":
                kind = "semi"
        else:
            ends = True
        out.append(Token(kind, word, start, at))
        last_end = at
    if ends:
        out.append(Token("semi", b";", last_end, last_end))
    out.append(Token("eof", b"", size, size))
    return out


class Decl:
    __slots__ = ("kind", "name", "base", "start", "end", "body", "file")

    def __init__(self, kind, name, base, start, end, body, file):
        self.kind, self.name, self.base, self.start, self.end, self.body, self.file = kind, name, base, start, end, body, file


def skip_to_semi(toks, i):
    """The index of the `;` (or closing bracket, or end) that ends what begins at i."""
    depth = 0
    while True:
        t = toks[i]
        if t.kind == "eof":
            return i
        if t.kind == "op" and t.text in OPEN:
            depth += 1
        elif t.kind == "op" and t.text in CLOSE:
            if depth == 0:
                return i
            depth -= 1
        elif t.kind == "semi" and depth == 0:
            return i
        i += 1


def body_of(toks, i, end):
    """Where the body of the function in tokens i .. end begins; 0: it has none."""
    depth, body = 0, 0
    for at in range(i, end):
        if toks[at].kind != "op":
            continue
        if toks[at].text in OPEN:
            if depth == 0 and toks[at].text == b"{" and toks[at - 1].text not in (b"struct", b"interface"):
                body = toks[at].start
            depth += 1
        elif toks[at].text in CLOSE:
            depth -= 1
    return body


def names_at(toks, i):
    names = [toks[i].text]
    while toks[i + 1].text == b"," and toks[i + 2].kind == "name":
        i += 2
        names.append(toks[i].text)
    return names, i + 1


class Reader:
    """One file: self.text with its groups taken apart, and its declarations."""

    def __init__(self, path, name, index):
        self.path, self.name, self.index = path, name, index
        with open(path, "rb") as f:
            text = f.read()
        text.decode("utf-8")
        if b"\0" in text:
            sys.exit(f"{path}: a NUL byte")
        self.source = text
        self.toks = tokens_of(path, text)
        self.edits = []  # (offset, bytes to take, what to put there)
        self.decls = []
        self.package = None
        self.read()
        self.apply()

    def add(self, kind, name, start, end, base=b"", body=0):
        self.decls.append(Decl(kind, name, base, start, end, body, self.index))

    def read(self):
        toks = self.toks
        if toks[0].text != b"package" or toks[1].kind != "name":
            fail(self.path, self.source, toks[0].start, "no package clause")
        self.package = toks[1].text
        i = 2
        while toks[i].kind != "eof":
            t = toks[i]
            if t.kind == "semi":
                i += 1
            elif t.text == b"func":
                i = self.read_func(i)
            elif t.text in KIND_OF:
                i = self.read_group(i) if toks[i + 1].text == b"(" else self.read_spec(i, i + 1, t.text)
            else:
                fail(self.path, self.source, t.start, "not a declaration: " + t.text.decode())

    def with_pragmas(self, start):
        """Where a declaration's text begins when the //go: lines directly above belong to it."""
        while True:
            line = self.source.rfind(b"\n", 0, max(start - 1, 0)) + 1
            if start == 0 or line == start or not self.source.startswith(b"//go:", line):
                return start
            start = line

    def read_func(self, i):
        toks = self.toks
        end = skip_to_semi(toks, i)
        name_at, base = i + 1, None
        if toks[name_at].text == b"(":
            depth, square = 0, 0
            while True:
                t = toks[name_at]
                if t.text == b"[":
                    square += 1
                elif t.text == b"]":
                    square -= 1
                elif t.text == b"(":
                    depth += 1
                elif t.text == b")":
                    depth -= 1
                    if depth == 0:
                        break
                elif t.kind == "name" and not square:
                    base = t.text
                name_at += 1
            name_at += 1
        name = toks[name_at].text
        kind = METHOD if base else INIT if name == b"init" else FUNC
        self.add(kind, name, self.with_pragmas(toks[i].start), toks[end].start, base or b"", body_of(toks, i, end))
        return end

    def read_spec(self, first, i, keyword):
        """A declaration without parentheses, or a member of a group: tokens i to its `;`; the text begins at `first`."""
        toks = self.toks
        end = skip_to_semi(toks, i)
        kind = KIND_OF[keyword]
        start = toks[first].start
        if kind == IMPORT:
            names = [toks[end - 1].text[1:-1]]
        elif kind == TYPE:
            names = [toks[i].text]
        else:
            names, _ = names_at(toks, i)
        for name in names:
            self.add(kind, name, start, toks[end].start)
        return end

    def read_group(self, i):
        toks = self.toks
        keyword = toks[i].text
        close = skip_to_semi(toks, i + 2)
        while toks[close].text != b")":
            close = skip_to_semi(toks, close + 1)
        if keyword == b"const" and not self.constants_stand_alone(i + 2, close):
            at = i + 2
            while at < close:
                if toks[at].kind == "semi":
                    at += 1
                    continue
                names, _ = names_at(toks, at)
                for name in names:
                    self.add(CONST, name, toks[i].start, toks[close].end)
                at = skip_to_semi(toks, at)
            return close + 1
        # Blank out `keyword (` and `)`.
        start, end = toks[i].start, toks[i + 1].end
        self.edits.append((start, end - start, re.sub(rb"[^\n]", b" ", self.source[start:end])))
        self.edits.append((toks[close].start, 1, b" "))
        at = i + 2
        while at < close:
            if toks[at].kind == "semi":
                at += 1
                continue
            self.edits.append((toks[at].start, 0, keyword + b" "))
            at = self.read_spec(at, at, keyword)
        return close + 1

    def constants_stand_alone(self, at, close):
        toks = self.toks
        while at < close:
            if toks[at].kind == "semi":
                at += 1
                continue
            end = skip_to_semi(toks, at)
            words = [t.text for t in toks[at:end]]
            if b"=" not in words or b"iota" in words:
                return False
            at = end
        return True

    def apply(self):
        """Makes self.text, and moves the declarations' offsets along."""
        self.edits.sort(key=lambda e: e[0])
        parts, shifts, at, moved = [], [], 0, 0
        for offset, taken, put in self.edits:
            parts += [self.source[at:offset], put]
            at = offset + taken
            moved += len(put) - taken
            shifts.append((offset, moved))
        parts.append(self.source[at:])
        self.text = b"".join(parts)

        def shift(offset, is_end):
            # What begins at an insertion begins with what was put there; what ends there ends before it.
            by = 0
            for where, total in shifts:
                if where < offset or (is_end and where < offset):
                    by = total
                else:
                    break
            return offset + by

        if shifts:
            for d in self.decls:
                d.start, d.end, d.body = shift(d.start, False), shift(d.end, True), d.body and shift(d.body, False)


def c_bytes(text):
    table = c_bytes.table
    lines = []
    for line in text.split(b"\n"):
        lines.append("".join([table[b] for b in line]))
    return "\n".join(f'    "{line}\\n"' for line in lines[:-1]) + f'\n    "{lines[-1]}"'


c_bytes.table = [
    f"\\{b:03o}" if b < 32 or b > 126 else "\\" + chr(b) if chr(b) in '"\\?' else chr(b) for b in range(256)
]

NATIVE = re.compile(r"^NATIVE\(\s*(\w+)\s*,\s*(\w+)", re.M)


class Names:
    """Texts of names laid end to end, each once."""

    def __init__(self):
        self.at, self.size, self.list = {}, 0, []

    def add(self, name):
        if name not in self.at:
            self.at[name] = self.size
            self.list.append(name)
            self.size += len(name) + 1
        return self.at[name]


def main():
    root, out_dir = sys.argv[1], sys.argv[2]
    packages, files = {}, []
    natives = []
    for folder, subfolders, entries in sorted(os.walk(root)):
        subfolders.sort()
        path = os.path.relpath(folder, root).replace(os.sep, "/")
        for entry in sorted(entries):
            full = os.path.join(folder, entry)
            if entry.endswith(".go") and not entry.endswith("_test.go"):
                reader = Reader(full, f"{path}/{entry}", len(files))
                files.append(reader)
                packages.setdefault(path, []).append(reader)
            elif entry.endswith(".c"):
                with open(full, encoding="utf-8") as f:
                    natives += [(m.group(1), m.group(2)) for m in NATIVE.finditer(f.read())]

    names = Names()
    decls, package_rows, file_rows = [], [], {}

    def put(list_of_decls):
        first = len(decls)
        for d in list_of_decls:
            decls.append((names.add(d.name), names.add(d.base), d.start, d.end, d.body, d.file, d.kind, d.name, d.base))
        return first, len(decls) - first

    for path in sorted(packages):
        readers = packages[path]
        if len({r.package for r in readers}) != 1:
            sys.exit(f"{root}/{path}: files of several packages")
        every = [d for r in readers for d in r.decls]
        plain = sorted((d for d in every if d.kind in (CONST, TYPE, VAR, FUNC) and d.name != b"_"), key=lambda d: d.name)
        for a, b in zip(plain, plain[1:]):
            if a.name == b.name:
                sys.exit(f"{root}/{path}: {a.name.decode()} is declared twice: {files[a.file].name}, {files[b.file].name}")
        row = [path, readers[0].package.decode(), readers[0].index, len(readers)]
        row += put(plain)
        row += put(sorted((d for d in every if d.kind == METHOD and d.name != b"_"), key=lambda d: d.base))
        row += put(d for d in every if d.kind == INIT)
        package_rows.append(row)
        for r in readers:
            file_rows[r.index] = put(d for d in r.decls if d.kind == IMPORT)

    natives.sort(key=lambda n: f"{n[0]}.{n[1]}".encode())
    for a, b in zip(natives, natives[1:]):
        if a == b:
            sys.exit(f"native {a[0]}.{a[1]} is there twice")

    os.makedirs(out_dir, exist_ok=True)
    w = []
    w.append("// embed.c: the embedded standard library: made by tools/gen_stdlib.py.")
    w.append('#include "stdlib/embed.h"\n#include "source/source.h"\n')
    for r in files:
        w.append(f"static const char text_{r.index}[{len(r.text)} + SOURCE_PADDING] =\n{c_bytes(r.text)};")
    w.append("\nconst EmbedFile embed_files[] = {")
    for r in files:
        first, n = file_rows[r.index]
        w.append(f'    {{"{r.name}", text_{r.index}, {len(r.text)}, {first}, {n}}},')
    w.append('    {"", "", 0, 0, 0}};')
    w.append("\nconst EmbedPackage embed_packages[] = {")
    for row in package_rows:
        w.append('    {"%s", "%s", %s},' % (row[0], row[1], ", ".join(str(x) for x in row[2:])))
    w.append('    {"", "", 0, 0, 0, 0, 0, 0, 0, 0}};')
    w.append(f"const int embed_n_packages = {len(package_rows)};")
    w.append("\nconst char embed_names[] =")
    for name in names.list:
        w.append(f'    "{"".join(c_bytes.table[b] for b in name)}\\0"')
    w.append('    "";')
    w.append("\nconst EmbedDecl embed_decls[] = {")
    for d in decls:
        w.append("    {%d, %d, %d, %d, %d, %d, %d}, // %s%s" % (*d[:7], d[8].decode() + "." if d[8] else "", d[7].decode()))
    w.append("    {0, 0, 0, 0, 0, 0, 0}};")
    w.append("\n#define NATIVE_ROW(pkg, name) \\")
    w.append("    extern const int native_bytes_##pkg##_##name; \\")
    w.append("    Status native_##pkg##_##name(G *g, void *frame);")
    w.append('#include "stdlib/natives.def"\n#undef NATIVE_ROW')
    w.append("\nNative embed_natives[] = {")
    w.append('#define NATIVE_ROW(pkg, name) {#pkg "." #name, native_##pkg##_##name, 0},')
    w.append('#include "stdlib/natives.def"\n#undef NATIVE_ROW')
    w.append("    {0, 0, 0}};")
    w.append("const int *const embed_native_bytes[] = {")
    w.append("#define NATIVE_ROW(pkg, name) &native_bytes_##pkg##_##name,")
    w.append('#include "stdlib/natives.def"\n#undef NATIVE_ROW')
    w.append("    0};")
    w.append(f"const int embed_n_natives = {len(natives)};")
    write(os.path.join(out_dir, "embed.c"), "\n".join(w) + "\n")
    rows = ["// natives.def: every native, sorted: made by tools/gen_stdlib.py."]
    rows += [f"NATIVE_ROW({p}, {n})" for p, n in natives]
    write(os.path.join(out_dir, "natives.def"), "\n".join(rows) + "\n")


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


main()
