// Lesson 29: a binary tree: pointers, recursion, and nil as the empty tree.
package main

import (
	"fmt"
	"strings"
)

type Tree struct {
	left, right *Tree
	key         int
}

func (t *Tree) Insert(key int) *Tree {
	if t == nil { // methods work on nil pointers
		return &Tree{key: key}
	}
	switch {
	case key < t.key:
		t.left = t.left.Insert(key)
	case key > t.key:
		t.right = t.right.Insert(key)
	}
	return t
}

func (t *Tree) Height() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.left.Height(), t.right.Height())
}

// Each calls f with every key in order, until f says false.
func (t *Tree) Each(f func(int) bool) bool {
	return t == nil || t.left.Each(f) && f(t.key) && t.right.Each(f)
}

func (t *Tree) Show(depth int) {
	if t != nil {
		t.right.Show(depth + 1)
		fmt.Println(strings.Repeat("    ", depth) + fmt.Sprint(t.key))
		t.left.Show(depth + 1)
	}
}

// Two trees hold the same keys, whatever their shape: walk both at once, each in a goroutine.
func same(a, b *Tree) bool {
	walk := func(t *Tree) <-chan int {
		c := make(chan int, 16)
		go func() {
			t.Each(func(k int) bool { c <- k; return true })
			close(c)
		}()
		return c
	}
	x, y := walk(a), walk(b)
	for {
		k, ok := <-x
		l, ok2 := <-y
		if !ok || !ok2 || k != l {
			return ok == ok2 && k == l
		}
	}
}

func main() {
	var a, b *Tree
	for i := range 7 {
		a = a.Insert(i * 4 % 7)
		b = b.Insert(i)
	}
	a.Show(0)
	fmt.Println("heights", a.Height(), b.Height(), "same keys:", same(a, b), same(a, b.Insert(9)))
	a.Each(func(k int) bool { fmt.Print(k, " "); return k < 4 })
	fmt.Println()
}
