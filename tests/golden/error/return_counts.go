package main

func f() (int, string) {
	return 1, int, "s"
}

func g() (int, string) {
	return 1, println, "s", f
}

func h() int {
	return f(), 2
}

func k() (int, int, int) {
	return nil, f()
}

func l() {
	return 1, g, nil, 'a', len
}

func m() (a, b int) {
	a, b = 1, 2, int
	var c, d = 1, int, 2
	return a, b, c + d, undefined
}

func n() (a, b int) {
	return 5
}

func main() {
	a, b, c := f()
	var d, e, f2 = 1, 2
	x, y := 1
	println()
	return main()
}
