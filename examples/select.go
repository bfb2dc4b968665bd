// Lesson 18: select waits for whichever channel is ready first.
package main

import "fmt"

// fibonacci sends numbers until quit says so.
func fibonacci(c chan<- int, quit <-chan struct{}) {
	x, y := 0, 1
	for {
		select {
		case c <- x:
			x, y = y, x+y
		case <-quit:
			close(c)
			return
		}
	}
}

// merge ends when both are closed: a nil channel is never ready.
func merge(a, b <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for a != nil || b != nil {
			select {
			case v, ok := <-a:
				if !ok {
					a = nil
					continue
				}
				out <- v
			case v, ok := <-b:
				if !ok {
					b = nil
					continue
				}
				out <- v
			}
		}
	}()
	return out
}

func count(from, to int) <-chan int {
	c := make(chan int)
	go func() {
		for i := from; i < to; i++ {
			c <- i
		}
		close(c)
	}()
	return c
}

func main() {
	c, quit := make(chan int), make(chan struct{})
	go fibonacci(c, quit)
	for range 10 {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
	close(quit)

	sum, n := 0, 0
	for v := range merge(count(0, 100), count(1000, 1100)) { // in some order
		sum += v
		n++
	}
	fmt.Println(n, "values, sum", sum)

	box := make(chan string, 1)
	for _, s := range []string{"kept", "dropped"} {
		select {
		case box <- s:
			fmt.Println("sent", s)
		default: // nothing ready: do not wait
			fmt.Println("full, no room for", s)
		}
	}
}
