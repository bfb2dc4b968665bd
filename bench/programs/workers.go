// Mutex, RWMutex, WaitGroup, Once, atomic, worker pools, pipelines. size: jobs; default: 1000000; interp: 150000
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

type store struct {
	sync.RWMutex
	m map[int]int
}

func (s *store) get(k int) int {
	s.RLock()
	defer s.RUnlock()
	return s.m[k]
}

func (s *store) put(k, v int) {
	s.Lock()
	s.m[k] = v
	s.Unlock()
}

func stage(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int, 16)
	go func() {
		defer close(out)
		for v := range in {
			out <- f(v)
		}
	}()
	return out
}

func main() {
	n := size(1000000)
	var a account
	s := &store{m: map[int]int{}}
	var once sync.Once
	var started, sum atomic.Int64
	var wg sync.WaitGroup
	jobs := make(chan int, 64)
	results := make(chan int, 64)
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				once.Do(func() { started.Add(1) })
				a.deposit(1)
				if j&7 == 0 {
					s.put(j&0xff, j)
				}
				sum.Add(int64(j & 3))
				_ = s.get(j & 0xff)
				results <- j ^ 1
			}
		}()
	}
	go func() {
		for i := 0; i < n; i++ {
			jobs <- i
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	total := 0
	for r := range results {
		total += r
	}
	fmt.Println(total, a.balance, len(s.m), started.Load(), sum.Load())
	src := make(chan int)
	go func() {
		for i := 0; i < n/4; i++ {
			src <- i
		}
		close(src)
	}()
	total = 0
	for v := range stage(stage(stage(src, func(x int) int { return x + 1 }), func(x int) int { return x * 2 }), func(x int) int { return x & 0xff }) {
		total += v
	}
	done := make(chan struct{})
	var mu sync.Mutex
	count := 0
	for i := 0; i < 8; i++ {
		go func() {
			for j := 0; j < n/8; j++ {
				mu.Lock()
				count++
				mu.Unlock()
			}
			done <- struct{}{}
		}()
	}
	for i := 0; i < 8; i++ {
		<-done
	}
	fmt.Println(total, count)
}
