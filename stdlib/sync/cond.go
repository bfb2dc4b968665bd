package sync

import (
	"sync/atomic"
	"unsafe"
)

// A Cond is a place where goroutines wait for an event. L is held while the condition is looked at or changed.
type Cond struct {
	noCopy  noCopy
	L       Locker
	list    notifyList
	checker uintptr
}

type notifyList struct {
	next, notified uint32
	unused         [3]uintptr
}

func notifyAdd(l *notifyList) uint32
func notifyWait(l *notifyList, ticket uint32)
func notifyOne(l *notifyList)
func notifyAll(l *notifyList)

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// check panics if the Cond was copied after its first use.
func (c *Cond) check() {
	self := uintptr(unsafe.Pointer(c))
	if c.checker != self && !atomic.CompareAndSwapUintptr(&c.checker, 0, self) && c.checker != self {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	c.check()
	t := notifyAdd(&c.list)
	c.L.Unlock()
	defer c.L.Lock() // also for a goroutine that is ended while it waits: its deferred calls unlock
	notifyWait(&c.list, t)
}

// Signal wakes one goroutine that waits, if there is one.
func (c *Cond) Signal() {
	c.check()
	notifyOne(&c.list)
}

// Broadcast wakes all goroutines that wait.
func (c *Cond) Broadcast() {
	c.check()
	notifyAll(&c.list)
}
