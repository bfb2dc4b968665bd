package main

func main() {
	var r <-chan int
	var s chan<- int
	r <- 1
	<-s
	close(r)
	for range s {
	}
	c := make(chan int)
	c <- "a"
	var d chan string = c
	_ = make(int)
	_ = make([]int)
	_ = make([]int, 2, 1)
	_ = make([]int, -1)
	select {
	case 1:
	}
	_ = d
}
