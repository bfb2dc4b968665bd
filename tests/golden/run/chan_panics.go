// Misuse of channels panics with the reference's words.
package main

import (
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Println(r, ok)
	}()
	f()
}

func main() {
	c := make(chan int)
	close(c)
	var n chan int
	size := -1
	try(func() { close(c) })
	try(func() { c <- 1 })
	try(func() { close(n) })
	try(func() { _ = make(chan int, size) })
	try(func() {
		select {
		case c <- 1:
		default:
		}
	})
	d := make(chan int)
	done := make(chan bool)
	go func() {
		defer func() { fmt.Println("sender:", recover()); done <- true }()
		d <- 1
	}()
	for i := 0; i < 100; i++ {
		runtime.Gosched()
	}
	close(d)
	<-done
}
