package main

func f(func(int) string) {}

func g(x ...int, y int) {}

func h(x, y) {}

func main() {
	f(func(string) int { return 1 })
	f(func(int) {})
	f(nil)
	var a func(int) = func(x int) int { return x }
	defer recover
	go println
}
