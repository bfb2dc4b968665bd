// exit: 2
package main

import "fmt"

func main() {
	var x any = "s"
	fmt.Println(x.(int))
}
