package main

import "fmt"

const odd = "a\u0378\u00ad\u0301\ufeff\x80\r\U000e0041 "

type lower struct{ straße int }

func (lower) ärmel() {}

type sleeve interface{ Ärmel() }

func main() {
	var n int = odd
	fmt.𐵐(n)  // a letter that is upper case since Unicode 16
	fmt.ä(n)
	var l lower
	l.Ärmel()
	_ = l.STRASSE
	_ = l.Straße
	var _ sleeve = l
}
