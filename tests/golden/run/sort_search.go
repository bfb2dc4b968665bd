// Package sort.
package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}

func main() {
	ps := []person{{"A", 30}, {"B", 25}, {"C", 30}, {"D", 25}, {"E", 20}}
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].age < ps[j].age })
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].name > ps[j].name })
	fmt.Println(ps)
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = (i * 7919) % 1009
	}
	sort.Ints(xs)
	fmt.Println(sort.IntsAreSorted(xs), xs[0], xs[999], sort.SearchInts(xs, 500))
	fs := []float64{2.5, -1, 3}
	sort.Float64s(fs)
	ss := []string{"pear", "apple", "fig"}
	sort.Strings(ss)
	fmt.Println(fs, ss, sort.SearchStrings(ss, "fig"), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	i, found := sort.Find(3, func(i int) int {
		if ss[i] == "fig" {
			return 0
		}
		if ss[i] < "fig" {
			return 1
		}
		return -1
	})
	fmt.Println(i, found)
	sort.Sort(sort.Reverse(sort.StringSlice(ss)))
	fmt.Println(ss)
}
