// Empty strings with and without memory behind them are equal.
package main

import "fmt"

type pair struct{ a, b string }

func main() {
	text := "abc"
	var none string
	empty := text[len(text)-0:]
	fmt.Println(none == empty, empty == none, pair{none, "x"} == pair{empty, "x"}, any(none) == any(empty))
	m := map[string]int{none: 1}
	m[empty]++
	fmt.Println(len(m), m[""])
	switch empty {
	case none:
		fmt.Println("same")
	}
}
