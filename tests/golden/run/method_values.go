// Method values bind their receiver at once; method expressions take it first.
package main

import "fmt"

type T struct{ n int }

func (t T) Get() int       { return t.n }
func (t *T) Set(n int)     { t.n = n }
func (t T) Add(xs ...int) int {
	for _, x := range xs {
		t.n += x
	}
	return t.n
}

type I interface{ Get() int }
type E struct {
	*T
	I
}
type F func(int) int

func (f F) Twice(x int) int { return f(f(x)) }

type Int int

func (i Int) Get() int { return int(i) }

func main() {
	t := T{1}
	get, set, add := t.Get, t.Set, t.Add
	set(5)
	fmt.Println(get(), t.n, t.Get(), add(1, 2), t.n)
	fmt.Println(T.Get(t), (*T).Get(&t), T.Add(t, 1, 2, 3))
	(*T).Set(&t, 9)
	fmt.Println(t)
	var i I = Int(7)
	ig := i.Get
	i = Int(8)
	fmt.Println(ig(), I.Get(i), i.Get())
	e := E{T: &T{3}}
	e.Set(4)
	fmt.Println(e.T.Get(), e.n, F(func(x int) int { return x * 3 }).Twice(2))
	fs := map[string]func() int{"t": t.Get, "i": Int(3).Get}
	fmt.Println(fs["t"](), fs["i"]())
	p := &t
	pg := p.Get
	p.n = 77
	fmt.Println(pg(), p.Get())
	defer func() { fmt.Println(recover()) }()
	var np *T
	f := np.Get
	fmt.Println(f)
}
