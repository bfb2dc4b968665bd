// Large values are set to zero in place.
package main

import "fmt"

type Big struct {
	a [300]int
	p *int
}

var g Big
func b2() (b Big) { b.a[299] = 9; return }

func main() {
	b := &Big{p: new(int)}
	b.a[5] = 3
	*b = Big{}
	fmt.Println(b.a[5], b.p)
	var l Big
	l.a[7] = 1
	l = Big{}
	g.a[2] = 4
	g = (Big{})
	m := map[int]Big{1: l}
	m[1], _ = Big{}, 0
	m[2] = Big{}
	m[2] = b2()
	s := []Big{g, {p: new(int)}}
	i := 1
	s[i] = Big{}
	fmt.Println(m[2].a[299], l.a[7], g.a[2], len(m), s[1].p)
	for n := range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			var q *Big
			if n == 0 {
				q = b
			}
			*q = Big{}
			s[n+1] = Big{}
		}()
	}
	var x any = l
	x = Big{}
	fmt.Println(x.(Big).p)
	arr := [2]Big{}
	arr[i].p = new(int)
	arr[i] = Big{}
	fmt.Println(arr[1].p)
	arr = [2]Big{}
	_ = Big{}
}
