// Names and lines of files as //line comments say.
// exit: 2
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func w() {
	for i := 1; i < 2; i++ {
		_, f, l, ok := runtime.Caller(i)
		if i == 1 || l != 302 {
			fmt.Println(f[strings.LastIndexByte(f, 47)+1:], strings.HasPrefix(f, "/"), l, ok)
		}
	}
}

func main() {
	w()
//line :1
	w()
//line foo.go:1
	w()
//line bar.go:10:20
	w()
//line :11:22
	w()
//line /a/b/../c.go:5
	w()
//line ../x.go:5
	w()
//line c:/foo/bar.go:987
	w()
	f()
//line yz.go:55
	w()
	panic(1)
}

//line decl.go:7
func f() { w() }
