package main

//go:noescape
func k(p *int) {
}

func main() {
	k(nil)
}
