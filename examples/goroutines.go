// Lesson 16: go starts a call beside the others. Thousands are cheap; a WaitGroup waits for them.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	squares := make([]int, 10) // each goroutine has an element of its own: no lock needed
	for i := range squares {
		wg.Add(1)
		go func() {
			defer wg.Done()
			squares[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(squares)

	// They may run at the same time: a shared counter must be atomic (or locked).
	var total atomic.Int64
	for range 10000 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			total.Add(1)
		}()
	}
	wg.Wait()
	fmt.Println("goroutines that ran:", total.Load())

	// sync.Once: exactly one of many does it.
	var once sync.Once
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { fmt.Println("only once") })
		}()
	}
	wg.Wait()
}
