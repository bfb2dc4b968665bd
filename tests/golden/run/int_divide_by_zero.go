// Division by zero panics with a runtime error that can be recovered.
package main

import (
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Println(r, isRuntime)
	}()
	f()
}

func main() {
	zero := 0
	var z8 uint8
	try(func() { fmt.Println(1 / zero) })
	try(func() { fmt.Println(1 % zero) })
	try(func() { fmt.Println(5 / z8) })
	try(func() { x := 3; x /= zero })
	f := 0.0
	fmt.Println(1/f, -1/f, f/f)
}
