package sort

import "unsafe"

// indexed is any slice with a function that compares elements.
type indexed struct {
	base unsafe.Pointer
	n    int
	size uintptr
	less func(i, j int) bool
}

func (s *indexed) Len() int           { return s.n }
func (s *indexed) Less(i, j int) bool { return s.less(i, j) }
func (s *indexed) Swap(i, j int)

// parts takes a slice apart; kind is what x is if it is no slice.
func parts(x any) (base unsafe.Pointer, n int, size uintptr, kind string)

func of(x any, less func(i, j int) bool, what string) *indexed {
	base, n, size, kind := parts(x)
	if kind != "" {
		panic("reflect: call of " + what + " on " + kind + " Value")
	}
	return &indexed{base, n, size, less}
}

// Slice sorts the slice x by less, which gets indices. Equal elements may change places. It panics if x is no slice.
func Slice(x any, less func(i, j int) bool) { Sort(of(x, less, "Swapper")) }

// SliceStable sorts the slice x by less and keeps equal elements in their order. It panics if x is no slice.
func SliceStable(x any, less func(i, j int) bool) { Stable(of(x, less, "Swapper")) }

// SliceIsSorted tells whether the slice x is sorted by less. It panics if x is no slice.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	return IsSorted(of(x, less, "reflect.Value.Len"))
}

// IntSlice gives []int the methods of Interface, in increasing order.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Search returns SearchInts(p, x).
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Float64Slice gives []float64 the methods of Interface: in increasing order, not-a-numbers first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// Search returns SearchFloat64s(p, x).
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// StringSlice gives []string the methods of Interface, in increasing order.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Search returns SearchStrings(p, x).
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }

// Below this length a native sorts a slice at one go; above, it splits it first, so that others get their turn.
const atOnce = 1 << 16

func sortInts(x []int)
func splitInts(x []int) int
func sortFloats(x []float64)
func splitFloats(x []float64) int
func sortStrings(x []string)
func splitStrings(x []string) int

// Ints sorts x in increasing order.
func Ints(x []int) {
	for len(x) > atOnce {
		p := splitInts(x)
		if p < len(x)/2 {
			Ints(x[:p])
			x = x[p+1:]
		} else {
			Ints(x[p+1:])
			x = x[:p]
		}
	}
	sortInts(x)
}

// Float64s sorts x in increasing order, not-a-numbers first.
func Float64s(x []float64) {
	for len(x) > atOnce {
		p := splitFloats(x)
		if p < len(x)/2 {
			Float64s(x[:p])
			x = x[p+1:]
		} else {
			Float64s(x[p+1:])
			x = x[:p]
		}
	}
	sortFloats(x)
}

// Strings sorts x in increasing order.
func Strings(x []string) {
	for len(x) > atOnce {
		p := splitStrings(x)
		if p < len(x)/2 {
			Strings(x[:p])
			x = x[p+1:]
		} else {
			Strings(x[p+1:])
			x = x[:p]
		}
	}
	sortStrings(x)
}

// IntsAreSorted tells whether x is in increasing order.
func IntsAreSorted(x []int) bool {
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}

// Float64sAreSorted tells whether x is in increasing order, not-a-numbers first.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted tells whether x is in increasing order.
func StringsAreSorted(x []string) bool {
	for i := 1; i < len(x); i++ {
		if x[i] < x[i-1] {
			return false
		}
	}
	return true
}
