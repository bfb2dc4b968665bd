// Lesson 12: Go has no inheritance; a struct takes over what an embedded one can do.
package main

import (
	"fmt"
	"sort"
)

type Engine struct{ power int }

func (e *Engine) Start() string { return fmt.Sprintf("engine with %d kW runs", e.power) }
func (e *Engine) Power() int    { return e.power }

type Radio struct{ station string }

func (r Radio) Play() string { return "playing " + r.station }

type Car struct {
	*Engine // fields and methods of these are Car's too
	Radio
	name string
}

// An own method wins over the embedded one, which is still there under its full name.
func (c Car) Start() string { return c.name + ": " + c.Engine.Start() }

type Starter interface{ Start() string }
type Player interface{ Play() string }
type Machine interface { // interfaces embed interfaces
	Starter
	Player
}

// The sort package's interface, turned around by embedding it.
type backwards struct{ sort.Interface }

func (b backwards) Less(i, j int) bool { return b.Interface.Less(j, i) }

func main() {
	c := Car{&Engine{80}, Radio{"Radio 3"}, "Beetle"}
	fmt.Println(c.Start())
	fmt.Println(c.Play(), c.power, c.Power())
	var m Machine = c
	fmt.Println(m.Start() == c.Start())

	n := sort.IntSlice{3, 1, 2}
	sort.Sort(backwards{n})
	fmt.Println(n)
}
