// Lesson 20: a pipeline: stages that run at the same time, joined by channels, stopped by one close.
package main

import "fmt"

func generate(done <-chan struct{}, from int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := from; ; i++ {
			select {
			case out <- i:
			case <-done: // nobody reads any more: do not stay behind
				return
			}
		}
	}()
	return out
}

// stage applies f to each value; f says whether to keep it.
func stage(done <-chan struct{}, in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if v, keep := f(v); keep {
				select {
				case out <- v:
				case <-done:
					return
				}
			}
		}
	}()
	return out
}

func main() {
	done := make(chan struct{})
	numbers := generate(done, 1)
	odd := stage(done, numbers, func(n int) (int, bool) { return n, n%2 == 1 })
	squared := stage(done, odd, func(n int) (int, bool) { return n * n, true })
	noThree := stage(done, squared, func(n int) (int, bool) { return n, n%3 != 0 })
	for range 8 {
		fmt.Print(<-noThree, " ")
	}
	fmt.Println()
	close(done) // every stage sees it
	for range noThree {
	}
	fmt.Println("all stages have ended")
}
