// Changing a map while iterating; each present key is seen once.
package main

import (
	"fmt"
	"sort"
)

func main() {
	m := map[int]int{}
	for i := 0; i < 1000; i++ {
		m[i] = i * i
	}
	seen := map[int]int{}
	for k, v := range m {
		if v != k*k {
			fmt.Println("wrong", k, v)
		}
		seen[k]++
		delete(m, k)
	}
	fmt.Println(len(m), len(seen))
	for i := 0; i < 100; i++ {
		m[i] = 1
	}
	sum := 0
	for k := range m {
		sum += k
		if k%2 == 0 {
			delete(m, k+1)
		}
		m[k] = 2
	}
	fmt.Println(len(m) >= 50, sum >= 2450)
	grow := map[int]bool{0: true}
	n := 0
	for k := range grow {
		n++
		if len(grow) < 500 {
			for j := 0; j < 50; j++ {
				grow[k*50+j+1] = true
			}
		}
	}
	fmt.Println(n >= 1, n <= len(grow))
	keys := make([]string, 0)
	for k := range map[string]bool{"x": true, "y": false, "z": true} {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys)
	order := map[string]bool{}
	for i := 0; i < 100; i++ {
		for k := range map[string]int{"a": 1, "b": 2, "c": 3} {
			order[k] = true
			break
		}
	}
	fmt.Println(len(order) > 1)
}
