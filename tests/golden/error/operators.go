package main

func main() {
	s, n, b, f := "s", 1, true, 1.5
	_ = -s
	_ = !n
	_ = ^f
	_ = s && b
	_ = f % 2
	_ = f << 1
	_ = n << 1.5
	_ = *n
	_ = &1
	_ = <-n
}
