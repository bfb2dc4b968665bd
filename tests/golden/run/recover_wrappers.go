// Which recover recovers: wrappers of the compiler's do not count as functions, `defer recover()` is one of them.
package main

import "fmt"


type T struct{}

func (T) Rec()   { fmt.Println("T.Rec", recover()) }
func (*T) PRec() { fmt.Println("PRec", recover()) }

type E struct{ T }
type I interface{ Rec() }

func loopRecover() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		for i := 0; i < 1; i++ {
			defer recover()
		}
	}()
	panic("loop")
}

func plainRecover() {
	defer func() { fmt.Println("outer", recover()) }()
	defer func() {
		defer recover()
	}()
	panic("plain")
}
func direct() {
	defer func() { fmt.Println("outer", recover()) }()
	defer recover()
	panic("direct")
}
func try(s string, f func()) {
	defer func() { fmt.Println("outer", s, recover()) }()
	f()
}
func ret() (x any) {
	return recover()
}
func main() {
	loopRecover()
	plainRecover()
	direct()
	try("methval", func() { t := T{}; f := t.Rec; defer f(); panic(1) })
	try("iface", func() { var i I = E{}; defer i.Rec(); panic(1) })
	try("ifacemv", func() { var i I = &E{}; f := i.Rec; defer f(); panic(1) })
	try("embed", func() { e := &E{}; defer e.Rec(); panic(1) })
	try("embedp", func() { e := &E{}; defer e.PRec(); panic(1) })
	try("mexpr", func() { f := (*E).PRec; defer f(&E{}); panic(1) })
	try("mexpri", func() { f := I.Rec; defer f(&E{}); panic(1) })
	try("closure in closure", func() { defer func() { func() { fmt.Println(recover()) }() }(); panic(1) })
	try("defer in deferred", func() { defer func() { defer func() { fmt.Println("in", recover()) }() }(); panic(1) })
	try("mv in deferred", func() { defer func() { var i I = E{}; defer i.Rec() }(); panic(1) })
	try("args", func() { defer fmt.Println("arg", recover()); panic(1) })
	try("args in deferred", func() { defer func() { defer fmt.Println("arg", recover()) }(); panic(1) })
	try("ret", func() { defer func() { fmt.Println(ret()) }(); panic(1) })
	try("ret", func() { defer ret(); panic(1) })
	try("go recover", func() { defer func() { go recover() }(); panic(1) })
	try("deferred panic", func() { defer panic(2); panic(1) })
	try("nested wrapper", func() {
		defer func() {
			defer func() {
				fmt.Println("a", recover())
			}()
			defer recover()
			panic(2)
		}()
		panic(1)
	})
	try("recover deferred builtin after recovered", func() {
		defer func() {
			defer recover()
			defer func() { fmt.Println("3:", recover()) }()
			panic(3)
		}()
		panic(2)
	})
}
