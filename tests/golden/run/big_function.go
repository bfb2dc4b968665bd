// Large functions: many locals, deep expressions, long jumps.
package main

import "fmt"

func deep(n int) int {
	return ((((((((((n+1)*2-3)*4+5)*6-7)*8+9)&0xffff | 1) ^ 0x55) << 2) % 1009) + ((n*n-n)/3+(n%7)*(n%5)-(n>>1))*(1+(2*(3+(4*(5+n%3))))))
}

func main() {
	var big [3000]int
	for i := range big {
		big[i] = deep(i)
	}
	sum := 0
	for _, v := range big {
		sum = (sum*31 + v) & 0xffffff
	}
	fmt.Println(sum, deep(12345))
	var matrix [50][60]float64
	for i := range matrix {
		for j := range matrix[i] {
			matrix[i][j] = float64(i*j) / 2
		}
	}
	tr := 0.0
	for i := 0; i < 50; i++ {
		tr += matrix[i][i]
	}
	fmt.Println(tr, len(matrix), len(matrix[0]))
	copyOf := matrix
	copyOf[3][4] = -1
	fmt.Println(matrix[3][4], copyOf[3][4], matrix == copyOf)
}
