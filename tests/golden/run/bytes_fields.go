// bytes.Fields and Split: their parts end where their capacity does.
package main

import (
	"bytes"
	"fmt"
)

func main() {
	for _, s := range []string{"", " ", "a", " a  b\tc\n", "é\u00a0日\u2003x", "\xff \xff", "x\u0085y"} {
		b := []byte(s)
		f := bytes.Fields(b)
		fmt.Printf("%q %q %d %d %v\n", s, f, len(f), cap(f), f == nil)
		for _, p := range f {
			fmt.Print(len(p), cap(p), " ")
			p[0] = '!'
		}
		fmt.Printf("%q\n", b)
		for _, p := range bytes.Split(b, []byte(" ")) {
			fmt.Print(len(p), " ", cap(p) >= len(p), " ")
		}
		fmt.Println(len(bytes.Fields(nil)), bytes.Fields(nil) == nil)
	}
}
