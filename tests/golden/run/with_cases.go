// What the programs random_*.go share.
package main

import (
	"fmt"
	"os"
)

// A checker takes the lines of a hundred cases and prints their hash; with the argument -v, every line.
type checker struct {
	hash  uint64
	cases int
}

var lines checker

func (c *checker) Write(b []byte) (int, error) {
	if len(os.Args) > 1 {
		return os.Stdout.Write(b)
	}
	for _, x := range b {
		c.hash = (c.hash ^ uint64(x)) * 1099511628211
	}
	return len(b), nil
}

func (c *checker) endCase() {
	if c.cases++; c.cases%100 == 0 {
		fmt.Printf("%d %016x\n", c.cases, c.hash)
	}
}

var state uint64 = 88172645463325252

func rnd() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

// rn gives a number below n.
func rn(n int) int { return int(rnd()>>11) % n }
