// exit: 2
package main

import (
	"fmt"
	"runtime"
)

var saved func(int) bool

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, is := r.(runtime.Error)
		fmt.Println(name, r, is)
	}()
	f()
	fmt.Println(name, "returned")
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
	yield(3)
}

func keep(yield func(int) bool) {
	saved = yield
	yield(1)
}

func swallow(yield func(int) bool) {
	defer func() { fmt.Println("iterator recovered", recover()) }()
	yield(1)
}

func again(yield func(int) bool) {
	func() {
		defer func() { fmt.Println("iterator recovered", recover()) }()
		yield(1)
	}()
	yield(2)
}

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func inDeferred() {
	defer func() {
		for range count(1) {
			fmt.Println("direct", recover())
		}
		fmt.Println("after", recover())
	}()
	panic("p")
}

func goroutineBody(yield func(int) bool) {
	done := make(chan bool)
	go func() {
		for i := 0; i < 3 && yield(i); i++ {
		}
		close(done)
	}()
	<-done
}

func deferred() (n int) {
	for x := range goroutineBody {
		defer func() { n += x; fmt.Println("d", x) }()
		if x == 1 {
			return 100
		}
	}
	return 0
}

func exits() {
	for range count(3) {
		defer fmt.Println("goexit deferred")
		runtime.Goexit()
	}
}

type T struct{ a, b int }

func structs() (t T, p *T, e error, s []int) {
	for x := range count(3) {
		t.a += x
		if x == 2 {
			return T{x, t.a}, &t, fmt.Errorf("e%d", x), []int{x}
		}
	}
	return
}

func swap(a, b int) (x, y int) {
	x, y = a, b
	for range count(1) {
		return y, x
	}
	return
}

func sel() {
	c := make(chan int, 3)
	for x := range count(5) {
		select {
		case c <- x:
			if x == 1 {
				break
			}
			continue
		default:
			fmt.Println("full", x)
			return
		}
		fmt.Println("broke", x)
	}
}

func fib(yield func(int) bool) {
	for a, b := 0, 1; ; a, b = b, a+b {
		if !yield(a) {
			return
		}
	}
}

func main() {
	try("continue after false", func() {
		for x := range bad {
			if x == 2 {
				break
			}
		}
	})
	try("after exit", func() {
		for x := range keep {
			fmt.Println(x)
		}
		saved(5)
	})
	try("swallowed", func() {
		for range swallow {
			panic("body")
		}
	})
	try("again after panic", func() {
		for range again {
			panic("body")
		}
	})
	try("direct", inDeferred)
	fmt.Println(deferred())
	done := make(chan bool)
	go func() {
		defer close(done)
		exits()
	}()
	<-done
	t, p, e, s := structs()
	fmt.Println(t, *p, e, s)
	fmt.Println(swap(1, 2))
	sel()
	for x := range fib {
		if x > 50 {
			break
		}
		fmt.Print(x, " ")
	}
	fmt.Println()
	total := 0
	for i := range 200000 {
		for x := range count(5) {
			total += x * i
		}
	}
	fmt.Println(total)
	for x := range count(3) {
		for y := range count(3) {
			for z := range count(3) {
				if z == 2 {
					var m map[string]int
					m["a"] = x + y
				}
			}
		}
	}
}
