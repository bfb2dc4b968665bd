// Operators on what is shifted or rotated by a constant, and-not written with ^, moves of neighbours: in every integer type.
package main

import (
	"fmt"
	"math/bits"
)

var global uint32 = 0x80000001

func change() uint32 { global++; return 7 }

func u8(x, y uint8)   { fmt.Println(x^y<<3, x|y>>2, x+y<<7, x^y>>1, ^x&y, x&^y, x & ^y, x|y<<1) }
func i8(x, y int8)    { fmt.Println(x^y<<3, x|y>>2, x+y<<7, x^y>>1, ^x&y, x & ^y, x|y<<1) }
func u16(x, y uint16) { fmt.Println(x^y<<3, x|y>>2, x+y<<15, x^y>>1, ^x&y, x & ^y, x|y<<9) }
func i32(x, y int32)  { fmt.Println(x^y<<3, x|y>>2, x+y<<31, x^y>>1, ^x&y, x & ^y, x|y<<9) }
func u32(x, y uint32) {
	fmt.Println(x^y<<3, x|y>>2, x+y<<31, x^y>>1, ^x&y, x & ^y, x|y<<9, y<<8|x, y>>31^x, y<<5+x, x+y>>3, x-y<<2)
	fmt.Println(x^bits.RotateLeft32(y, 7), bits.RotateLeft32(y, -7)^x, x+bits.RotateLeft32(y, 31), x|bits.RotateLeft32(y, 0), x^bits.RotateLeft32(y, 32), x+bits.RotateLeft32(x^y, -33))
	x ^= y >> 5
	x |= y << 30
	x += y << 4
	x ^= bits.RotateLeft32(x, 9)
	x += bits.RotateLeft32(x+y, 13)
	x -= y << 1
	fmt.Println(x)
}
func u64(x, y uint64) {
	fmt.Println(x^y<<3, x|y>>2, x+y<<63, x^y>>63, ^x&y, x & ^y, x|y<<64, x|y>>64, y<<32|x, x^bits.RotateLeft64(y, 7), x^bits.RotateLeft64(y, -70))
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	x ^= bits.RotateLeft64(x, 64)
	fmt.Println(x)
}
func i64(x, y int64) { fmt.Println(x^y<<3, x|y>>2, x+y<<63, x^y>>63, ^x&y, x & ^y, y<<32|x) }

func order() {
	fmt.Println(global^change()<<2, change()<<2^global, bits.RotateLeft32(global, 1)^change(), change()+bits.RotateLeft32(global, 3))
	x := uint32(5)
	set := func() uint32 { x *= 3; return x }
	fmt.Println(x^set()<<1, set()>>1|x, bits.RotateLeft32(x, 2)^set(), x+set()<<3)
}

func moves(a, b, c, d, e int) {
	a, b, c, d, e = b, c, d, e, a
	fmt.Println(a, b, c, d, e)
	e, d, c, b, a = d, c, b, a, e
	fmt.Println(a, b, c, d, e)
	a, b = b, a
	b, c, d = c, d, b
	fmt.Println(a, b, c, d, e)
	a = b
	b = c
	c = d
	d = e
	fmt.Println(a, b, c, d, e)
	e = d
	d = c
	c = b
	b = a
	fmt.Println(a, b, c, d, e)
	b = a
	c = b
	d = c
	fmt.Println(a, b, c, d, e)
}

func main() {
	for _, x := range []uint64{0, 1, 0x80, 0xff, 0x8001, 0x89abcdef, 0x123456789abcdef0, 1<<64 - 1} {
		for _, y := range []uint64{0, 3, 0x7f, 0xdeadbeef, 0xfedcba9876543210} {
			u8(uint8(x), uint8(y))
			i8(int8(x), int8(y))
			u16(uint16(x), uint16(y))
			i32(int32(x), int32(y))
			u32(uint32(x), uint32(y))
			u64(x, y)
			i64(int64(x), int64(y))
		}
	}
	order()
	moves(1, 2, 3, 4, 5)
}
