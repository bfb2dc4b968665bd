// Deferred calls run last in, first out, with arguments evaluated at once, after results are set.
package main

import (
	"errors"
	"fmt"
)

func order() {
	for i := 0; i < 4; i++ {
		defer fmt.Print(i, " ")
	}
	defer func() { fmt.Print("closure ") }()
	x := 1
	defer fmt.Print("x=", x, " ")
	x = 2
}

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			n *= 10
		}
	}()
	n = 4
	panic("oops")
}

func result() (s string) {
	defer func() { s += "!" }()
	return "value"
}

func unnamed() int {
	x := 1
	defer func() { x = 100 }()
	return x
}

type res struct{ name string }

func (r res) Close()       { fmt.Print("close ", r.name, " ") }
func (r *res) PtrClose()   { fmt.Print("ptr ", r.name, " ") }

type closer interface{ Close() }

func methods() {
	r := res{"a"}
	defer r.Close()
	defer r.PtrClose()
	r.name = "b"
	var c closer = r
	defer c.Close()
	c = res{"c"}
	m := map[string]int{"k": 1}
	defer func() { fmt.Print(len(m), " ") }()
	defer delete(m, "k")
	ch := make(chan int)
	defer func() { _, ok := <-ch; fmt.Print(ok, " ") }()
	defer close(ch)
}

func loopRecover() (count int) {
	for i := 0; i < 3; i++ {
		func() {
			defer func() {
				if recover() != nil {
					count++
				}
			}()
			panic(i)
		}()
	}
	return
}

func main() {
	order()
	fmt.Println()
	fmt.Println(named())
	fmt.Println(result(), unnamed(), loopRecover())
	methods()
	fmt.Println()
	func() {
		defer func() {
			fmt.Println("outer", recover())
		}()
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("second")
		}()
		panic(errors.New("first"))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func()
		defer f()
		fmt.Println("runs")
	}()
	fmt.Println(recover())
}
