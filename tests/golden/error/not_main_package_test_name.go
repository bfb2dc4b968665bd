package main

import "unsafe"

func main() {
	var x struct{ a int }
	_ = unsafe.Sizeof()
	_ = unsafe.Offsetof(x)
	_ = unsafe.Nope
}
