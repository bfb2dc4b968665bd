// exit: 2
package main

type code int

type pt struct{ x, y int }

func (p pt) String() string { return "a point" }

func main() {
	defer func() {
		panic(pt{1, 2})
	}()
	defer func() {
		panic(1.5)
	}()
	defer func() {
		panic(code(3))
	}()
	panic(true)
}
