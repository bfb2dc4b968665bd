// Lesson 10: methods are functions with a receiver; any named type may have them.
package main

import (
	"fmt"
	"strings"
)

type Celsius float64

func (c Celsius) Fahrenheit() float64 { return float64(c)*9/5 + 32 }
func (c Celsius) String() string      { return fmt.Sprintf("%.1f°C", float64(c)) } // fmt asks for it

// A pointer receiver changes the value it is called on.
type Stack struct{ items []string }

func (s *Stack) Push(item string) *Stack {
	s.items = append(s.items, item)
	return s // so that calls can be chained
}

func (s *Stack) Pop() (item string, ok bool) {
	if len(s.items) == 0 {
		return "", false
	}
	last := len(s.items) - 1
	item, s.items = s.items[last], s.items[:last]
	return item, true
}

func main() {
	t := Celsius(21.5)
	fmt.Println(t, t.Fahrenheit())

	var s Stack // the zero value is an empty stack
	s.Push("a").Push("b").Push("c")
	for item, ok := s.Pop(); ok; item, ok = s.Pop() {
		fmt.Print(item, " ")
	}
	fmt.Println()

	f := t.Fahrenheit       // a method value: the receiver is bound
	g := Celsius.Fahrenheit // a method expression: the receiver is the first argument
	fmt.Println(f(), g(Celsius(0)))
	var up func(string) string = strings.ToUpper
	fmt.Println(up("functions, methods: the same type"))
}
