// Package unicode/utf8.
package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	s := "aé世\U0001F600\xff"
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		fmt.Print(r, ":", n, " ")
		s = s[n:]
	}
	fmt.Println()
	fmt.Println(utf8.RuneCountInString("héllo"), utf8.ValidString("a\xff"), utf8.RuneLen('世'), utf8.ValidRune(0xD800), utf8.FullRune([]byte{0xe4, 0xb8}))
	b := utf8.AppendRune(nil, '世')
	r, n := utf8.DecodeLastRune(b)
	fmt.Println(b, string(r), n, utf8.RuneError, utf8.UTFMax, utf8.EncodeRune(make([]byte, 4), 'é'))
}
