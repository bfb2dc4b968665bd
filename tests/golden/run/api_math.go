// Every exported name of math, math/rand, math/bits, with its type; the constants' values are printed. Made by tools/gen_api.go.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand"
)

var (
	_ func(x float64) float64                                          = math.Abs
	_ func(x float64) float64                                          = math.Acos
	_ func(x float64) float64                                          = math.Acosh
	_ func(x float64) float64                                          = math.Asin
	_ func(x float64) float64                                          = math.Asinh
	_ func(x float64) float64                                          = math.Atan
	_ func(y float64, x float64) float64                               = math.Atan2
	_ func(x float64) float64                                          = math.Atanh
	_ func(x float64) float64                                          = math.Cbrt
	_ func(x float64) float64                                          = math.Ceil
	_ func(f float64, sign float64) float64                            = math.Copysign
	_ func(x float64) float64                                          = math.Cos
	_ func(x float64) float64                                          = math.Cosh
	_ func(x float64, y float64) float64                               = math.Dim
	_ func(x float64) float64                                          = math.Erf
	_ func(x float64) float64                                          = math.Erfc
	_ func(x float64) float64                                          = math.Erfcinv
	_ func(x float64) float64                                          = math.Erfinv
	_ func(x float64) float64                                          = math.Exp
	_ func(x float64) float64                                          = math.Exp2
	_ func(x float64) float64                                          = math.Expm1
	_ func(x float64, y float64, z float64) float64                    = math.FMA
	_ func(f float32) uint32                                           = math.Float32bits
	_ func(b uint32) float32                                           = math.Float32frombits
	_ func(f float64) uint64                                           = math.Float64bits
	_ func(b uint64) float64                                           = math.Float64frombits
	_ func(x float64) float64                                          = math.Floor
	_ func(f float64) (frac float64, exp int)                          = math.Frexp
	_ func(x float64) float64                                          = math.Gamma
	_ func(p float64, q float64) float64                               = math.Hypot
	_ func(x float64) int                                              = math.Ilogb
	_ func(sign int) float64                                           = math.Inf
	_ func(f float64, sign int) bool                                   = math.IsInf
	_ func(f float64) (is bool)                                        = math.IsNaN
	_ func(x float64) float64                                          = math.J0
	_ func(x float64) float64                                          = math.J1
	_ func(n int, x float64) float64                                   = math.Jn
	_ func(frac float64, exp int) float64                              = math.Ldexp
	_ func(x float64) (lgamma float64, sign int)                       = math.Lgamma
	_ func(x float64) float64                                          = math.Log
	_ func(x float64) float64                                          = math.Log10
	_ func(x float64) float64                                          = math.Log1p
	_ func(x float64) float64                                          = math.Log2
	_ func(x float64) float64                                          = math.Logb
	_ func(x float64, y float64) float64                               = math.Max
	_ func(x float64, y float64) float64                               = math.Min
	_ func(x float64, y float64) float64                               = math.Mod
	_ func(f float64) (integer float64, fractional float64)            = math.Modf
	_ func() float64                                                   = math.NaN
	_ func(x float64, y float64) (r float64)                           = math.Nextafter
	_ func(x float32, y float32) (r float32)                           = math.Nextafter32
	_ func(x float64, y float64) float64                               = math.Pow
	_ func(n int) float64                                              = math.Pow10
	_ func(x float64, y float64) float64                               = math.Remainder
	_ func(x float64) float64                                          = math.Round
	_ func(x float64) float64                                          = math.RoundToEven
	_ func(x float64) bool                                             = math.Signbit
	_ func(x float64) float64                                          = math.Sin
	_ func(x float64) (sin float64, cos float64)                       = math.Sincos
	_ func(x float64) float64                                          = math.Sinh
	_ func(x float64) float64                                          = math.Sqrt
	_ func(x float64) float64                                          = math.Tan
	_ func(x float64) float64                                          = math.Tanh
	_ func(x float64) float64                                          = math.Trunc
	_ func(x float64) float64                                          = math.Y0
	_ func(x float64) float64                                          = math.Y1
	_ func(n int, x float64) float64                                   = math.Yn
	_ func() float64                                                   = rand.ExpFloat64
	_ func() float32                                                   = rand.Float32
	_ func() float64                                                   = rand.Float64
	_ func() int                                                       = rand.Int
	_ func() int32                                                     = rand.Int31
	_ func(n int32) int32                                              = rand.Int31n
	_ func() int64                                                     = rand.Int63
	_ func(n int64) int64                                              = rand.Int63n
	_ func(n int) int                                                  = rand.Intn
	_ func(src rand.Source) *rand.Rand                                 = rand.New
	_ func(seed int64) rand.Source                                     = rand.NewSource
	_ func(r *rand.Rand, s float64, v float64, imax uint64) *rand.Zipf = rand.NewZipf
	_ func() float64                                                   = rand.NormFloat64
	_ func(n int) []int                                                = rand.Perm
	_ rand.Rand
	_ func(*rand.Rand) float64                           = (*rand.Rand).ExpFloat64
	_ func(*rand.Rand) float64                           = (*rand.Rand).NormFloat64
	_ func(_ *rand.Rand, seed int64)                     = (*rand.Rand).Seed
	_ func(*rand.Rand) int64                             = (*rand.Rand).Int63
	_ func(*rand.Rand) uint32                            = (*rand.Rand).Uint32
	_ func(*rand.Rand) uint64                            = (*rand.Rand).Uint64
	_ func(*rand.Rand) int32                             = (*rand.Rand).Int31
	_ func(*rand.Rand) int                               = (*rand.Rand).Int
	_ func(_ *rand.Rand, n int64) int64                  = (*rand.Rand).Int63n
	_ func(_ *rand.Rand, n int32) int32                  = (*rand.Rand).Int31n
	_ func(_ *rand.Rand, n int) int                      = (*rand.Rand).Intn
	_ func(*rand.Rand) float64                           = (*rand.Rand).Float64
	_ func(*rand.Rand) float32                           = (*rand.Rand).Float32
	_ func(_ *rand.Rand, n int) []int                    = (*rand.Rand).Perm
	_ func(_ *rand.Rand, n int, swap func(i int, j int)) = (*rand.Rand).Shuffle
	_ func(_ *rand.Rand, p []byte) (n int, err error)    = (*rand.Rand).Read
	_ func(p []byte) (n int, err error)                  = rand.Read
	_ func(seed int64)                                   = rand.Seed
	_ func(n int, swap func(i int, j int))               = rand.Shuffle
	_ *interface {
		Int63() int64
		Seed(seed int64)
	} = (*interface {
		Int63() int64
		Seed(seed int64)
	})((*rand.Source)(nil))
	_ *interface {
		Uint64() uint64
		rand.Source
	} = (*interface {
		Uint64() uint64
		rand.Source
	})((*rand.Source64)(nil))
	_ func() uint32 = rand.Uint32
	_ func() uint64 = rand.Uint64
	_ rand.Zipf
	_ func(*rand.Zipf) uint64                                                 = (*rand.Zipf).Uint64
	_ func(x uint, y uint, carry uint) (sum uint, carryOut uint)              = bits.Add
	_ func(x uint32, y uint32, carry uint32) (sum uint32, carryOut uint32)    = bits.Add32
	_ func(x uint64, y uint64, carry uint64) (sum uint64, carryOut uint64)    = bits.Add64
	_ func(hi uint, lo uint, y uint) (quo uint, rem uint)                     = bits.Div
	_ func(hi uint32, lo uint32, y uint32) (quo uint32, rem uint32)           = bits.Div32
	_ func(hi uint64, lo uint64, y uint64) (quo uint64, rem uint64)           = bits.Div64
	_ func(x uint) int                                                        = bits.LeadingZeros
	_ func(x uint16) int                                                      = bits.LeadingZeros16
	_ func(x uint32) int                                                      = bits.LeadingZeros32
	_ func(x uint64) int                                                      = bits.LeadingZeros64
	_ func(x uint8) int                                                       = bits.LeadingZeros8
	_ func(x uint) int                                                        = bits.Len
	_ func(x uint16) (n int)                                                  = bits.Len16
	_ func(x uint32) (n int)                                                  = bits.Len32
	_ func(x uint64) (n int)                                                  = bits.Len64
	_ func(x uint8) int                                                       = bits.Len8
	_ func(x uint, y uint) (hi uint, lo uint)                                 = bits.Mul
	_ func(x uint32, y uint32) (hi uint32, lo uint32)                         = bits.Mul32
	_ func(x uint64, y uint64) (hi uint64, lo uint64)                         = bits.Mul64
	_ func(x uint) int                                                        = bits.OnesCount
	_ func(x uint16) int                                                      = bits.OnesCount16
	_ func(x uint32) int                                                      = bits.OnesCount32
	_ func(x uint64) int                                                      = bits.OnesCount64
	_ func(x uint8) int                                                       = bits.OnesCount8
	_ func(hi uint, lo uint, y uint) uint                                     = bits.Rem
	_ func(hi uint32, lo uint32, y uint32) uint32                             = bits.Rem32
	_ func(hi uint64, lo uint64, y uint64) uint64                             = bits.Rem64
	_ func(x uint) uint                                                       = bits.Reverse
	_ func(x uint16) uint16                                                   = bits.Reverse16
	_ func(x uint32) uint32                                                   = bits.Reverse32
	_ func(x uint64) uint64                                                   = bits.Reverse64
	_ func(x uint8) uint8                                                     = bits.Reverse8
	_ func(x uint) uint                                                       = bits.ReverseBytes
	_ func(x uint16) uint16                                                   = bits.ReverseBytes16
	_ func(x uint32) uint32                                                   = bits.ReverseBytes32
	_ func(x uint64) uint64                                                   = bits.ReverseBytes64
	_ func(x uint, k int) uint                                                = bits.RotateLeft
	_ func(x uint16, k int) uint16                                            = bits.RotateLeft16
	_ func(x uint32, k int) uint32                                            = bits.RotateLeft32
	_ func(x uint64, k int) uint64                                            = bits.RotateLeft64
	_ func(x uint8, k int) uint8                                              = bits.RotateLeft8
	_ func(x uint, y uint, borrow uint) (diff uint, borrowOut uint)           = bits.Sub
	_ func(x uint32, y uint32, borrow uint32) (diff uint32, borrowOut uint32) = bits.Sub32
	_ func(x uint64, y uint64, borrow uint64) (diff uint64, borrowOut uint64) = bits.Sub64
	_ func(x uint) int                                                        = bits.TrailingZeros
	_ func(x uint16) int                                                      = bits.TrailingZeros16
	_ func(x uint32) int                                                      = bits.TrailingZeros32
	_ func(x uint64) int                                                      = bits.TrailingZeros64
	_ func(x uint8) int                                                       = bits.TrailingZeros8
)

func main() {
	fmt.Println("math.E", math.E)
	fmt.Println("math.Ln10", math.Ln10)
	fmt.Println("math.Ln2", math.Ln2)
	fmt.Println("math.Log10E", math.Log10E)
	fmt.Println("math.Log2E", math.Log2E)
	fmt.Println("math.MaxFloat32", math.MaxFloat32)
	fmt.Println("math.MaxFloat64", math.MaxFloat64)
	fmt.Println("math.MaxInt", math.MaxInt)
	fmt.Println("math.MaxInt16", math.MaxInt16)
	fmt.Println("math.MaxInt32", math.MaxInt32)
	fmt.Println("math.MaxInt64", math.MaxInt64)
	fmt.Println("math.MaxInt8", math.MaxInt8)
	fmt.Println("uint64(math.MaxUint)", uint64(math.MaxUint))
	fmt.Println("math.MaxUint16", math.MaxUint16)
	fmt.Println("math.MaxUint32", math.MaxUint32)
	fmt.Println("uint64(math.MaxUint64)", uint64(math.MaxUint64))
	fmt.Println("math.MaxUint8", math.MaxUint8)
	fmt.Println("math.MinInt", math.MinInt)
	fmt.Println("math.MinInt16", math.MinInt16)
	fmt.Println("math.MinInt32", math.MinInt32)
	fmt.Println("math.MinInt64", math.MinInt64)
	fmt.Println("math.MinInt8", math.MinInt8)
	fmt.Println("math.Phi", math.Phi)
	fmt.Println("math.Pi", math.Pi)
	fmt.Println("math.SmallestNonzeroFloat32", math.SmallestNonzeroFloat32)
	fmt.Println("math.SmallestNonzeroFloat64", math.SmallestNonzeroFloat64)
	fmt.Println("math.Sqrt2", math.Sqrt2)
	fmt.Println("math.SqrtE", math.SqrtE)
	fmt.Println("math.SqrtPhi", math.SqrtPhi)
	fmt.Println("math.SqrtPi", math.SqrtPi)
	fmt.Println("bits.UintSize", bits.UintSize)
	fmt.Println("all there")
}
