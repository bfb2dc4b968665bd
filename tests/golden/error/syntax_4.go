package main

func main() {
	if x := 1 {
	}
	for var i = 0; i < 1; i++ {
	}
	else {
	}
	func g() {}
	x = y = z
}
