// container/heap, container/list, container/ring: every function, order of equal elements and of calls.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type item struct{ pri, id int }

type items []item

var calls []string

func (q items) Len() int { return len(q) }
func (q items) Less(i, j int) bool {
	calls = append(calls, fmt.Sprint("<", i, j))
	return q[i].pri < q[j].pri
}
func (q items) Swap(i, j int) {
	calls = append(calls, fmt.Sprint("x", i, j))
	q[i], q[j] = q[j], q[i]
}
func (q *items) Push(x any) { *q = append(*q, x.(item)) }
func (q *items) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

func heaps() {
	q := &items{}
	for i := 0; i < 25; i++ {
		*q = append(*q, item{i * 7 % 5, i})
	}
	heap.Init(q)
	fmt.Println(*q)
	for i := 0; i < 10; i++ {
		heap.Push(q, item{i % 3, 100 + i})
	}
	fmt.Println(heap.Remove(q, 4), heap.Remove(q, q.Len()-1), heap.Remove(q, 0))
	(*q)[7].pri = -1
	heap.Fix(q, 7)
	(*q)[0].pri = 9
	heap.Fix(q, 0)
	fmt.Println(calls)
	for q.Len() > 0 {
		fmt.Print(heap.Pop(q), " ")
	}
	fmt.Println(len(calls))
}

func show(l *list.List) {
	fmt.Print(l.Len(), ":")
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(" ", e.Value)
	}
	fmt.Print(" |")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(" ", e.Value)
	}
	fmt.Println()
}

func lists() {
	var l list.List
	fmt.Println(l.Front(), l.Back(), l.Len())
	a := l.PushBack("a")
	b := l.PushFront(2)
	c := l.InsertAfter(3.5, b)
	d := l.InsertBefore(nil, b)
	show(&l)
	other := list.New()
	e := other.PushBack("other")
	fmt.Println(l.InsertAfter(1, e), l.InsertBefore(1, e), l.Remove(e), other.Len())
	l.MoveToFront(e)
	l.MoveToBack(d)
	l.MoveToFront(a)
	l.MoveBefore(c, a)
	l.MoveAfter(c, d)
	l.MoveAfter(c, c)
	l.MoveBefore(c, e)
	show(&l)
	l.MoveBefore(b, c)
	l.MoveAfter(a, b)
	l.MoveAfter(b, d)
	show(&l)
	fmt.Println(l.Remove(b), l.Remove(b), b.Next(), b.Prev(), l.InsertAfter(0, b))
	l.PushBackList(&l)
	l.PushFrontList(other)
	show(&l)
	for e := l.Front(); e != nil; {
		next := e.Next()
		if e.Value == "a" {
			l.Remove(e)
		}
		e = next
	}
	show(&l)
	show(l.Init())
	var zero list.Element
	fmt.Println(zero.Next(), zero.Prev())
	var fresh list.List
	fresh.PushFrontList(other)
	fresh.MoveToBack(e)
	show(&fresh)
}

func rings() {
	r := ring.New(5)
	for i, e := 0, r; i < 5; i, e = i+1, e.Next() {
		e.Value = i
	}
	print := func(r *ring.Ring) {
		fmt.Print(r.Len(), ":")
		r.Do(func(v any) { fmt.Print(" ", v) })
		fmt.Println()
	}
	print(r)
	print(r.Move(2))
	print(r.Move(-1).Prev())
	print(r.Move(0))
	cut := r.Unlink(2)
	print(cut)
	print(r)
	print(r.Link(cut))
	print(r)
	print(r.Unlink(6))
	print(r.Unlink(0))
	var zero ring.Ring
	fmt.Println(zero.Len(), zero.Next() == &zero, zero.Move(3) == &zero)
	one := &ring.Ring{Value: "one"}
	one.Link(&ring.Ring{Value: "two"})
	print(one)
	print(one.Link(nil))
	print(ring.New(0))
	print(ring.New(-1))
	print(one.Link(one))
	print(one)
}

func main() {
	heaps()
	lists()
	rings()
}
