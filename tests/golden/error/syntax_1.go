package main

func main() {
	x := []int{1, 2
	}
	if x == 1
	{
	}
	for i := 0; i < 10; i++
	{
	}
}
