package main

func main() {
	break
	continue
	for {
		func() { break }()
	}
	if 1 {
	}
	for i := range 1.5 {
	}
	x := 5
	for range x.y {
	}
	switch x {
	case "a":
	}
	goto L
	y := 1
	_ = y
L:
	fallthrough
}
