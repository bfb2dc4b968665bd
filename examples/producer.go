// Lesson 24: producers and consumers around a bounded buffer, built by hand from a mutex and conditions.
package main

import (
	"fmt"
	"sync"
)

type Buffer struct {
	mu              sync.Mutex
	notEmpty, space *sync.Cond
	items           []int
	limit, peak     int
	closed          bool
}

func NewBuffer(limit int) *Buffer {
	b := &Buffer{limit: limit}
	b.notEmpty, b.space = sync.NewCond(&b.mu), sync.NewCond(&b.mu)
	return b
}

func (b *Buffer) Put(v int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == b.limit { // Wait gives the lock away while it sleeps
		b.space.Wait()
	}
	b.items = append(b.items, v)
	b.peak = max(b.peak, len(b.items))
	b.notEmpty.Signal()
}

func (b *Buffer) Get() (v int, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 && !b.closed {
		b.notEmpty.Wait()
	}
	if len(b.items) == 0 {
		return 0, false
	}
	v, b.items = b.items[0], b.items[1:]
	b.space.Signal()
	return v, true
}

func (b *Buffer) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.notEmpty.Broadcast() // wakes all
}

func main() {
	b := NewBuffer(4)
	var producers, consumers sync.WaitGroup
	for p := range 3 {
		producers.Add(1)
		go func() {
			defer producers.Done()
			for i := range 100 {
				b.Put(p*100 + i)
			}
		}()
	}
	sums := make([]int, 2)
	for c := range sums {
		consumers.Add(1)
		go func() {
			defer consumers.Done()
			for v, ok := b.Get(); ok; v, ok = b.Get() {
				sums[c] += v
			}
		}()
	}
	producers.Wait()
	b.Close()
	consumers.Wait()
	fmt.Println("sum", sums[0]+sums[1], "never more than", b.limit, "waiting:", b.peak <= b.limit)
}
