// Package rt shows the run-time types and the memory behind interfaces to packages that handle values of
// any type: fmt, errors, and reflect. It calls no methods of the values.
package rt

import "unsafe"

// A Kind is a kind of type, numbered as reflect.Kind.
type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const kindNames = "invalid   bool      int       int8      int16     int32     int64     uint      " +
	"uint8     uint16    uint32    uint64    uintptr   float32   float64   complex64 " +
	"complex128array     chan      func      interface map       ptr       slice     " +
	"string    struct    unsafe.Pointer"

func (k Kind) String() string {
	if k >= UnsafePointer {
		return "unsafe.Pointer"
	}
	name := kindNames[int(k)*10 : int(k)*10+10]
	for name[len(name)-1] == ' ' {
		name = name[:len(name)-1]
	}
	return name
}

// The bits of Type.flags, in step with RTypeFlags of runtime/rtype.h.
const (
	flagPointers = 1 << iota
	flagDirect
	flagComparable
	flagPlainEqual
	flagNamed
	flagVariadic
)

// A Type is struct RType of runtime/rtype.h: one object per distinct Go type, constant once it is seen.
type Type struct {
	size                        int
	hash                        uint32
	kind, align, flags, chanDir uint8
	str, name, pkgPath          string
	elem, key                   *Type
	length                      int
	fields                      *[1 << 20]Field
	nFields                     int
	in, out                     *[1 << 20]*Type
	nIn                         int
	nOut                        int
	imethods                    *[1 << 20]IMethod
	nIMethods                   int
	methods                     *[1 << 20]Method // complete once ready: see methodSet
	nMethods                    int
	methodsReady                uint32
	ptrTo, sliceOf              *Type
	mapLayout, compiler         unsafe.Pointer
}

// A Field is struct RField: a field of a struct type.
type Field struct {
	Name     string
	PkgPath  string // of unexported names, else empty
	Type     *Type
	Offset   int
	Tag      string
	Embedded bool
}

// A Method is struct RMethod: of a concrete type's method set, sorted by name.
type Method struct {
	Name    string
	PkgPath string // of unexported names, else empty
	Type    *Type  // func type without receiver
	Func    unsafe.Pointer
}

// An IMethod is struct RIMethod: a method of an interface type, sorted by name.
type IMethod struct {
	Name    string
	PkgPath string // of unexported names, else empty
	Type    *Type
}

// TypeOf gives the dynamic type of v; nil for a nil interface.
func TypeOf(v any) *Type

// methodSet makes t.methods complete and gives their number.
func methodSet(t *Type) int

// implements reports whether values of type t implement the interface type.
func implements(t, iface *Type) bool

func (t *Type) Kind() Kind       { return Kind(t.kind) }
func (t *Type) Size() int        { return t.size }
func (t *Type) Align() int       { return int(t.align) }
func (t *Type) String() string   { return t.str }
func (t *Type) Name() string     { return t.name }
func (t *Type) PkgPath() string  { return t.pkgPath }
func (t *Type) Comparable() bool { return t.flags&flagComparable != 0 }
func (t *Type) HasName() bool    { return t.flags&flagNamed != 0 }
func (t *Type) Bits() int        { return t.size * 8 }

// Elem is the element type of an array, channel, map, pointer or slice.
func (t *Type) Elem() *Type { return t.elem }

// Key is the key type of a map.
func (t *Type) Key() *Type { return t.key }

// Len is the length of an array type.
func (t *Type) Len() int { return t.length }

// ChanDir is 1 for receive, 2 for send, 3 for both.
func (t *Type) ChanDir() int { return int(t.chanDir) }

// NumField and Field are of struct types.
func (t *Type) NumField() int          { return t.nFields }
func (t *Type) Field(i int) *Field     { return &t.fields[i] }
func (t *Type) NumIn() int             { return t.nIn }
func (t *Type) In(i int) *Type         { return t.in[i] }
func (t *Type) NumOut() int            { return t.nOut }
func (t *Type) Out(i int) *Type        { return t.out[i] }
func (t *Type) IsVariadic() bool       { return t.flags&flagVariadic != 0 }
func (t *Type) NumIMethod() int        { return t.nIMethods }
func (t *Type) IMethod(i int) *IMethod { return &t.imethods[i] }

// NumMethod and Method are of a concrete type's method set, unexported ones included.
func (t *Type) NumMethod() int       { return methodSet(t) }
func (t *Type) Method(i int) *Method { methodSet(t); return &t.methods[i] }

// Implements reports whether values of type t implement iface, an interface type.
func (t *Type) Implements(iface *Type) bool { return implements(t, iface) }

// IsPointerShaped reports whether an interface holds such a value itself in its data word.
func (t *Type) IsPointerShaped() bool { return t.flags&flagDirect != 0 }

// HasPointers reports whether the collector looks at such values.
func (t *Type) HasPointers() bool { return t.flags&flagPointers != 0 }

// TypeAddress orders types: it is the same for every use of one in a run.
func TypeAddress(t *Type) uintptr { return uintptr(unsafe.Pointer(t)) }
