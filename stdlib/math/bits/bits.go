// Package bits counts and moves the bits of unsigned integers.
package bits

// UintSize is the number of bits of a uint.
const UintSize = 64

// LeadingZeros returns the number of zero bits before the highest set one; 64 for 0.
func LeadingZeros(x uint) int

// TrailingZeros returns the number of zero bits below the lowest set one; 64 for 0.
func TrailingZeros(x uint) int

// OnesCount returns the number of set bits.
func OnesCount(x uint) int

// Len returns the number of bits needed for x; 0 for 0.
func Len(x uint) (n int)

// Reverse returns x with its bits in the opposite order.
func Reverse(x uint) uint

// RotateLeft returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft(x uint, k int) uint {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// ReverseBytes returns x with its bytes in the opposite order.
func ReverseBytes(x uint) uint

// Add returns x + y + carry, carry being 0 or 1, and the carry out.
func Add(x, y, carry uint) (sum, carryOut uint) {
	sum = x + y + carry
	carryOut = (x&y | (x|y)&^sum) >> 63
	return
}

// Sub returns x - y - borrow, borrow being 0 or 1, and the borrow out.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	diff = x - y - borrow
	borrowOut = (^x&y | ^(x^y)&diff) >> 63
	return
}

// Mul returns the upper and lower half of x * y.
func Mul(x, y uint) (hi, lo uint)

// Div divides hi, lo by y. It panics if y is 0 or the quotient too large (y <= hi).
func Div(hi, lo, y uint) (quo, rem uint)

// Rem is the remainder of hi, lo by y, also where the quotient is too large. It panics if y is 0.
func Rem(hi, lo, y uint) uint

// LeadingZeros8 returns the number of zero bits before the highest set one; 8 for 0.
func LeadingZeros8(x uint8) int

// TrailingZeros8 returns the number of zero bits below the lowest set one; 8 for 0.
func TrailingZeros8(x uint8) int

// OnesCount8 returns the number of set bits.
func OnesCount8(x uint8) int

// Len8 returns the number of bits needed for x; 0 for 0.
func Len8(x uint8) (n int)

// Reverse8 returns x with its bits in the opposite order.
func Reverse8(x uint8) uint8

// RotateLeft8 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// LeadingZeros16 returns the number of zero bits before the highest set one; 16 for 0.
func LeadingZeros16(x uint16) int

// TrailingZeros16 returns the number of zero bits below the lowest set one; 16 for 0.
func TrailingZeros16(x uint16) int

// OnesCount16 returns the number of set bits.
func OnesCount16(x uint16) int

// Len16 returns the number of bits needed for x; 0 for 0.
func Len16(x uint16) (n int)

// Reverse16 returns x with its bits in the opposite order.
func Reverse16(x uint16) uint16

// RotateLeft16 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// ReverseBytes16 returns x with its bytes in the opposite order.
func ReverseBytes16(x uint16) uint16

// LeadingZeros32 returns the number of zero bits before the highest set one; 32 for 0.
func LeadingZeros32(x uint32) int

// TrailingZeros32 returns the number of zero bits below the lowest set one; 32 for 0.
func TrailingZeros32(x uint32) int

// OnesCount32 returns the number of set bits.
func OnesCount32(x uint32) int

// Len32 returns the number of bits needed for x; 0 for 0.
func Len32(x uint32) (n int)

// Reverse32 returns x with its bits in the opposite order.
func Reverse32(x uint32) uint32

// RotateLeft32 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// ReverseBytes32 returns x with its bytes in the opposite order.
func ReverseBytes32(x uint32) uint32

// Add32 returns x + y + carry, carry being 0 or 1, and the carry out.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	sum = x + y + carry
	carryOut = (x&y | (x|y)&^sum) >> 31
	return
}

// Sub32 returns x - y - borrow, borrow being 0 or 1, and the borrow out.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	diff = x - y - borrow
	borrowOut = (^x&y | ^(x^y)&diff) >> 31
	return
}

// Mul32 returns the upper and lower half of x * y.
func Mul32(x, y uint32) (hi, lo uint32)

// Div32 divides hi, lo by y. It panics if y is 0 or the quotient too large (y <= hi).
func Div32(hi, lo, y uint32) (quo, rem uint32)

// Rem32 is the remainder of hi, lo by y, also where the quotient is too large. It panics if y is 0.
func Rem32(hi, lo, y uint32) uint32

// LeadingZeros64 returns the number of zero bits before the highest set one; 64 for 0.
func LeadingZeros64(x uint64) int

// TrailingZeros64 returns the number of zero bits below the lowest set one; 64 for 0.
func TrailingZeros64(x uint64) int

// OnesCount64 returns the number of set bits.
func OnesCount64(x uint64) int

// Len64 returns the number of bits needed for x; 0 for 0.
func Len64(x uint64) (n int)

// Reverse64 returns x with its bits in the opposite order.
func Reverse64(x uint64) uint64

// RotateLeft64 returns x rotated left by k bits, right by -k if k is negative.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// ReverseBytes64 returns x with its bytes in the opposite order.
func ReverseBytes64(x uint64) uint64

// Add64 returns x + y + carry, carry being 0 or 1, and the carry out.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	carryOut = (x&y | (x|y)&^sum) >> 63
	return
}

// Sub64 returns x - y - borrow, borrow being 0 or 1, and the borrow out.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	borrowOut = (^x&y | ^(x^y)&diff) >> 63
	return
}

// Mul64 returns the upper and lower half of x * y.
func Mul64(x, y uint64) (hi, lo uint64)

// Div64 divides hi, lo by y. It panics if y is 0 or the quotient too large (y <= hi).
func Div64(hi, lo, y uint64) (quo, rem uint64)

// Rem64 is the remainder of hi, lo by y, also where the quotient is too large. It panics if y is 0.
func Rem64(hi, lo, y uint64) uint64
