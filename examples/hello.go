// Lesson 1: a program. `minigo examples/hello.go` runs it.
package main // the package of programs is called main

import "fmt" // formatted printing

// The program starts here and ends when main returns.
func main() {
	fmt.Println("Hello, world!")
	fmt.Println("Hello,", "世界") // texts are UTF-8; Println puts a blank between its arguments
	fmt.Printf("%d plus %d is %d\n", 20, 22, 20+22)
}
