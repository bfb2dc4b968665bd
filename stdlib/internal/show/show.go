// Package show prints the values of a session's expressions: in Go syntax, with the type where the text does not tell it.
package show

import (
	"fmt"
	"internal/rt"
	"os"
)

// Values prints each value on a line of its own.
func Values(values ...any) {
	for _, v := range values {
		os.Stdout.WriteString(Text(v) + "\n")
	}
}

// Text is v in Go syntax. What an Error or String method says stands behind the type in parentheses.
func Text(v any) string {
	if v == nil {
		return "nil"
	}
	t := rt.TypeOf(v)
	if said, ok := says(v); ok {
		return said + " (" + t.String() + ")"
	}
	switch v := v.(type) {
	case string, bool, int, float64, complex128:
		return fmt.Sprintf("%#v", v)
	case rune:
		return fmt.Sprintf("%d %q (rune)", v, v)
	}
	switch t.Kind() {
	case rt.Slice, rt.Array, rt.Map, rt.Struct:
		return fmt.Sprintf("%#v", v)
	case rt.Pointer:
		if e := t.Elem(); e.Kind() == rt.Struct && !rt.IsNil(v) {
			return fmt.Sprintf("%#v", v)
		}
		if rt.IsNil(v) {
			return "nil (" + t.String() + ")"
		}
		return fmt.Sprintf("%p (%s)", v, t.String())
	case rt.Func, rt.Chan, rt.UnsafePointer:
		if rt.IsNil(v) {
			return "nil (" + t.String() + ")"
		}
		return t.String()
	}
	return fmt.Sprintf("%v (%s)", v, t.String())
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
