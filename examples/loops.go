// Lesson 5: one loop word, for; and the decisions: if and switch.
package main

import "fmt"

func size(n int) string {
	switch { // a switch without a value: the first true case
	case n < 10:
		return "small"
	case n < 100:
		return "medium"
	}
	return "large"
}

func main() {
	for i := 0; i < 3; i++ { // start; as long as; step
		fmt.Print(i, " ")
	}
	for i := range 3 { // the same, shorter
		fmt.Print(i, " ")
	}
	fmt.Println()

	n, steps := 27, 0
	for n != 1 { // only a condition: a while loop
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	fmt.Println("27 comes down to 1 in", steps, "steps")

outer: // break and continue may name the loop they mean
	for a := 1; ; a++ {
		for b := a; b < 50; b++ {
			for c := b; c < 50; c++ {
				if a*a+b*b == c*c && a+b+c == 60 {
					fmt.Println("triangle:", a, b, c)
					break outer
				}
			}
		}
	}

	for _, n := range []int{7, 42, 1000} {
		fmt.Println(n, "is", size(n))
	}
	switch day := 6; day {
	case 6, 7: // no break needed: cases do not fall through
		fmt.Println("weekend")
	default:
		fmt.Println("work")
	}
}
