// Garbage is collected while structures survive.
package main

import (
	"fmt"
	"runtime"
)

type tree struct{ l, r *tree }

func build(d int) *tree {
	if d == 0 {
		return &tree{}
	}
	return &tree{build(d - 1), build(d - 1)}
}

func (t *tree) count() int {
	if t == nil {
		return 0
	}
	return 1 + t.l.count() + t.r.count()
}

func main() {
	long := build(12)
	m := map[int][]byte{}
	total := 0
	for i := 0; i < 200; i++ {
		total += build(8).count()
		m[i%20] = make([]byte, 1000+i)
		if i%50 == 0 {
			runtime.GC()
		}
	}
	sum := 0
	for _, b := range m {
		sum += len(b)
	}
	ch := make(chan *tree)
	for i := 0; i < 4; i++ {
		go func() { ch <- build(10) }()
	}
	for i := 0; i < 4; i++ {
		total += (<-ch).count()
	}
	fmt.Println(long.count(), total, sum)
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.NumGC > 0, ms.HeapAlloc > 0, ms.Mallocs > 0)
}
