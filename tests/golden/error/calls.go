package main

import "fmt"

func one(a int, b string) int { return a }
func none()                  {}
func vari(a int, rest ...string) {}

func main() {
	one(1)
	one(1, "a", 3)
	one("a", 1)
	x := none()
	vari()
	vari(1, 2)
	vari(1, []int{1}...)
	one(fmt.Println())
	var n int
	n()
	one
	len(1)
}
