#!/usr/bin/env python3
"""Editing: keys, blocks, killing and yanking, wide characters, paste, resize, colours."""
from terminal import *


def test_answers():
    s = Session()
    s.enter("1 + 2", "^3")
    s.enter("x := []int{1, 2}", "")
    s.enter("x", r"^\[\]int\{1, 2\}")
    assert s.end() == 0
    assert s.screen.wraps == 0


def test_keys():
    s = Session()
    s.keys("bc" + ctrl("a") + "a" + ctrl("e") + "d")
    s.wait(r"^go> abcd$")
    s.keys(ctrl("b") + ctrl("b") + ctrl("d") + ctrl("f") + "x" + LEFT + LEFT + RIGHT + "y")
    s.wait(r"^go> abdyx$")
    s.keys(HOME + DELETE + END + BACKSPACE)
    s.wait(r"^go> bdy$")
    s.keys(ctrl("u") + "one two.three" + alt("b") + alt("b") + "A" + alt("f") + "B" + alt("d"))
    s.wait(r"^go> one AtwoB$")
    s.keys(ctrl("w") + "z" + ctrl("a") + ctrl("k") + ctrl("y") + ctrl("y"))
    s.wait(r"^go> one zone z$")
    s.keys(ctrl("c"))
    s.wait(r"go> one zone z\ngo> \Z")
    s.keys("7" + ctrl("l"))
    s.wait(r"\A(.*\n)*go> 7\Z")
    assert s.screen.visible().strip() == "go> 7", s.screen.visible()
    s.keys(ctrl("u"))
    assert s.end() == 0


def test_block():
    s = Session()
    s.keys("func add(a, b int) int {\r")
    s.wait(r"^  \|$|^  \|     \Z|^  \|     $")
    s.keys("return a - b\r}")
    s.wait(r"^  \|     return a - b\n  \| }$")
    s.keys(UP + END + LEFT + LEFT + BACKSPACE + "+")  # mends the minus
    s.wait(r"^  \|     return a \+ b$")
    s.keys("\r")  # complete: it is evaluated wherever the cursor stands
    s.wait(r"\}\ngo> \Z")
    s.enter("add(2, 3)", "^5")
    s.keys(UP + UP)
    s.wait(r"go> func add\(a, b int\) int \{\n  \|     return a \+ b\n  \| \}\Z")
    s.keys(ctrl("c"))
    s.keys("1 +" + ALT_ENTER + "2")
    s.wait(r"go> 1 \+\n  \| 2\Z")
    s.enter("", "^3")
    assert s.end() == 0


def test_cases():
    s = Session()
    s.keys("switch x := 2; x {\rcase 1:\rf()\rdefault:\rfmt.Println(5)\r}\r")
    s.wait(r"""go> switch x := 2; x \{
  \| case 1:
  \|     f\(\)
  \| default:
  \|     fmt.Println\(5\)
  \| \}
 +f\(\)
 +\^
undefined: f
go> \Z""")
    assert s.end() == 0


def test_unfinished():
    s = Session()
    s.keys("func f() {\r")
    s.settle()
    s.keys("\r")
    s.wait(r"^\{ is open; Ctrl-C drops the input")
    s.keys(ctrl("c"))
    s.enter("1", "^1")
    assert s.end() == 0


def test_paste():
    s = Session()
    s.keys("\x1b[200~a := 1\nb := 2\nfunc g() int {\n\treturn a + b\n}\x1b[201~")
    s.wait(r"go> a := 1\n  \| b := 2\n  \| func g\(\) int \{\n  \|     return a \+ b\n  \| \}\Z")
    s.settle()
    assert s.screen.text().count("go>") == 1
    s.keys("\r")
    s.wait(r"\}\ngo> \Z")
    s.enter("g()", "^3")
    assert s.end() == 0


def test_wide():
    s = Session(columns=20)
    s.keys('"日本語のテキスト"')
    s.wait('語')
    s.settle()
    assert s.screen.wraps == 0
    assert s.screen.text().endswith('go> "日本語のテキス\nト"'), s.screen.text()
    s.keys(LEFT + BACKSPACE + BACKSPACE + BACKSPACE + BACKSPACE + BACKSPACE)
    s.wait('go> "日本語"')
    s.enter("", '^"日本語"')
    s.keys("len(\"e\u0301a\")" + LEFT + LEFT + LEFT + BACKSPACE)  # takes the accent with its letter
    s.wait(r'go> len\("a"\)\Z')
    s.enter("", '^1')
    assert s.end() == 0


def test_resize():
    s = Session(columns=62)
    s.keys("a := " + " + ".join(["100"] * 9))
    s.wait(r"100\Z")
    s.resize(30, 24)
    s.settle()
    s.keys(" + 1")
    s.wait(r"\+ 1\Z")
    s.keys(ENTER)
    s.wait(r"\+ 1\ngo> \Z")
    s.enter("a", "^901")
    assert s.end() == 0


def contrast(color, background):
    """By WCAG; color is one of the 256, its fixed part."""
    n = int(color)
    parts = [[0, 95, 135, 175, 215, 255][(n - 16) // by % 6] for by in (36, 6, 1)] if n < 232 else [8 + 10 * (n - 232)] * 3
    light = sum(w * ((v / 255 + 0.055) / 1.055) ** 2.4 for w, v in zip((0.2126, 0.7152, 0.0722), parts))
    return max(light + 0.05, background + 0.05) / min(light + 0.05, background + 0.05)


def test_colors():
    s = Session()
    s.keys('if x := "a"; true { return 12 } // why')
    s.settle()
    used = {c for c in s.screen.colors if c not in ("", "0")}
    assert len(used) == 5, used
    for c in used:  # on black and on white
        fixed = re.fullmatch("(1;)?38;5;([0-9]+)", c)
        assert fixed and 16 <= int(fixed.group(2)) and min(contrast(fixed.group(2), b) for b in (0, 1)) > 3.5, c
    s.kill()
    s = Session(env={"NO_COLOR": "1"})
    s.keys('if x := "a"; true { return 12 }')
    s.settle()
    assert not s.screen.colors, s.screen.colors
    s.kill()


def test_dumb():
    s = Session(env={"TERM": "dumb"})
    s.enter("6 * 7", "^42")
    s.keys("for {}\r")
    s.settle(0.5)
    s.keys(ctrl("c"))
    s.wait(r"^interrupted at .*\ngo> \Z")
    s.enter("_ + 1", "^43")
    s.keys("func f() {\r")
    s.wait(r"^  \| \Z")
    s.keys(ctrl("c"))
    s.wait(r"\ngo> \Z")
    for line in ("func g() int {", "", "return 7"):
        s.keys(line + ENTER)
        s.settle()
        assert s.last() == "  |", s.screen.text()
    s.keys("}" + ENTER)
    s.wait(r"^  \| \}\ngo> \Z")
    s.enter("g()", "^7")
    assert b"\x1b" not in s.raw
    assert s.end() == 0


def test_verb():
    s = Session(args=["repl"])
    s.enter("2 * 4", "^8")
    s.keys(":quit\r")
    assert s.end("") == 0


if __name__ == "__main__":
    main([test_answers, test_keys, test_block, test_cases, test_unfinished, test_paste, test_wide, test_resize, test_colors, test_dumb, test_verb])
