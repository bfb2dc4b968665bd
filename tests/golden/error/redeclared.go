package main

import "fmt"

var a int
var a string

func f()  {}
func f()  {}

type T struct {
	x int
	x string
}

func (T) M() {}
func (T) M() {}
func (T) x() {}

func g(a int, a string) {}

func main() {
	fmt.Println()
	b := 1
	var b int
	switch 1 {
	case 1:
	case 1:
	}
	_ = map[string]int{"a": 1, "a": 2}
	_ = []int{0: 1, 0: 2}
}
