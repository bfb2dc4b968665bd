// exit: 2
package main

import "fmt"

func main() {
	var a any
	fmt.Println(a.(fmt.Stringer))
}
