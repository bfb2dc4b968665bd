// NaN keys are never found again; unhashable dynamic keys panic.
package main

import (
	"fmt"
	"math"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	m := map[float64]int{}
	nan := math.NaN()
	m[nan] = 1
	m[nan] = 2
	_, ok := m[nan]
	fmt.Println(len(m), ok)
	delete(m, nan)
	n := 0
	for range m {
		n++
	}
	clear(m)
	fmt.Println(n, len(m))
	negZero := math.Copysign(0, -1)
	m[0] = 5
	fmt.Println(m[negZero])
	a := map[any]int{}
	try(func() { a[[]int{1}] = 1 })
	try(func() { _ = a[map[string]int{}] })
	try(func() { delete(a, func() {}) })
	try(func() { a[struct{ f []int }{}] = 1 })
	try(func() { a[[2]any{1, []int{}}] = 1 })
	var x, y any = []int{1}, []int{1}
	try(func() { fmt.Println(x == y) })
	type s struct {
		a any
		b int
	}
	try(func() { fmt.Println(s{x, 1} == s{y, 2}) })
	try(func() { fmt.Println(any(1) == x, any("a") != any("b")) })
}
