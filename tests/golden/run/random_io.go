// bytes.Buffer, the Readers, bufio and io: sequences of operations over sources and sinks that misbehave.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

var errBad = errors.New("bad")

// erratic gives pieces, empty reads, data with the error, and errors.
type erratic struct {
	s    string
	mode int
}

func (e *erratic) Read(p []byte) (int, error) {
	if len(e.s) == 0 {
		if e.mode == 1 {
			return 0, errBad
		}
		return 0, io.EOF
	}
	if rn(5) == 0 {
		return 0, nil
	}
	n := rn(len(e.s)) + 1
	if n > 5 && rn(3) != 0 {
		n = rn(5) + 1
	}
	n = copy(p, e.s[:n])
	e.s = e.s[n:]
	if len(e.s) == 0 && rn(2) == 0 {
		return n, io.EOF
	}
	if rn(60) == 0 {
		return n, errBad
	}
	return n, nil
}

type limited struct {
	n int
	b []byte
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.n {
		p = p[:l.n]
		l.n = 0
		l.b = append(l.b, p...)
		switch rn(3) {
		case 0:
			return len(p), nil
		}
		return len(p), errBad
	}
	l.n -= len(p)
	l.b = append(l.b, p...)
	return len(p), nil
}

func text() string {
	al := []string{"a", "b", "\n", "\r\n", " ", "é", "日", "\xff", "line", ",", "\r"}
	s := ""
	for n := rn(30); n > 0; n-- {
		s += al[rn(len(al))]
	}
	return s
}

func try(w io.Writer, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Fprintln(w, "PANIC", e)
		}
	}()
	f()
}

type readOps interface {
	io.Reader
	io.ByteScanner
	io.RuneScanner
	io.WriterTo
}

func ops(w io.Writer, r any) {
	for n := rn(14); n > 0; n-- {
		try(w, func() { op(w, r) })
	}
}

func op(w io.Writer, r any) {
	k := rn(12)
	p := make([]byte, k)
	switch rn(16) {
	case 0:
		n, err := r.(io.Reader).Read(p)
		fmt.Fprintf(w, "Read %d %q %v\n", n, p[:n], err)
	case 1:
		if x, ok := r.(io.ByteScanner); ok {
			c, err := x.ReadByte()
			fmt.Fprintln(w, "ReadByte", c, err)
		}
	case 2:
		if x, ok := r.(io.ByteScanner); ok {
			fmt.Fprintln(w, "UnreadByte", x.UnreadByte())
		}
	case 3:
		if x, ok := r.(io.RuneScanner); ok {
			c, s, err := x.ReadRune()
			fmt.Fprintln(w, "ReadRune", c, s, err)
		}
	case 4:
		if x, ok := r.(io.RuneScanner); ok {
			fmt.Fprintln(w, "UnreadRune", x.UnreadRune())
		}
	case 5:
		if x, ok := r.(interface{ ReadString(byte) (string, error) }); ok {
			s, err := x.ReadString('\n')
			fmt.Fprintf(w, "ReadString %q %v\n", s, err)
		}
	case 6:
		if x, ok := r.(interface{ ReadBytes(byte) ([]byte, error) }); ok {
			s, err := x.ReadBytes('b')
			fmt.Fprintf(w, "ReadBytes %q %v\n", s, err)
		}
	case 7:
		if x, ok := r.(*bufio.Reader); ok {
			s, pre, err := x.ReadLine()
			fmt.Fprintf(w, "ReadLine %q %v %v\n", s, pre, err)
		}
	case 8:
		switch x := r.(type) {
		case *bufio.Reader:
			s, err := x.Peek(k)
			fmt.Fprintf(w, "Peek %d %q %v\n", k, s, err)
		case *bytes.Buffer:
			fmt.Fprintf(w, "Next %q\n", x.Next(k))
		case *strings.Reader:
			fmt.Fprintln(w, x.Len(), x.Size())
		}
	case 9:
		switch x := r.(type) {
		case *bufio.Reader:
			n, err := x.Discard(k)
			fmt.Fprintln(w, "Discard", k, n, err)
		case *bytes.Buffer:
			x.Truncate(k)
		}
	case 10:
		if x, ok := r.(*bufio.Reader); ok {
			s, err := x.ReadSlice('\n')
			fmt.Fprintf(w, "ReadSlice %q %v %d %d\n", s, err, x.Buffered(), x.Size())
		}
	case 11:
		if x, ok := r.(io.WriterTo); ok && rn(4) == 0 {
			var l io.Writer = &limited{n: rn(40)}
			n, err := x.WriteTo(l)
			fmt.Fprintf(w, "WriteTo %d %v %q\n", n, err, l.(*limited).b)
		}
	case 12:
		if x, ok := r.(io.Seeker); ok {
			n, err := x.Seek(int64(rn(40)-10), rn(4))
			fmt.Fprintln(w, "Seek", n, err)
		}
	case 13:
		if x, ok := r.(io.ReaderAt); ok {
			n, err := x.ReadAt(p, int64(rn(40)-5))
			fmt.Fprintf(w, "ReadAt %d %q %v\n", n, p[:n], err)
		}
	case 14:
		switch x := r.(type) {
		case *bytes.Buffer:
			t := text()
			x.WriteString(t)
			x.WriteRune('é')
			n, err := x.ReadFrom(&erratic{text(), 0})
			fmt.Fprintf(w, "ReadFrom %d %v %q %d\n", n, err, x.String(), x.Len())
		case *bufio.Reader:
			if rn(5) == 0 {
				x.Reset(&erratic{text(), rn(2)})
			}
		case *strings.Reader:
			x.Reset(text())
		}
	case 15:
		n, err := io.ReadFull(r.(io.Reader), p)
		fmt.Fprintf(w, "ReadFull %d %q %v\n", n, p[:n], err)
	}
}

func main() {
	w := &lines
	for i := 0; i < 1000; i++ {
		s := text()
		fmt.Fprintf(w, "case %d %q\n", i, s)
		switch rn(9) {
		case 0:
			ops(w, bytes.NewBufferString(s))
		case 1:
			ops(w, bufio.NewReaderSize(&erratic{s, rn(2)}, rn(40)))
		case 2:
			ops(w, strings.NewReader(s))
		case 3:
			ops(w, bytes.NewReader([]byte(s)))
		case 4:
			ops(w, io.NewSectionReader(strings.NewReader(s), int64(rn(10)-2), int64(rn(40)-2)))
		case 5:
			var tee bytes.Buffer
			ops(w, io.TeeReader(io.MultiReader(&erratic{s, 0}, io.LimitReader(&erratic{text(), 1}, int64(rn(20)-2)), strings.NewReader("end")), &tee))
			fmt.Fprintf(w, "%q\n", tee.String())
		case 6:
			sc := bufio.NewScanner(&erratic{s, rn(2)})
			sc.Split([]bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes, func(d []byte, eof bool) (int, []byte, error) {
				switch rn(12) {
				case 0:
					return 0, nil, errBad
				case 1:
					return 0, nil, bufio.ErrFinalToken
				case 2:
					return len(d), d, bufio.ErrFinalToken
				case 3:
					return len(d) + 1, d, nil
				case 4:
					return -1, d, nil
				}
				if len(d) > 3 {
					return rn(4), d[:rn(3)], nil
				}
				if eof && len(d) > 0 {
					return len(d), d, nil
				}
				return 0, nil, nil
			}}[rn(5)])
			if rn(2) == 0 {
				sc.Buffer(make([]byte, 0, rn(20)), rn(30))
			}
			try(w, func() {
				for n := 0; n < 150 && sc.Scan(); n++ {
					fmt.Fprintf(w, "%q ", sc.Text())
				}
			})
			fmt.Fprintln(w, sc.Err())
		case 7:
			l := &limited{n: rn(60)}
			bw := bufio.NewWriterSize(l, rn(20))
			for n := rn(12); n > 0; n-- {
				t := text()
				switch rn(7) {
				case 0:
					a, b := bw.WriteString(t)
					fmt.Fprintln(w, a, b)
				case 1:
					a, b := bw.Write([]byte(t))
					fmt.Fprintln(w, a, b)
				case 2:
					fmt.Fprintln(w, bw.WriteByte('x'))
				case 3:
					a, b := bw.WriteRune('日')
					fmt.Fprintln(w, a, b)
				case 4:
					fmt.Fprintln(w, bw.Flush())
				case 5:
					a, b := bw.ReadFrom(&erratic{t, rn(2)})
					fmt.Fprintln(w, a, b)
				case 6:
					fmt.Fprintln(w, bw.Buffered(), bw.Available(), bw.Size(), len(bw.AvailableBuffer()))
				}
			}
			fmt.Fprintf(w, "%v %q\n", bw.Flush(), l.b)
		case 8:
			pr, pw := io.Pipe()
			done := make(chan string)
			go func() {
				res := ""
				n, err := pw.Write([]byte(s))
				res += fmt.Sprint(n, err, " ")
				n, err = pw.Write(nil)
				res += fmt.Sprint(n, err)
				if len(s)%2 == 0 {
					pw.CloseWithError(errBad)
				} else {
					pw.Close()
				}
				n, err = pw.Write([]byte("z"))
				done <- res + fmt.Sprint(n, err)
			}()
			p := make([]byte, rn(7)+1)
			for k := 0; k < 40; k++ {
				n, err := pr.Read(p)
				fmt.Fprintf(w, "%q %v ", p[:n], err)
				if err != nil {
					break
				}
				if k == 5 && len(s)%3 == 0 {
					pr.CloseWithError(io.ErrNoProgress)
				}
			}
			pr.Close()
			fmt.Fprintln(w, <-done)
			var sb strings.Builder
			k := int64(rn(20) - 3)
			n, err := io.CopyN(&sb, &erratic{s, 0}, k)
			fmt.Fprintf(w, "CopyN %d %d %v %q\n", k, n, err, sb.String())
			n, err = io.Copy(io.MultiWriter(&sb, &limited{n: rn(30)}), &erratic{s, 1})
			fmt.Fprintf(w, "Copy %d %v %q\n", n, err, sb.String())
			b := make([]byte, rn(10)+1)
			m, err := io.ReadAtLeast(&erratic{s, 0}, b, rn(12))
			fmt.Fprintf(w, "AtLeast %d %v %q\n", m, err, b)
			all, err := io.ReadAll(&erratic{s, rn(2)})
			fmt.Fprintf(w, "All %v %q\n", err, all)
		}
		lines.endCase()
	}
}
