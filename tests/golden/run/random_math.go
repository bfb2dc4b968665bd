// math and math/bits: every function, bit for bit.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"fmt"
	"math"
	"math/bits"
	"os"
)

var special = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, -2, math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, -math.SmallestNonzeroFloat64, math.Pi, math.Pi / 2, -math.Pi / 4, 1e300, 1e-300, 1 << 52, 1<<53 + 2, -1 << 63, 1e19, 709.78, 710, -745.2, -746, 171.6, 172, -170.5, 3, 10, 100, 1.0000000001, 0.9999999999, 1 << 29, 1e10, 2.2250738585072014e-308, 1e-310, math.E, math.Ln2, 0x1p-27, 0x1p-28, 0x1p-29, 0x1p-30, -3, -4, -2.5, 5, 33, 1e5, 22.0, 1.5, 2.5, -1.5, 4503599627370497.5}

func gen() float64 {
	switch rn(8) {
	case 0:
		return special[rn(len(special))]
	case 1:
		return math.Float64frombits(rnd())
	case 2:
		return float64(rn(2001)-1000) / 8
	case 3:
		return float64(int64(rnd()))/float64(1<<62) + 0
	case 4:
		return (float64(rnd()>>11)/(1<<53) - 0.5) * 20
	case 5:
		return (float64(rnd()>>11)/(1<<53) - 0.5) * 1500
	case 6:
		return float64(rn(400) - 200)
	}
	return math.Ldexp(float64(rnd()>>11)/(1<<53), rn(120)-60)
}

type f1 struct {
	n string
	f func(float64) float64
}

var ones = []f1{{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan}, {"Atanh", math.Atanh}, {"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Erfcinv", math.Erfcinv}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor}, {"Gamma", math.Gamma}, {"J0", math.J0}, {"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Sin", math.Sin}, {"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc}, {"Y0", math.Y0}, {"Y1", math.Y1}}

type f2 struct {
	n string
	f func(a, b float64) float64
}

var twos = []f2{{"Atan2", math.Atan2}, {"Copysign", math.Copysign}, {"Dim", math.Dim}, {"Hypot", math.Hypot}, {"Max", math.Max}, {"Min", math.Min}, {"Mod", math.Mod}, {"Nextafter", math.Nextafter}, {"Pow", math.Pow}, {"Remainder", math.Remainder}}

func main() {
	for i := 0; i < 1000; i++ {
		h := uint64(0)
		x, y, z := gen(), gen(), gen()
		line := fmt.Sprintf("%d %x %x %x:", i, math.Float64bits(x), math.Float64bits(y), math.Float64bits(z))
		ad := func(n string, v float64) {
			b := math.Float64bits(v)
			if v != v {
				b = 1
			}
			h = h*31 + b
			if len(os.Args) > 1 {
				line += fmt.Sprintf(" %s=%x", n, b)
			}
		}
		for _, f := range ones {
			ad(f.n, f.f(x))
		}
		for _, f := range twos {
			ad(f.n, f.f(x, y))
		}
		ad("FMA", math.FMA(x, y, z))
		a, e := math.Frexp(x)
		ad("Frexp", a)
		ad("Frexp2", float64(e))
		a, b := math.Modf(x)
		ad("Modf", a)
		ad("Modf2", b)
		a, b = math.Sincos(x)
		ad("Sincos", a)
		ad("Sincos2", b)
		a, e = math.Lgamma(x)
		ad("Lgamma", a)
		ad("Lgamma2", float64(e))
		n := rn(2200) - 1100
		ad("Ldexp", math.Ldexp(x, n))
		ad("Pow10", math.Pow10(n))
		ad("Ilogb", float64(math.Ilogb(x)))
		ad("Jn", math.Jn(n/50, x))
		ad("Yn", math.Yn(n/50, x))
		ad("f32", float64(math.Nextafter32(float32(x), float32(y))))
		if math.Signbit(x) || math.IsNaN(y) || math.IsInf(z, n) {
			ad("b", 1)
		}
		u, v, w := rnd()>>uint(rn(64)), rnd()>>uint(rn(64)), rnd()
		s1, c1 := bits.Add64(u, v, w&1)
		s2, c2 := bits.Sub64(u, v, w&1)
		hi, lo := bits.Mul64(u, w)
		q, r := uint64(0), uint64(0)
		if v > u {
			q, r = bits.Div64(u, w, v)
			r ^= bits.Rem64(w, u, v)
		}
		s3, c3 := bits.Add32(uint32(u), uint32(v), uint32(w&1))
		s4, c4 := bits.Sub(uint(u), uint(v), uint(w&1))
		h2, l2 := bits.Mul32(uint32(u), uint32(w))
		line += fmt.Sprint(" ", h, s1, c1, s2, c2, hi, lo, q, r, s3, c3, s4, c4, h2, l2, bits.LeadingZeros64(u), bits.TrailingZeros16(uint16(u)), bits.OnesCount32(uint32(v)), bits.RotateLeft64(u, n), bits.RotateLeft8(uint8(u), n), bits.Reverse64(u), bits.ReverseBytes32(uint32(w)), bits.Len(uint(u)), bits.Reverse8(uint8(v)), bits.RotateLeft16(uint16(w), -n), bits.RotateLeft32(uint32(w), n))
		fmt.Fprintln(&lines, line)
		lines.endCase()
	}
}
