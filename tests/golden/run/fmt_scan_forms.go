// Scanning by all three families, from readers that can and cannot give runes back, with Scanners of its own.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type word struct{ s string }

func (w *word) Scan(state fmt.ScanState, verb rune) error {
	width, ok := state.Width()
	token, err := state.Token(true, nil)
	w.s = fmt.Sprintf("%c/%v/%v/%s", verb, width, ok, token)
	if string(token) == "bad" {
		return errors.New("a bad word")
	}
	return err
}

type plain struct{ io.Reader }

func main() {
	var i int
	var i8 int8
	var u uint16
	var f float32
	var c complex128
	var s string
	var b []byte
	var t bool
	var r rune
	var w word
	all := []any{&i, &i8, &u, &f, &c, &s, &b, &t, &r, &w}
	inputs := []string{
		"", "1", "-5 6 7 1.5 (1+2i) word bytes true 65 own", "0x1F 0b11 0o7 0x1p-2 1-2i \"q\" `r` T 0x41 bad", "1_000 300", "99999999999999999999",
		"1\n2", "1 2\n", "\n1", "a", "+", "1.2p4", "nan inf", "1,2", "1 -200", "70000 70000 70000", "tru", "7 8 9 1e40",
	}
	show := func(n int, err error) { fmt.Println(n, err, i, i8, u, f, c, s, string(b), t, r, w) }
	for _, in := range inputs {
		fmt.Printf("%q\n", in)
		show(fmt.Sscan(in, all...))
		show(fmt.Sscanln(in, all...))
		show(fmt.Fscan(plain{strings.NewReader(in)}, &i, &i8))
		show(fmt.Sscan(in, &f, &c))
		show(fmt.Sscan(in, &s, &t))
	}
	formats := []string{"%d", "%d %d", "%d,%d", "%x %o", "%2d%2d", "%c%c", "%q", "%s %v", "%5s%d", "%%%d", "%d\n%d", " %d ", "%t", "%v %v %v", "%U", "%e", "%z", "%", "x%d"}
	for _, format := range formats {
		for _, in := range []string{"12 34", "12,34", "ff 17", "1234", "\"a b\" 1", "%5", "1\n2", "true", "U+41 2", "1e3 4", "x9", ""} {
			var x, y any = &i, &i8
			if strings.ContainsAny(format, "qs") {
				x, y = &s, &i
			} else if strings.ContainsAny(format, "e") {
				x, y = &f, &c
			} else if strings.Contains(format, "t") {
				x, y = &t, &s
			}
			n, err := fmt.Sscanf(in, format, x, y)
			fmt.Printf("%q %q %d %v | %d %d %q %v %v\n", format, in, n, err, i, i8, s, f, t)
		}
	}
	rest := strings.NewReader("1 2rest")
	n, err := fmt.Fscan(plain{rest}, &i, &i8)
	left, _ := io.ReadAll(rest)
	fmt.Println(n, err, i, i8, string(left))
	fmt.Println(fmt.Sscan("5", i))
	fmt.Println(fmt.Sscan("5", &all))
}
