package main

type T struct{}

var v int

func f() {
	_ = T[0]
	_ = string[3]
	_ = int[v]
	_ = T[int]
	_ = T[3](5)
	var y T[int]
	_ = T["a":]
	_ = v[0]
	_ = int[undefd]
	T[0] = 4
	_ = T[0].x
	_ = v[int]
}
