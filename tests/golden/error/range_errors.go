package main

func main() {
	for i, j, k := range []int{} {
	}
	for i, j := range 10 {
	}
	for i, j := range make(chan int) {
	}
	var f func(int)
	for range f {
	}
	var s string
	for i, s := range 5.0 {
	}
	var x string
	for x = range []int{1} {
	}
	_ = s
}
