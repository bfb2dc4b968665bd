package main

import "fmt"

func main() {
	fmt.Println("unterminated)
	a := 'ab'
	b := 0b12
	c := "\q"
}
