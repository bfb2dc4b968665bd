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
	try(func() { _ = make([]int, neg) })
	try(func() { _ = make([]int, 2, j-1) })
	try(func() { _ = [3]int(a[:j]) })
	try(func() { _ = (*[5]int)(a) })
	fmt.Println(*(*[2]int)(a), [3]int(a))
}
