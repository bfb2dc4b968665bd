// Integer arithmetic of every width wraps as two's complement.
package main

import "fmt"

func main() {
	var i8 int8 = 127
	i8++
	var i16 int16 = -32768
	i16--
	var i32 int32 = 1 << 30
	i32 *= 4
	var i64 int64 = 1<<63 - 1
	i64 += 2
	var u8 uint8 = 3
	u8 -= 5
	var u16 uint16 = 65535
	u16 += 2
	var u32 uint32 = 1 << 31
	u32 *= 3
	var u64 uint64 = 0
	u64--
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	var m8 int8 = -128
	fmt.Println(-m8, m8/-1, m8%-1, ^m8, m8>>1, uint8(m8)>>1)
	var m32 int32 = -1 << 31
	fmt.Println(m32/-1, m32%-1, -m32, m32*m32)
	var m64 int64 = -1 << 63
	d := int64(-1)
	fmt.Println(m64/d, m64%d, -m64)
	x, y := uint8(200), uint8(100)
	fmt.Println(x+y, x*y, x-y, y-x, x<<1, x>>1, x&^y, x^y, x|y, x&y)
	fmt.Println(-7/2, -7%2, 7/-2, 7%-2, -7>>1, uint32(1)<<31>>31)
}
