// Package fmt prints and scans formatted text, with verbs like C's printf, for values of every type.
package fmt

import (
	"io"
	"os"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// State is what a Formatter sees of the printer: where to write, and the directive's flags and numbers.
type State interface {
	// Write appends to the output.
	Write(b []byte) (n int, err error)
	// Width gives the width, and whether there was one.
	Width() (wid int, ok bool)
	// Precision gives the precision, and whether there was one.
	Precision() (prec int, ok bool)
	// Flag reports whether that flag character was there.
	Flag(c int) bool
}

// Formatter is implemented by types that print themselves for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by types with a text of their own, used by verbs that take a string and by Print.
type Stringer interface {
	String() string
}

// GoStringer is implemented by types with a Go syntax of their own, used by %#v.
type GoStringer interface {
	GoString() string
}

// FormatString gives the directive that state and verb stand for: %, flags, width, precision, verb.
func FormatString(state State, verb rune) string {
	text := []byte{'%'}
	for _, flag := range []byte(" +-#0") {
		if state.Flag(int(flag)) {
			text = append(text, flag)
		}
	}
	if width, ok := state.Width(); ok {
		text = strconv.AppendInt(text, int64(width), 10)
	}
	if prec, ok := state.Precision(); ok {
		text = strconv.AppendInt(append(text, '.'), int64(prec), 10)
	}
	return string(utf8.AppendRune(text, verb))
}

// The bits of printer.flags, in step with PrinterFlags of printer.h.
const (
	hasWidth = 1 << iota
	hasPrec
	minus
	plus
	sharp
	space
	zero
	plusV
	sharpV
)

// A printer is one call's state. The fields up to reordered are struct Printer of printer.h.
type printer struct {
	buf         []byte
	flags       uint64
	width, prec int
	at, arg     int    // Printf: what is done of the format; the next argument
	reordered   uint64 // Printf: an explicit argument index was seen

	errorf    bool  // %w is allowed
	wrapped   []int // arguments of %w
	erroring  bool  // inside %!verb(…): no methods
	panicking bool  // printing what a method panicked with
}

// -- State

func (p *printer) Width() (wid int, ok bool)      { return p.width, p.flags&hasWidth != 0 }
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.flags&hasPrec != 0 }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.flags&minus != 0
	case '+':
		return p.flags&(plus|plusV) != 0
	case '#':
		return p.flags&(sharp|sharpV) != 0
	case ' ':
		return p.flags&space != 0
	case '0':
		return p.flags&zero != 0
	}
	return false
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// -- the three ways to print

// next prints from p.at on, and stops behind a directive whose argument, args[p.arg-1], is left to Go: its
// verb is returned. -1 at the end.
func (p *printer) next(format string, args []any) (verb rune)

// plain prints args from p.arg on with %v, with spaces between all, or between two that are no strings.
// false: it has stopped before args[p.arg], which is left to Go.
func (p *printer) plain(args []any, spaces bool) bool

// An argPrinter prints what C has left to Go.
type argPrinter interface {
	printArg(arg any, verb rune)
	extra(args []any)
}

// slow gives p as one. Behind the interface nothing of value.go is read, checked or compiled before it is
// called.
func slow(p *printer) argPrinter { return byWalker{p} }

type byWalker struct{ p *printer }

func (b byWalker) printArg(arg any, verb rune) { (*walker)(b.p).printArg(arg, verb) }
func (b byWalker) extra(args []any)            { (*walker)(b.p).extra(args) }

func (p *printer) printf(format string, args []any) {
	for {
		verb := p.next(format, args)
		if verb < 0 {
			break
		}
		if verb == 'w' {
			p.wrapped = append(p.wrapped, p.arg-1)
		}
		slow(p).printArg(args[p.arg-1], verb)
	}
	if p.reordered == 0 && p.arg < len(args) {
		slow(p).extra(args[p.arg:])
	}
}

func (p *printer) print(args []any, spaces bool) {
	for !p.plain(args, spaces) {
		slow(p).printArg(args[p.arg], 'v')
		// plain has put the space before this one, and goes on behind it.
		p.arg++
	}
}

// result gives what was printed as a string. Nothing writes to those bytes any more (a State that somebody
// has kept appends behind them), so that they need not be copied, unless much room would be wasted.
func (p *printer) result() string {
	if n := len(p.buf); cap(p.buf)-n <= 64 {
		return unsafe.String(unsafe.SliceData(p.buf), n)
	}
	return string(p.buf)
}

func sprintf(format string, args []any) []byte {
	p := &printer{}
	p.printf(format, args)
	return p.buf
}

func sprint(args []any) []byte {
	p := &printer{}
	p.print(args, false)
	return p.buf
}

func sprintln(args []any) []byte {
	p := &printer{}
	p.print(args, true)
	return append(p.buf, '\n')
}

// -- the functions of the package

// Printf prints to standard output by the format.
func Printf(format string, a ...any) (n int, err error) {
	return os.Stdout.Write(sprintf(format, a))
}

// Print prints with %v to standard output, with spaces between operands when neither is a string.
func Print(a ...any) (n int, err error) {
	return os.Stdout.Write(sprint(a))
}

// Println prints with %v to standard output, with spaces between operands and a newline at the end.
func Println(a ...any) (n int, err error) {
	return os.Stdout.Write(sprintln(a))
}

// Fprintf is Printf to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write(sprintf(format, a))
}

// Fprint is Print to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	return w.Write(sprint(a))
}

// Fprintln is Println to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return w.Write(sprintln(a))
}

// Sprintf returns what Printf would print.
func Sprintf(format string, a ...any) string {
	p := &printer{}
	p.printf(format, a)
	return p.result()
}

// Sprint returns what Print would print.
func Sprint(a ...any) string {
	p := &printer{}
	p.print(a, false)
	return p.result()
}

// Sprintln returns what Println would print.
func Sprintln(a ...any) string {
	return string(sprintln(a))
}

// Appendf appends what Printf would print to b.
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, sprintf(format, a)...)
}

// Append appends what Print would print to b.
func Append(b []byte, a ...any) []byte {
	return append(b, sprint(a)...)
}

// Appendln appends what Println would print to b.
func Appendln(b []byte, a ...any) []byte {
	return append(b, sprintln(a)...)
}
