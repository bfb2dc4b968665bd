// Lesson 21: a pool of workers: many jobs, few goroutines.
package main

import (
	"fmt"
	"sort"
	"sync"
)

type job struct{ id, n int }
type result struct{ id, divisors int }

func divisors(n int) (count int) {
	for d := 1; d <= n; d++ {
		if n%d == 0 {
			count++
		}
	}
	return
}

func main() {
	const workers = 4
	jobs := make(chan job)
	results := make(chan result)

	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs { // all workers read the same channel
				results <- result{j.id, divisors(j.n)}
			}
		}()
	}
	go func() { // hands out the jobs
		for i := range 12 {
			jobs <- job{i, 1000 + i*37}
		}
		close(jobs)
	}()
	go func() { // and this closes the results when the last worker is done
		wg.Wait()
		close(results)
	}()

	var all []result
	for r := range results { // in the order in which they are ready
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].id < all[j].id })
	for _, r := range all {
		fmt.Printf("job %2d: %d divisors\n", r.id, r.divisors)
	}
}
