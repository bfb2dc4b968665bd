// Variadic functions.
package main

import "fmt"

func sum(base int, xs ...int) (n int) {
	n = base
	for _, x := range xs {
		n += x
	}
	return
}

func change(xs ...string) { xs[0] = "changed" }
func count(xs ...any) int  { return len(xs) }
func multi() (int, int, int) { return 1, 2, 3 }

func main() {
	fmt.Println(sum(1), sum(1, 2), sum(1, []int{2, 3, 4}...), sum(multi()))
	s := []string{"a", "b"}
	change(s...)
	fmt.Println(s, count(), count(nil), count(nil, nil), count([]any{1, 2}...), count([]any{1, 2}), count(multi()))
	var none []int
	fmt.Println(sum(5, none...), func(x ...int) bool { return x == nil }(), func(x ...int) bool { return x == nil }([]int{}...))
	fmt.Println(append([]int{0}, 1, 2), fmt.Sprint(multi()))
}
