package fmt

import "internal/rt"

// An entry of a map that is being printed.
type entry struct {
	key, elem rt.Value
}

// sortedMap gives the entries in the order of their keys: numbers and strings by <, NaN before other
// floats, false before true, complex numbers by real part first, addresses as numbers, structs and
// arrays element by element, interfaces by type and then by value, nil before all. Equal keys (NaN) keep
// the order of the iteration.
func sortedMap(m rt.Value) []entry {
	entries := make([]entry, 0, m.Len())
	for it := m.MapRange(); it.Next(); {
		entries = append(entries, entry{it.Key(), it.Value()})
	}
	if len(entries) > 1 {
		mergeSort(entries, make([]entry, len(entries)))
	}
	return entries
}

// mergeSort sorts a stably; spare is of the same length.
func mergeSort(a, spare []entry) {
	if len(a) <= 8 {
		for i := 1; i < len(a); i++ {
			e, j := a[i], i
			for ; j > 0 && compare(e.key, a[j-1].key) < 0; j-- {
				a[j] = a[j-1]
			}
			a[j] = e
		}
		return
	}
	middle := len(a) / 2
	mergeSort(a[:middle], spare[:middle])
	mergeSort(a[middle:], spare[middle:])
	if compare(a[middle].key, a[middle-1].key) >= 0 {
		return
	}
	left := spare[:copy(spare, a[:middle])]
	right := a[middle:]
	for i := 0; len(left) > 0; i++ {
		if len(right) > 0 && compare(right[0].key, left[0].key) < 0 {
			a[i], right = right[0], right[1:]
		} else {
			a[i], left = left[0], left[1:]
		}
	}
}

// compare gives -1, 0 or 1 for two keys of one map.
func compare(a, b rt.Value) int {
	if a.Type() != b.Type() {
		return -1 // there is no order between them, but they are not equal
	}
	switch a.Kind() {
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		x, y := a.Int(), b.Int()
		return order(x < y, x > y)
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		x, y := a.Uint(), b.Uint()
		return order(x < y, x > y)
	case rt.String:
		x, y := a.String(), b.String()
		return order(x < y, x > y)
	case rt.Float32, rt.Float64:
		return compareFloats(a.Float(), b.Float())
	case rt.Complex64, rt.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case rt.Bool:
		x, y := a.Bool(), b.Bool()
		return order(!x && y, x && !y)
	case rt.Pointer, rt.UnsafePointer, rt.Chan:
		x, _ := rt.Address(a)
		y, _ := rt.Address(b)
		return order(x < y, x > y)
	case rt.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case rt.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case rt.Interface:
		return compareHeld(a.Elem(), b.Elem())
	}
	panic("bad type in compare: " + a.Type().String())
}

// compareHeld compares what two interfaces hold.
func compareHeld(a, b rt.Value) int {
	if !a.IsValid() || !b.IsValid() {
		return order(!a.IsValid() && b.IsValid(), a.IsValid() && !b.IsValid())
	}
	x, y := rt.TypeAddress(a.Type()), rt.TypeAddress(b.Type())
	if x != y {
		return order(x < y, true)
	}
	return compare(a, b)
}

func compareFloats(x, y float64) int {
	return order(x < y || x != x && y == y, x > y || y != y && x == x)
}

func order(less, greater bool) int {
	switch {
	case less:
		return -1
	case greater:
		return 1
	}
	return 0
}
