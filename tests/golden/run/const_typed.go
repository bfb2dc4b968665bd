// Typed constants, iota with methods, String on constants.
package main

import "fmt"

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string { return [...]string{"R", "G", "B"}[c] }

type Flags uint8

const (
	A Flags = 1 << iota
	B
	C
	All = A | B | C
)

func (f Flags) Has(g Flags) bool { return f&g != 0 }

const Pi = 3.14159
const big = 1 << 62

type Celsius float64

func main() {
	fmt.Println(Red, Blue, Green+1, Color(0), []Color{Red, Green}, map[Color]int{Blue: 1})
	fmt.Printf("%d %v %s %x %T\n", Blue, Blue, Blue, Blue, Blue)
	fmt.Println(All, All.Has(B), (All &^ B).Has(B), ^A)
	var f float32 = Pi
	var c Celsius = Pi * 2
	fmt.Println(f, c, big/1024, Pi*big > 1)
	const local = "const " + "folding"
	fmt.Println(local, len(local), local[2:5])
	type day = int
	const x day = 3
	var y int = x
	fmt.Println(y)
}
