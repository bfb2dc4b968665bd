// The builtins print and println write to standard error.
package main

type T struct{ a int }

func main() {
	println("text", 1, -2, true, 'x', 1.5, 2+3i, uint8(200), int64(-1)<<40)
	print("a", "b", 1, "\n")
	var e error
	var m map[int]int
	println(e == nil, m == nil, nil == any(nil))
	println(1e100, float32(0.1), 0.0, 1<<40)
}
