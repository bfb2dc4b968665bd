package main

type I interface{ M() }
type T struct{}

func (t *T) M() {}

type U struct{}

func (u U) M(int) {}

func f() (int, string) { return 1, "" }

func main() {
	var i int = "s"
	var s string = 1
	var f32 float32 = i
	_ = i + s
	_ = i + 1.5
	var x I = T{}
	var y I = U{}
	var z I = 5
	a, b, c := f()
	d := f()
	_, _, _, _, _, _, _, _, _ = f32, x, y, z, a, b, c, d, i
}
