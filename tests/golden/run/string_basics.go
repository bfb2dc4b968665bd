// Strings: bytes, runes, slices, comparison, concatenation, iteration over invalid UTF-8.
package main

import "fmt"

func main() {
	s := "héllo, 世界"
	fmt.Println(len(s), s[1], s[1:3], s[:1]+s[3:], s > "h", s == "héllo, 世界")
	for i, r := range s {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	for i, r := range "a\xffb\xe4\xb8" {
		fmt.Print(i, " ", r, "; ")
	}
	fmt.Println()
	b := []byte(s)
	b[0] = 'H'
	r := []rune(s)
	r[1] = 'e'
	fmt.Println(string(b), s, string(r), len(r), string(r[7:]))
	t := ""
	for i := 0; i < 5; i++ {
		t += string(rune('a' + i))
	}
	fmt.Println(t, t < "abcdf", t <= "abcde", t >= "abd", t != "")
	fmt.Println(string(rune(-1)), string(rune(0x10ffff+1)) == "\ufffd", []byte("\u00e9"), "tab\there", `raw\n`+"x")
	var empty string
	fmt.Println(empty == "", len(empty), empty+"x"+empty)
	switch {
	case s[0] == 'h' && s[len(s)-1] > 0x7f:
		fmt.Println("ends in a multi-byte rune")
	}
	n := 0
	for range s {
		n++
	}
	for range 3 {
		n += 100
	}
	fmt.Println(n)
}
