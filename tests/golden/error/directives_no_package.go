// What is before the package clause is not judged where there is none.

//go:build linux

import "fmt"

func main() {
	fmt.Println()
}
