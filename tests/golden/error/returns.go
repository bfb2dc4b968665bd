package main

func a() int {
}

func b() int {
	for {
		break
	}
}

func c() int { return }

func d() { return 1 }

func e() (int, string) { return 1 }

func f() (int, string) { return 1, 2 }

func g(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return 2
	}
}

func h(x int) int {
	switch x {
	case 1:
		return 1
	}
}

func i() int {
	for {
	}
}

func j() (n int) {
	{
		n := 2
		return
	}
}

func main() {}
