package main

type T struct {
	a int,
	b int
}

func (t T) {}

func main() {
	defer f
	go func() {}
	switch x {
		foo()
	}
}
