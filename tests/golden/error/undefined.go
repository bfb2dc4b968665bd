package main

import "fmt"

type T struct{ a int }

func main() {
	x = 1
	fmt.Printn("a")
	var t T
	t.b = 1
	t.foo()
	var q Q
	fmt.println()
	undefined()
	pkg.Call()
	_ = t.A
	goto nowhere
}
