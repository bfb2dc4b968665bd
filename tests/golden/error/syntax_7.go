package main

type stack struct{ items []int }

func (s *stack) pop(last int) (item int) {
	item, s.items = s.items[last s.items[:last]
	return
}

func f(x string) [10][]bool {
	return [10][]bool{
		[boolbool{bool(x < "")},
		[]bool{}, []bool{}}
}

//go:noinline
}

//go:nosplit
x := 1

func g() {}
