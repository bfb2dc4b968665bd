package main

import (
	"fmt"
	"sync"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var m sync.Map
	m.Store(1, 2)
	try(func() { m.Load([]int{1}) })
	try(func() { m.Store(map[int]int{}, 1) })
	try(func() { m.LoadOrStore(func() {}, 1) })
	try(func() { m.Delete([]int{1}) })
	try(func() { m.Swap([1]any{[]int{1}}, 1) })
	try(func() { m.CompareAndSwap(1, []int{}, 3) })
	try(func() { m.CompareAndDelete(1, []int{}) })
	try(func() { m.CompareAndSwap(1, 2, []int{}); fmt.Println(m.Load(1)) })
	try(func() { m.CompareAndSwap(1, []int{}, 3) })
	try(func() { m.CompareAndDelete(7, []int{}) })
	var e sync.Map
	try(func() { fmt.Println(e.Load([]int{1})) })
	try(func() { e.Delete([]int{1}) })
	mm := map[any]int{}
	try(func() { mm[struct{ a any }{[]int{}}] = 1 })
}
