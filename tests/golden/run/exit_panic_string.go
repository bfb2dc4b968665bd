// exit: 2
package main

import "fmt"

func inner(n int) {
	if n == 0 {
		panic("went wrong")
	}
	inner(n - 1)
}

func main() {
	defer fmt.Println("deferred call runs")
	inner(2)
}
