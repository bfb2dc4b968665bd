// Values in interfaces are copies; comparison of interfaces compares values.
package main

import "fmt"

type V struct {
	a int
	b string
	c [2]int8
}

func (v V) Get() int   { return v.a }
func (v *V) Set(n int) { v.a = n }

type getter interface{ Get() int }
type setter interface {
	getter
	Set(int)
}

type tiny struct{ b byte }

func (t tiny) Get() int { return int(t.b) }

type ptrShaped struct{ p *int }

func (p ptrShaped) Get() int { return *p.p }

type fn func() int

func (f fn) Get() int { return f() }

func main() {
	v := V{1, "x", [2]int8{1, -1}}
	var g getter = v
	v.a = 2
	fmt.Println(g.Get(), v.Get(), g == getter(V{1, "x", [2]int8{1, -1}}), g == getter(v))
	var s setter = &v
	s.Set(10)
	g = s
	fmt.Println(v.a, g.Get(), s.(getter) == g, g.(*V) == &v)
	n := 5
	gs := []getter{tiny{200}, ptrShaped{&n}, fn(func() int { return n * 2 }), &tiny{3}}
	n = 6
	for _, x := range gs {
		fmt.Print(x.Get(), " ")
	}
	fmt.Println(gs[0] == getter(tiny{200}), gs[1] == getter(ptrShaped{&n}))
	any1, any2 := any(int32(5)), any(int64(5))
	fmt.Println(any1 == any2, any1 == any(int32(5)), any(nil) == nil, any(v) == any(v), any(3.5) == 3.5, any("s") == "s")
	x := any([2]string{"a", "b"})
	arr := x.([2]string)
	arr[0] = "changed"
	fmt.Println(x, arr)
	for _, z := range []any{int8(-1), uint16(65535), float32(1.5), true, 'x', complex64(1i), struct{}{}} {
		fmt.Printf("%v %T ", z, z)
	}
	fmt.Println()
}
