// goto in and out of loops; labeled blocks; breaking out of select and switch.
package main

import "fmt"

func find(m [][]int, x int) (int, int) {
	var i, j int
	for i = range m {
		for j = range m[i] {
			if m[i][j] == x {
				goto found
			}
		}
	}
	return -1, -1
found:
	return i, j
}

func main() {
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 9))
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	fmt.Println()
block:
	switch {
	case true:
		if i == 3 {
			break block
		}
		fmt.Println("unreached")
	}
sw:
	switch {
	default:
		for {
			break sw
		}
	}
	c := make(chan int, 1)
sel:
	for {
		select {
		case c <- 1:
			continue sel
		default:
			break sel
		}
	}
	fmt.Println(len(c))
}
