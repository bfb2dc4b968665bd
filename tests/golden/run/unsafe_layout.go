// Sizes, offsets and alignment are those of Go on amd64; pointers convert through unsafe.
package main

import (
	"fmt"
	"unsafe"
)

type S struct {
	a bool
	b int64
	c uint16
	d string
	e []int
	f any
	g complex128
	h [3]byte
}

func main() {
	var s S
	fmt.Println(unsafe.Sizeof(s), unsafe.Alignof(s), unsafe.Offsetof(s.b), unsafe.Offsetof(s.c), unsafe.Offsetof(s.d), unsafe.Offsetof(s.e), unsafe.Offsetof(s.f), unsafe.Offsetof(s.g), unsafe.Offsetof(s.h))
	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	fmt.Printf("%#x\n", bits)
	arr := [4]int32{1, 2, 3, 4}
	p := unsafe.Pointer(&arr[0])
	fmt.Println(*(*int32)(unsafe.Add(p, 8)), *(*int32)(unsafe.Pointer(uintptr(p) + 4)))
	sl := unsafe.Slice(&arr[1], 2)
	fmt.Println(sl, len(sl), cap(sl), unsafe.String(unsafe.StringData("hello"), 3))
	b := []byte("bytes")
	fmt.Println(*(*string)(unsafe.Pointer(&b)), *unsafe.SliceData(b))
	s.h[2] = 7
	fmt.Println(*(*byte)(unsafe.Add(unsafe.Pointer(&s), unsafe.Offsetof(s.h)+2)))
}
