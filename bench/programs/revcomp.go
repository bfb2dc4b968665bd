// Reverse complement of byte slices through a table, lines of 60. size: bases; default: 4000000; interp: 1500000
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

var table [256]byte

func reverse(b []byte) {
	for i, j := 0, len(b)-1; i <= j; i, j = i+1, j-1 {
		b[i], b[j] = table[b[j]], table[b[i]]
	}
}

type sum struct{ a, b uint32 }

func (s *sum) Write(p []byte) (int, error) {
	a, b := s.a, s.b
	for _, c := range p {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	s.a, s.b = a, b
	return len(p), nil
}

func main() {
	n := size(4000000)
	for i := range table {
		table[i] = byte(i)
	}
	for i, c := range []byte("ACGT") {
		table[c] = "TGCA"[i]
	}
	seed := uint32(7)
	b := make([]byte, n)
	for i := range b {
		seed = seed*1664525 + 1013904223
		b[i] = "ACGT"[seed>>30]
	}
	reverse(b)
	s := &sum{a: 1}
	w := bufio.NewWriter(s)
	for len(b) > 60 {
		w.Write(b[:60])
		w.WriteByte('\n')
		b = b[60:]
	}
	w.Write(b)
	w.Flush()
	fmt.Println(s.a, s.b)
}
