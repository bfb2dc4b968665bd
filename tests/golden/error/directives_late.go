package main

//go:noinline
const c = 1

//go:nosplit
type T int

//go:build x
func f() {
	//go:noinline
	var x int
	y = x
}

//go:noinline

func main() {
	f()
}
