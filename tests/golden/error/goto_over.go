package main

func main() {
	goto over
	x := 1
	_ = x
over:
	for {
		goto inside
	}
	if true {
	inside:
	}
}
