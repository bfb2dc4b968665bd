// Embedding: promotion through several levels, shadowing, interfaces in structs.
package main

import "fmt"

type Animal interface {
	Sound() string
	Name() string
}
type base struct{ name string }

func (b base) Name() string    { return b.name }
func (b *base) Rename(n string) { b.name = n }
func (b base) Sound() string   { return "..." }

type Dog struct {
	base
	age int
}

func (d Dog) Sound() string { return "Woof" }

type Puppy struct {
	*Dog
	toys []string
}
type Loud struct{ Animal }

func (l Loud) Sound() string { return l.Animal.Sound() + "!" }

type Logger struct{ prefix string }

func (l Logger) Log(s string) string { return l.prefix + s }

type Service struct {
	Logger
	Animal
	name string
}

func main() {
	d := Dog{base{"Rex"}, 3}
	p := Puppy{&d, nil}
	p.Rename("Tiny")
	var a Animal = p
	fmt.Println(d.Name(), a.Name(), a.Sound(), p.base.Sound(), p.age)
	l := Loud{Loud{d}}
	fmt.Println(l.Sound(), l.Name())
	s := Service{Logger{"> "}, &d, "svc"}
	fmt.Println(s.Log(s.Sound()), s.Name(), s.name)
	as := []Animal{d, &d, p, l, s}
	for _, x := range as {
		fmt.Print(x.Name(), " ", x.Sound(), "; ")
	}
	fmt.Println()
	f := s.Log
	s.Logger.prefix = "# "
	fmt.Println(f("x"), s.Log("x"), Animal.Name(a))
	fmt.Printf("%v %+v\n", d, d)
}
