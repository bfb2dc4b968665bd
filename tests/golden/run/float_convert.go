// Conversions between integers and floats.
package main

import "fmt"

func main() {
	f := 3.99
	n := -3.99
	fmt.Println(int(f), int(n), int8(f), uint8(f), int32(n), uint64(f))
	big := 1e18
	fmt.Println(int64(big), uint64(big*10))
	u := uint64(1<<63 + 1<<62)
	fmt.Println(float64(u), float32(u), float64(int64(-1<<63)))
	i := 16777217
	fmt.Println(float32(i), float64(i), int(float32(i)))
	var i8 int8 = -5
	fmt.Println(uint8(i8), uint16(i8), uint32(i8), uint64(i8), int64(i8), float32(i8))
	var u32 uint32 = 0xdeadbeef
	fmt.Println(int32(u32), int16(u32), int8(u32), uint8(u32), uint64(u32), int64(int32(u32)))
	r := 'x'
	fmt.Println(r, string(r), byte(r), rune(0x4e16), string(rune(0x4e16)))
}
