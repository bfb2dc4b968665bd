package main

const k = 1

func f() int { return 1 }

type S struct{ a int }

func main() {
	k = 2
	f() = 1
	m := map[string]S{}
	m["a"].a = 1
	"s"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	1 = 2
	x, y := 1
	x := 2
	var a, b int = 1, 2, 3
	nil = 1
	a++ + b
	_ = _
}
