// exit: 2
package main

type myErr struct{ msg string }

func (e *myErr) Error() string { return "my error: " + e.msg }

func main() {
	panic(&myErr{"lost"})
}
