package main

import "fmt"

type T struct{ n int }

func (t T) É() string   { return fmt.Sprint("É", t.n) }
func (t T) A() string   { return fmt.Sprint("A", t.n) }
func (t T) ä() string   { return fmt.Sprint("ä", t.n) }
func (t T) B() string   { return fmt.Sprint("B", t.n) }
func (t T) _x() string  { return fmt.Sprint("_x", t.n) }
func (t T) 世() string   { return fmt.Sprint("世", t.n) }
func (t T) Ωm() string  { return fmt.Sprint("Ωm", t.n) }
func (t T) z() string   { return fmt.Sprint("z", t.n) }
func (t T) Z() string   { return fmt.Sprint("Z", t.n) }
func (t T) a() string   { return fmt.Sprint("a", t.n) }
func (t *T) Éa() string { return fmt.Sprint("Éa", t.n) }
func (t *T) ω() string  { return fmt.Sprint("ω", t.n) }
func (t *T) ǅ() string  { return fmt.Sprint("ǅ", t.n) }

type I interface {
	世() string
	z() string
	É() string
	ä() string
	Ωm() string
	A() string
	_x() string
}
type J interface {
	I
	ω() string
	Éa() string
	ǅ() string
}
type E struct {
	T
	k int
}

func main() {
	var i I = T{1}
	fmt.Println(i.世(), i.z(), i.É(), i.ä(), i.Ωm(), i.A(), i._x())
	var j J = &T{2}
	fmt.Println(j.世(), j.z(), j.É(), j.ä(), j.Ωm(), j.A(), j._x(), j.ω(), j.Éa(), j.ǅ())
	var x any = &E{T{3}, 4}
	j = x.(J)
	fmt.Println(j.世(), j.z(), j.É(), j.ä(), j.Ωm(), j.A(), j._x(), j.ω(), j.Éa(), j.ǅ())
	i = j
	fmt.Println(i.世(), i.z(), i.É(), i.ä(), i.Ωm(), i.A(), i._x())
	x = T{9}
	_, ok := x.(J)
	fmt.Println(ok)
	defer func() { fmt.Println(recover()) }()
	_ = x.(J)
}
