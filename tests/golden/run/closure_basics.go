// Closures capture variables; loop variables are new in each iteration.
package main

import "fmt"

func adders() []func(int) int {
	var fs []func(int) int
	for i := 0; i < 3; i++ {
		fs = append(fs, func(x int) int { i += x; return i })
	}
	return fs
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
		return r
	}
}

func apply(f func(...int) int, xs ...int) int { return f(xs...) }

func main() {
	for _, f := range adders() {
		fmt.Print(f(10), f(1), " ")
	}
	fmt.Println()
	f := fib()
	for i := 0; i < 10; i++ {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i := 0; i < 3; i++ {
		ps = append(ps, &i)
		i := i * 10
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var late []func()
	for i := 0; i < 4; i++ {
		if i == 2 {
			i++
		}
		late = append(late, func() { fmt.Print(i, " ") })
	}
	for k, v := range []string{"a", "b"} {
		late = append(late, func() { fmt.Print(k, v, " ") })
	}
	for _, g := range late {
		g()
	}
	fmt.Println()
	fmt.Println(apply(func(xs ...int) int { return len(xs) }, 1, 2, 3), func() string { return "now" }())
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	x := 1
	func() {
		x := 2
		x++
		func() { x *= 10 }()
		fmt.Println(x)
	}()
	fmt.Println(x, rec == nil)
	s := "captured"
	sl := []int{1}
	g := func() { s += "!"; sl = append(sl, 2) }
	g()
	g()
	fmt.Println(s, sl)
}
