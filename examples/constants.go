// Lesson 3: constants are exact numbers, however large, and get a type only where they are used.
package main

import (
	"fmt"
	"time"
)

const (
	Huge  = 1 << 100 // no variable could hold it
	Small = Huge >> 98
	Third = 1.0 / 3
)

// iota counts the lines of a const block.
type Weekday int

const (
	Monday Weekday = iota
	Tuesday
	Wednesday
)

func (d Weekday) String() string { return [...]string{"Mon", "Tue", "Wed"}[d] }

const (
	_  = iota // the first one is thrown away
	KB = 1 << (10 * iota)
	MB
	GB
)

func main() {
	fmt.Println(Small, Third*3 == 1)
	fmt.Println(Monday, Tuesday, Wednesday, int(Wednesday))
	fmt.Println(KB, MB, GB)

	var f float32 = Third // here it is rounded
	var d time.Duration = 90 * time.Second
	fmt.Println(f, d, 'a', 'a'+1, string(rune('a'+1)))
}
