// Channels: buffering, closing, ranging, directions, nil channels in select.
package main

import "fmt"

func produce(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 0; i < n; i++ {
			ch <- i
		}
	}()
	return ch
}

func square(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v * v
	}
	close(out)
}

func main() {
	sum := 0
	for v := range produce(100) {
		sum += v
	}
	fmt.Println(sum)
	out := make(chan int, 4)
	go square(produce(10), out)
	for v := range out {
		fmt.Print(v, " ")
	}
	fmt.Println(len(out), cap(out))
	b := make(chan string, 2)
	b <- "x"
	b <- "y"
	fmt.Println(len(b), cap(b), <-b, <-b)
	close(b)
	v, ok := <-b
	fmt.Printf("%q %v\n", v, ok)
	done := make(chan struct{})
	go func() { close(done) }()
	<-done
	<-done
	type pair struct {
		a int8
		b string
		c [3]byte
	}
	pc := make(chan pair)
	go func() { pc <- pair{-1, "p", [3]byte{1, 2, 3}} }()
	fmt.Println(<-pc)
	i8 := make(chan int8, 1)
	i8 <- -7
	fmt.Println(<-i8 - 1)
	var e chan any = make(chan any, 3)
	e <- nil
	e <- 1
	e <- "s"
	fmt.Println(<-e, <-e, <-e)
	cc := make(chan chan int, 1)
	c1 := make(chan int, 1)
	cc <- c1
	(<-cc) <- 5
	fmt.Println(<-c1, c1 == c1, cc == nil)
}
