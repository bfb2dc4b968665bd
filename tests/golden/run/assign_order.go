// Order of evaluation in assignments.
package main

import "fmt"

var trace string

func t(s string, v int) int {
	trace += s
	return v
}

func two() (int, int) { return 1, 2 }

func main() {
	a := []int{0, 1, 2, 3}
	i := 0
	i, a[i] = 2, 9
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	a[t("a", 1)], a[t("b", 2)] = t("c", 10), t("d", 20)
	fmt.Println(a, trace)
	trace = ""
	a[t("i", 0)] += t("v", 5)
	fmt.Println(a, trace)
	var m = map[string]int{}
	m["x"], m["y"] = two()
	var ok bool
	_, ok = m["x"]
	fmt.Println(m, ok)
	p := &struct{ n, next int }{1, 2}
	p.n, p.next = p.next, p.n
	fmt.Println(*p)
	b := []int{1, 2, 3}
	j := 0
	j, b[j], b[j+1] = 1, 100, 200
	fmt.Println(j, b)
	s, tt := "a", "b"
	s, tt = tt, s
	fmt.Println(s, tt)
	arr := [3]int{1, 2, 3}
	arr[0], arr[2] = arr[2], arr[0]
	arr2 := arr
	arr, arr2 = [3]int{}, arr
	fmt.Println(arr, arr2)
	c, d := 1, 2
	c, e := d, c
	fmt.Println(c, d, e)
	fn := func() (r int) {
		defer func() { r *= 2 }()
		r = 1
		return r + 4
	}
	fmt.Println(fn(), t("x", 1)+t("y", 2)*t("z", 3), trace)
	var u8 uint8 = 250
	u8 += 10
	u8 <<= 1
	u8 |= 1
	u8 &^= 8
	u8 %= 7
	fmt.Println(u8)
	var iface any = 1
	iface, x = x, 7
	fmt.Println(iface, x)
}
