// container/heap through an interface: a priority queue of structs. size: items; default: 400000; interp: 80000
package main

import (
	"container/heap"
	"fmt"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type item struct {
	pri, index int
	name       string
}

type queue []*item

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].pri < q[j].pri }
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index = i
	q[j].index = j
}
func (q *queue) Push(x any) {
	it := x.(*item)
	it.index = len(*q)
	*q = append(*q, it)
}
func (q *queue) Pop() any {
	old := *q
	n := len(old)
	it := old[n-1]
	old[n-1] = nil
	*q = old[:n-1]
	return it
}

func main() {
	n := size(400000)
	q := &queue{}
	seed := uint32(9)
	sum := 0
	for i := 0; i < n; i++ {
		seed = seed*1664525 + 1013904223
		heap.Push(q, &item{pri: int(seed >> 8), name: "x"})
		if i%3 == 2 {
			sum += heap.Pop(q).(*item).pri % 1000
		}
		if i%5 == 4 {
			it := (*q)[len(*q)/2]
			it.pri /= 2
			heap.Fix(q, it.index)
		}
	}
	for q.Len() > 0 {
		sum += heap.Pop(q).(*item).pri % 1000
	}
	fmt.Println(sum)
}
