// Corners of errors, io and unicode/utf8: every short sequence of bytes, wrapped and joined errors, sections, pipes, copies.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"
)

type E1 struct{ s string }

func (e E1) Error() string { return e.s }

type E2 []string

func (e E2) Error() string   { return strings.Join(e, ",") }
func (e E2) Is(t error) bool { return t.Error() == "magic" }
func (e E2) As(t any) bool {
	if p, ok := t.(*E1); ok {
		*p = E1{"from E2"}
		return true
	}
	return false
}

type multi []error

func (m multi) Error() string   { return "multi" }
func (m multi) Unwrap() []error { return m }

type temp interface{ Temporary() bool }

type unc struct{ f []int }

func (unc) Error() string { return "unc" }

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("PANIC", e)
		}
	}()
	f()
}

type noisy struct{ io.Reader }

func main() {
	bs := []byte{0, 'a', 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff}
	h := uint64(1)
	add := func(x ...int) {
		for _, v := range x {
			h = (h ^ uint64(v)) * 1099511628211
		}
	}
	var p [5]byte
	b2i := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	for n := 0; n <= 4; n++ {
		idx := make([]int, n)
		for {
			for i := range idx {
				p[i] = bs[idx[i]]
			}
			q := p[:n]
			r, s := utf8.DecodeRune(q)
			r2, s2 := utf8.DecodeLastRune(q)
			r3, s3 := utf8.DecodeRuneInString(string(q))
			r4, s4 := utf8.DecodeLastRuneInString(string(q))
			add(int(r), s, int(r2), s2, int(r3), s3, int(r4), s4, b2i(utf8.FullRune(q)), b2i(utf8.FullRuneInString(string(q))), b2i(utf8.Valid(q)), b2i(utf8.ValidString(string(q))), utf8.RuneCount(q), utf8.RuneCountInString(string(q)))
			i := 0
			for i < n {
				idx[i]++
				if idx[i] < len(bs) {
					break
				}
				idx[i] = 0
				i++
			}
			if i == n {
				break
			}
		}
		fmt.Printf("%d %x\n", n, h)
	}
	for _, r := range []rune{-1, 0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000} {
		buf := make([]byte, 4)
		n := utf8.EncodeRune(buf, r)
		fmt.Println(r, utf8.RuneLen(r), utf8.ValidRune(r), n, buf[:n], utf8.AppendRune([]byte("x"), r))
		try(func() { utf8.EncodeRune(make([]byte, 1), r) })
	}
	big := strings.Repeat("aé世😀\xff", 600000)
	fmt.Println(utf8.RuneCountInString(big), utf8.ValidString(big), utf8.ValidString(big[:5]), utf8.ValidString(strings.Repeat("世", 900000)), utf8.RuneCount([]byte(big)))

	e1 := E1{"one"}
	w := fmt.Errorf("w: %w", e1)
	m := errors.Join(nil, w, nil, E2{"x"})
	fmt.Println(errors.Is(w, e1), errors.Is(m, e1), errors.Is(m, errors.New("magic")), errors.Is(nil, nil), errors.Is(w, nil), errors.Is(nil, e1))
	fmt.Println(m, errors.Join(nil, nil) == nil, errors.Unwrap(m), errors.Unwrap(w))
	var t1 E1
	fmt.Println(errors.As(m, &t1), t1, errors.As(E2{"q"}, &t1), t1)
	var pe *fs.PathError
	_, err := os.Open("/nonexistent")
	fmt.Println(errors.As(fmt.Errorf("a %w b %w", e1, err), &pe), pe.Op, errors.Is(err, fs.ErrNotExist), errors.Is(multi{nil, err}, fs.ErrNotExist))
	var te temp
	fmt.Println(errors.As(err, &te), te == nil, te.Temporary())
	var an any
	try(func() { fmt.Println(errors.As(err, &an), an == err) })
	try(func() { errors.As(err, nil) })
	try(func() { errors.As(err, 5) })
	try(func() { errors.As(err, (*error)(nil)) })
	var s string
	try(func() { errors.As(err, &s) })
	fmt.Println(errors.As(nil, nil))
	try(func() { fmt.Println(errors.Is(unc{}, unc{}), errors.Is(multi{unc{}, e1}, e1)) })
	fmt.Println(errors.ErrUnsupported, errors.Is(fmt.Errorf("x %w", errors.ErrUnsupported), errors.ErrUnsupported), errors.New("a") == errors.New("a"))

	// io
	var sb strings.Builder
	mr := io.MultiReader(strings.NewReader("ab"), strings.NewReader(""), io.MultiReader(strings.NewReader("cd"), strings.NewReader("e")))
	n, err := io.Copy(&sb, mr)
	fmt.Println(n, err, sb.String())
	buf := make([]byte, 3)
	for _, k := range []int{0, 2, 3, 4} {
		nn, err := io.ReadAtLeast(strings.NewReader("xy"), buf, k)
		fmt.Println(nn, err)
	}
	nn, err := io.ReadFull(strings.NewReader(""), buf)
	fmt.Println(nn, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	all, err := io.ReadAll(sr)
	fmt.Println(string(all), err, sr.Size())
	fmt.Println(sr.Seek(-1, io.SeekEnd))
	fmt.Println(sr.Seek(-9, io.SeekCurrent))
	fmt.Println(sr.Seek(0, 9))
	nn, err = sr.ReadAt(buf, 3)
	fmt.Println(nn, err, string(buf[:nn]))
	fmt.Println(sr.ReadAt(buf, -1))
	tee := io.TeeReader(strings.NewReader("tee"), &sb)
	io.Copy(io.Discard, tee)
	fmt.Println(sb.String())
	fmt.Println(io.CopyN(&sb, strings.NewReader("abc"), 2))
	fmt.Println(io.CopyN(&sb, strings.NewReader("abc"), 5))
	try(func() { io.CopyBuffer(&sb, noisy{strings.NewReader("abc")}, []byte{}) })
	fmt.Println(io.CopyBuffer(io.MultiWriter(&sb, io.Discard), noisy{strings.NewReader("abc")}, make([]byte, 1)))
	lr := io.LimitReader(strings.NewReader("limited"), 3)
	all, err = io.ReadAll(lr)
	fmt.Println(string(all), err)
	nc := io.NopCloser(strings.NewReader("nc"))
	_, isWT := nc.(io.WriterTo)
	fmt.Println(nc.Close(), isWT)
	fmt.Println(io.WriteString(io.MultiWriter(&sb, io.Discard), "ws"))
	fmt.Println(sb.String(), io.EOF, io.ErrClosedPipe, io.ErrNoProgress, io.ErrShortBuffer, io.ErrShortWrite, io.ErrUnexpectedEOF)
	f, _ := os.CreateTemp("", "ow")
	defer os.Remove(f.Name())
	ow := io.NewOffsetWriter(f, 4)
	fmt.Println(ow.Write([]byte("abc")))
	fmt.Println(ow.Seek(1, io.SeekStart))
	fmt.Println(ow.Seek(0, io.SeekEnd))
	fmt.Println(ow.WriteAt([]byte("Z"), 1))
	fmt.Println(ow.WriteAt([]byte("Z"), -1))
	c, _ := os.ReadFile(f.Name())
	fmt.Printf("%q\n", c)
}
