// Every kind of panic value in one chain, as the report of an uncaught panic shows it.
// exit: 2
package main

type T struct {
	a int
	b string
}
type E struct{ s string }

func (e E) Error() string { return "E:" + e.s }

type S struct{ s string }

func (e S) String() string { return "S:" + e.s }

type I int
type F float64
type St string
type B bool
type C complex128

func try(v any) {
	defer func() {
		recover()
		defer func() { recover() }()
		panic(v)
	}()
	panic(v)
}

func nest(vs []any) {
	if len(vs) == 0 {
		panic("last")
	}
	defer func() { panic(vs[0]) }()
	nest(vs[1:])
}

func main() {
	nest([]any{T{1, "x"}, &T{}, E{"e"}, &E{"pe"}, S{"s"}, I(5), F(2.5), St("str"), B(true), C(1 + 2i), 7, 8.5, "text", 'x', byte(3), []int{1}, map[string]int{}, func() {}, [2]int{1, 2}, struct{}{}, float32(1.5), uint64(1 << 63), complex64(3i), uintptr(9), new(int), make(chan int), "multi\nline", E{"multi\nline"}, St("a\nb")})
}
