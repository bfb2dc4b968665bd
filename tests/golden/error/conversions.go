package main

type A struct{ x int }
type B struct{ y int }

func main() {
	_ = int("5")
	_ = string(1.5)
	_ = []byte(5)
	_ = A(B{})
	_ = (*int)(5)
	_ = bool(1)
	_ = func()(nil)
	_ = int(nil)
	_ = [3]int([]string{})
	_ = uint8(300)
	_ = int(1.5)
}
