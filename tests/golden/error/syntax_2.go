package main

func f(a int b string) {}

func main() {
	var x int = 
	y := 1 +
}
