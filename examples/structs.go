// Lesson 9: structs put values together. Assignment copies; pointers share.
package main

import "fmt"

type Point struct{ X, Y float64 }

type Circle struct {
	Center Point // a struct in the struct, not a pointer to one
	Radius float64
	Name   string
}

func moved(c Circle, dx float64) Circle { // works on a copy
	c.Center.X += dx
	return c
}

func move(c *Circle, dx float64) { // works on the caller's
	c.Center.X += dx // no arrow: c.Center means (*c).Center
}

func main() {
	a := Circle{Center: Point{1, 2}, Radius: 3} // Name is ""
	b := a
	b.Name = "copy"
	fmt.Println(a == b, a.Center == b.Center) // compared field by field

	fmt.Println(moved(a, 10).Center.X, a.Center.X)
	move(&a, 10)
	fmt.Println(a.Center.X)

	p := &Circle{Radius: 1} // lives as long as somebody points to it
	fmt.Printf("%v\n%+v\n%T\n", *p, *p, p)

	rows := []struct { // a type that needs no name
		in, out int
	}{{1, 1}, {2, 4}, {3, 9}}
	for _, r := range rows {
		fmt.Println(r.in, "squared is", r.out, r.in*r.in == r.out)
	}
}
