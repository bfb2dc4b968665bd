package fmt

import (
	"internal/rt"
	"unicode/utf8"
	"unsafe"
)

// A walker is a printer at a value that C cannot print. It is a type of its own so that a program which
// prints plain values only, as most small ones do, reads nothing of this file: print.go comes here through
// an interface (see slow).
type walker printer

func (p *walker) puts(s string) { p.buf = append(p.buf, s...) }

// -- natives (native.c): one value by a verb; false if the verb does not fit, and nothing is printed.

func (p *walker) boolean(v bool, verb rune) bool
func (p *walker) integer(v uint64, signed bool, verb rune) bool
func (p *walker) float(v float64, bits int, verb rune) bool
func (p *walker) complex(re, im float64, bits int, verb rune) bool
func (p *walker) text(s string, verb rune) bool

// bytes is false too for verbs that print bytes as the elements of any slice.
func (p *walker) bytes(b []byte, typeName string, verb rune) bool

// hex prints 0x1f or 1f.
func (p *walker) hex(v uint64, leading0x bool)

// pad prints s padded to the width; cutPad first cuts it to the precision.
func (p *walker) pad(s string)
func (p *walker) cutPad(s string)

// elements prints the elements [from, n) of an array at data, with what separates them, as far as
// they need no methods; it returns the first that is left.
func (p *walker) elements(t *rt.Type, data unsafe.Pointer, n, from int, verb rune) int

func typeName(arg any) string { return rt.TypeOf(arg).String() }

// printArg prints an argument that C has left: nil, or of a type with methods, or made of other
// values, or with a verb that does not fit.
func (p *walker) printArg(arg any, verb rune) {
	if arg == nil {
		if verb == 'v' || verb == 'T' {
			p.pad("<nil>")
		} else {
			p.badVerb(rt.Value{}, verb)
		}
		return
	}
	v := rt.ValueOf(arg)
	switch verb {
	case 'T':
		p.cutPad(typeName(arg))
		return
	case 'p':
		if r, ok := rt.Reflected(arg); ok {
			p.badVerbOf(v.Type().String(), r, 'p')
		} else {
			p.pointer(v, 'p')
		}
		return
	}
	if b, ok := arg.([]byte); ok {
		if !p.bytes(b, "[]byte", verb) {
			p.printValue(v, verb, 0)
		}
		return
	}
	if r, ok := rt.Reflected(arg); ok {
		// A reflect.Value stands for what it holds.
		if r.IsValid() && r.CanInterface() && p.handleMethods(r.Interface(), r, verb) {
			return
		}
		p.printValue(r, verb, 0)
		return
	}
	if !p.handleMethods(arg, v, verb) {
		p.printValue(v, verb, 0)
	}
}

// extra tells of arguments that no directive has asked for.
func (p *walker) extra(args []any) {
	p.flags, p.width, p.prec = 0, 0, 0
	p.puts("%!(EXTRA ")
	for i, arg := range args {
		if i > 0 {
			p.puts(", ")
		}
		if arg == nil {
			p.puts("<nil>")
		} else {
			p.puts(typeName(arg))
			p.buf = append(p.buf, '=')
			p.printArg(arg, 'v')
		}
	}
	p.buf = append(p.buf, ')')
}

// handleMethods lets arg print itself if it can.
func (p *walker) handleMethods(arg any, v rt.Value, verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.errorf {
			p.badVerb(v, verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		p.format(f, verb)
		return true
	}
	if p.flags&sharpV != 0 {
		if s, ok := arg.(GoStringer); ok {
			p.goString(s, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch s := arg.(type) {
		case error:
			p.errorText(s, verb)
			return true
		case Stringer:
			p.stringText(s, verb)
			return true
		}
	}
	return false
}

// The four method calls, each a function of its own so that a panic in it ends only that.

func (p *walker) format(f Formatter, verb rune) {
	defer p.catch(f, verb, "Format")
	f.Format((*printer)(p), verb)
}

func (p *walker) goString(s GoStringer, verb rune) {
	defer p.catch(s, verb, "GoString")
	p.cutPad(s.GoString())
}

func (p *walker) errorText(e error, verb rune) {
	defer p.catch(e, verb, "Error")
	p.text(e.Error(), verb)
}

func (p *walker) stringText(s Stringer, verb rune) {
	defer p.catch(s, verb, "String")
	p.text(s.String(), verb)
}

// catch, deferred, prints what a method has panicked with. A nil receiver is nothing but <nil>.
func (p *walker) catch(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := rt.ValueOf(arg); v.Kind() == rt.Pointer && v.IsNil() {
		p.puts("<nil>")
		return
	}
	if p.panicking {
		panic(err) // while printing what another had panicked with: there is no way out here
	}
	flags := p.flags
	p.flags, p.width, p.prec = 0, 0, 0
	p.badStart(verb)
	p.puts("PANIC=")
	p.puts(method)
	p.puts(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.flags = flags
}

// badStart prints "%!verb(".
func (p *walker) badStart(verb rune) {
	p.puts("%!")
	p.buf = append(utf8.AppendRune(p.buf, verb), '(')
}

// badVerb tells that the verb does not fit the value.
func (p *walker) badVerb(v rt.Value, verb rune) {
	if v.IsValid() {
		p.badVerbOf(v.Type().String(), v, verb)
		return
	}
	p.badStart(verb)
	p.puts("<nil>)")
}

func (p *walker) badVerbOf(typeName string, v rt.Value, verb rune) {
	p.erroring = true
	p.badStart(verb)
	p.puts(typeName)
	p.buf = append(p.buf, '=')
	p.printValue(v, 'v', 0)
	p.buf = append(p.buf, ')')
	p.erroring = false
}

// pointer prints an address.
func (p *walker) pointer(v rt.Value, verb rune) {
	address, ok := rt.Address(v)
	if !ok {
		p.badVerb(v, verb)
		return
	}
	switch verb {
	case 'v':
		switch {
		case p.flags&sharpV != 0:
			p.buf = append(p.buf, '(')
			p.puts(v.Type().String())
			p.puts(")(")
			if address == 0 {
				p.puts("nil")
			} else {
				p.hex(uint64(address), true)
			}
			p.buf = append(p.buf, ')')
		case address == 0:
			p.pad("<nil>")
		default:
			p.hex(uint64(address), p.flags&sharp == 0)
		}
	case 'p':
		p.hex(uint64(address), p.flags&sharp == 0)
	case 'b', 'o', 'd', 'x', 'X':
		p.integer(uint64(address), false, verb)
	default:
		p.badVerb(v, verb)
	}
}

// printValue prints v. depth is 0 for an argument itself, whose methods have been tried already.
func (p *walker) printValue(v rt.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() {
		if p.handleMethods(v.Interface(), v, verb) {
			return
		}
	}
	ok := true
	switch v.Kind() {
	case rt.Invalid:
		switch {
		case depth == 0:
			p.puts("<invalid reflect.Value>")
		case verb == 'v':
			p.puts("<nil>")
		default:
			ok = false
		}
	case rt.Bool:
		ok = p.boolean(v.Bool(), verb)
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		ok = p.integer(uint64(v.Int()), true, verb)
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		ok = p.integer(v.Uint(), false, verb)
	case rt.Float32:
		ok = p.float(v.Float(), 32, verb)
	case rt.Float64:
		ok = p.float(v.Float(), 64, verb)
	case rt.Complex64:
		c := v.Complex()
		ok = p.complex(real(c), imag(c), 32, verb)
	case rt.Complex128:
		c := v.Complex()
		ok = p.complex(real(c), imag(c), 64, verb)
	case rt.String:
		ok = p.text(v.String(), verb)
	case rt.Map:
		p.printMap(v, verb, depth)
	case rt.Struct:
		p.printStruct(v, verb, depth)
	case rt.Interface:
		p.printInterface(v, verb, depth)
	case rt.Array, rt.Slice:
		p.printList(v, verb, depth)
	case rt.Pointer:
		// Only the argument itself is followed: deeper ones could lead in a circle.
		if depth == 0 && !v.IsNil() {
			to := v.Elem()
			switch to.Kind() {
			case rt.Array, rt.Slice, rt.Struct, rt.Map:
				p.buf = append(p.buf, '&')
				p.printValue(to, verb, depth+1)
				return
			}
		}
		p.pointer(v, verb)
	default:
		p.pointer(v, verb)
	}
	if !ok {
		p.badVerb(v, verb)
	}
}

// separate prints what stands between two elements.
func (p *walker) separate() {
	if p.flags&sharpV != 0 {
		p.buf = append(p.buf, ',')
	}
	p.buf = append(p.buf, ' ')
}

// open prints what stands before the elements. false: a nil value in Go syntax is already complete.
func (p *walker) open(v rt.Value, bracket string) bool {
	if p.flags&sharpV == 0 {
		p.puts(bracket)
		return true
	}
	p.puts(v.Type().String())
	if kind := v.Kind(); (kind == rt.Map || kind == rt.Slice) && v.IsNil() {
		p.puts("(nil)")
		return false
	}
	p.buf = append(p.buf, '{')
	return true
}

func (p *walker) close(bracket byte) {
	if p.flags&sharpV != 0 {
		bracket = '}'
	}
	p.buf = append(p.buf, bracket)
}

func (p *walker) printStruct(v rt.Value, verb rune, depth int) {
	p.open(v, "{")
	names := p.flags&(plusV|sharpV) != 0
	n := v.NumField()
	for i := 0; i < n; i++ {
		if i > 0 {
			p.separate()
		}
		if names {
			if name := v.Type().Field(i).Name; name != "" {
				p.puts(name)
				p.buf = append(p.buf, ':')
			}
		}
		field := v.Field(i)
		if field.Kind() == rt.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.printValue(field, verb, depth+1)
	}
	p.buf = append(p.buf, '}')
}

func (p *walker) printInterface(v rt.Value, verb rune, depth int) {
	held := v.Elem()
	switch {
	case held.IsValid():
		p.printValue(held, verb, depth+1)
	case p.flags&sharpV != 0:
		p.puts(v.Type().String())
		p.puts("(nil)")
	default:
		p.puts("<nil>")
	}
}

func (p *walker) printList(v rt.Value, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X':
		// Bytes are text for these, whatever their type is called.
		if v.Type().Elem().Kind() == rt.Uint8 {
			p.bytes(rt.Bytes(v), v.Type().String(), verb)
			return
		}
	}
	if !p.open(v, "[") {
		return
	}
	elem, data, n := rt.Elements(v)
	for i := p.elements(elem, data, n, 0, verb); i < n; i++ {
		if i > 0 {
			p.separate()
		}
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.close(']')
}

func (p *walker) printMap(v rt.Value, verb rune, depth int) {
	if !p.open(v, "map[") {
		return
	}
	for i, entry := range sortedMap(v) {
		if i > 0 {
			p.separate()
		}
		p.printValue(entry.key, verb, depth+1)
		p.buf = append(p.buf, ':')
		p.printValue(entry.elem, verb, depth+1)
	}
	p.close(']')
}
