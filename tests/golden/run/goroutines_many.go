// Ten thousand goroutines; a chain of them; results over one channel.
package main

import "fmt"

func link(in, out chan int) { out <- 1 + <-in }

func main() {
	first := make(chan int)
	in := first
	for i := 0; i < 10000; i++ {
		out := make(chan int)
		go link(in, out)
		in = out
	}
	first <- 0
	fmt.Println(<-in)
	results := make(chan int)
	for i := 1; i <= 1000; i++ {
		go func() { results <- i }()
	}
	sum := 0
	for i := 0; i < 1000; i++ {
		sum += <-results
	}
	fmt.Println(sum)
}
