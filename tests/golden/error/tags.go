package main

var data []struct {
	F string 2i
	G string 'x'
	H string "k:\"v\""
}

func main() {}
