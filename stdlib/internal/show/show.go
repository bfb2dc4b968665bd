// Package show prints the values of a session's expressions: in Go syntax, with the type where the text does not tell it.
package show

import (
	"fmt"
	"internal/rt"
	"os"
	"unicode/utf8"
)

// last holds what Values printed, for All.
var last []any

// kept are the first values of the inputs that showed any last, by which a session gives them names (driver/kept.c).
var kept [100]struct {
	input int
	value any
}

// input is the number of the one that runs; the session sets it.
var input int

// Values prints each value on lines of its own. An error that is nil behind other values says nothing.
func Values(values ...any) {
	if n := len(values); n > 1 && values[n-1] == nil {
		values = values[:n-1]
	}
	last = values
	if input > 0 {
		kept[input%len(kept)].input = input
		kept[input%len(kept)].value = values[0]
	}
	for _, v := range values {
		os.Stdout.WriteString(Text(v) + "\n")
	}
}

// All prints the values of the last call of Values and leaves nothing out.
func All() {
	for _, v := range last {
		os.Stdout.WriteString(text(v, limits{1 << 40, 1 << 40, 1000}) + "\n")
	}
}

// Line prints v on the line that has so many columns already, cut where it has no more room.
func Line(v any, used int) {
	room := width - used
	if room < 10 {
		room = 10
	}
	s := text(v, limits{width, width, 12})
	if len(s) > room {
		s = start(v, s, room) + "\u2026"
	}
	os.Stdout.WriteString(s + "\n")
}

// start is what has room of v's text, which is too long.
func start(v any, whole string, room int) string {
	if _, said := says(v); !said {
		w := &line{room: room}
		if w.value(&printer{limits: limits{1 << 40, width, 12}}, rt.ValueOf(v), everything, 0); w.full {
			return string(w.text)
		}
	}
	n := 0
	for i, r := range whole {
		if n++; n > room || r == '\n' {
			return whole[:i]
		}
	}
	return whole
}

// Text is v in Go syntax. What an Error or String method says stands before the type in parentheses.
func Text(v any) string { return text(v, limits{100, 2000, 12}) }

func text(v any, l limits) string {
	if v == nil {
		return "nil"
	}
	t := rt.TypeOf(v)
	if said, ok := says(v); ok {
		return said + " (" + typeText(t) + ")"
	}
	switch v := v.(type) {
	case rune:
		return fmt.Sprintf("%d %q (rune)", v, v)
	case bool, int, float64, complex128:
		return fmt.Sprintf("%#v", v)
	}
	p := &printer{limits: l}
	x := rt.ValueOf(v)
	switch t.Kind() {
	case rt.Slice, rt.Array, rt.Map, rt.Struct:
		return p.lay(x, everything, 0, 0)
	case rt.String:
		if t.String() == "string" {
			return p.quoted(x.String())
		}
		return p.quoted(x.String()) + " (" + typeText(t) + ")"
	case rt.Pointer:
		if rt.IsNil(v) {
			return "nil (" + typeText(t) + ")"
		}
		switch t.Elem().Kind() {
		case rt.Struct, rt.Array, rt.Slice, rt.Map:
			return p.lay(x, everything, 0, 0)
		}
		return fmt.Sprintf("%p (%s)", v, typeText(t))
	case rt.Func, rt.Chan, rt.UnsafePointer:
		if rt.IsNil(v) {
			return "nil (" + typeText(t) + ")"
		}
		return typeText(t)
	}
	return fmt.Sprintf("%v (%s)", v, typeText(t))
}

// says asks v's own methods; a panic in them counts as none.
func says(v any) (text string, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	switch v := v.(type) {
	case error:
		return v.Error(), true
	case fmt.Stringer:
		return v.String(), true
	}
	return "", false
}

type limits struct {
	elems int // of one value
	bytes int // of one string
	depth int // of values in values
}

const (
	width  = 78 // columns of a line
	indent = 4
)

// A printer lays values out: on one line where that has room, else an element a line.
type printer struct {
	limits
	way []uintptr // pointers that lead to the value, so that rings end
}

// Of what the text says the type.
const (
	nothing    = iota
	composites // elements of structs: Go lets no type be left out there
	everything
)

// lay is v's text. used: columns that its line has already.
func (p *printer) lay(v rt.Value, typed, depth, used int) string {
	w := &line{room: width - used}
	if w.value(p, v, typed, depth); !w.full {
		return string(w.text)
	}
	switch v.Kind() {
	case rt.Interface:
		return p.lay(v.Elem(), everything, depth, used)
	case rt.Pointer:
		at, _ := rt.Address(v)
		p.way = append(p.way, at)
		text := "&" + p.lay(v.Elem(), everything, depth, used+1)
		p.way = p.way[:len(p.way)-1]
		return text
	case rt.Slice, rt.Array, rt.Map, rt.Struct:
		if _, ok := p.textBytes(v); !ok {
			return p.lines(v, typed, depth)
		}
	}
	w = &line{room: 1 << 40}
	w.value(p, v, typed, depth)
	return string(w.text)
}

// textBytes is the string that a slice of bytes holds, if it is one that people read.
func (p *printer) textBytes(v rt.Value) (quoted string, ok bool) {
	if v.Kind() != rt.Slice || v.Type().Elem().String() != "uint8" || v.Len() == 0 {
		return "", false
	}
	b := make([]byte, v.Len())
	for i := range b {
		b[i] = byte(v.Index(i).Uint())
	}
	for i, r := range string(b) {
		blank := r == '\t' || r == '\n' || r == '\r'
		if r == utf8.RuneError && b[i] != 0xEF || r < ' ' && !blank || r == 0x7F {
			return "", false
		}
	}
	return p.quoted(string(b)), true
}

// typeText is a type as people write it: bytes are no numbers of 8 bits.
func typeText(t *rt.Type) string {
	s := t.String()
	out := ""
	for {
		i := 0
		for i < len(s) && !isWord(s[i]) {
			i++
		}
		n := i
		for n < len(s) && (isWord(s[n]) || s[n] == '.') {
			n++
		}
		word := s[i:n]
		if word == "uint8" {
			word = "byte"
		}
		out += s[:i] + word
		if s = s[n:]; s == "" {
			return out
		}
	}
}

func isWord(c byte) bool {
	return c == '_' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

func blanks(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = ' '
	}
	return string(b)
}

// lines is a composite value with its elements on lines of their own; plain ones share lines.
func (p *printer) lines(v rt.Value, typed int, depth int) string {
	in := blanks((depth + 1) * indent)
	out := []byte{}
	if typed != nothing {
		out = append(out, typeText(v.Type())...)
	}
	out = append(out, "{\n"...)
	n := count(v)
	shown := n
	if v.Kind() != rt.Struct {
		if most := p.rows(v, depth); shown > most {
			shown = most
		}
	}
	switch v.Kind() {
	case rt.Struct:
		for i := 0; i < n; i++ {
			name := v.Type().Field(i).Name + ": "
			out = append(out, in...)
			out = append(out, name...)
			out = append(out, p.lay(v.Field(i), fieldTyped(v.Type().Field(i).Type), depth+1, len(in)+len(name)+1)...)
			out = append(out, ",\n"...)
		}
		shown = n
	case rt.Map:
		keys, elems := entries(v, shown)
		for i := range keys {
			key := p.lay(keys[i], elemTyped(v.Type().Key()), depth+1, len(in)) + ": "
			out = append(out, in...)
			out = append(out, key...)
			out = append(out, p.lay(elems[i], elemTyped(v.Type().Elem()), depth+1, len(in)+len(key)+1)...)
			out = append(out, ",\n"...)
		}
	default:
		column := 0
		for i := 0; i < shown; i++ {
			elem := v.Index(i)
			text := p.lay(elem, elemTyped(v.Type().Elem()), depth+1, len(in)+1)
			if plain := isPlain(elem.Kind()) || elem.Kind() == rt.String && len(text) <= width/3; !plain || column+len(text)+2 > width {
				if column > 0 {
					out = append(out, '\n')
				}
				column = 0
			}
			if column == 0 {
				out = append(out, in...)
				column = len(in)
			} else {
				out = append(out, ' ')
				column++
			}
			out = append(out, text...)
			out = append(out, ',')
			column += len(text) + 1
		}
		if column > 0 {
			out = append(out, '\n')
		}
	}
	if shown < n {
		out = append(out, in+"\u2026 "+thousands(n-shown)+" more"...)
		if depth == 0 && input > 0 {
			out = append(out, " (:all shows them)"...)
		}
		out = append(out, '\n')
	}
	return string(out) + blanks(depth*indent) + "}"
}

// rows is how many elements are shown of v: those with lines of their own fill the screen sooner, the more so deep inside.
func (p *printer) rows(v rt.Value, depth int) int {
	if k := v.Kind(); p.elems > 1<<20 || k != rt.Map && (isPlain(v.Type().Elem().Kind()) || v.Type().Elem().Kind() == rt.String) {
		return p.elems
	}
	if depth > 0 {
		return p.elems / 10
	}
	return p.elems / 5
}

// count is how many elements or fields v has.
func count(v rt.Value) int {
	if v.Kind() == rt.Struct {
		return v.NumField()
	}
	return v.Len()
}

func isPlain(k rt.Kind) bool { return k >= rt.Bool && k <= rt.Complex128 }

// elemTyped says how much of an element's type has to be said: that of interfaces' values.
func elemTyped(t *rt.Type) int {
	if t.Kind() == rt.Interface {
		return everything
	}
	return nothing
}

func fieldTyped(t *rt.Type) int {
	if t.Kind() == rt.Interface {
		return everything
	}
	return composites
}

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (p *printer) quoted(s string) string {
	if len(s) <= p.bytes {
		return fmt.Sprintf("%q", s)
	}
	n := p.bytes
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return fmt.Sprintf("%q\u2026 %s more bytes", s[:n], thousands(len(s)-n))
}

// entries are at most n entries of a map, in the order of their keys where keys have one.
func entries(m rt.Value, n int) (keys, elems []rt.Value) {
	for it := m.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
		elems = append(elems, it.Value())
	}
	sortEntries(keys, elems)
	if len(keys) > n {
		keys, elems = keys[:n], elems[:n]
	}
	return
}

// sortEntries is a heap sort: it needs no other package and no worst case.
func sortEntries(keys, elems []rt.Value) {
	swap := func(i, j int) {
		keys[i], keys[j] = keys[j], keys[i]
		elems[i], elems[j] = elems[j], elems[i]
	}
	sift := func(root, n int) {
		for {
			child := 2*root + 1
			if child >= n {
				return
			}
			if child+1 < n && less(keys[child], keys[child+1]) {
				child++
			}
			if !less(keys[root], keys[child]) {
				return
			}
			swap(root, child)
			root = child
		}
	}
	for i := len(keys)/2 - 1; i >= 0; i-- {
		sift(i, len(keys))
	}
	for n := len(keys) - 1; n > 0; n-- {
		swap(0, n)
		sift(0, n)
	}
}

func less(a, b rt.Value) bool {
	if a.Kind() == rt.Interface {
		a = a.Elem()
	}
	if b.Kind() == rt.Interface {
		b = b.Elem()
	}
	if a.Kind() != b.Kind() {
		return a.Kind() < b.Kind()
	}
	switch k := a.Kind(); {
	case k == rt.String:
		return a.String() < b.String()
	case k >= rt.Int && k <= rt.Int64:
		return a.Int() < b.Int()
	case k >= rt.Uint && k <= rt.Uintptr:
		return a.Uint() < b.Uint()
	case k == rt.Float32 || k == rt.Float64:
		return a.Float() < b.Float()
	case k == rt.Bool:
		return !a.Bool() && b.Bool()
	case k == rt.Array:
		for i := 0; i < a.Len(); i++ {
			if less(a.Index(i), b.Index(i)) {
				return true
			} else if less(b.Index(i), a.Index(i)) {
				return false
			}
		}
	case k == rt.Struct:
		for i := 0; i < a.NumField(); i++ {
			if less(a.Field(i), b.Field(i)) {
				return true
			} else if less(b.Field(i), a.Field(i)) {
				return false
			}
		}
	}
	return false
}

// A line is text that must not become longer than its room.
type line struct {
	text []byte
	room int
	full bool
}

func (w *line) add(s string) {
	if w.full = w.full || len(w.text)+len(s) > w.room; !w.full {
		w.text = append(w.text, s...)
	}
}

func (w *line) value(p *printer, v rt.Value, typed int, depth int) {
	if w.full {
		return
	}
	if !v.IsValid() {
		w.add("nil")
		return
	}
	t := v.Type()
	switch k := t.Kind(); k {
	case rt.Interface:
		w.value(p, v.Elem(), everything, depth)
	case rt.Slice, rt.Map:
		if v.IsNil() {
			w.typed(t, "nil", typed)
			return
		}
		if text, ok := p.textBytes(v); ok {
			w.typed(t, text, everything)
			return
		}
		w.composite(p, v, typed, depth)
	case rt.Array, rt.Struct:
		w.composite(p, v, typed, depth)
	case rt.Pointer:
		w.pointer(p, v, typed, depth)
	case rt.Func, rt.Chan, rt.UnsafePointer:
		if v.IsNil() {
			w.typed(t, "nil", typed)
			return
		}
		at, _ := rt.Address(v)
		w.add(fmt.Sprintf("(%s)(%#x)", typeText(t), at))
	default:
		w.basic(p, v, typed)
	}
}

// typed adds a plain text, as a conversion where its type has to be said.
func (w *line) typed(t *rt.Type, text string, typed int) {
	if typed != everything {
		w.add(text)
		return
	}
	name := typeText(t)
	switch t.Kind() {
	case rt.Pointer, rt.Func, rt.Chan: // Go asks for parentheses
		if !t.HasName() {
			name = "(" + name + ")"
		}
	}
	w.add(name + "(" + text + ")")
}

func (w *line) basic(p *printer, v rt.Value, typed int) {
	t := v.Type()
	text, own := "", ""
	switch k := t.Kind(); {
	case k == rt.Bool:
		text, own = fmt.Sprint(v.Bool()), "bool"
	case k >= rt.Int && k <= rt.Int64:
		text, own = fmt.Sprint(v.Int()), "int"
	case k >= rt.Uint && k <= rt.Uintptr:
		text = fmt.Sprint(v.Uint())
		if k == rt.Uint8 || k == rt.Uintptr {
			text = fmt.Sprintf("%#x", v.Uint())
		}
	case k == rt.Float32:
		text = fmt.Sprint(float32(v.Float()))
	case k == rt.Float64:
		text, own = fmt.Sprint(v.Float()), "float64"
	case k == rt.Complex64:
		text = fmt.Sprint(complex64(v.Complex()))
	case k == rt.Complex128:
		text, own = fmt.Sprint(v.Complex()), "complex128"
	case k == rt.String:
		text, own = p.quoted(v.String()), "string"
	}
	if t.String() == own {
		typed = nothing
	}
	w.typed(t, text, typed)
}

func (w *line) pointer(p *printer, v rt.Value, typed int, depth int) {
	t := v.Type()
	if v.IsNil() {
		w.typed(t, "nil", typed)
		return
	}
	at, _ := rt.Address(v)
	switch t.Elem().Kind() {
	case rt.Struct, rt.Array, rt.Slice, rt.Map:
		for _, seen := range p.way {
			if seen == at {
				w.add(fmt.Sprintf("(%s)(%#x)", typeText(t), at))
				return
			}
		}
		p.way = append(p.way, at)
		w.add("&")
		w.value(p, v.Elem(), everything, depth)
		p.way = p.way[:len(p.way)-1]
	default:
		w.add(fmt.Sprintf("(%s)(%#x)", typeText(t), at))
	}
}

func (w *line) composite(p *printer, v rt.Value, typed int, depth int) {
	t := v.Type()
	if typed != nothing {
		w.add(typeText(t))
	}
	if len(p.way)+depth > p.depth {
		w.add("{\u2026}")
		return
	}
	w.add("{")
	n := count(v)
	if n > p.elems && t.Kind() != rt.Struct {
		w.full = true
		return
	}
	depth++
	switch t.Kind() {
	case rt.Struct:
		for i := 0; i < n && !w.full; i++ {
			w.comma(i)
			w.add(t.Field(i).Name + ": ")
			w.value(p, v.Field(i), fieldTyped(t.Field(i).Type), depth)
		}
	case rt.Map:
		if n*4 > w.room {
			w.full = true
			return
		}
		keys, elems := entries(v, n)
		for i := range keys {
			w.comma(i)
			w.value(p, keys[i], elemTyped(t.Key()), depth)
			w.add(": ")
			w.value(p, elems[i], elemTyped(t.Elem()), depth)
		}
	default:
		for i := 0; i < n && !w.full; i++ {
			w.comma(i)
			w.value(p, v.Index(i), elemTyped(t.Elem()), depth)
		}
	}
	w.add("}")
}

func (w *line) comma(i int) {
	if i > 0 {
		w.add(", ")
	}
}
