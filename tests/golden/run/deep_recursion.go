// Stacks grow as far as they are needed, in the main goroutine and in others.
package main

import "fmt"

func depth(n int, pad [4]int) int {
	if n == 0 {
		return pad[0]
	}
	pad[0]++
	return depth(n-1, pad) + 1
}

func mutual(n int) (bool, string) {
	if n == 0 {
		return true, "done"
	}
	ok, s := other(n - 1)
	return !ok, s
}

func other(n int) (bool, string) {
	if n == 0 {
		return false, "other"
	}
	return mutual(n - 1)
}

func main() {
	fmt.Println(depth(200000, [4]int{}))
	ch := make(chan int)
	for i := 0; i < 4; i++ {
		go func() { ch <- depth(20000*(i+1), [4]int{}) }()
	}
	sum := 0
	for i := 0; i < 4; i++ {
		sum += <-ch
	}
	fmt.Println(sum)
	fmt.Println(mutual(100001))
	var f func(int) int
	f = func(n int) int {
		defer func() {}()
		if n == 0 {
			return 0
		}
		x := [10]int{n}
		return f(n-1) + x[0] - n + 1
	}
	fmt.Println(f(50000))
}
