// recover works only in a function called directly by a deferred call.
package main

import "fmt"

func helper() any { return recover() }

func tryHelper() (r any) {
	defer func() { r = recover() }()
	defer func() { fmt.Println("through a helper:", helper()) }()
	panic("p")
}

func direct() {
	defer deferredRecover()
	panic("direct")
}

func deferredRecover() { fmt.Println("deferred function:", recover()) }

type T struct{}

func (T) Rec()   { fmt.Println("method:", recover()) }
func (*T) PRec() { fmt.Println("pointer method:", recover()) }

type R interface{ Rec() }
type Emb struct{ T }

func viaMethod(v R) {
	defer v.Rec()
	panic("via interface")
}

func rethrow() {
	defer func() {
		r := recover()
		fmt.Println("got", r)
		panic(fmt.Sprint("again ", r))
	}()
	panic("one")
}

func nested() {
	defer func() { fmt.Println("outer recovers", recover()) }()
	func() {
		defer func() { fmt.Println("no recover here") }()
		panic("deep")
	}()
	fmt.Println("unreached")
}

func afterRecover() (s string) {
	defer func() {
		recover()
		s += " resumed"
	}()
	s = "set"
	panic(1)
}

func main() {
	fmt.Println(tryHelper())
	direct()
	viaMethod(T{})
	viaMethod(&T{})
	viaMethod(Emb{})
	func() {
		defer (&T{}).PRec()
		panic("ptr")
	}()
	func() {
		defer func() { fmt.Println("finally", recover()) }()
		rethrow()
	}()
	nested()
	fmt.Println(afterRecover())
	func() {
		defer func() {
			r := recover()
			fmt.Printf("%T %v\n", r, r)
		}()
		panic(nil)
	}()
	func() {
		defer func() { fmt.Println(recover(), recover()) }()
		panic("once")
	}()
	func() {
		defer func() { recover() }()
		for i := 0; ; i++ {
			defer func() { fmt.Print(i, " ") }()
			if i == 3 {
				panic("stop")
			}
		}
	}()
	fmt.Println()
}
