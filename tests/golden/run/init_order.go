// Package variables are initialised by dependency, then the init functions run.
package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
	d, e = pair()
	_ = show("blank", 0)
	t = T{a, &b}
	fn = func() int { return d + later }
	later = 100
)

type T struct {
	x int
	p *int
}

func f() int {
	c++
	return show("f", c)
}

func pair() (int, string) { return show("pair", a), "e" }

func show(s string, n int) int {
	fmt.Println("init", s, n)
	return n
}

func init() { fmt.Println("init 1", a, b, c, d, e) }
func init() { fmt.Println("init 2", t.x, *t.p, fn()) }

func main() {
	fmt.Println(a, b, c, d, e)
}
