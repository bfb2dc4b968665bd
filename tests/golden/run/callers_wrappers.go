// Frames that runtime.Callers gives: wrappers are none.
package main

import (
	"fmt"
	"runtime"
)

func trace() {
	pcs := make([]uintptr, 20)
	n := runtime.Callers(0, pcs)
	fs := runtime.CallersFrames(pcs[:n])
	for {
		f, more := fs.Next()
		fmt.Println(f.Function, f.Line > 0)
		if !more {
			break
		}
	}
}

type T int

func (T) M()  { trace() }
func (*T) PM() { trace() }

type O struct{ T }

func main() {
	trace()
	T(1).M()
	var i interface{ M() } = &O{}
	i.M()
	f := i.M
	f()
	g := O.M
	g(O{})
	defer trace()
	defer func() {
		trace()
		recover()
		trace()
	}()
	func() {
		defer T(1).M()
		defer i.M()
		var t T
		defer t.PM()
	}()
	done := make(chan bool)
	go func() { trace(); done <- true }()
	<-done
	panic(1)
}
