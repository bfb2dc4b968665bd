// Structs: narrow fields, embedding, comparison, anonymous structs, copies.
package main

import "fmt"

type Point struct{ X, Y int }

type narrow struct {
	a int8
	b uint16
	c bool
	d int32
	e float32
	f byte
}

type Named struct {
	Point
	*Other
	Name string
	tag  struct{ k, v string }
}

type Other struct{ Z int }

func (p Point) Sum() int   { return p.X + p.Y }
func (p *Point) Scale(k int) { p.X *= k; p.Y *= k }
func (o *Other) Zed() int  { return o.Z }

func mod(n narrow) narrow {
	n.a--
	n.b += 70
	n.c = !n.c
	n.d <<= 3
	n.e /= 2
	n.f = 'x'
	return n
}

func main() {
	n := narrow{-128, 65500, true, -5, 1.5, 1}
	fmt.Println(n, mod(n), mod(mod(n)), n == narrow{-128, 65500, true, -5, 1.5, 1})
	x := Named{Point: Point{1, 2}, Other: &Other{3}, Name: "n"}
	x.Scale(10)
	y := x
	y.X = 5
	y.Other.Z = 33
	y.tag.k = "key"
	fmt.Println(x.Sum(), y.Sum(), x.Z, x.Zed(), x.tag, y.tag, x.Point, y.Point == x.Point)
	anon := struct {
		A int
		B []string
	}{1, []string{"q"}}
	fmt.Printf("%v %+v %#v %T\n", anon, anon, anon, anon)
	p := &Point{7, 8}
	p.X++
	(*p).Y--
	pp := &p
	(*pp).Scale(2)
	fmt.Println(*p, p.Sum(), (**pp).X)
	ps := []Point{{1, 2}, {3, 4}}
	for _, q := range ps {
		q.X = 100
	}
	for i := range ps {
		ps[i].Y = 100
		ps[i].Scale(2)
	}
	fmt.Println(ps)
	pm := map[string]*Point{"a": {5, 6}}
	pm["a"].X = 50
	fmt.Println(*pm["a"], struct{}{} == struct{}{})
	var e struct {
		_ int
		a [0]int
		b string
	}
	fmt.Println(e.b == "", len(e.a))
}
