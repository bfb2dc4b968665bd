// Shift counts of any size; counts at and beyond the width.
package main

import "fmt"

func main() {
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 100} {
		a, b, c, d := int8(-100), uint8(200), int64(-5), uint64(1)<<63|1
		fmt.Println(n, a<<n, a>>n, b<<n, b>>n, c<<n, c>>n, d<<n, d>>n, int32(-3)>>n, uint32(3)<<n)
	}
	var s uint8 = 255
	fmt.Println(1<<s == 0, int64(-1)>>s)
	i := 3
	fmt.Println(1<<i, -1>>i, uint16(1)<<i)
	defer func() { fmt.Println(recover()) }()
	i = -1
	fmt.Println(1 << i)
}
