// Scopes and shadowing.
package main

import "fmt"

var x = "package"

type int32 string

func f() (x int, err error) {
	if x := 5; x > 3 {
		x := "inner"
		_ = x
	}
	x, err = 2, nil
	{
		x, y := 10, 1
		_, _ = x, y
	}
	return
}

func main() {
	fmt.Println(x)
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x)
	}
	if x, y := x*2, 3; x < y {
		fmt.Println(x, y)
	} else if z := x + y; z > 0 {
		fmt.Println(x, y, z)
	}
	fmt.Println(x, int32("redefined"))
	n, err := f()
	m, err := f()
	fmt.Println(n, m, err)
	true := false
	len := func(string) int { return -1 }
	fmt.Println(true, len("abc"))
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	switch x := any(x).(type) {
	case int:
		fmt.Println(x + 1)
	}
	func(x string) { fmt.Println(x) }("param")
}
