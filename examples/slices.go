// Lesson 6: arrays hold their elements; slices are windows on them.
package main

import (
	"fmt"
	"sort"
)

func main() {
	array := [5]int{1, 2, 3, 4, 5} // the length is part of the type
	other := array                 // a copy of all elements
	other[0] = 100
	fmt.Println(array, other)

	window := array[1:4] // shares the array's elements
	window[0] = 20
	fmt.Println(array, window, "len", len(window), "cap", cap(window))

	var list []int // nil, and ready for append
	for i := range 5 {
		list = append(list, i*i) // moves to a larger array when there is no room
	}
	fmt.Println(list)

	// Remove the element at 2, insert one at 1.
	list = append(list[:2], list[3:]...)
	list = append(list[:1], append([]int{50}, list[1:]...)...)
	fmt.Println(list)

	backup := make([]int, len(list))
	fmt.Println("copied", copy(backup, list))
	sort.Ints(list)
	fmt.Println("sorted", list, "before", backup)
	sort.Slice(list, func(i, j int) bool { return list[i] > list[j] })
	fmt.Println("by an own order", list)

	// The third index limits what append may overwrite.
	safe := array[:2:2]
	safe = append(safe, -1)
	fmt.Println(array, safe)
}
