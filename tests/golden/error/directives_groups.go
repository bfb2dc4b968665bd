package main

//go:noinline
var (
	//go:noinline
	x int
)

//go:noinline
import (
	//go:nosplit
	"fmt"
)

//go:noinline
type (
	T int
//go:noinline
)

func main() {
	const (
		//go:noinline
		c = 1
	)
	fmt.Println()
}
