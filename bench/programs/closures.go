// Closures: counters, composed functions, generators, filters over slices, memoisation. size: rounds; default: 400000; interp: 80000
package main

import (
	"fmt"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

func counter() func() int {
	n := 0
	return func() int { n++; return n }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func filter(xs []int, keep func(int) bool) []int {
	var out []int
	for _, x := range xs {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func mapped(xs []int, f func(int) int) []int {
	out := make([]int, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func fold(xs []int, acc int, f func(a, b int) int) int {
	for _, x := range xs {
		acc = f(acc, x)
	}
	return acc
}

func deferred(n *int) (r int) {
	defer func() { r += *n }()
	*n++
	defer func(k int) { r ^= k }(*n)
	return 1
}

func main() {
	n := size(400000)
	c := counter()
	f := compose(func(x int) int { return x + 1 }, func(x int) int { return x * 3 }, func(x int) int { return x & 0xffff })
	xs := make([]int, 20)
	for i := range xs {
		xs[i] = i
	}
	memo := map[int]int{}
	var fib func(int) int
	fib = func(k int) int {
		if k < 2 {
			return k
		}
		if v, ok := memo[k]; ok {
			return v
		}
		v := fib(k-1) + fib(k-2)
		memo[k] = v
		return v
	}
	sum, d := 0, 0
	for i := 0; i < n; i++ {
		sum += f(c())
		if i%8 == 0 {
			ys := filter(xs, func(x int) bool { return x&1 == i>>3&1 })
			ys = mapped(ys, func(x int) int { return x*x + i })
			sum ^= fold(ys, 0, func(a, b int) int { return a + b })
		}
		if i%64 == 0 {
			clear(memo)
			sum += fib(40) & 0xff
		}
		sum += deferred(&d) & 7
	}
	fmt.Println(sum, d)
}
