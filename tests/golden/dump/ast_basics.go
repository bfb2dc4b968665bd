package main

type pair[T any] struct {
	a, b T `tag`
	*int
}

func (p *pair[T]) sum(more ...T) (n int, err error) {
	for i, v := range more {
		switch x := any(v).(type) {
		case int, string:
			n += i << 2
		default:
			defer func() { _ = x }()
			continue
		}
	}
	return n, nil
}
