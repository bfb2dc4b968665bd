// Arrays are values: assignment, parameters and range copy them.
package main

import "fmt"

type grid [2][3]int

func change(g grid) grid {
	g[0][0] = 100
	return g
}

func main() {
	var g grid
	g[1][2] = 5
	h := g
	h[1][2] = 6
	fmt.Println(g, h, g == h, change(g), g, g == grid{1: {2: 5}})
	a := [...]string{3: "d", 1: "b"}
	fmt.Println(len(a), a)
	for i, v := range a {
		a[3] = "changed"
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	p := &a
	for i, v := range p {
		p[3] = "again"
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(p), cap(p), p[0:2])
	var small [3]uint8
	small[1]--
	small[2] += 7
	idx := 2
	small[idx]++
	fmt.Println(small, small[idx], [3]bool{true}, [0]int{})
	m := map[[2]int]string{{1, 2}: "x"}
	k := [2]int{1, 2}
	fmt.Println(m[k])
	arr2 := [2][]int{{1}, {2}}
	arr3 := arr2
	arr3[0][0] = 9
	fmt.Println(arr2, arr3)
	type pt struct{ x, y int16 }
	pts := [3]pt{{1, 2}, {3, 4}}
	pts[2].y = -1
	q := pts
	q[0].x++
	fmt.Println(pts, q, pts != q)
}
