package main

type T int

func main() {
	var t T[int]
	_ = t
	f := main[int]
	_ = f
	x := []int{}
	_ = x[1, 2]
	_ = x[]
}
