// Out-of-range string and slice expressions panic with the reference's words.
package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	s := "hello"
	a := []int{1, 2, 3}
	arr := [4]int{}
	p := &arr
	i, j, neg := 10, 2, -1
	try(func() { _ = s[i] })
	try(func() { _ = s[neg] })
	try(func() { _ = s[i:] })
	try(func() { _ = s[:i] })
	try(func() { _ = s[3:j] })
	try(func() { _ = a[i] })
	try(func() { a[3] = 1 })
	try(func() { _ = a[:i] })
	try(func() { _ = a[i:] })
	try(func() { _ = a[j:1] })
	_ = p
	try(func() { _ = a[:2:i] })
	try(func() { _ = a[:3:j] })
	try(func() { _ = a[j-7:2:j-8] })
	try(func() { _ = arr[i] })
	try(func() { _ = p[i] })
	try(func() { _ = arr[i:] })
	try(func() { _ = p[:i] })
	var u8 uint8 = 200
	try(func() { _ = a[u8] })
	var u64 uint64 = 1 << 63
	var up uintptr = 1<<64 - 1
	var u uint = 1<<63 + 5
	try(func() { _ = a[u64] })
	try(func() { a[u64]++ })
	try(func() { a[up] = 7 })
	try(func() { _ = &a[u] })
	try(func() { _ = arr[u] })
	try(func() { arr[u64] = 1 })
	try(func() { _ = p[u] })
	try(func() { p[up] += 2 })
	try(func() { _ = s[u64] })
	try(func() { _ = s[up] == 'x' })
	try(func() { _ = a[neg]; _ = a[u] })
	try(func() { _, _ = a[j], a[u64+1] })
	try(func() { _ = [][]int{a}[u64][neg] })
	try(func() { _ = [][]int{a}[j-2][u64] })
	try(func() { _ = [2][]string{}[u64] })
	try(func() { _ = [][3]string{{}}[u] })
	try(func() { _ = a[u64:] })
	try(func() { _ = a[:up] })
	try(func() { _ = a[u:2] })
	try(func() { _ = a[:2:u64] })
	try(func() { _ = a[:u64:2] })
	try(func() { _ = a[up:2:3] })
	try(func() { _ = s[u64:] })
	try(func() { _ = s[:up] })
	try(func() { _ = s[u:4] })
	try(func() { _ = arr[u64:] })
	try(func() { _ = p[:up] })
	try(func() { _ = a[neg:u64] })
	try(func() { _ = a[neg:] })
	try(func() { _ = make([]int, neg) })
	try(func() { _ = make([]int, 2, j-1) })
	try(func() { _ = [3]int(a[:j]) })
	try(func() { _ = (*[5]int)(a) })
	fmt.Println(*(*[2]int)(a), [3]int(a))
}
