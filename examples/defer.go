// Lesson 14: defer runs a call at the function's end, however it ends; panic and recover are for what must not happen.
package main

import (
	"errors"
	"fmt"
)

func work() (result string) {
	defer fmt.Println("last: deferred calls run backwards")
	defer func() { result += ", mended" }() // may change the named result
	for i := range 3 {
		defer fmt.Println("deferred", i) // the argument is taken now
	}
	return "done"
}

// safely turns a panic into an error.
func safely(f func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("recovered: %w", r)
		default:
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	f()
	return nil
}

func main() {
	fmt.Println(work())

	var list []int
	var table map[string]int
	var p *struct{ x int }
	zero := 0
	fmt.Println(safely(func() { fmt.Println("nothing wrong") }))
	fmt.Println(safely(func() { fmt.Println(list[5]) }))
	fmt.Println(safely(func() { table["a"] = 1 }))
	fmt.Println(safely(func() { fmt.Println(p.x) }))
	fmt.Println(safely(func() { fmt.Println(1 / zero) }))
	fmt.Println(safely(func() { panic("my own") }))
	cause := errors.New("cause")
	fmt.Println(errors.Is(safely(func() { panic(cause) }), cause))
}
