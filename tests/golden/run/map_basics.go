// Maps: lookups, deletion, nil maps, keys of many kinds, struct elements.
package main

import "fmt"

type key struct {
	name string
	id   int
}

type shape interface{ area() int }
type sq int

func (s sq) area() int { return int(s) * int(s) }

func main() {
	m := map[string]int{"a": 1, "b": 2}
	m["c"]++
	m["a"] += 10
	v, ok := m["zzz"]
	fmt.Println(m, len(m), v, ok, m["nope"])
	delete(m, "a")
	delete(m, "nope")
	_, ok = m["a"]
	fmt.Println(m, ok)
	var n map[string]int
	fmt.Println(n["x"], len(n), n == nil)
	delete(n, "x")
	for range n {
		fmt.Println("never")
	}
	ks := map[key][]int{{"x", 1}: {1, 2}}
	ks[key{"x", 1}] = append(ks[key{"x", 1}], 3)
	fmt.Println(ks, ks[key{"y", 0}] == nil)
	is := map[interface{}]string{1: "int", "1": "string", 1.0: "float", key{"k", 1}: "struct", sq(2): "sq", nil: "nil"}
	fmt.Println(is[1], is["1"], is[1.0], is[key{"k", 1}], is[sq(2)], is[nil], is[int8(1)] == "")
	sh := map[shape]int{sq(1): 1}
	fmt.Println(sh[sq(1)], sh[sq(2)])
	f := map[float64]int{0.5: 1}
	f[0.5]++
	fmt.Println(f)
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"] = 2
	fmt.Println(nested, nested["q"]["r"])
	fm := map[string]func(int) int{"double": func(i int) int { return i * 2 }}
	fmt.Println(fm["double"](21))
	b := map[bool]byte{true: 1}
	b[false]--
	fmt.Println(b)
	clear(m)
	fmt.Println(len(m), m)
	defer func() { fmt.Println(recover()) }()
	n["x"] = 1
}
