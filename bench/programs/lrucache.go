// A cache of map and doubly linked list, and container/list. size: operations; default: 3000000; interp: 500000
package main

import (
	"container/list"
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

type node struct {
	key, value int
	prev, next *node
}

type cache struct {
	capacity   int
	items      map[int]*node
	head, tail *node
}

func newCache(n int) *cache {
	c := &cache{capacity: n, items: make(map[int]*node), head: &node{}, tail: &node{}}
	c.head.next, c.tail.prev = c.tail, c.head
	return c
}

func (c *cache) unlink(n *node) { n.prev.next, n.next.prev = n.next, n.prev }

func (c *cache) pushFront(n *node) {
	n.prev, n.next = c.head, c.head.next
	c.head.next.prev = n
	c.head.next = n
}

func (c *cache) get(key int) (int, bool) {
	if n, ok := c.items[key]; ok {
		c.unlink(n)
		c.pushFront(n)
		return n.value, true
	}
	return 0, false
}

func (c *cache) put(key, value int) {
	if n, ok := c.items[key]; ok {
		n.value = value
		c.unlink(n)
		c.pushFront(n)
		return
	}
	if len(c.items) >= c.capacity {
		last := c.tail.prev
		c.unlink(last)
		delete(c.items, last.key)
	}
	n := &node{key: key, value: value}
	c.items[key] = n
	c.pushFront(n)
}

type pair struct {
	key   string
	value int
}

func main() {
	n := size(3000000)
	c := newCache(1000)
	seed := uint32(3)
	hits := 0
	for i := 0; i < n; i++ {
		seed = seed*1664525 + 1013904223
		k := int(seed>>20) % 2000
		if v, ok := c.get(k); ok {
			hits += v & 1
		} else {
			c.put(k, i)
		}
	}
	l := list.New()
	index := map[string]*list.Element{}
	for i := 0; i < n/4; i++ {
		seed = seed*1664525 + 1013904223
		k := strconv.Itoa(int(seed>>20) % 500)
		if e, ok := index[k]; ok {
			l.MoveToFront(e)
			hits += e.Value.(*pair).value & 1
			continue
		}
		if l.Len() >= 250 {
			e := l.Back()
			delete(index, e.Value.(*pair).key)
			l.Remove(e)
		}
		index[k] = l.PushFront(&pair{k, i})
	}
	fmt.Println(hits, len(c.items), l.Len())
}
