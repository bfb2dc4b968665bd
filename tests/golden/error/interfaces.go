package main

import "fmt"

type R interface {
	Read() int
	Write(string) error
}
type A struct{}

func (a *A) Read() int { return 0 }
func (a A) Write(s []byte) error { return nil }

type B struct{}

func (b *B) Read() int { return 0 }
func (b *B) Write(s string) error { return nil }

func use(r R) {}

func main() {
	use(A{})
	use(&A{})
	use(B{})
	use(&B{})
	use(nil)
	var r R = &B{}
	_ = r.(A)
	_ = r.(int)
	var x int
	_ = x.(string)
	switch r.(type) {
	case A:
	case fmt.Stringer:
	}
	r.Close()
	_ = B{} == &B{}
}
