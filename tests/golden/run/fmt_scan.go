// fmt's scanning from strings.
package main

import "fmt"

func main() {
	var a, b int
	var s string
	var f float64
	n, err := fmt.Sscanf("10-20 abc 1.5", "%d-%d %s %f", &a, &b, &s, &f)
	fmt.Println(n, err, a, b, s, f)
	n, err = fmt.Sscan("7 8 word", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscan("x", &a)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("ff 077 0b11", "%x %o %v", &a, &b, &a)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscanln("1 2", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscanln("1", &a, &b)
	fmt.Println(n, err)
	var r rune
	var u uint8
	var t bool
	n, err = fmt.Sscanf("z 200 true", "%c %d %t", &r, &u, &t)
	fmt.Println(n, err, string(r), u, t)
	n, err = fmt.Sscan("300", &u)
	fmt.Println(n, err)
}
