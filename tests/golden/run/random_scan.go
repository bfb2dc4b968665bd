// The Scan family.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

type oneByte struct{ s string }

func (r *oneByte) Read(b []byte) (int, error) {
	if len(r.s) == 0 {
		return 0, io.EOF
	}
	b[0] = r.s[0]
	r.s = r.s[1:]
	return 1, nil
}

type custom string

func (c *custom) Scan(st fmt.ScanState, verb rune) error {
	if verb == 'E' {
		return errors.New("custom error")
	}
	st.SkipSpace()
	w, ok := st.Width()
	t, err := st.Token(false, func(r rune) bool { return r >= 'a' && r <= 'z' })
	*c = custom(fmt.Sprint("<", string(t), w, ok, string(verb), ">"))
	return err
}

type My int
type MyS string

func main() {
	state = 5172645463325257
	w := &lines
	toks := []string{"1", "-2", "+3", "0x1f", "0b101", "0o17", "017", "1_000", "3.5", "-1e3", "0x1p4", "nan", "inf", "true", "F", "TRUE", "abc", "é日", `"q s"`, "`raw x`", `"bad`, "(1+2i)", "3-4i", "(1+2", "'c'", "300", "-129", "99999999999999999999", "1.", ".5", "x", "%", "7,8", "a:b", "6d6e", "6D6", "1e400", "_1", "\x00", "\xff", "+", "-", "0x", "--1"}
	seps := []string{" ", "  ", "\n", "\r\n", "\t", " \n ", "", ",", "\n\n", "\v", "\u00a0", "\u2003"}
	for i := 0; i < 1500; i++ {
		in := []string{"", "", " ", "\n"}[rn(4)]
		for n := rn(5); n >= 0; n-- {
			in += toks[rn(len(toks))] + seps[rn(len(seps))]
		}
		var (
			a  int
			b  int8
			c  uint16
			d  float64
			e  float32
			f  string
			g  []byte
			h  bool
			j  complex128
			k  rune
			l  custom
			m  My
			n2 MyS
			o  uint64
			q  uintptr
		)
		pool := []any{&a, &b, &c, &d, &e, &f, &g, &h, &j, &k, &l, &m, &n2, &o, &q, 5, &struct{}{}, "s"}
		var args []any
		for n := rn(4) + 1; n > 0; n-- {
			x := rn(len(pool) + 6)
			if x >= len(pool) {
				x = []int{0, 5, 0, 5, 3, 7}[x-len(pool)]
			}
			args = append(args, pool[x])
		}
		form := ""
		for n := 0; n < len(args)+rn(2); n++ {
			form += []string{"", " ", "\n", ",", "  ", "x", "%%", " \n", "\t", ":"}[rn(10)]
			form += "%" + []string{"", "", "", "3", "1", "5", "0", "12"}[rn(8)] + string([]rune("vvvvddddbcoOqxXUeEfFgGstTzEss")[rn(29)])
		}
		form += []string{"", "", "\n", " ", "x", "%"}[rn(6)]
		var r io.Reader = &oneByte{in}
		sr := strings.NewReader(in)
		br := bufio.NewReader(strings.NewReader(in))
		var nn int
		var err error
		kind := rn(9)
		switch kind {
		case 0:
			nn, err = fmt.Sscan(in, args...)
		case 1:
			nn, err = fmt.Sscanln(in, args...)
		case 2, 6, 7, 8:
			nn, err = fmt.Sscanf(in, form, args...)
		case 3:
			nn, err = fmt.Fscan(r, args...)
		case 4:
			nn, err = fmt.Fscanln(sr, args...)
		case 5:
			nn, err = fmt.Fscanf(br, form, args...)
		}
		rest := ""
		switch kind {
		case 3:
			x, _ := io.ReadAll(r)
			rest = string(x)
		case 4:
			x, _ := io.ReadAll(sr)
			rest = string(x)
		case 5:
			x, _ := io.ReadAll(br)
			rest = string(x)
		}
		fmt.Fprintf(w, "%d %d %q %q %d %v %q|", i, kind, in, form, nn, err, rest)
		fmt.Fprintln(w, a, b, c, d, e, f, g, h, j, k, l, m, n2, o, q)
		lines.endCase()
	}
}
