package fmt

import (
	"errors"
	"io"
	"os"
	"unicode/utf8"
)

// ScanState is what a Scanner sees of the scan: the input, and the directive's width.
type ScanState interface {
	// ReadRune reads the next rune. It gives io.EOF at the end of the width, and for Scanln behind a newline.
	ReadRune() (r rune, size int, err error)
	// UnreadRune takes the last rune back.
	UnreadRune() error
	// SkipSpace skips spaces, and newlines where they count as spaces.
	SkipSpace()
	// Token skips spaces if asked to, then reads the runes that f accepts (nil: those that are no spaces).
	// What it gives may be overwritten by the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width gives the width in runes, and whether there was one.
	Width() (wid int, ok bool)
	// Read is not to be called.
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by types, mostly pointers, that read themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// -- the functions of the package. Each gives the number of operands that were set, and an error if that is
// less than there are.

// Scan reads values separated by spaces or newlines from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan for one line: there must be a newline or the end behind the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values from standard input by the format. Newlines in both must match.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// Sscan is Scan from str.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&text{s: str}, a...) }

// Sscanln is Scanln from str.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&text{s: str}, a...) }

// Sscanf is Scanf from str.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&text{s: str}, format, a...)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.newlineIsSpace = true
	return s.scanAll(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.newlineEnds = true
	return s.scanAll(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanner(r).scanFormat(format, a)
}

// text is a string as input.
type text struct {
	s     string
	at    int
	width int // of the last rune
}

func (t *text) Read(b []byte) (n int, err error) {
	n = copy(b, t.s[t.at:])
	t.at += n
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (t *text) ReadRune() (r rune, size int, err error) {
	r, t.width = utf8.DecodeRuneInString(t.s[t.at:])
	if t.width == 0 {
		return 0, 0, io.EOF
	}
	t.at += t.width
	return r, t.width, nil
}

func (t *text) UnreadRune() error {
	t.at -= t.width
	t.width = 0
	return nil
}

// -- runes of any reader

// runes reads runes from a reader without taking more bytes than it needs, so that what follows is left to
// the reader's next user.
type runes struct {
	from    io.Reader
	pending []byte // read, but part of no rune yet
	last    rune   // the last rune
	unread  bool   // it is to be read again
	any     bool   // there was one
	room    [2 * utf8.UTFMax]byte
}

// more reads one byte.
func (r *runes) more() error {
	n, err := io.ReadFull(r.from, r.room[len(r.pending):len(r.pending)+1])
	if n == 1 {
		r.pending = r.room[:len(r.pending)+1]
		return nil
	}
	return err
}

func (r *runes) ReadRune() (c rune, size int, err error) {
	if r.unread {
		r.unread = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	for !utf8.FullRune(r.pending) {
		if err = r.more(); err != nil {
			if err == io.EOF && len(r.pending) > 0 {
				break // the last one is not complete
			}
			return 0, 0, err
		}
	}
	c, size = utf8.DecodeRune(r.pending)
	r.pending = r.room[:copy(r.room[:], r.pending[size:])]
	r.last, r.any = c, true
	return c, size, nil
}

func (r *runes) UnreadRune() error {
	if r.unread || !r.any {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.unread = true
	return nil
}

// -- the scanner

const (
	eof     = -1
	hugeWid = 1 << 30
)

// A scanner is one call's state, or that of a Scan method called by it.
type scanner struct {
	from           io.RuneScanner
	buf            []byte // the token being read
	count          int    // runes read
	limit          int    // no more than these may be read for this operand
	width          int    // of the directive
	atEnd          bool
	newlineEnds    bool
	newlineIsSpace bool
}

func newScanner(r io.Reader) *scanner {
	s := &scanner{limit: hugeWid, width: hugeWid}
	if rs, ok := r.(io.RuneScanner); ok {
		s.from = rs
	} else {
		s.from = &runes{from: r}
	}
	return s
}

// A scanError carries an error up to scanAll and scanFormat.
type scanError struct {
	err error
}

func (s *scanner) fail(err error)       { panic(scanError{err}) }
func (s *scanner) failWith(text string) { s.fail(errors.New(text)) }

// rescue, deferred, makes a panic of fail, or io.EOF, the error.
func rescue(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*err = e.err
	case error:
		if e != io.EOF {
			panic(e)
		}
		*err = io.EOF
	default:
		panic(e)
	}
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.width == hugeWid {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.from.ReadRune()
	if err == nil {
		s.count++
		s.atEnd = s.newlineEnds && r == '\n'
	} else if err == io.EOF {
		s.atEnd = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.from.UnreadRune()
	s.atEnd = false
	s.count--
	return nil
}

// next reads a rune; eof at the end.
func (s *scanner) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return eof
	}
	if err != nil {
		s.fail(err)
	}
	return r
}

// must reads a rune that must be there.
func (s *scanner) must() rune {
	r := s.next()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// needInput panics with io.EOF at the end.
func (s *scanner) needInput() {
	if s.next() == eof {
		panic(io.EOF)
	}
	s.UnreadRune()
}

// has reports whether r is in the set, which is of ASCII.
func has(set string, r rune) bool

// peek reports whether the next rune is in the set.
func (s *scanner) peek(set string) bool {
	r := s.next()
	if r != eof {
		s.UnreadRune()
	}
	return has(set, r)
}

// accept reads the next rune into the token if it is in the set.
func (s *scanner) accept(set string) bool {
	r := s.next()
	if r == eof {
		return false
	}
	if !has(set, r) {
		s.UnreadRune()
		return false
	}
	s.buf = utf8.AppendRune(s.buf, r)
	return true
}

// isSpace is unicode.IsSpace, without that package.
func isSpace(r rune) bool {
	switch {
	case r <= 0xFF:
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	case r < 0x2000:
		return r == 0x1680
	case r <= 0x200A:
		return true
	}
	return r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

func isNoSpace(r rune) bool { return !isSpace(r) }

func (s *scanner) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
			// part of the newline
		case r == '\n':
			if !s.newlineIsSpace {
				s.failWith("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// token reads the runes that f accepts, behind what is in the token already.
func (s *scanner) token(f func(rune) bool) []byte {
	for {
		r := s.next()
		if r == eof {
			return s.buf
		}
		if !f(r) {
			s.UnreadRune()
			return s.buf
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case scanError:
			err = e.err
		default:
			panic(e)
		}
	}()
	if f == nil {
		f = isNoSpace
	}
	s.buf = s.buf[:0]
	if skipSpace {
		s.SkipSpace()
	}
	return s.token(f), nil
}

// scanAll reads the operands one after the other.
func (s *scanner) scanAll(args []any) (done int, err error) {
	defer rescue(&err)
	for _, arg := range args {
		s.operand('v', arg)
		done++
	}
	for s.newlineEnds {
		r := s.next()
		if r == '\n' || r == eof {
			break
		}
		if !isSpace(r) {
			s.failWith("expected newline")
		}
	}
	return done, nil
}

// scanFormat reads what the format describes.
func (s *scanner) scanFormat(format string, args []any) (done int, err error) {
	defer rescue(&err)
	for i := 0; i < len(format); {
		n, ok := s.literal(format[i:])
		if n > 0 {
			i += n
			continue
		}
		// A mismatch behind a literal %% is told below.
		if !ok && format[i] != '%' {
			s.failWith("input does not match format")
		}
		i++
		s.width, i = scanWidth(format, i)
		verb, size := utf8.DecodeRuneInString(format[i:])
		rest := format[i:]
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' { // behind a width, or not matched as text
			s.SkipSpace()
			s.needInput()
			if !s.accept("%") {
				s.failWith("missing literal %")
			}
			continue
		}
		s.limit = min(hugeWid, s.count+s.width)
		if done >= len(args) {
			s.failWith("too few operands for format '%" + rest + "'")
		}
		s.operand(verb, args[done])
		done++
		s.limit = hugeWid
	}
	if done < len(args) {
		s.failWith("too many operands")
	}
	return done, nil
}

// scanWidth reads the width at format[i]; there is none in front of the last byte, and none that is too
// large: that one swallows what follows it, up to the last byte.
func scanWidth(format string, i int) (width, behind int) {
	end := len(format) - 1
	start := i
	for ; i < end && '0' <= format[i] && format[i] <= '9'; i++ {
		if width > 1e6 {
			return hugeWid, end
		}
		width = width*10 + int(format[i]-'0')
	}
	if i == start {
		return hugeWid, i
	}
	return width, i
}

// literal matches the format's text up to a directive with the input, and gives how much of it; ok: no
// mismatch. 0: it begins with a directive, or does not match.
func (s *scanner) literal(format string) (n int, ok bool) {
	for n < len(format) {
		c, size := utf8.DecodeRuneInString(format[n:])
		if isSpace(c) {
			n += s.spaces(format[n:])
			continue
		}
		if c == '%' {
			if n+size == len(format) {
				s.failWith("missing verb: % at end of format string")
			}
			if format[n+size] != '%' {
				return n, true
			}
			n += size
		}
		if r := s.must(); r != c {
			s.UnreadRune()
			return 0, false
		}
		n += size
	}
	return n, true
}

// spaces matches the run of spaces that the format begins with, and gives its length. Each newline matches
// spaces and a newline or the end; spaces without one match one space or more, or the end.
func (s *scanner) spaces(format string) int {
	n, newlines, trailing := 0, 0, false
	for n < len(format) {
		c, size := utf8.DecodeRuneInString(format[n:])
		if !isSpace(c) {
			break
		}
		trailing = c != '\n'
		if c == '\n' {
			newlines++
		}
		n += size
	}
	for i := 0; i < newlines; i++ {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != eof {
			s.failWith("newline in format does not match input")
		}
	}
	if !trailing {
		return n
	}
	r := s.next()
	if newlines == 0 {
		if !isSpace(r) && r != eof {
			s.failWith("expected space in input to match format")
		}
		if r == '\n' {
			s.failWith("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	if r != eof {
		s.UnreadRune()
	}
	return n
}
