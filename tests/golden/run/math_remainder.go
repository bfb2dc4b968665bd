// math.Remainder and math.Mod where the result is a zero: it has the sign of x.
package main

import (
	"fmt"
	"math"
)

func main() {
	for _, y := range []float64{5e-324, 0x1p-1022, 0x1p-1021, 0.125, 3, 0x1p1022, math.MaxFloat64} {
		for _, n := range []float64{-6, -3, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2.5, 1 << 60} {
			x := n * y
			fmt.Print(math.Remainder(x, y), " ", math.Mod(x, -y), "; ")
		}
		fmt.Println()
	}
	fmt.Println(math.Remainder(0x1.c8a3e58777b65p-906, 5e-324), math.Remainder(-0x1.1dd8add6d5025p-870, 0x1p-1022))
}
