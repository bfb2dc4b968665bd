// Lesson 28: matrices: rows computed in parallel; and a power by repeated squaring.
package main

import (
	"fmt"
	"sync"
)

type Matrix [][]int

func New(rows, columns int) Matrix {
	m := make(Matrix, rows)
	cells := make([]int, rows*columns) // one block of memory, cut into rows
	for i := range m {
		m[i] = cells[i*columns : (i+1)*columns]
	}
	return m
}

func (a Matrix) Times(b Matrix, mod int) Matrix {
	out := New(len(a), len(b[0]))
	var wg sync.WaitGroup
	for i := range a {
		wg.Add(1)
		go func() { // each goroutine writes its own row only
			defer wg.Done()
			for j := range b[0] {
				sum := 0
				for k := range b {
					sum = (sum + a[i][k]*b[k][j]) % mod
				}
				out[i][j] = sum
			}
		}()
	}
	wg.Wait()
	return out
}

func (a Matrix) Power(n, mod int) Matrix {
	result := New(len(a), len(a))
	for i := range result {
		result[i][i] = 1
	}
	for ; n > 0; n /= 2 {
		if n%2 == 1 {
			result = result.Times(a, mod)
		}
		a = a.Times(a, mod)
	}
	return result
}

func main() {
	a, b := New(2, 3), New(3, 2)
	for i := range 6 {
		a[i/3][i%3], b[i/2][i%2] = i+1, 6-i
	}
	fmt.Println(a, "x", b, "=", a.Times(b, 1000))

	fib := Matrix{{1, 1}, {1, 0}}
	fmt.Println("the last 9 digits of fib(1,000,000):", fib.Power(1000000, 1e9)[0][1])

	big := New(60, 60)
	for i := range big {
		for j := range big {
			big[i][j] = i ^ j
		}
	}
	sum := 0
	for i, row := range big.Power(5, 9973) {
		sum += row[i]
	}
	fmt.Println("trace:", sum)
}
