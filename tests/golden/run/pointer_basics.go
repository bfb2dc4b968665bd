// Pointers to variables, fields, elements; escapes.
package main

import "fmt"

func counter() (*int, func() int) {
	n := 0
	return &n, func() int { n++; return n }
}

func swap(a, b *int) { *a, *b = *b, *a }

type node struct {
	val  int
	next *node
}

func main() {
	p, inc := counter()
	inc()
	*p += 10
	fmt.Println(inc(), *p)
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y)
	arr := [3]int{1, 2, 3}
	q := &arr[1]
	*q = 20
	s := arr[:]
	r := &s[2]
	*r *= 2
	fmt.Println(arr, *q == s[1], &arr[1] == q)
	var list *node
	for i := 0; i < 5; i++ {
		list = &node{i, list}
	}
	sum := 0
	for n := list; n != nil; n = n.next {
		sum = sum*10 + n.val
	}
	fmt.Println(sum)
	type wide struct {
		a byte
		b int64
		c int16
	}
	w := wide{1, 2, 3}
	pa, pb, pc := &w.a, &w.b, &w.c
	*pa, *pb, *pc = 255, -1, -2
	*pa++
	fmt.Println(w, *new(int), *new(string) == "")
	u8 := uint8(255)
	pu := &u8
	*pu++
	fmt.Println(u8, *pu)
	var np *node
	defer func() {
		fmt.Println(recover())
		var pp **int
		defer func() { fmt.Println(recover()) }()
		**pp = 1
	}()
	fmt.Println(np.val)
}
