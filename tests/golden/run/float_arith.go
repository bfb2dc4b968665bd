// float32 rounds at each step; infinities, NaN and signed zero compare as IEEE 754 says.
package main

import (
	"fmt"
	"math"
)

func main() {
	var a, b float32 = 16777216, 1
	fmt.Println(a+b, a+b+b, float64(a)+float64(b))
	c := float32(0.1)
	fmt.Println(c, float64(c), c*c, c+0.2)
	x := 0.1
	fmt.Println(x+0.2, x*3, 1/x, x-x)
	nan, inf := math.NaN(), math.Inf(1)
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, !(nan < 1), inf > math.MaxFloat64, -inf < inf)
	z := 0.0
	fmt.Println(z == -z, 1/z, 1/(z*-1), math.Copysign(0, -1))
	if nan < 1 {
		fmt.Println("less")
	} else if nan >= 1 {
		fmt.Println("not less")
	} else {
		fmt.Println("unordered")
	}
	fmt.Println(math.MaxFloat32, math.SmallestNonzeroFloat64, 1e21, 1e20, 123456789.0, 1e-7, 100000.0)
	var f32 float32 = 1e-45
	fmt.Println(f32, f32/2, f32*float32(math.MaxFloat32))
}
