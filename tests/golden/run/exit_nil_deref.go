// exit: 2
package main

type T struct{ next *T; v int }

func main() {
	t := &T{}
	println(t.next.v)
}
