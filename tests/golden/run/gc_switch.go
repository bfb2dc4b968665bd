// Several goroutines fill a heap past the size at which marking begins to run beside the program, while all of them
// store new objects into old ones: none may be lost.
package main

import "fmt"

type leaf struct{ a, b, c, d int }

func make40(x int) []*leaf {
	all := make([]*leaf, 40)
	for i := range all {
		all[i] = &leaf{x, i, x + i, x ^ i}
	}
	return all
}

func fill(n int, done chan int) {
	var kept [][]*leaf
	for x := range n {
		kept = append(kept, make40(x))
	}
	wrong := 0
	for x, all := range kept {
		for i, l := range all {
			if *l != (leaf{x, i, x + i, x ^ i}) {
				wrong++
			}
		}
	}
	done <- wrong
}

func main() {
	done := make(chan int)
	for range 4 {
		go fill(10000, done)
	}
	for range 4 {
		fmt.Println(<-done)
	}
}
