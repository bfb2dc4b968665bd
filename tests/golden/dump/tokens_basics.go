package main

import "os"

/* a comment
of two lines */
func main() {
	a := 0x_1f + 'x' // not a token
	if a >= 1e3 {
		os.Exit(a)
	}
	println("tab\there", `raw`)
}
