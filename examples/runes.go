// Lesson 8: a string is read-only bytes, by custom UTF-8; a rune is one character of it.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

func reverse(s string) string {
	r := []rune(s) // one element a character
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func isPalindrome(s string) bool {
	keep := func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1 // dropped
	}
	s = strings.Map(keep, s)
	return s == reverse(s)
}

func main() {
	s := "Grüße, 世界"
	fmt.Println(len(s), "bytes,", utf8.RuneCountInString(s), "runes")
	for i, r := range "aü世" { // i: where the rune's first byte is
		fmt.Printf("%d: %c %U\n", i, r, r)
	}
	fmt.Println(s[0], s[2:4], reverse(s))
	fmt.Println(isPalindrome("A man, a plan, a canal: Panama"))

	fmt.Println(strings.Fields("  some   words "), strings.Split("a,b,c", ","))
	fmt.Println(strings.Repeat("=", 10), strings.ToUpper(s), strings.Contains(s, "世"))

	var b strings.Builder // many pieces, one string
	for i := 3; i > 0; i-- {
		fmt.Fprintf(&b, "%d… ", i)
	}
	b.WriteString("go!")
	fmt.Println(b.String())
	fmt.Printf("%q %x\n", "tab\there", "é")
}
