//go:build linux

// x

package main

//go:nowritebarrier
func f() {}

//go:systemstack

//go:uintptrkeepalive
func g() {}


//go:cgo_unsafe_args
func h() {}

//go:noescape
func k() {
}

//go:foo
func main() {
}
