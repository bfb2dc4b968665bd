package main

type T int

func (t T) M() {}

func (int) N() {}
func (t *[]int) O() {}
func (U) P() {}

type I interface{ M() }

func (i I) Q() {}

type PT *T

func (p PT) R() {}

func main() {
	var t T
	t.M
	t.M(1)
	T.M()
	t.nope()
	x := t.M
	(&t).M()
}
