package main

import (
	"fmt"
	"os"
	str "strings"
)

func f(a int) (b int) {
	x := 1
	var y, z int
	z = 2
	for i, v := range []int{1} {
		_ = v
	}
	switch t := any(a).(type) {
	case int:
	}
	func() { w := 3 }()
	return
}

func main() {
	fmt.Println()
L:
	for {
	}
}
