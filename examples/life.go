// Lesson 30: Conway's Game of Life on a world whose edges meet.
package main

import (
	"fmt"
	"strings"
)

const width, height = 16, 8

type World [height][width]bool // an array: assignment copies the whole world

func (w *World) neighbors(x, y int) (n int) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && w[(y+dy+height)%height][(x+dx+width)%width] {
				n++
			}
		}
	}
	return
}

func (w *World) Next() (next World) {
	for y := range w {
		for x := range w[y] {
			n := w.neighbors(x, y)
			next[y][x] = n == 3 || n == 2 && w[y][x]
		}
	}
	return
}

func (w World) String() string {
	var b strings.Builder
	for _, row := range w {
		for _, alive := range row {
			b.WriteByte(" #"[map[bool]int{true: 1}[alive]])
		}
		b.WriteString("|\n")
	}
	return b.String()
}

func main() {
	var w World
	for y, line := range []string{".#", "..#", "###"} { // a glider
		for x, c := range line {
			w[y][x] = c == '#'
		}
	}
	start := w
	seen := map[World]int{} // arrays are keys, too
	generation := 0
	for ; ; generation++ {
		if _, again := seen[w]; again {
			break
		}
		seen[w] = generation
		if generation%8 == 0 && generation <= 16 {
			fmt.Printf("generation %d\n%v", generation, w)
		}
		w = w.Next()
	}
	fmt.Println("after", generation, "generations it is back:", w == start)
}
