package main

import "fmt"

func main() {
	var a struct {
		A int "plain \"quoted\" \\"
		B int "\r\v\a\x00\x7f"
		C int "é\u0378\u0301\xff\ufeff\U000e0041"
		D int "`raw`"
	}
	fmt.Printf("%T\n", a)
}
