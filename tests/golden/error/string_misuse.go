package main

import "fmt"

func main() {
	s := 'hello'
	t := "line
	break"
	fmt.Println(s, t)
}
