package main

const big = 1 << 100 >> 98

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

func main() {
	var s shape = square{2}
	m := map[string][]int{"a": {1, big}}
	v, ok := m["a"]
	sq, _ := s.(square)
	f := sq.area
	println(len(v), ok, f() > 3, 'x', uint8(big))
}
