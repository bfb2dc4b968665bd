package sort

// Search returns the smallest i in 0 .. n for which f(i) holds, f being false up to there and true from there on; n if it never holds.
func Search(n int, f func(int) bool) int { return search(0, n, f) }

// Find returns the smallest i in 0 .. n for which cmp(i) <= 0, cmp falling with i, and whether it is 0 there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	lo, hi := 0, n
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); cmp(m) > 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < n && cmp(lo) == 0
}

// SearchInts returns where x is, or would be put, in the sorted slice a.
func SearchInts(a []int, x int) int {
	lo, hi := 0, len(a)
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); a[m] < x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// SearchFloat64s returns where x is, or would be put, in the sorted slice a.
func SearchFloat64s(a []float64, x float64) int {
	lo, hi := 0, len(a)
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); a[m] < x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// SearchStrings returns where x is, or would be put, in the sorted slice a.
func SearchStrings(a []string, x string) int {
	lo, hi := 0, len(a)
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); a[m] < x {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
