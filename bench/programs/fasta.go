// Random sequences by a table of probabilities, written in lines. size: bases; default: 3000000; interp: 800000
package main

import (
	"bufio"
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

type acid struct {
	sym  byte
	prob float64
}

var last uint32 = 42

func random(max float64) float64 {
	last = (last*3877 + 29573) % 139968
	return max * float64(last) / 139968
}

type counter struct{ lines, bytes, hash int }

func (c *counter) Write(p []byte) (int, error) {
	for _, b := range p {
		if b == '\n' {
			c.lines++
		}
		c.hash = (c.hash*31 + int(b)) & 0xffffff
	}
	c.bytes += len(p)
	return len(p), nil
}

func main() {
	n := size(3000000)
	acids := []acid{{'a', 0.27}, {'c', 0.12}, {'g', 0.12}, {'t', 0.27}, {'B', 0.02}, {'D', 0.02}, {'H', 0.02}, {'K', 0.02},
		{'M', 0.02}, {'N', 0.02}, {'R', 0.02}, {'S', 0.02}, {'V', 0.02}, {'W', 0.02}, {'Y', 0.02}}
	p := 0.0
	for i := range acids {
		p += acids[i].prob
		acids[i].prob = p
	}
	c := &counter{}
	out := bufio.NewWriter(c)
	line := make([]byte, 61)
	for n > 0 {
		k := 60
		if n < k {
			k = n
		}
		for i := 0; i < k; i++ {
			r := random(1)
			j := 0
			for j < len(acids)-1 && acids[j].prob < r {
				j++
			}
			line[i] = acids[j].sym
		}
		line[k] = '\n'
		out.Write(line[:k+1])
		n -= k
	}
	out.Flush()
	fmt.Println(c.lines, c.bytes, c.hash)
}
