// Untyped constants are exact.
package main

import "fmt"

const (
	huge  = 1 << 100
	small = huge >> 98
	third = 1.0 / 3
	mega  = 1e6
)

const (
	A = iota
	B
	_
	D
	E, F = iota, iota * 10
	G, H
)

type Weekday uint

const (
	Sunday Weekday = iota
	Monday
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

func main() {
	fmt.Println(small, third*3 == 1, int(mega), huge/(huge-1))
	fmt.Println(A, B, D, E, F, G, H, Monday, KB, MB, GB)
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'a', 1i, "s")
	const big = 0xFFFF_FFFF_FFFF_FFFF
	fmt.Println(uint64(big), 0b1010, 0o17, 017, 0x1p-2, 1_000_000, 'a'+1, "a"+"b")
	var f float32 = 1 << 24
	var b byte = 'a' - 'A' + '0'
	fmt.Println(f, b, len("héllo"), 5.0 == 5, 7/2, 7/2.0, -5%3)
	fmt.Println(3.0<<2, 1<<3.0, ^0, uint8(^uint8(5)))
}
