// Mutex, RWMutex, WaitGroup, Once, Cond, atomic counters.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) add(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func main() {
	var wg sync.WaitGroup
	acc := &account{}
	var total atomic.Int64
	var plain int32
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				acc.add(1)
				total.Add(int64(n))
				atomic.AddInt32(&plain, 1)
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(acc.balance, total.Load(), plain)
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	var rw sync.RWMutex
	m := map[int]int{}
	for i := 0; i < 10; i++ {
		wg.Add(2)
		go func() { defer wg.Done(); rw.Lock(); m[i] = i; rw.Unlock() }()
		go func() { defer wg.Done(); rw.RLock(); _ = m[i]; rw.RUnlock() }()
	}
	wg.Wait()
	fmt.Println(len(m), acc.mu.TryLock(), acc.mu.TryLock())
	acc.mu.Unlock()
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready == 0 {
				cond.Wait()
			}
			ready++
			mu.Unlock()
		}()
	}
	mu.Lock()
	ready = 1
	cond.Broadcast()
	mu.Unlock()
	wg.Wait()
	fmt.Println(ready)
	var v atomic.Value
	v.Store("stored")
	var flag atomic.Bool
	fmt.Println(v.Load(), flag.CompareAndSwap(false, true), flag.Load(), total.Swap(5), total.CompareAndSwap(5, 6), total.Load())
	var p sync.Pool
	p.New = func() any { return "new" }
	fmt.Println(p.Get())
	var sm sync.Map
	sm.Store("k", 1)
	got, ok := sm.Load("k")
	_, loaded := sm.LoadOrStore("k", 2)
	sm.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	fmt.Println(got, ok, loaded)
	wg.Go(func() { fmt.Println("go") })
	wg.Wait()
}
