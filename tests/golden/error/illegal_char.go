package main

func main() {
	x := 1 # 2
	y := “quoted”
	z := a ? b : c
}
