// Atomic loads are calls: they happen in their order among calls, and a nil pointer panics. Once and Value stand on them.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

var (
	i32 int32  = -5
	u32 uint32 = 4000000000
	i64 int64  = -1 << 40
	u64 uint64 = 1 << 63
	uip uintptr
	ptr unsafe.Pointer
	n   int
)

func bump() int32 {
	atomic.AddInt32(&i32, 100)
	return 1
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	ptr = unsafe.Pointer(&n)
	uip = 12
	fmt.Println(atomic.LoadInt32(&i32), atomic.LoadUint32(&u32), atomic.LoadInt64(&i64), atomic.LoadUint64(&u64))
	fmt.Println(atomic.LoadUintptr(&uip), atomic.LoadPointer(&ptr) == unsafe.Pointer(&n))
	fmt.Println(atomic.LoadInt32(&i32)+bump()+atomic.LoadInt32(&i32), bump()-atomic.LoadInt32(&i32))
	s := []int32{1, 2, 3}
	s[atomic.LoadUintptr(&uip)-11] += bump()
	fmt.Println(s)
	load := atomic.LoadInt32
	fmt.Println(load(&i32))
	go atomic.LoadInt64(&i64)
	defer atomic.LoadInt64(&i64)
	atomic.LoadUint32(&u32)
	if atomic.LoadInt64(&i64) < 0 && atomic.LoadPointer(&ptr) != nil {
		fmt.Println("yes")
	}
	try(func() { atomic.LoadInt32(nil) })
	try(func() { _ = atomic.LoadUint64((*uint64)(nil)) })
	var once sync.Once
	for range 3 {
		once.Do(func() { n++ })
	}
	try(func() { new(sync.Once).Do(func() { panic("once") }) })
	var failing sync.Once
	try(func() { failing.Do(func() { panic("first") }) })
	try(func() { failing.Do(func() { panic("second") }) })
	var v atomic.Value
	fmt.Println(v.Load(), n)
	v.Store([]string{"a"})
	x := v.Load().([]string)
	x[0] = "b"
	fmt.Println(v.Load(), v.Swap([]string{"c"}), v.Load())
	try(func() { v.Store(1) })
	try(func() { v.Store(nil) })
	b := make([]byte, 0, 4)
	ss := make([]string, 0, 2)
	for c := byte('a'); c < 'g'; c++ {
		b = append(b, c)
		ss = append(ss, string(b))
	}
	fmt.Println(string(b), ss, cap(b), cap(ss))
	low, high := 2, 4
	t := "slices"
	fmt.Println(b[low:], b[:low], b[low:high], b[high:high], t[low:], t[:high], t[low:high], t[len(t):], len(b[low:cap(b)]), cap(b[low:]), cap(b[cap(b):cap(b)]))
	for _, k := range []int{-1, 5, 9} {
		try(func() { _ = b[k:high] })
		try(func() { _ = b[low:k] })
		try(func() { _ = t[k:high] })
		try(func() { _ = t[:k] })
		try(func() { _ = b[uint64(k):] })
		try(func() { _ = b[low:k:high] })
	}
}
