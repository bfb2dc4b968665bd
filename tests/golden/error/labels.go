package main

func main() {
L:
	for {
		continue M
	}
L:
	for {
		break L
	}
	goto N
	{
	N:
	}
unused:
	x := 1
	_ = x
}
