// Lesson 17: channels hand values from goroutine to goroutine, and make them wait for each other.
package main

import "fmt"

func squares(n int) <-chan int { // the caller may only receive
	out := make(chan int) // unbuffered: a send waits for its receiver
	go func() {
		defer close(out) // says: no more will come
		for i := 1; i <= n; i++ {
			out <- i * i
		}
	}()
	return out
}

func main() {
	for v := range squares(5) { // until it is closed
		fmt.Print(v, " ")
	}
	fmt.Println()

	queue := make(chan string, 2) // buffered: two sends need no receiver
	queue <- "first"
	queue <- "second"
	fmt.Println(len(queue), "of", cap(queue))
	fmt.Println(<-queue, <-queue)

	close(queue)
	v, ok := <-queue // a closed channel gives zero values
	fmt.Printf("%q %t\n", v, ok)

	// A channel as a signal: the value does not matter.
	done := make(chan struct{})
	sum := 0
	go func() {
		for v := range squares(100) {
			sum += v
		}
		close(done)
	}()
	<-done // what happened before the close is seen after the receive
	fmt.Println("sum of squares:", sum)

	// Ping-pong on two channels.
	ping, pong := make(chan int), make(chan int)
	go func() {
		for n := range ping {
			pong <- n + 1
		}
		close(pong)
	}()
	n := 0
	for range 1000 {
		ping <- n
		n = <-pong
	}
	close(ping)
	fmt.Println("after 1000 rounds:", n)
}
