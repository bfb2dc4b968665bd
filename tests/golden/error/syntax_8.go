package main

func f() {
a:
b:
	)
}

func g() {
	x := 1
c:
d:
	case 1:
}
