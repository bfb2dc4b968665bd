package main

type T struct{ f []int }

func main() {
	a, b := []int{1}, []int{2}
	_ = a == b
	_ = map[string]int{} == nil
	_ = T{} == T{}
	f, g := func() {}, func() {}
	_ = f == g
	_ = 1 == "a"
	var p *int
	_ = p == 1
	_ = nil == nil
	_ = a < b
	_ = true < false
	_ = map[[]int]string{}
	var c chan int
	_ = c < c
}
