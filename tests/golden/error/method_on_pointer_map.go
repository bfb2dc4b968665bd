package main

type C struct{ n int }

func (c *C) Inc() { c.n++ }

func get() C { return C{} }

func main() {
	m := map[string]C{}
	m["a"].Inc()
	get().Inc()
	C{}.Inc()
	f := get().Inc
	_ = f
	_ = &get()
	_ = &m["a"]
}
