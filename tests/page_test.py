#!/usr/bin/env python3
"""page_test: the page of `minigo compare --html` in a browser: what its picture shows, wide and narrow, light and dark.

page_test.py MINIGO CHROMIUM [FOLDER for the pictures]"""
import os, struct, subprocess, sys, tempfile, zlib

GO = "#!/bin/sh\ncase $1 in\nrun) sleep 0.3; echo 3 ;;\nbuild) sleep 0.2; printf '#!/bin/sh\\necho 3\\n' >\"$3\"; chmod +x \"$3\" ;;\nesac\n"
PROGRAM = "package main\n\nimport \"time\"\n\nfunc main() {\n\ttime.Sleep(100 * time.Millisecond)\n\tprintln(3)\n}\n"
START, COMPILE, RUN = (0x99, 0xaa, 0xbb), (0xe0, 0xa0, 0x30), (0x2a, 0x7a, 0xb0)


def pixels(path):
    """Rows of (r, g, b) of a PNG as browsers write it: 8 bits, RGB or RGBA."""
    data, at, packed = open(path, "rb").read(), 8, b""
    while at < len(data):
        n, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, bits, color = struct.unpack(">IIBB", data[at + 8:at + 18])
        elif kind == b"IDAT":
            packed += data[at + 8:at + 8 + n]
        at += n + 12
    assert bits == 8 and color in (2, 6), (bits, color)
    size = 3 if color == 2 else 4
    raw, rows, above = zlib.decompress(packed), [], bytearray(width * size)
    for y in range(height):
        method, line = raw[y * (width * size + 1)], bytearray(raw[y * (width * size + 1) + 1:(y + 1) * (width * size + 1)])
        for i in range(len(line)) if method else ():
            a, b, c = line[i - size] if i >= size else 0, above[i], above[i - size] if i >= size else 0
            if method == 4:
                p, pa, pb, pc = a + b - c, abs(b - c), abs(a - c), abs(a + b - 2 * c)
                guess = a if pa <= pb and pa <= pc else b if pb <= pc else c
            else:
                guess = (a, b, (a + b) // 2)[method - 1]
            line[i] = (line[i] + guess) & 255
        rows.append([tuple(line[i:i + 3]) for i in range(0, len(line), size)])
        above = line
    return rows


def count(rows, wanted):
    return sum(all(abs(a - b) <= 2 for a, b in zip(p, wanted)) for row in rows for p in row)


minigo, browser = os.path.abspath(sys.argv[1]), sys.argv[2]
with tempfile.TemporaryDirectory() as tmp:
    pictures = sys.argv[3] if len(sys.argv) > 3 else tmp
    go, program, page = os.path.join(tmp, "go"), os.path.join(tmp, "wait.go"), os.path.join(tmp, "page.html")
    open(go, "w").write(GO)
    os.chmod(go, 0o755)
    open(program, "w").write(PROGRAM)
    subprocess.run([minigo, "compare", "--runs=2", "--html=" + page, program], check=True, stdin=subprocess.DEVNULL, timeout=200,
                   stdout=subprocess.DEVNULL, env=dict(os.environ, PATH=tmp + ":" + os.environ["PATH"], TMPDIR=tmp))

    def look(name, width, height, *flags):
        out = os.path.join(pictures, name + ".png")
        subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + os.path.join(tmp, "user"),
                        "--window-size=%d,%d" % (width, height), "--screenshot=" + out, *flags, "file://" + page],
                       check=True, timeout=200, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return pixels(out)
    wide, narrow, dark = look("wide", 1100, 1200), look("narrow", 500, 1200), look("dark", 1100, 1200, "--blink-settings=preferredColorScheme=0")
    for rows in (wide, narrow, dark):
        assert count(rows, START) > 300 and count(rows, COMPILE) > 300 and count(rows, RUN) > 300
    assert wide[2][2] == (255, 255, 255) and dark[2][2] == (0x1b, 0x1d, 0x20), (wide[2][2], dark[2][2])
    # Nothing of the text reaches the edges: what is too wide is in a box of its own.
    for rows in (wide, narrow):
        assert all(row[x] == (255, 255, 255) for row in rows for x in (0, 1, len(row) - 2, len(row) - 1))
    assert count(dark, (0xdd, 0xdd, 0xdd)) > 1000  # text, legible
print("passed")
