package main

func main() {
	x, s := 1, "a"
	switch x {
	case 1, 2, 1:
	default:
	default:
	}
	switch s {
	case "a", "a":
	}
	var i any
	switch i.(type) {
	case int, string, int:
	case nil, nil:
	}
	switch y := i.(type) {
	}
	switch x := 5; x.(type) {
	}
	switch true {
	case x == 1, false, false:
	}
}
