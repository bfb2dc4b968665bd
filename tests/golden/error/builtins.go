package main

func main() {
	_ = append(1, 2)
	_ = append([]int{}, "a")
	_ = len(5)
	_ = cap(map[int]int{})
	copy([]int{}, []string{})
	delete([]int{}, 1)
	_ = new(5, 6)
	_ = min(1, "a")
	clear(5)
	append([]int{}, 1)
	panic()
	_ = complex(1, "a")
	close(5)
}
