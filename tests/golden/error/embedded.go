package main

type A struct{ X int }
type B struct{ X int }
type C struct {
	A
	B
}
type D struct {
	*int
	[]string
}
type E struct {
	A
	A
}

func main() {
	var c C
	c.X = 1
	_ = c.A.Y
}
