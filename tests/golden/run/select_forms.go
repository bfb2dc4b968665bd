// select: default, several ready cases, timeouts, nil channels, send cases, loops.
package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int, 1), make(chan string, 1)
	select {
	case v := <-a:
		fmt.Println("a", v)
	default:
		fmt.Println("nothing")
	}
	a <- 1
	select {
	case v, ok := <-a:
		fmt.Println("a", v, ok)
	case s := <-b:
		fmt.Println("b", s)
	}
	select {
	case b <- "sent":
		fmt.Println("sent")
	case <-a:
		fmt.Println("?")
	}
	fmt.Println(<-b)
	var nilc chan int
	select {
	case <-nilc:
		fmt.Println("never")
	case nilc <- 1:
		fmt.Println("never")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	counts := map[string]int{}
	x, y := make(chan int), make(chan int)
	quit := make(chan bool)
	go func() {
		for i := 0; i < 50; i++ {
			x <- i
		}
		for i := 0; i < 50; i++ {
			y <- i
		}
		close(quit)
	}()
loop:
	for {
		select {
		case <-x:
			counts["x"]++
		case v := <-y:
			if v == 49 {
				counts["last"]++
				continue loop
			}
			counts["y"]++
		case <-quit:
			break loop
		}
	}
	fmt.Println(counts)
	both := [2]int{}
	for i := 0; i < 200; i++ {
		p, q := make(chan int, 1), make(chan int, 1)
		p <- 1
		q <- 1
		select {
		case <-p:
			both[0]++
		case <-q:
			both[1]++
		}
	}
	fmt.Println(both[0] > 20, both[1] > 20, both[0]+both[1])
	arr := [3]int{}
	idx := func(i int) int { fmt.Print("idx "); return i }
	c := make(chan int, 1)
	c <- 42
	select {
	case arr[idx(1)] = <-c:
	}
	fmt.Println(arr)
	m := map[string]bool{}
	closed := make(chan int)
	close(closed)
	select {
	case arr[0], m["ok"] = <-closed:
	}
	fmt.Println(arr, m)
}
