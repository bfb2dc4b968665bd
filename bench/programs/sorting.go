// sort.Slice, sort.Sort, sort.Stable, sort.Ints, sort.Strings, Search, own merge and heap sort. size: elements; default: 200000; interp: 40000
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type person struct {
	name string
	age  int
}

type byAge []person

func (p byAge) Len() int           { return len(p) }
func (p byAge) Less(i, j int) bool { return p[i].age < p[j].age }
func (p byAge) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }

func mergeSort(a, tmp []int) {
	if len(a) < 2 {
		return
	}
	m := len(a) / 2
	mergeSort(a[:m], tmp[:m])
	mergeSort(a[m:], tmp[m:])
	copy(tmp, a)
	i, j := 0, m
	for k := range a {
		if j >= len(a) || i < m && tmp[i] <= tmp[j] {
			a[k] = tmp[i]
			i++
		} else {
			a[k] = tmp[j]
			j++
		}
	}
}

func heapSort(a []float64) {
	sift := func(lo, hi int) {
		for {
			c := 2*lo + 1
			if c >= hi {
				return
			}
			if c+1 < hi && a[c] < a[c+1] {
				c++
			}
			if a[lo] >= a[c] {
				return
			}
			a[lo], a[c] = a[c], a[lo]
			lo = c
		}
	}
	for i := len(a)/2 - 1; i >= 0; i-- {
		sift(i, len(a))
	}
	for i := len(a) - 1; i > 0; i-- {
		a[0], a[i] = a[i], a[0]
		sift(0, i)
	}
}

func main() {
	n := size(200000)
	seed := uint32(17)
	next := func() int {
		seed = seed*1664525 + 1013904223
		return int(seed >> 4)
	}
	ps := make([]person, n)
	ints := make([]int, n)
	fs := make([]float64, n)
	strs := make([]string, n)
	for i := range ps {
		v := next()
		ps[i] = person{strconv.Itoa(v), v % 1000}
		ints[i], fs[i], strs[i] = v, float64(v)/3, ps[i].name
	}
	qs := append([]person(nil), ps...)
	rs := append([]person(nil), ps...)
	is := append([]int(nil), ints...)
	sort.Slice(ps, func(i, j int) bool {
		if ps[i].age != ps[j].age {
			return ps[i].age < ps[j].age
		}
		return ps[i].name < ps[j].name
	})
	sort.Stable(byAge(qs))
	sort.Sort(byAge(rs))
	mergeSort(ints, make([]int, n))
	heapSort(fs)
	sort.Sort(sort.Reverse(sort.IntSlice(is)))
	sort.Strings(strs)
	found := 0
	for i := 0; i < n; i++ {
		if k := sort.SearchInts(ints, next()); k < n && ints[k]%2 == 0 {
			found++
		}
	}
	fmt.Println(ps[n/2], qs[n/3], rs[n/4].age, ints[n/5], is[n/6], fs[n/7], strs[n/8], found)
}
