// Backtracking over slices of bool and of int. size: queens; default: 11; interp: 9
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

type board struct {
	n           int
	row         []int
	col, d1, d2 []bool
	count       int
}

func (b *board) place(r int) {
	if r == b.n {
		b.count++
		return
	}
	for c := 0; c < b.n; c++ {
		if b.col[c] || b.d1[r+c] || b.d2[r-c+b.n-1] {
			continue
		}
		b.row[r] = c
		b.col[c], b.d1[r+c], b.d2[r-c+b.n-1] = true, true, true
		b.place(r + 1)
		b.col[c], b.d1[r+c], b.d2[r-c+b.n-1] = false, false, false
	}
}

func main() {
	n := size(11)
	b := &board{n: n, row: make([]int, n), col: make([]bool, n), d1: make([]bool, 2*n), d2: make([]bool, 2*n)}
	for i := 0; i < 4; i++ {
		b.count = 0
		b.place(0)
	}
	fmt.Println(n, b.count)
}
