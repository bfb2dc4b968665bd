// Lesson 7: maps find values by key. Their order is random; sort the keys where order matters.
package main

import (
	"fmt"
	"sort"
)

type point struct{ x, y int }

func main() {
	ages := map[string]int{"Ann": 31, "Bob": 25}
	ages["Cid"] = 40
	ages["Ann"]++
	delete(ages, "Bob")
	fmt.Println(ages, len(ages)) // fmt prints maps sorted by key

	fmt.Println("absent:", ages["Dan"]) // the zero value
	if _, ok := ages["Dan"]; !ok {      // and how to tell
		fmt.Println("Dan is not there")
	}

	// Anything that can be compared is a key.
	visited := map[point]bool{{1, 2}: true}
	fmt.Println(visited[point{1, 2}], visited[point{2, 1}])

	// A map of slices groups.
	groups := map[int][]string{}
	for _, w := range []string{"go", "is", "fun", "and", "fast", "to", "read"} {
		groups[len(w)] = append(groups[len(w)], w)
	}
	var lengths []int
	for n := range groups {
		lengths = append(lengths, n)
	}
	sort.Ints(lengths)
	for _, n := range lengths {
		fmt.Println(n, groups[n])
	}
}
