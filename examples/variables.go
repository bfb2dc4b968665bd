// Lesson 2: variables have a type for life, and a zero value from the start.
package main

import "fmt"

var planet = "Earth" // at package level: var, never :=

func main() {
	var count int // nobody said a value: 0
	var name string
	var ready bool
	fmt.Printf("zero values: %d %q %t\n", count, name, ready)

	moons := 1 // := declares and takes the type of the value
	x, y := 1.5, 2.5
	x, y = y, x // all right sides are read before the first assignment
	fmt.Println(planet, "has", moons, "moon;", x, y)

	if moons := 79; moons > 10 { // a new variable, only inside the if
		fmt.Println("Jupiter has", moons)
	}
	fmt.Println("outside it is still", moons)

	p := &moons // a pointer: where the variable is
	*p = 2
	fmt.Println("through the pointer:", moons)

	var small int8 = 127
	small++ // integers wrap around
	fmt.Println("127 + 1 in an int8:", small)
	fmt.Println("no conversion happens by itself:", float64(moons)/4)
}
