// Edit distance: strings by byte, rows of ints, min. size: pairs; default: 4000; interp: 1000
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

func distance(a, b string) int {
	prev := make([]int, len(b)+1)
	row := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
		}
		prev, row = row, prev
	}
	return prev[len(b)]
}

func lcs(a, b string) int {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := 0; i < len(a); i++ {
		for j := 0; j < len(b); j++ {
			if a[i] == b[j] {
				t[i+1][j+1] = t[i][j] + 1
			} else if t[i][j+1] > t[i+1][j] {
				t[i+1][j+1] = t[i][j+1]
			} else {
				t[i+1][j+1] = t[i+1][j]
			}
		}
	}
	return t[len(a)][len(b)]
}

func main() {
	n := size(4000)
	seed := uint32(11)
	word := func() string {
		b := make([]byte, 40+seed>>29)
		for i := range b {
			seed = seed*1664525 + 1013904223
			b[i] = 'a' + byte(seed>>30)
		}
		return string(b)
	}
	sum, common := 0, 0
	for i := 0; i < n; i++ {
		a, b := word(), word()
		sum += distance(a, b)
		common += lcs(a, b)
	}
	fmt.Println(sum, common)
}
