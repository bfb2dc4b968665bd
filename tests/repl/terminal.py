"""terminal.py: minigo on a pseudo-terminal, and the screen that a person would see.

Session starts it, keys(...) sends keys, wait(...) reads until the screen shows something. The screen knows the sequences that the
editor uses; an unknown one fails the test."""
import atexit, fcntl, os, pty, re, select, shutil, signal, struct, sys, tempfile, termios, time, unicodedata

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE = "\x1b[H", "\x1b[F", "\x1b[3~"
ENTER, TAB, BACKSPACE, ALT_ENTER = "\r", "\t", "\x7f", "\x1b\r"
SLOW = float(os.environ.get("MINIGO_TEST_SLOW", "1"))  # how many times slower than a quiet machine


def ctrl(letter):
    return chr(ord(letter) & 31)


def alt(letter):
    return "\x1b" + letter


def width(c):
    if unicodedata.combining(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


class Screen:
    def __init__(self, columns, rows):
        self.columns, self.n_rows = columns, rows
        self.lines = [[]]  # all lines ever; the last n_rows of them are visible
        self.top = 0
        self.row = self.column = 0  # row counts from the beginning of lines
        self.rest = b""
        self.colors = set()
        self.wraps = 0  # characters written behind the last column: the editor is to break lines itself

    def line(self):
        while len(self.lines) <= self.row:
            self.lines.append([])
        return self.lines[self.row]

    def put(self, c):
        w = width(c)
        if w == 0:
            line = self.line()
            if line:
                line[-1] += c
            return
        if self.column + w > self.columns:
            self.wraps += 1
            self.down()
            self.column = 0
        line = self.line()
        while len(line) < self.column + w:
            line.append(" ")
        line[self.column] = c
        if w == 2:
            line[self.column + 1] = ""
        self.column += w

    def down(self):
        self.row += 1
        self.line()
        self.top = max(self.top, self.row - self.n_rows + 1)

    def feed(self, data):
        data = self.rest + data
        self.rest = b""
        try:
            text = data.decode()
        except UnicodeDecodeError as e:
            if len(data) - e.start > 3:
                raise
            text, self.rest = data[:e.start].decode(), data[e.start:]
        i = 0
        while i < len(text):
            c = text[i]
            if c == "\x1b":
                m = re.compile(r"\x1b\[([?]?[0-9;]*)([A-Za-z])").match(text, i)
                if not m:
                    self.rest = text[i:].encode() + self.rest
                    assert len(text) - i < 20, "unknown sequence %r" % text[i:i + 20]
                    return
                self.control(m.group(1), m.group(2))
                i = m.end()
                continue
            i += 1
            if c == "\r":
                self.column = 0
            elif c == "\n":
                self.down()
            elif c == "\t":
                self.column = (self.column // 8 + 1) * 8
            elif c == "\b":
                self.column = max(0, self.column - 1)
            elif c == "\a":
                pass
            else:
                self.put(c)

    def control(self, args, final):
        n = int(args) if args.isdigit() else 1
        if final == "A":
            self.row = max(self.top, self.row - n)
        elif final == "B":
            self.row = min(self.top + self.n_rows - 1, self.row + n)
            self.line()
        elif final == "C":
            self.column = min(self.columns - 1, self.column + n)
        elif final == "D":
            self.column = max(0, self.column - n)
        elif final == "G":
            self.column = n - 1
        elif final == "H":
            self.row, self.column = self.top, 0
        elif final == "K":
            del self.line()[self.column:]
        elif final == "J":
            if args == "2":
                self.lines = self.lines[:self.top] + [[]]
            else:
                del self.line()[self.column:]
                del self.lines[self.row + 1:]
        elif final == "m":
            self.colors.add(args)
        elif final in "hl":
            pass
        else:
            raise AssertionError("unknown sequence ESC[%s%s" % (args, final))

    def text(self):
        return "\n".join("".join(l) for l in self.lines)

    def visible(self):
        return "\n".join("".join(l) for l in self.lines[self.top:])


class Session:
    def __init__(self, args=(), env=None, columns=80, rows=24, home=None, prompt=True, shell=None):
        self.home = home or tempfile.mkdtemp(prefix="minigo_repl_")
        atexit.register(shutil.rmtree, self.home, ignore_errors=True)
        self.screen = Screen(columns, rows)
        variables = dict(os.environ, TERM="xterm-256color", HOME=self.home, XDG_STATE_HOME=os.path.join(self.home, "state"))
        variables.pop("NO_COLOR", None)
        variables.update(env or {})
        self.started = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(self.home)
            if shell:
                os.execve("/bin/sh", ["sh", "-c", shell.replace("MINIGO", MINIGO)], variables)
            os.execve(MINIGO, [MINIGO, *args], variables)
        self.status = None
        self.raw = b""
        if prompt:
            self.wait("go> $")
            self.screen.wraps = 0

    def resize(self, columns, rows):
        self.screen.columns, self.screen.n_rows = columns, rows
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def keys(self, text):
        os.write(self.fd, text.encode())

    def read(self, seconds):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        if not data:
            if self.status is None:
                self.status = os.waitpid(self.pid, 0)[1]
            return False
        self.raw += data
        self.screen.feed(data)
        return True

    def wait(self, pattern, seconds=20, start_at=0):
        """Reads until the screen's text from there on matches; gives how long it took."""
        start = time.monotonic()
        end = start + seconds * SLOW
        while True:
            text = self.screen.text()
            if re.search(pattern, text[start_at:], re.M):
                return time.monotonic() - start
            if self.status is not None or time.monotonic() > end:
                raise AssertionError("the screen never showed %r:\n%s\n(status %r)" % (pattern, text, self.status))
            self.read(0.05)

    def settle(self, seconds=0.15):
        while self.read(seconds * SLOW):
            pass

    def enter(self, text, answer=None):
        """Types a line; with an answer waits for it ("": for none) and for the next prompt."""
        here = len("\n".join("".join(l) for l in self.screen.lines[:self.screen.row]))
        self.keys(text + ENTER)
        if answer is not None:
            self.wait((answer or r"go> .*") + r"\n(.*\n)*?go> \Z", start_at=here)

    def last(self):
        """The line that the cursor is in."""
        return "".join(self.screen.lines[self.screen.row]).rstrip()

    def end(self, keys=ctrl("d")):
        self.keys(keys)
        deadline = time.monotonic() + 20 * SLOW
        while self.status is None and time.monotonic() < deadline:
            if not self.read(0.1) and self.status is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
        assert self.status is not None, "it did not end:\n" + self.screen.text()
        return self.status

    def kill(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.status = -9


def main(tests):
    global MINIGO
    MINIGO = os.path.abspath(sys.argv[1])
    try:
        for fd in pty.openpty():
            os.close(fd)
    except OSError as e:
        print("no pseudo-terminal here:", e)
        sys.exit(77)
    for test in tests:
        if len(sys.argv) > 2 and test.__name__ not in sys.argv[2:]:
            continue
        test()
        print("ok", test.__name__)
