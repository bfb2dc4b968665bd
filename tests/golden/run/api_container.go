// Every exported name of container/heap, container/list, container/ring, with its type; the constants' values are printed. Made by tools/gen_api.go.
package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"sort"
)

var (
	_ func(h heap.Interface, i int) = heap.Fix
	_ func(h heap.Interface) = heap.Init
	_ *interface{Pop() any; Push(x any); sort.Interface} = (*interface{Pop() any; Push(x any); sort.Interface})((*heap.Interface)(nil))
	_ func(h heap.Interface) any = heap.Pop
	_ func(h heap.Interface, x any) = heap.Push
	_ func(h heap.Interface, i int) any = heap.Remove
	_ list.Element
	_ func(list.Element) any = func(x list.Element) any { return x.Value }
	_ func(*list.Element) *list.Element = (*list.Element).Next
	_ func(*list.Element) *list.Element = (*list.Element).Prev
	_ list.List
	_ func(*list.List) *list.List = (*list.List).Init
	_ func(*list.List) int = (*list.List).Len
	_ func(*list.List) *list.Element = (*list.List).Front
	_ func(*list.List) *list.Element = (*list.List).Back
	_ func(_ *list.List, e *list.Element) any = (*list.List).Remove
	_ func(_ *list.List, v any) *list.Element = (*list.List).PushFront
	_ func(_ *list.List, v any) *list.Element = (*list.List).PushBack
	_ func(_ *list.List, v any, mark *list.Element) *list.Element = (*list.List).InsertBefore
	_ func(_ *list.List, v any, mark *list.Element) *list.Element = (*list.List).InsertAfter
	_ func(_ *list.List, e *list.Element) = (*list.List).MoveToFront
	_ func(_ *list.List, e *list.Element) = (*list.List).MoveToBack
	_ func(_ *list.List, e *list.Element, mark *list.Element) = (*list.List).MoveBefore
	_ func(_ *list.List, e *list.Element, mark *list.Element) = (*list.List).MoveAfter
	_ func(_ *list.List, other *list.List) = (*list.List).PushBackList
	_ func(_ *list.List, other *list.List) = (*list.List).PushFrontList
	_ func() *list.List = list.New
	_ func(n int) *ring.Ring = ring.New
	_ ring.Ring
	_ func(ring.Ring) any = func(x ring.Ring) any { return x.Value }
	_ func(*ring.Ring) *ring.Ring = (*ring.Ring).Next
	_ func(*ring.Ring) *ring.Ring = (*ring.Ring).Prev
	_ func(_ *ring.Ring, n int) *ring.Ring = (*ring.Ring).Move
	_ func(_ *ring.Ring, s *ring.Ring) *ring.Ring = (*ring.Ring).Link
	_ func(_ *ring.Ring, n int) *ring.Ring = (*ring.Ring).Unlink
	_ func(*ring.Ring) int = (*ring.Ring).Len
	_ func(_ *ring.Ring, f func(any)) = (*ring.Ring).Do
)

func main() {
	fmt.Println("all there")
}
