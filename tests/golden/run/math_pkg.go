// Package math and math/bits.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Pow(2, 0.5), math.Exp(1), math.Log(10), math.Log2(8), math.Log10(1000), math.Cbrt(27), math.Hypot(3, 4))
	fmt.Println(math.Sin(1), math.Cos(1), math.Tan(1), math.Asin(1), math.Acos(0), math.Atan(1), math.Atan2(-1, -1), math.Sinh(1), math.Cosh(1), math.Tanh(1))
	fmt.Println(math.Floor(-1.5), math.Ceil(-1.5), math.Trunc(-1.5), math.Round(2.5), math.RoundToEven(2.5), math.Abs(-3), math.Mod(7, -3), math.Remainder(7, 3))
	fmt.Println(math.Max(1, math.NaN()), math.Min(-0.0, 0), math.IsNaN(math.NaN()), math.IsInf(math.Inf(-1), -1), math.Signbit(-0.5), math.Copysign(3, -1), math.Dim(5, 3))
	fmt.Println(math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxInt8, math.Pi, math.E)
	fmt.Println(math.Float64bits(1.5), math.Float32bits(1.5), math.Float64frombits(0x3ff8000000000000), math.Float32frombits(0x40490fdb))
	fr, ex := math.Frexp(10)
	ip, fp := math.Modf(-3.25)
	fmt.Println(fr, ex, math.Ldexp(0.5, 4), ip, fp, math.Gamma(5), math.Erf(0.5), math.Expm1(1e-10), math.Log1p(1e-10), math.FMA(2, 3, 4))
	fmt.Println(bits.LeadingZeros64(1), bits.TrailingZeros32(8), bits.OnesCount(255), bits.Len(1023), bits.Reverse8(1), bits.RotateLeft32(1, 31), bits.ReverseBytes16(0x1234))
	hi, lo := bits.Mul64(1<<63, 6)
	q, r := bits.Div64(1, 0, 3)
	s, c := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, q, r, s, c)
}
