// Panics while a sort runs, in builtins that are deferred, in promoted methods of nil interfaces.
// exit: 2
package main

import "sort"

type S []int

func (s S) Len() int           { return len(s) }
func (s S) Less(i, j int) bool { panic(s[j]) }
func (s S) Swap(i, j int)      {}

type I interface{ M() int }
type P struct{ I }

func deferred() {
	defer println("d1")
	defer panic("deferred")
	sort.Sort(S{1, 2, 3})
}

func main() {
	var i I = P{}
	f := i.M
	defer f()
	defer println("last")
	defer close((chan int)(nil))
	deferred()
}
