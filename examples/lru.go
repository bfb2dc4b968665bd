// Lesson 31: an LRU cache: a map finds the entry, a ring of pointers keeps the order of use.
package main

import (
	"fmt"
	"sync"
)

type entry struct {
	key        string
	value      int
	prev, next *entry
}

// Cache keeps the entries that were used last; safe for several goroutines.
type Cache struct {
	mu           sync.Mutex
	limit        int
	byKey        map[string]*entry
	ring         entry // ring.next: used last; ring.prev: first to go
	hits, misses int
}

func NewCache(limit int) *Cache {
	c := &Cache{limit: limit, byKey: map[string]*entry{}}
	c.ring.prev, c.ring.next = &c.ring, &c.ring // it closes on itself: no special cases
	return c
}

func (e *entry) unlink() { e.prev.next, e.next.prev = e.next, e.prev }

func (c *Cache) toFront(e *entry) {
	e.prev, e.next = &c.ring, c.ring.next
	e.prev.next, e.next.prev = e, e
}

// Get computes what is not there.
func (c *Cache) Get(key string, compute func(string) int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if ok {
		c.hits++
		e.unlink()
	} else {
		c.misses++
		e = &entry{key: key, value: compute(key)}
		c.byKey[key] = e
	}
	c.toFront(e)
	if len(c.byKey) > c.limit {
		last := c.ring.prev
		last.unlink()
		delete(c.byKey, last.key)
	}
	return e.value
}

func (c *Cache) Keys() (keys []string) {
	for e := c.ring.next; e != &c.ring; e = e.next {
		keys = append(keys, e.key)
	}
	return
}

func main() {
	c := NewCache(3)
	length := func(s string) int { return len(s) }
	for _, k := range []string{"one", "two", "three", "one", "four", "two", "one"} {
		fmt.Println(k, c.Get(k, length), c.Keys())
	}
	fmt.Println("hits", c.hits, "misses", c.misses)
}
