package main

import "fmt"

func main() {
	fmt.Println(_)
	_ := 1
	var _ = undefinedThing
	x := _
	fmt
	int
	fmt.Println
	_ = fmt
	_ = int
}
