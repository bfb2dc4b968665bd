// Package math holds constants and functions of floating-point numbers.
package math

// Acos returns the arc cosine of x, in radians.
func Acos(x float64) float64

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x float64) float64

// Asin returns the arc sine of x, in radians.
func Asin(x float64) float64

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64

// Atan returns the arc tangent of x, in radians.
func Atan(x float64) float64

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x float64) float64

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64

// Ceil returns the least integer not below x.
func Ceil(x float64) float64

// Cos returns the cosine of x radians.
func Cos(x float64) float64

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64

// Erf returns the error function of x.
func Erf(x float64) float64

// Erfc returns the complementary error function of x.
func Erfc(x float64) float64

// Exp returns e to the power x.
func Exp(x float64) float64

// Exp2 returns 2 to the power x.
func Exp2(x float64) float64

// Expm1 returns e to the power x, less 1, exact near 0.
func Expm1(x float64) float64

// Floor returns the greatest integer not above x.
func Floor(x float64) float64

// Gamma returns the Gamma function of x.
func Gamma(x float64) float64

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64

// Log returns the natural logarithm of x.
func Log(x float64) float64

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64

// Log1p returns the natural logarithm of 1 + x, exact near 0.
func Log1p(x float64) float64

// Log2 returns the binary logarithm of x.
func Log2(x float64) float64

// Logb returns the binary exponent of x.
func Logb(x float64) float64

// Round returns the nearest integer, halfway away from zero.
func Round(x float64) float64

// RoundToEven returns the nearest integer, halfway to the even one.
func RoundToEven(x float64) float64

// Sin returns the sine of x radians.
func Sin(x float64) float64

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64

// Sqrt returns the square root of x.
func Sqrt(x float64) float64

// Tan returns the tangent of x radians.
func Tan(x float64) float64

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64

// Trunc returns the integer part of x.
func Trunc(x float64) float64

// Y0 returns the Bessel function of the second kind of order 0.
func Y0(x float64) float64

// Y1 returns the Bessel function of the second kind of order 1.
func Y1(x float64) float64

// Abs returns the absolute value of x.
func Abs(x float64) float64

// Atan2 returns the arc tangent of y/x in the quadrant that their signs tell.
func Atan2(y, x float64) float64

// Copysign returns the magnitude of f with the sign of sign.
func Copysign(f, sign float64) float64

// Hypot returns the square root of p*p + q*q without needless overflow.
func Hypot(p, q float64) float64

// Mod returns the remainder of x/y with the sign of x.
func Mod(x, y float64) float64

// Nextafter returns the next float64 after x towards y.
func Nextafter(x, y float64) float64

// Pow returns x to the power y.
func Pow(x, y float64) float64

// Remainder returns the IEEE 754 remainder of x/y.
func Remainder(x, y float64) float64

// Max returns the larger one; a NaN if there is one.
func Max(x, y float64) float64

// Min returns the smaller one; a NaN if there is one.
func Min(x, y float64) float64

// Dim returns x-y, at least 0.
func Dim(x, y float64) float64

// FMA returns x * y + z, rounded once.
func FMA(x, y, z float64) float64

// Nextafter32 returns the next float32 after x towards y.
func Nextafter32(x, y float32) (r float32)

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64

func lgamma(x float64) (lgamma float64, sign int)

// Lgamma returns the logarithm of |Gamma(x)| and the sign of Gamma(x).
func Lgamma(x float64) (lgamma_ float64, sign int) { return lgamma(x) }

// Frexp splits f into a fraction in [1/2, 1) and a power of two: f == frac * 2**exp.
func Frexp(f float64) (frac float64, exp int)

// Ldexp returns frac * 2**exp.
func Ldexp(frac float64, exp int) float64

// Modf splits f into its integer and fractional parts, both with its sign.
func Modf(f float64) (integer float64, fractional float64)

// Ilogb returns the binary exponent of x.
func Ilogb(x float64) int

// Sincos returns Sin(x), Cos(x).
func Sincos(x float64) (sin, cos float64)

// Float64bits returns the IEEE 754 bits of f.
func Float64bits(f float64) uint64

// Float64frombits returns the float64 with these IEEE 754 bits.
func Float64frombits(b uint64) float64

// Float32bits returns the IEEE 754 bits of f.
func Float32bits(f float32) uint32

// Float32frombits returns the float32 with these IEEE 754 bits.
func Float32frombits(b uint32) float32

// Inf returns positive infinity if sign >= 0, negative infinity if sign < 0.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(0x7FF0000000000000)
	}
	return Float64frombits(0xFFF0000000000000)
}

// NaN returns a not-a-number.
func NaN() float64 { return Float64frombits(0x7FF8000000000001) }

// IsNaN tells whether f is a not-a-number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf tells whether f is an infinity: the positive one if sign > 0, the negative one if sign < 0, either if sign == 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit tells whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)>>63 != 0 }

// Pow10 returns 10**n: 0 below -323, +Inf above 308.
func Pow10(n int) float64

// Erfinv returns the inverse of Erf: NaN outside of [-1, 1].
func Erfinv(x float64) float64

// Erfcinv returns the inverse of Erfc: NaN outside of [0, 2].
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }
