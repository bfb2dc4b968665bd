// The same fault in a deferred call is the same panic again.
// exit: 2
package main

type T struct{ p *int }

func (t T) get() int { return *t.p }

func div(a, b int) int { return a / b }

func main() {
	defer func() {
		defer func() {
			recover()
			div(2, T{}.get())
		}()
		recover()
		T{}.get()
	}()
	zero := 0
	defer func() {
		defer func() { recover(); div(2, zero) }()
		recover()
		div(3, zero)
	}()
	div(1, zero)
}
