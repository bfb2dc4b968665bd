package main

import "fmt"

func main() {
	var a int8 = 128
	var b uint = -1
	c := 1 << 64
	var d byte = 'ā'
	e := 10 / 0
	const f = 1 << 600
	var g int = 1.5
	h := "a" + 1
	var i float32 = 1e40
	fmt.Println(a, b, c, d, e, g, h, i, 1<<-1, 07_8)
}
