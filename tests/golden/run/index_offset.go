// Indices with a constant added: of slices, arrays and strings, of every element, in range and out of it.
package main

import "fmt"

var global [6]int32
var globalSlice = []float64{1, 2, 3, 4}

type point struct{ x, y int }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
}

func bytes(s []byte, t string, i int) {
	s[i+1] = s[i-1] + t[i+2]
	s[i+1] += 3
	s[i-1]++
	fmt.Println(s, t[i-1], t[i+1], s[2+i], &s[i+1] == &s[i+1], *&s[i-1])
}

func all(i int) {
	i8, i16, u16, i32, u32 := []int8{-1, -2, -3}, []int16{-1, -2, -3}, []uint16{1, 2, 65535}, []int32{-7, -8, -9}, []uint32{1, 2, 1 << 31}
	f32, f64, bo, st, po := []float32{1, 2, 3}, []float64{1, 2, 3}, []bool{true, false, true}, []string{"a", "b", "c"}, []point{{1, 2}, {3, 4}, {5, 6}}
	pp := []*point{&po[0], &po[1], &po[2]}
	any := []any{1, "x", nil}
	fmt.Println(i8[i+1], i16[i+1], u16[i+1], i32[i-1], u32[i+1], f32[i+1], f64[i-1], bo[i+1], st[i+1], po[i+1], pp[i-1].y, any[i-1])
	i8[i+1], i16[i+1], u16[i-1], i32[i+1], u32[i+1] = i8[i-1], i16[i-1], u16[i+1], i32[i-1], u32[i-1]
	f32[i+1], f64[i+1], bo[i-1], st[i-1], po[i-1], pp[i-1], any[i+1] = f32[i-1], f64[i-1], bo[i], st[i+1], po[i+1], pp[i+1], any[i-1]
	po[i+1].x += 10
	fmt.Println(i8, i16, u16, i32, u32, f32, f64, bo, st, po, pp[i-1].y, any)
}

func arrays(p *[6]int32, i int) {
	var local [5]uint8
	var grid [3][4]int
	local[i+1], local[i-1] = 200, 100
	local[i+1] += 100
	global[i+2] = 7
	global[i-1] -= 2
	p[i+3] = p[i-1] + 1
	p[i+1]++
	grid[i+1][i-1] = 5
	grid[i-1][i+2] = grid[i+1][i-1] + 1
	g := grid[i+1]
	globalSlice[i+1] *= globalSlice[i-1]
	fmt.Println(local, local[i+1], global, *p, grid, g, globalSlice, (&local)[i-1])
}

func sort(a []int) {
	for n := len(a); n > 1; n-- {
		for j := 0; j < n-1; j++ {
			if a[j] > a[j+1] {
				a[j], a[j+1] = a[j+1], a[j]
			}
		}
	}
	fmt.Println(a)
}

func ranges() {
	a := make([]int, 6)
	var i int
	for i, a[i+1] = range []int{10, 20, 30} {
	}
	fmt.Println(i, a)
	i = 1
	a[i+1], i, a[i-1] = 5, 3, 6
	fmt.Println(i, a)
	i, a[i+1] = a[i-1], i
	fmt.Println(i, a)
	set := func() int { i += 2; return i }
	i = 0
	a[i+1] = set()
	a[i-1] += set() + a[i+1]
	fmt.Println(i, a)
}

func main() {
	bytes([]byte{1, 2, 3, 4}, "hello", 1)
	all(1)
	arrays(&[6]int32{1, 2, 3, 4, 5, 6}, 1)
	sort([]int{5, 2, 9, 1, 5, 6})
	ranges()
	a, s, b, arr := []int{1, 2, 3}, "abc", []byte("xyz"), [3]int{}
	i, u, n := 2, uint(0), []int(nil)
	var p *[3]int
	const big = 1 << 14
	try("slice", func() { fmt.Println(a[i+1]) })
	try("below", func() { fmt.Println(a[i-3]) })
	try("store", func() { a[i+1] = 1 })
	try("op", func() { a[i-4]++ })
	try("string", func() { fmt.Println(s[i+1]) })
	try("bytes", func() { b[i+2] = 0 })
	try("array", func() { fmt.Println(arr[i+1]) })
	try("array store", func() { arr[i-3] = 1 })
	try("nil", func() { fmt.Println(n[i-2]) })
	try("nil array", func() { fmt.Println(p[i-2]) })
	try("nil array", func() { p[i+7] = 1 })
	try("unsigned", func() { fmt.Println(a[u-1]) })
	try("unsigned", func() { fmt.Println(s[u-2]) })
	try("unsigned", func() { arr[u-3] = 1 })
	try("big", func() { fmt.Println(a[i+big], a[i-big]) })
	try("bigger", func() { fmt.Println(a[i+big*4]) })
	try("address", func() { fmt.Println(*&a[i-1], &a[i+4]) })
	var i8 int8 = 127
	try("narrow", func() { fmt.Println(a[i8+1]) })
	try("max", func() { i = 1<<63 - 1; fmt.Println(a[i+1]) })
}
