// Defined types over every kind have methods and convert.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type IntList []int

func (l IntList) Len() int           { return len(l) }
func (l IntList) Less(i, j int) bool { return l[i] < l[j] }
func (l IntList) Swap(i, j int)      { l[i], l[j] = l[j], l[i] }

type Set map[string]struct{}

func (s Set) Add(k string) Set { s[k] = struct{}{}; return s }
func (s Set) Has(k string) bool {
	_, ok := s[k]
	return ok
}

type Op func(a, b float64) float64

func (o Op) Do(a, b float64) string { return fmt.Sprintf("%.1f", o(a, b)) }

type Name string

func (n *Name) Upper() { *n = Name(strings.ToUpper(string(*n))) }

type Pair struct{ A, B any }
type Alias = Pair
type Tree struct {
	Left, Right *Tree
	Val         int
}

func (t *Tree) Insert(v int) *Tree {
	if t == nil {
		return &Tree{Val: v}
	}
	if v < t.Val {
		t.Left = t.Left.Insert(v)
	} else {
		t.Right = t.Right.Insert(v)
	}
	return t
}

func (t *Tree) Walk(f func(int)) {
	if t != nil {
		t.Left.Walk(f)
		f(t.Val)
		t.Right.Walk(f)
	}
}

func main() {
	l := IntList{3, 1, 2}
	sort.Sort(l)
	fmt.Println(l, sort.IsSorted(l), []int(l)[0])
	sort.Sort(sort.Reverse(l))
	fmt.Println(l)
	s := Set{}
	fmt.Println(s.Add("x").Add("y").Has("y"), s.Has("z"), len(s))
	fmt.Println(Op(func(a, b float64) float64 { return a / b }).Do(1, 3))
	n := Name("go")
	n.Upper()
	fmt.Println(n, Alias{1, "b"} == Pair{1, "b"})
	var t *Tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = t.Insert(v)
	}
	t.Walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
}
