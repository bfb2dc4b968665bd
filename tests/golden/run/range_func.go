package main

import (
	"errors"
	"fmt"
)

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(yield func(string, int) bool) {
	defer fmt.Println("pairs over")
	_ = yield("a", 1) && yield("b", 2) && yield("c", 3)
}

func nothing(yield func() bool) {
	for yield() {
	}
}

type list struct {
	vals []string
}

func (l *list) All(yield func(int, string) bool) {
	for i, v := range l.vals {
		if !yield(i, v) {
			return
		}
	}
}

func (l list) Back() func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := len(l.vals) - 1; i >= 0; i-- {
			if !yield(i, l.vals[i]) {
				return
			}
		}
	}
}

func find(n int) (int, error) {
	for x := range count(10) {
		if x == n {
			return x * 10, nil
		}
		if x > 5 {
			return -1, errors.New("far")
		}
	}
	return 0, errors.New("none")
}

func named(n int) (r int8, s string) {
	defer func() { r++; s += "!" }()
	for x := range count(5) {
		r = int8(x)
		for y := range count(5) {
			if x+y == n {
				return int8(-x * y), fmt.Sprint(x, ",", y)
			}
			if y > x {
				break
			}
		}
		if x == 3 {
			return
		}
	}
	return 100, "end"
}

func narrow(n int) int8 {
	for x := range count(n) {
		if x == 2 {
			return int8(-x)
		}
	}
	return 7
}

func two() (a, b int) { return 5, 6 }

func multi() (int, int) {
	for range count(3) {
		return two()
	}
	return 0, 0
}

func labels() {
outer:
	for x := range count(4) {
	middle:
		for i := 0; i < 3; i++ {
			for y := range count(4) {
				switch {
				case y == 1 && x == 0:
					continue middle
				case y == 2 && x == 1:
					continue outer
				case y == 2 && x == 2:
					break middle
				case y == 3 && x == 3:
					break outer
				}
				fmt.Print(x, i, y, " ")
			}
		}
		fmt.Println("end of middle")
	}
	fmt.Println()
}

func gotos() {
	n := 0
again:
	for x := range count(3) {
		for y := range count(3) {
			n++
			if n < 5 && y == 1 {
				goto again
			}
			if x == 1 {
				goto done
			}
			if y == 2 {
				goto inner
			}
			continue
		inner:
			fmt.Println("inner", x, y)
		}
	}
done:
	fmt.Println("done", n)
}

func defers() (s string) {
	defer func() { s += " outer" }()
	for x := range count(3) {
		defer func() { s += fmt.Sprint(" d", x); fmt.Println("deferred", x) }()
		for y := range pairs {
			defer fmt.Println("inner deferred", x, y)
			if y == "b" {
				break
			}
		}
	}
	fmt.Println("loop over")
	return "res"
}

func closures() {
	var fs []func() int
	for x := range count(3) {
		y := x * x
		fs = append(fs, func() int { x++; return x + y })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func main() {
	sum := 0
	for x := range count(5) {
		if x == 1 {
			continue
		}
		sum += x
	}
	fmt.Println(sum)
	for s, n := range pairs {
		fmt.Println(s, n)
		if n == 2 {
			break
		}
	}
	for s := range pairs {
		fmt.Println(s)
	}
	k := 0
	for range nothing {
		k++
		if k > 4 {
			break
		}
	}
	fmt.Println(k)
	l := &list{[]string{"x", "y", "z"}}
	for i, v := range l.All {
		fmt.Println(i, v)
	}
	for i, v := range l.Back() {
		fmt.Println(i, v)
	}
	var a [3]int
	var m = map[string]int{}
	for m["k"], a[m["k"]] = range func(yield func(int, int) bool) {
		yield(1, 10)
		yield(2, 20)
	} {
		fmt.Println(m, a)
	}
	var i int
	var s string
	for i, s = range l.All {
	}
	fmt.Println(i, s)
	for _, s = range l.All {
		break
	}
	fmt.Println(s)
	for i := range 8 {
		fmt.Println(find(i))
	}
	for i := range 9 {
		fmt.Println(named(i))
	}
	fmt.Println(narrow(5), narrow(1))
	fmt.Println(multi())
	labels()
	gotos()
	fmt.Println(defers())
	closures()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for x := range count(3) {
			if x == 1 {
				panic("boom")
			}
		}
	}()
	var nilf func(func() bool)
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for range nilf {
		}
	}()
}
