// Float loops and a byte slice of bits. size: side; default: 600; interp: 250
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

func main() {
	n := size(600)
	out := make([]byte, 0, n*(n+7)/8)
	for y := 0; y < n; y++ {
		ci := 2*float64(y)/float64(n) - 1
		var bits byte
		for x := 0; x < n; x++ {
			cr := 2*float64(x)/float64(n) - 1.5
			zr, zi, tr, ti := 0.0, 0.0, 0.0, 0.0
			i := 0
			for ; i < 50 && tr+ti <= 4; i++ {
				zi = 2*zr*zi + ci
				zr = tr - ti + cr
				tr = zr * zr
				ti = zi * zi
			}
			bits <<= 1
			if i == 50 {
				bits |= 1
			}
			if x&7 == 7 {
				out = append(out, bits)
				bits = 0
			}
		}
	}
	sum := 0
	for i, b := range out {
		sum += int(b) * (i%7 + 1)
	}
	fmt.Println(len(out), sum)
}
