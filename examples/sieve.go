// Lesson 23: a parallel prime sieve: each prime is a goroutine that filters its multiples out.
package main

import "fmt"

func generate(out chan<- int) {
	for i := 2; ; i++ {
		out <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for n := range in {
		if n%prime != 0 {
			out <- n
		}
	}
}

func main() {
	numbers := make(chan int)
	go generate(numbers)
	count, sum := 0, 0
	for range 100 { // the first one that passes all filters is the next prime
		prime := <-numbers
		count++
		sum += prime
		if count <= 10 || count == 100 {
			fmt.Println("prime", count, "is", prime)
		}
		next := make(chan int)
		go filter(numbers, next, prime)
		numbers = next
	}
	fmt.Println("sum of the first", count, "is", sum)
	// main returns: the hundred goroutines end with it
}
