// Game of life on two 2D slices of bytes, with wrapping. size: generations; default: 300; interp: 60
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

type field struct {
	s    [][]bool
	w, h int
}

func newField(w, h int) *field {
	s := make([][]bool, h)
	for i := range s {
		s[i] = make([]bool, w)
	}
	return &field{s: s, w: w, h: h}
}

func (f *field) set(x, y int, b bool) { f.s[y][x] = b }

func (f *field) alive(x, y int) bool {
	x += f.w
	x %= f.w
	y += f.h
	y %= f.h
	return f.s[y][x]
}

func (f *field) next(x, y int) bool {
	alive := 0
	for i := -1; i <= 1; i++ {
		for j := -1; j <= 1; j++ {
			if (j != 0 || i != 0) && f.alive(x+i, y+j) {
				alive++
			}
		}
	}
	return alive == 3 || alive == 2 && f.alive(x, y)
}

func main() {
	n := size(300)
	const w, h = 80, 60
	a, b := newField(w, h), newField(w, h)
	seed := uint32(5)
	for i := 0; i < w*h/4; i++ {
		seed = seed*1664525 + 1013904223
		a.set(int(seed>>16)%w, int(seed>>8)%h, true)
	}
	for g := 0; g < n; g++ {
		for y := 0; y < h; y++ {
			for x := 0; x < w; x++ {
				b.set(x, y, a.next(x, y))
			}
		}
		a, b = b, a
	}
	count := 0
	for y := range a.s {
		for x := range a.s[y] {
			if a.s[y][x] {
				count++
			}
		}
	}
	fmt.Println(count)
}
