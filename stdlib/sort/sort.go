// Package sort sorts slices and what can be compared and swapped by index.
//
// Sort is pattern-defeating quicksort (Orson Peters, 2021) with Tukey's ninther as pivot and heapsort as the way out; Stable is
// insertion sort of blocks and SymMerge (Kim and Kutzner, 2004). Equal elements come out in the reference's order, since programs show
// it; so every comparison that steers an exchange is made as there. Plain slices of numbers and strings are sorted by natives.
package sort

import "math/bits"

// Interface is what Sort needs: elements known by index.
type Interface interface {
	// Len is the number of elements.
	Len() int
	// Less tells whether element i must come before element j: a strict weak ordering.
	Less(i, j int) bool
	// Swap exchanges elements i and j.
	Swap(i, j int)
}

// Sort sorts data in ascending order. Equal elements may change places.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		quick(data, 0, n, bits.Len(uint(n)))
	}
}

// Stable sorts data in ascending order and keeps equal elements in theirs.
func Stable(data Interface) { stable(data, data.Len()) }

// IsSorted tells whether data is in ascending order.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

const insertionMax = 12

func insertion(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		for j := i; j > lo && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

// sift restores the heap of n elements at base below its node.
func sift(data Interface, node, n, base int) {
	for {
		child := 2*node + 1
		if child >= n {
			return
		}
		if child+1 < n && data.Less(base+child, base+child+1) {
			child++
		}
		if !data.Less(base+node, base+child) {
			return
		}
		data.Swap(base+node, base+child)
		node = child
	}
}

func heap(data Interface, lo, hi int) {
	n := hi - lo
	for i := (n - 1) / 2; i >= 0; i-- {
		sift(data, i, n, lo)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(lo, lo+i)
		sift(data, 0, i, lo)
	}
}

// quick sorts lo .. hi; after `bad` unbalanced partitions it turns to heapsort.
func quick(data Interface, lo, hi, bad int) {
	balanced, untouched := true, true
	for {
		n := hi - lo
		if n <= insertionMax {
			insertion(data, lo, hi)
			return
		}
		if bad == 0 {
			heap(data, lo, hi)
			return
		}
		if !balanced {
			scatter(data, lo, hi)
			bad--
		}
		pivot, swaps := choose(data, lo, hi)
		increasing := swaps == 0
		if swaps == 12 { // every comparison went the other way: it is descending
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				data.Swap(i, j)
			}
			pivot = lo + hi - 1 - pivot
			increasing = true
		}
		if balanced && untouched && increasing && nearlySorted(data, lo, hi) {
			return
		}
		if lo > 0 && !data.Less(lo-1, pivot) {
			// Nothing here is smaller than the pivot: set its equals aside.
			lo = splitEqual(data, lo, hi, pivot)
			continue
		}
		var mid int
		mid, untouched = split(data, lo, hi, pivot)
		left, right := mid-lo, hi-mid
		if left < right {
			balanced = left >= n/8
			quick(data, lo, mid, bad)
			lo = mid + 1
		} else {
			balanced = right >= n/8
			quick(data, mid+1, hi, bad)
			hi = mid
		}
	}
}

// split puts what is less than the pivot before it, the rest behind it.
func split(data Interface, lo, hi, pivot int) (mid int, untouched bool) {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for first := true; ; first = false {
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && !data.Less(j, lo) {
			j--
		}
		if i > j {
			data.Swap(j, lo)
			return j, first
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// splitEqual puts what equals the pivot first; nothing may be less than it.
func splitEqual(data Interface, lo, hi, pivot int) int {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !data.Less(lo, i) {
			i++
		}
		for i <= j && data.Less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// nearlySorted mends up to five places that are out of order and tells whether all is sorted then.
func nearlySorted(data Interface, lo, hi int) bool {
	i := lo + 1
	for mended := 0; mended < 5; mended++ {
		for i < hi && !data.Less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < 50 {
			return false
		}
		data.Swap(i, i-1)
		if i-lo >= 2 {
			for j := i - 1; j >= 1 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter exchanges three elements in the middle with ones chosen by Marsaglia's xorshift, to break patterns.
func scatter(data Interface, lo, hi int) {
	n := hi - lo
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	for at := lo + n/4*2 - 1; at <= lo+n/4*2+1; at++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		data.Swap(at, lo+other)
	}
}

// choose picks a pivot; swaps counts the comparisons that found their elements out of order.
func choose(data Interface, lo, hi int) (pivot, swaps int) {
	n := hi - lo
	i, j, k := lo+n/4, lo+n/4*2, lo+n/4*3
	if n >= 8 {
		if n >= 50 {
			i = median(data, i-1, i, i+1, &swaps)
			j = median(data, j-1, j, j+1, &swaps)
			k = median(data, k-1, k, k+1, &swaps)
		}
		j = median(data, i, j, k, &swaps)
	}
	return j, swaps
}

func median(data Interface, a, b, c int, swaps *int) int {
	if data.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if data.Less(c, b) {
		*swaps++
		b = c
	}
	if data.Less(b, a) {
		*swaps++
		b = a
	}
	return b
}

func stable(data Interface, n int) {
	block := 20
	lo := 0
	for ; lo+block <= n; lo += block {
		insertion(data, lo, lo+block)
	}
	insertion(data, lo, n)
	for ; block < n; block *= 2 {
		for lo = 0; lo+2*block <= n; lo += 2 * block {
			merge(data, lo, lo+block, lo+2*block)
		}
		if lo+block < n {
			merge(data, lo, lo+block, n)
		}
	}
}

// search is the smallest i of lo .. hi for which pred holds, which holds from there on; hi if there is none.
func search(lo, hi int, pred func(int) bool) int {
	for lo < hi {
		if m := int(uint(lo+hi) >> 1); pred(m) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// merge merges the sorted runs lo .. mid and mid .. hi in place.
func merge(data Interface, lo, mid, hi int) {
	if mid-lo == 1 {
		to := search(mid, hi, func(i int) bool { return !data.Less(i, lo) })
		for i := lo; i < to-1; i++ {
			data.Swap(i, i+1)
		}
		return
	}
	if hi-mid == 1 {
		to := search(lo, mid, func(i int) bool { return data.Less(mid, i) })
		for i := mid; i > to; i-- {
			data.Swap(i, i-1)
		}
		return
	}
	half := int(uint(lo+hi) >> 1)
	sum := half + mid
	from, to := lo, mid
	if mid > half {
		from, to = sum-hi, half
	}
	last := sum - 1
	from = search(from, to, func(i int) bool { return data.Less(last-i, i) })
	end := sum - from
	if from < mid && mid < end {
		rotate(data, from, mid, end)
	}
	if lo < from && from < half {
		merge(data, lo, from, half)
	}
	if half < end && end < hi {
		merge(data, half, end, hi)
	}
}

func swapRuns(data Interface, a, b, n int) {
	for i := 0; i < n; i++ {
		data.Swap(a+i, b+i)
	}
}

// rotate exchanges the runs lo .. mid and mid .. hi.
func rotate(data Interface, lo, mid, hi int) {
	i, j := mid-lo, hi-mid
	for i != j {
		if i > j {
			swapRuns(data, mid-i, mid, j)
			i -= j
		} else {
			swapRuns(data, mid-i, mid+j-i, i)
			j -= i
		}
	}
	swapRuns(data, mid-i, mid, i)
}
