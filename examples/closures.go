// Lesson 15: a function literal keeps the variables around it alive, and shares them.
package main

import "fmt"

func counter() (next, reset func() int) {
	n := 0 // one for each call of counter
	next = func() int { n++; return n }
	reset = func() int { n = 0; return n }
	return
}

// memo remembers results; the function it makes calls itself through the variable.
func memo() func(int) int {
	known := map[int]int{}
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		if v, ok := known[n]; ok {
			return v
		}
		known[n] = fib(n-1) + fib(n-2)
		return known[n]
	}
	return fib
}

type middleware func(func(string) string) func(string) string

func main() {
	next, reset := counter()
	other, _ := counter()
	fmt.Println(next(), next(), next(), other())
	reset()
	fmt.Println(next())

	fmt.Println("fib(80) =", memo()(80))

	var calls []func() int
	for i := range 3 { // i is a new variable in each round
		calls = append(calls, func() int { i *= 10; return i })
	}
	for _, f := range calls {
		fmt.Print(f(), " ", f(), "; ")
	}
	fmt.Println()

	wrap := func(mark string) middleware {
		return func(f func(string) string) func(string) string {
			return func(s string) string { return mark + f(s) + mark }
		}
	}
	hello := func(s string) string { return "hello " + s }
	fmt.Println(wrap("*")(wrap("-")(hello))("closures"))
}
