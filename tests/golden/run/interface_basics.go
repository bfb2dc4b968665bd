// Interfaces: dynamic dispatch, assertion, embedding, nil against nil pointer.
package main

import (
	"errors"
	"fmt"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NamedShape interface {
	Shape
	Named
}
type rect struct{ w, h float64 }

func (r rect) Area() float64      { return r.w * r.h }
func (r rect) Perimeter() float64 { return 2 * (r.w + r.h) }
func (r rect) Name() string       { return "rect" }

type circle struct{ r float64 }

func (c *circle) Area() float64      { return 3 * c.r * c.r }
func (c *circle) Perimeter() float64 { return 6 * c.r }

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

func mayFail(c int) error {
	var e *myErr
	if c > 0 {
		e = &myErr{c}
		return e
	}
	if c < 0 {
		return e
	}
	return nil
}

func main() {
	shapes := []Shape{rect{2, 3}, &circle{1}, NamedShape(rect{1, 1})}
	total := 0.0
	for _, s := range shapes {
		total += s.Area()
		if n, ok := s.(Named); ok {
			fmt.Print(n.Name(), " ")
		}
		if c, ok := s.(*circle); ok {
			fmt.Print("circle ", c.r, " ")
		}
		_, isRect := s.(rect)
		fmt.Println(isRect, s.Perimeter())
	}
	fmt.Println(total, shapes[0] == Shape(rect{2, 3}), shapes[0] == shapes[2])
	fmt.Println(mayFail(1), mayFail(0) == nil, mayFail(-1) == nil, mayFail(3).(*myErr).code)
	var target *myErr
	fmt.Println(errors.As(fmt.Errorf("wrap: %w", mayFail(4)), &target), target.code)
	var x any = 5
	n, ok := x.(int)
	_, ok2 := x.(int64)
	s, ok3 := x.(string)
	fmt.Println(n, ok, ok2, s == "", ok3)
	var nilShape Shape
	_, ok = nilShape.(Named)
	fmt.Println(ok, nilShape == nil)
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = x.(string)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = x.(Shape)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = nilShape.(rect)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = shapes[1].(NamedShape)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		nilShape.Area()
	}()
}
