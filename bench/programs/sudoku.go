// Backtracking over an array of arrays, with bit masks. size: puzzles; default: 60; interp: 12
package main

import (
	"fmt"
	"math/bits"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type grid [9][9]int

type solver struct {
	g              grid
	row, col, box  [9]uint16
	steps, answers int
}

func (s *solver) set(r, c, v int) {
	bit := uint16(1) << v
	s.g[r][c] = v
	s.row[r] |= bit
	s.col[c] |= bit
	s.box[r/3*3+c/3] |= bit
}

func (s *solver) unset(r, c int) {
	bit := uint16(1) << s.g[r][c]
	s.g[r][c] = 0
	s.row[r] &^= bit
	s.col[c] &^= bit
	s.box[r/3*3+c/3] &^= bit
}

func (s *solver) solve() bool {
	s.steps++
	br, bc, best := -1, -1, 10
	var mask uint16
	for r := 0; r < 9; r++ {
		for c := 0; c < 9; c++ {
			if s.g[r][c] != 0 {
				continue
			}
			m := ^(s.row[r] | s.col[c] | s.box[r/3*3+c/3]) & 0x3fe
			if n := bits.OnesCount16(m); n < best {
				br, bc, best, mask = r, c, n, m
			}
		}
	}
	if br < 0 {
		return true
	}
	for v := 1; v <= 9; v++ {
		if mask&(1<<v) != 0 {
			s.set(br, bc, v)
			if s.solve() {
				return true
			}
			s.unset(br, bc)
		}
	}
	return false
}

const puzzle = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4.."

func main() {
	n := size(60)
	steps, check := 0, 0
	for i := 0; i < n; i++ {
		var s solver
		for j, c := range puzzle {
			if c != '.' {
				s.set(j/9, (j+i)%9, int(c-'0'))
			}
		}
		if s.solve() {
			for c, v := range s.g[4] {
				check += v * (c + 1)
			}
		}
		steps += s.steps
	}
	fmt.Println(steps, check)
}
