// Quoting and unquoting: every rune, and literals right and wrong.
package main

import (
	"fmt"
	"strconv"
)

func sum(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func main() {
	h := uint64(14695981039346656037)
	for r := rune(-2); r < 0x110005; r += 1 + r/4000 {
		h = sum(h, strconv.QuoteRune(r)+strconv.QuoteRuneToASCII(r)+strconv.QuoteRuneToGraphic(r))
		if strconv.IsPrint(r) {
			h++
		}
	}
	fmt.Printf("%016x\n", h)
	for _, s := range []string{"", "plain", "\a\b\f\n\r\t\v\\\"'`", "\x00\x7f\xff", "é世\u00a0\u2028\ufeff\U0001f600\U000e0001", "\xe4\xb8", "\ufffd"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		for _, q := range []string{strconv.Quote(s), "`" + s + "`", "'" + s + "'", s} {
			out, err := strconv.Unquote(q)
			prefix, err2 := strconv.QuotedPrefix(q + "tail")
			fmt.Printf("%q %v %q %v\n", out, err, prefix, err2)
		}
	}
	for _, s := range []string{`"\x41\101\u00e9\U0001F600"`, `"\x4"`, `"\400"`, `"\ud800"`, `"\U00110000"`, `"\'"`, `'\''`, `'\"'`, `'ab'`, `''`, `"a`, `"\q"`, "`a\r\nb`", "\"a\nb\"", `"\8"`, `'\x80'`, "'\xff'"} {
		out, err := strconv.Unquote(s)
		value, multibyte, tail, err2 := strconv.UnquoteChar(s[1:], s[0])
		fmt.Printf("%q %v | %d %v %q %v\n", out, err, value, multibyte, tail, err2)
	}
}
