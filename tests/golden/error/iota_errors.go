package main

const (
	a int
	b = iota
)

const c

var d

type e

const (
	f, g = 1
	h    = iota + "s"
)

func main() { _ = iota }
