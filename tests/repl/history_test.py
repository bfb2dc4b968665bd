#!/usr/bin/env python3
"""History: kept, shared, unique, whole blocks, searched."""
from terminal import *


def path(s):
    return os.path.join(s.home, "state", "minigo", "history")


def test_kept():
    s = Session()
    s.enter("1 + 1", "^2")
    s.keys("func f() string {\rreturn `a\\b`\r}\r")
    s.wait(r"\}\ngo> \Z")
    s.enter("1 + 1", "^2")
    with open(path(s)) as f:
        assert f.read() == "1 + 1\nfunc f() string {\\n\treturn `a\\\\b`\\n}\n1 + 1\n"
    assert os.stat(path(s)).st_mode & 0o777 == 0o600
    s.kill()  # it was written at once
    s = Session(home=s.home)
    s.keys(UP)
    s.wait(r"go> 1 \+ 1\Z")
    s.keys(UP)  # once, though it was typed twice
    s.wait(r"go> func f\(\) string \{\n  \|     return `a\\b`\n  \| \}\Z")
    s.keys(UP + UP + UP + DOWN + DOWN + DOWN)
    s.wait(r"go> 1 \+ 1\Z")
    s.keys(DOWN)
    s.wait(r"go> \Z")
    assert s.end() == 0


def test_draft():
    s = Session()
    s.enter("10", "^10")
    s.keys("draft" + UP)
    s.wait("go> 10\\Z")
    s.keys(DOWN)
    s.wait("go> draft\\Z")
    s.kill()


def test_search():
    s = Session()
    for text in "100 + 1", "200 + 2", "100 + 3":
        s.enter(text, "^%d" % eval(text))
    s.keys(ctrl("r") + "100")
    s.wait(r"go> 100 \+ 3\n\(search\) 100\Z|go> 100 \+ 3\n\(search\) 100")
    s.keys(ctrl("r"))
    s.wait(r"go> 100 \+ 1\n\(search\) 100")
    s.keys(END + "0\r")
    s.wait(r"^110\ngo> \Z")
    s.keys("x" + ctrl("r") + "zzz")
    s.wait(r"search: nothing")
    s.keys(ctrl("g"))
    s.wait(r"go> x\Z")
    s.kill()


def test_shared():
    a = Session()
    b = Session(home=a.home)
    a.enter("1234", "^1234")
    b.enter("5", "^5")
    b.keys(UP + UP)
    b.wait(r"go> 1234\Z")
    a.kill()
    b.kill()


def test_many():
    home = tempfile.mkdtemp()
    os.makedirs(os.path.join(home, "state", "minigo"))
    with open(os.path.join(home, "state", "minigo", "history"), "w") as f:
        for i in range(20000):
            f.write("%d\n" % (i % 15000))
    s = Session(home=home)
    s.keys(UP)
    s.wait(r"go> 4999\Z")
    with open(path(s)) as f:
        assert len(f.readlines()) == 10000
    s.kill()


if __name__ == "__main__":
    main([test_kept, test_draft, test_search, test_shared, test_many])
