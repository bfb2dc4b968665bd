package rt

import "unsafe"

// A Value is a Go value of any type: the value itself if it is pointer-shaped and not in memory, else the
// address of its memory. reflect.Value is a struct of just this, so that fmt can look into one.
type Value struct {
	typ  *Type
	ptr  unsafe.Pointer
	flag uintptr
}

const (
	flagIndirect    = 1 << iota // ptr is the address of the value
	flagReadOnly                // reached through an unexported field: no methods may be called
	flagAddressable             // the memory is a variable's: it may change
	flagEmbedded                // an embedded field of an unexported type: likewise, but not its fields
)

// readOnly gives the flag for what v leads to.
func (v Value) readOnly() uintptr {
	if v.flag&(flagReadOnly|flagEmbedded) != 0 {
		return flagReadOnly
	}
	return 0
}

// -- natives (native.c)

// dataWord gives the second word of an interface.
func dataWord(v any) unsafe.Pointer

// pack makes the interface of that type and data word.
func pack(t *Type, word unsafe.Pointer) any

// box makes an interface holding a copy of the value of type t, not pointer-shaped, at src.
func box(t *Type, src unsafe.Pointer) any

// assign stores v into the variable of type t at dst if v's type is t or implements t.
func assign(t *Type, dst unsafe.Pointer, v any) bool

// dynamic gives the dynamic type of the interface value of static type t at p.
func dynamic(t *Type, p unsafe.Pointer) *Type

func mapLen(m unsafe.Pointer) int
func mapIterInit(t *Type, m unsafe.Pointer, it *mapIter)
func mapIterNext(it *mapIter)
func chanLen(c unsafe.Pointer) int
func chanCap(c unsafe.Pointer) int

// newCopy gives a new variable of type t holding the value at src.
func newCopy(t *Type, src unsafe.Pointer) unsafe.Pointer

// -- any

// IsNil reports whether v holds a nil pointer, channel, function, map, slice or unsafe.Pointer.
func IsNil(v any) bool {
	switch TypeOf(v).Kind() {
	case Pointer, Chan, Func, Map, UnsafePointer:
		return dataWord(v) == nil
	case Slice:
		return *(*unsafe.Pointer)(dataWord(v)) == nil
	}
	return false
}

// AssignTo stores v in *target, target being a non-nil pointer, if its type allows: true.
func AssignTo(target, v any) bool {
	return assign(TypeOf(target).elem, dataWord(target), v)
}

// ValueOf gives what v holds; the zero Value for nil.
func ValueOf(v any) Value {
	t := TypeOf(v)
	if t == nil {
		return Value{}
	}
	if t.flags&flagDirect != 0 {
		return Value{t, dataWord(v), 0}
	}
	return Value{t, dataWord(v), flagIndirect}
}

// Reflected gives what a reflect.Value in v stands for; false if v is none.
func Reflected(v any) (Value, bool) {
	t := TypeOf(v)
	if t.kind != uint8(Struct) || t.name != "Value" || t.pkgPath != "reflect" {
		return Value{}, false
	}
	return *(*Value)(dataWord(v)), true
}

// -- Value

func (v Value) IsValid() bool { return v.typ != nil }
func (v Value) Type() *Type   { return v.typ }

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	return Kind(v.typ.kind)
}

// CanInterface reports whether Interface may be called: not for what unexported fields hold.
func (v Value) CanInterface() bool { return v.flag&(flagReadOnly|flagEmbedded) == 0 }

// Interface gives the value as an any; of an interface variable, what it holds.
func (v Value) Interface() any {
	if v.typ.kind == uint8(Interface) {
		if v = v.Elem(); v.typ == nil {
			return nil
		}
	}
	if v.typ.flags&flagDirect != 0 {
		return pack(v.typ, v.word())
	}
	if v.flag&flagAddressable != 0 {
		return box(v.typ, v.ptr)
	}
	return pack(v.typ, v.ptr)
}

// word gives a pointer-shaped value itself.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagIndirect != 0 {
		return *(*unsafe.Pointer)(v.ptr)
	}
	return v.ptr
}

func (v Value) Bool() bool { return *(*bool)(v.ptr) }

func (v Value) Int() int64 {
	switch v.typ.size {
	case 1:
		return int64(*(*int8)(v.ptr))
	case 2:
		return int64(*(*int16)(v.ptr))
	case 4:
		return int64(*(*int32)(v.ptr))
	}
	return *(*int64)(v.ptr)
}

func (v Value) Uint() uint64 {
	switch v.typ.size {
	case 1:
		return uint64(*(*uint8)(v.ptr))
	case 2:
		return uint64(*(*uint16)(v.ptr))
	case 4:
		return uint64(*(*uint32)(v.ptr))
	}
	return *(*uint64)(v.ptr)
}

func (v Value) Float() float64 {
	if v.typ.size == 4 {
		return float64(*(*float32)(v.ptr))
	}
	return *(*float64)(v.ptr)
}

func (v Value) Complex() complex128 {
	if v.typ.size == 8 {
		return complex128(*(*complex64)(v.ptr))
	}
	return *(*complex128)(v.ptr)
}

// String gives the value of kind String.
func (v Value) String() string { return *(*string)(v.ptr) }

// Len is of arrays, channels, maps, slices and strings.
func (v Value) Len() int {
	switch Kind(v.typ.kind) {
	case Array:
		return v.typ.length
	case Map:
		return mapLen(v.word())
	case Chan:
		return chanLen(v.word())
	}
	return (*sliceHeader)(v.ptr).len // a string's length is at the same place
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

// Index gives element i of an array or slice. i must be in range.
func (v Value) Index(i int) Value {
	elem := v.typ.elem
	if v.typ.kind == uint8(Slice) {
		at := unsafe.Add((*sliceHeader)(v.ptr).data, i*elem.size)
		return Value{elem, at, flagIndirect | flagAddressable | v.readOnly()}
	}
	if v.flag&flagIndirect == 0 {
		return Value{elem, v.ptr, v.readOnly()} // an array of one pointer
	}
	return Value{elem, unsafe.Add(v.ptr, i*elem.size), v.flag&(flagIndirect|flagAddressable) | v.readOnly()}
}

func (v Value) NumField() int { return v.typ.nFields }

// Field gives field i of a struct.
func (v Value) Field(i int) Value {
	f := &v.typ.fields[i]
	flag := v.flag &^ flagEmbedded
	if f.PkgPath != "" {
		if f.Embedded {
			flag |= flagEmbedded
		} else {
			flag |= flagReadOnly
		}
	}
	if flag&flagIndirect == 0 {
		return Value{f.Type, v.ptr, flag} // the one pointer of a pointer-shaped struct
	}
	return Value{f.Type, unsafe.Add(v.ptr, f.Offset), flag}
}

// IsNil is of channels, functions, interfaces, maps, pointers and slices.
func (v Value) IsNil() bool {
	if v.typ.kind == uint8(Interface) || v.typ.kind == uint8(Slice) {
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	return v.word() == nil
}

// Elem gives what an interface holds or a pointer points to; the zero Value if that is nothing.
func (v Value) Elem() Value {
	if v.typ.kind == uint8(Pointer) {
		p := v.word()
		if p == nil {
			return Value{}
		}
		return Value{v.typ.elem, p, flagIndirect | flagAddressable | v.readOnly()}
	}
	t := dynamic(v.typ, v.ptr)
	if t == nil {
		return Value{}
	}
	word := *(*unsafe.Pointer)(unsafe.Add(v.ptr, 8))
	if t.flags&flagDirect != 0 {
		return Value{t, word, v.readOnly()}
	}
	return Value{t, word, flagIndirect | v.readOnly()}
}

// Address gives the pointer in a channel, function, map, pointer, unsafe.Pointer, or of a slice's array;
// false for other kinds.
func Address(v Value) (uintptr, bool) {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return uintptr(v.word()), true
	case Slice:
		return uintptr(*(*unsafe.Pointer)(v.ptr)), true
	}
	return 0, false
}

// Bytes gives the memory of a slice or array whose elements are bytes.
func Bytes(v Value) []byte {
	if v.typ.kind == uint8(Slice) {
		return *(*[]byte)(v.ptr)
	}
	return unsafe.Slice((*byte)(v.ptr), v.typ.length)
}

// Elements gives the memory of the elements of a slice or array, if it is of more than one pointer.
func Elements(v Value) (elem *Type, data unsafe.Pointer, n int) {
	if v.typ.kind == uint8(Slice) {
		h := (*sliceHeader)(v.ptr)
		return v.typ.elem, h.data, h.len
	}
	return v.typ.elem, v.ptr, v.typ.length
}

// -- setting variables, for scanning. v comes from Elem of a pointer.

func (v Value) SetBool(x bool) { *(*bool)(v.ptr) = x }

func (v Value) SetInt(x int64) {
	switch v.typ.size {
	case 1:
		*(*int8)(v.ptr) = int8(x)
	case 2:
		*(*int16)(v.ptr) = int16(x)
	case 4:
		*(*int32)(v.ptr) = int32(x)
	default:
		*(*int64)(v.ptr) = x
	}
}

func (v Value) SetUint(x uint64) { v.SetInt(int64(x)) }

func (v Value) SetFloat(x float64) {
	if v.typ.size == 4 {
		*(*float32)(v.ptr) = float32(x)
	} else {
		*(*float64)(v.ptr) = x
	}
}

func (v Value) SetComplex(x complex128) {
	if v.typ.size == 8 {
		*(*complex64)(v.ptr) = complex64(x)
	} else {
		*(*complex128)(v.ptr) = x
	}
}

func (v Value) SetString(x string) { *(*string)(v.ptr) = x }

// SetBytes sets a slice whose elements are of kind Uint8.
func SetBytes(v Value, x []byte) { *(*[]byte)(v.ptr) = x }

// -- maps

// mapIter is struct MapIter of runtime/map.h.
type mapIter struct {
	key, elem unsafe.Pointer // key nil: the end
	typ       *Type
	m, table  unsafe.Pointer
	words     [7]uint64
}

// A MapIter walks over a map in random order.
type MapIter struct {
	m       Value
	started bool
	it      mapIter
}

// MapRange gives an iterator that stands before the first entry.
func (v Value) MapRange() *MapIter { return &MapIter{m: v} }

// Next goes to the next entry; false at the end.
func (it *MapIter) Next() bool {
	if !it.started {
		it.started = true
		mapIterInit(it.m.typ, it.m.word(), &it.it)
	}
	mapIterNext(&it.it)
	return it.it.key != nil
}

// Key gives a copy of the entry's key.
func (it *MapIter) Key() Value { return it.copy(it.m.typ.key, it.it.key) }

// Value gives a copy of the entry's element.
func (it *MapIter) Value() Value { return it.copy(it.m.typ.elem, it.it.elem) }

// The table may move while the caller keeps the value.
func (it *MapIter) copy(t *Type, at unsafe.Pointer) Value {
	flag := it.m.readOnly()
	if t.flags&flagDirect != 0 {
		return Value{t, *(*unsafe.Pointer)(at), flag}
	}
	return Value{t, newCopy(t, at), flag | flagIndirect}
}
