// Matrices as slices of slices of float64. size: side; default: 320; interp: 160
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

func matrix(n int, seed float64) [][]float64 {
	t := seed / float64(n) / float64(n)
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = t * float64(i-j) * float64(i+j)
		}
	}
	return m
}

func mul(a, b [][]float64) [][]float64 {
	n, m, p := len(a), len(b), len(b[0])
	c := make([][]float64, n)
	for i := 0; i < n; i++ {
		c[i] = make([]float64, p)
		for j := 0; j < p; j++ {
			sum := 0.0
			for k := 0; k < m; k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
	return c
}

func main() {
	n := size(320)
	a, b := matrix(n, 1), matrix(n, 2)
	c := mul(a, b)
	fmt.Printf("%.6f %.6f\n", c[n/2][n/2], c[1][n-1])
}
