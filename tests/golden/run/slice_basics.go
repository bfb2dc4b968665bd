// Slices share arrays until append moves them.
package main

import "fmt"

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 40)
	fmt.Println(a, s)
	s = append(s, 50, 60)
	s[0] = 99
	fmt.Println(a, s, len(s))
	t := s[:2:2]
	t = append(t, 7)
	fmt.Println(s, t, cap(s[1:2:3]))
	var n []int
	fmt.Println(n == nil, len(n), cap(n), n[:0] == nil, append(n, 1), append([]int(nil), n...) == nil)
	c := make([]int, 2, 10)
	fmt.Println(copy(c, []int{1, 2, 3}), c, c[:4], copy(c[1:], c), c)
	d := append([]byte("hello "), "world"...)
	fmt.Println(string(d), copy(d, "HELLO"), string(d))
	m := [][]int{{1}, {2, 3}, {}, nil}
	for i, row := range m {
		fmt.Println(i, row, len(row), row == nil)
	}
	e := []string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", e, len(e))
	clear(c)
	fmt.Println(c, min(3, 1, 2), max(2.5, 1), min("b", "a"))
	s2 := []int{1, 2, 3, 4, 5}
	s2 = append(s2[:1], s2[2:]...)
	fmt.Println(s2, s2[:5])
}
