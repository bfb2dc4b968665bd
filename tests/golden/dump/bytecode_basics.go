package main

import "strings"

var count int

var add func(n int)

var last struct{ name, value string }

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	defer println("done")
	ch := make(chan int, 1)
	for i, r := range "aé" {
		count += i
		switch r {
		case 'a':
			ch <- fib(i)
		case 'b', 'c', 'd':
			println(r)
		}
	}
	last.value = strings.ToUpper("x")
	add = func(n int) { last.name += string(rune(n)); ch <- n }
	select {
	case v := <-ch:
		add(v)
	default:
	}
	var any interface{} = count
	if n, ok := any.(int); ok {
		println(n, strings.IndexByte(last.value, 'X'))
	}
}
