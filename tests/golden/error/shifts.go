package main

func main() {
	var f float64 = 1
	var s uint = 3
	_ = f << s
	_ = 1.0 << s
	_ = "a" << 1
	_ = 1 << "a"
	_ = 1 << 1000
	var i int32 = 1 << 40
	var a = 1.5 << s
	var b float64 = 1 << s
	_ = []int{}[1.0<<s]
	_, _, _ = i, a, b
}
