// cap after append grows in the reference's steps.
package main

import "fmt"

type big struct{ a, b, c int64 }

// Package variables: what does not escape may begin in a frame, with a capacity of its own.
var (
	s []int
	b []byte
	g []big
)

func main() {
	last := -1
	for i := 0; i < 5000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for i := 0; i < 5000; i++ {
		b = append(b, 1)
		if cap(b) != last {
			last = cap(b)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	last = -1
	for i := 0; i < 1000; i++ {
		g = append(g, big{})
		if cap(g) != last {
			last = cap(g)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	fmt.Println(cap(append([]string{"a"}, "b", "c")), cap([]byte("hello")) >= 5)
	fmt.Println(cap(append([]int{1, 2, 3, 4}, 5)), cap(append(make([]int, 300), make([]int, 5)...)))
}
