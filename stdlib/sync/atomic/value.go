package atomic

import "unsafe"

// A Value holds a value of one type at a time, loaded and stored as a whole. The zero Value loads as nil.
type Value struct {
	v any
}

// words is how an interface lies in memory.
type words struct {
	typ, data unsafe.Pointer
}

// The address of storing in the type word says that the first Store is under way.
var storing byte

func check(val any, op string) {
	if val == nil {
		panic("sync/atomic: " + op + " of nil value into Value")
	}
}

// Load returns the value most recently stored, or nil.
func (v *Value) Load() (val any) {
	from := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&from.typ)
	if typ == nil || typ == unsafe.Pointer(&storing) {
		return nil
	}
	to := words{typ, LoadPointer(&from.data)}
	return *(*any)(unsafe.Pointer(&to))
}

// first claims the right to store the first value. done: somebody stored one meanwhile.
func (v *Value) first(new *words) (done bool) {
	to := (*words)(unsafe.Pointer(v))
	for {
		typ := LoadPointer(&to.typ)
		if typ == nil {
			if !CompareAndSwapPointer(&to.typ, nil, unsafe.Pointer(&storing)) {
				continue
			}
			StorePointer(&to.data, new.data)
			StorePointer(&to.typ, new.typ)
			return false
		}
		if typ != unsafe.Pointer(&storing) {
			return true
		}
	}
}

func (v *Value) same(new *words, op string) {
	if LoadPointer(&(*words)(unsafe.Pointer(v)).typ) != new.typ {
		panic("sync/atomic: " + op + " of inconsistently typed value into Value")
	}
}

// Store sets the value. All values stored in one Value have the same type; another one, or nil, panics.
func (v *Value) Store(val any) {
	check(val, "store")
	new := (*words)(unsafe.Pointer(&val))
	if v.first(new) {
		v.same(new, "store")
		StorePointer(&(*words)(unsafe.Pointer(v)).data, new.data)
	}
}

// Swap sets the value and returns the one before, nil if there was none.
func (v *Value) Swap(new any) (old any) {
	check(new, "swap")
	w := (*words)(unsafe.Pointer(&new))
	if !v.first(w) {
		return nil
	}
	v.same(w, "swap")
	o := (*words)(unsafe.Pointer(&old))
	o.data = SwapPointer(&(*words)(unsafe.Pointer(v)).data, w.data)
	o.typ = w.typ
	return old
}

// CompareAndSwap sets the value to new if it is old, and tells whether it did.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	check(new, "compare and swap")
	w, o := (*words)(unsafe.Pointer(&new)), (*words)(unsafe.Pointer(&old))
	if o.typ != nil && o.typ != w.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if old == nil {
		if v.first(w) {
			v.same(w, "compare and swap")
			return false
		}
		return true
	}
	at := (*words)(unsafe.Pointer(v))
	if typ := LoadPointer(&at.typ); typ == nil || typ == unsafe.Pointer(&storing) {
		return false
	}
	v.same(w, "compare and swap")
	data := LoadPointer(&at.data)
	var now any
	n := (*words)(unsafe.Pointer(&now))
	n.data = data
	n.typ = w.typ
	if now != old {
		return false
	}
	return CompareAndSwapPointer(&at.data, data, w.data)
}
