// Lesson 4: functions: several results, named results, any number of arguments, functions as values.
package main

import "fmt"

func divide(a, b int) (int, int) { return a / b, a % b }

// Named results are variables; a bare return gives them back.
func span(numbers ...int) (low, high int) {
	for i, n := range numbers {
		if i == 0 || n < low {
			low = n
		}
		if i == 0 || n > high {
			high = n
		}
	}
	return
}

func apply(f func(int) int, times, x int) int {
	for i := 0; i < times; i++ {
		x = f(x)
	}
	return x
}

// Functions call themselves; stacks grow as they need to.
func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func main() {
	q, r := divide(17, 5)
	fmt.Println("17 / 5:", q, "rest", r)

	low, high := span(4, -2, 9, 3)
	fmt.Println(low, high)
	list := []int{10, 30, 20}
	fmt.Println(span(list...)) // a slice stands for the arguments

	double := func(x int) int { return 2 * x }
	fmt.Println("doubled ten times:", apply(double, 10, 1))
	fmt.Println("calls in calls:", depth(100000))
}
