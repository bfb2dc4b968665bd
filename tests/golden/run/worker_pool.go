// A pool of workers over channels; results gathered in order.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct {
	job
	sum int
}

func main() {
	jobs := make(chan job)
	results := make(chan result, 8)
	var wg sync.WaitGroup
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				s := 0
				for i := 1; i <= j.n; i++ {
					s += i
				}
				results <- result{j, s}
			}
		}()
	}
	go func() {
		for i := 0; i < 50; i++ {
			jobs <- job{i, i * 10}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	byID := make([]int, 50)
	for r := range results {
		byID[r.id] = r.sum
	}
	fmt.Println(byID)
}
