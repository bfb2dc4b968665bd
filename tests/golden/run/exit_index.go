// exit: 2
package main

import "fmt"

func get(a []int, i int) int { return a[i] }

func main() {
	fmt.Println(get([]int{1, 2}, 1))
	fmt.Println(get([]int{1, 2}, 5))
}
