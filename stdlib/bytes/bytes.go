// Package bytes is to byte slices what package strings is to strings; searching is done there, on the same memory.
package bytes

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// text is b as a string without a copy; it lives as long as the call that it is made for.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// fresh is s as bytes without a copy; s must be new.
func fresh(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// Equal tells whether a and b hold the same bytes; nil equals empty.
func Equal(a, b []byte) bool

// Compare returns -1, 0 or 1 as a is before, at or after b in bytewise order.
func Compare(a, b []byte) int { return strings.Compare(text(a), text(b)) }

// Index returns where sep first stands in s, -1 if it does not.
func Index(s, sep []byte) int { return strings.Index(text(s), text(sep)) }

// LastIndex returns where sep last stands in s, -1 if it does not.
func LastIndex(s, sep []byte) int { return strings.LastIndex(text(s), text(sep)) }

// IndexByte returns where c first stands in b, -1 if it does not.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(text(b), c) }

// LastIndexByte returns where c last stands in s, -1 if it does not.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(text(s), c) }

// IndexRune returns where the code point r first stands in s, -1 if it does not. For U+FFFD the first invalid sequence counts too.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(text(s), r) }

// IndexAny returns where the first of any code points of chars stands in s, -1 if none does.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(text(s), chars) }

// LastIndexAny returns where the last of any code points of chars stands in s, -1 if none does.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(text(s), chars) }

// IndexFunc returns where the first code point stands for which f holds, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(text(s), f) }

// LastIndexFunc returns where the last code point stands for which f holds, -1 if there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(text(s), f) }

// Count counts sep in s without overlaps; an empty one stands before, between and behind all code points.
func Count(s, sep []byte) int { return strings.Count(text(s), text(sep)) }

// Contains tells whether subslice stands in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) != -1 }

// ContainsAny tells whether any code point of chars stands in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune tells whether r stands in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc tells whether f holds for a code point of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// HasPrefix tells whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool

// HasSuffix tells whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool

// EqualFold tells whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t []byte) bool { return strings.EqualFold(text(s), text(t)) }

// Clone returns a copy of b; nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Cut cuts s around the first sep; without one it is s, nil, false.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast cuts s around the last sep; all of s, nil and false without one.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix, and whether it had it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it had it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

func explode(s []byte, n int) [][]byte {
	l := utf8.RuneCount(s)
	if n < 0 || n > l {
		n = l
	}
	a := make([][]byte, 0, n)
	for len(s) > 0 {
		if len(a) == n-1 {
			return append(a, s[:len(s):len(s)])
		}
		_, size := utf8.DecodeRune(s)
		a = append(a, s[:size:size])
		s = s[size:]
	}
	return a
}

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	a := make([][]byte, 0, n)
	for len(a) < n-1 {
		m := Index(s, sep)
		if m < 0 {
			break
		}
		a = append(a, s[:m+keep:m+keep])
		s = s[m+len(sep):]
	}
	return append(a, s)
}

// Split cuts s at every sep; an empty sep cuts behind each code point.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN cuts s at sep into at most n parts, the last one uncut; n == 0 gives nil, n < 0 all.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter cuts s behind every sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN cuts s behind sep into at most n parts.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// Fields cuts s around runs of white space.
func Fields(s []byte) [][]byte

// FieldsFunc cuts s around runs of code points for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	a := [][]byte{}
	start := -1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if f(r) {
			if start >= 0 {
				a = append(a, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
		i += size
	}
	if start >= 0 {
		a = append(a, s[start:len(s):len(s)])
	}
	return a
}

// Join puts the elements of s together with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/len(s) {
			panic("bytes: Join output length overflow")
		}
		n = len(sep) * (len(s) - 1)
	}
	for _, v := range s {
		if len(v) > maxInt-n {
			panic("bytes: Join output length overflow")
		}
		n += len(v)
	}
	b := make([]byte, 0, n)
	for i, v := range s {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, v...)
	}
	return b
}

const maxInt = int(^uint(0) >> 1)

// Repeat returns count copies of b. It panics if count is negative or the result too long.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > maxInt/count {
		panic("bytes: Repeat output length overflow")
	}
	if count == 1 || len(b) == 0 {
		return append([]byte{}, b...)
	}
	return fresh(strings.Repeat(text(b), count))
}

// Replace returns a copy of s with the first n of old replaced by new, n < 0 all. An empty old stands at the beginning and behind each code point.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if m == 0 || Equal(old, new) {
		return append([]byte(nil), s...)
	}
	return fresh(strings.Replace(text(s), text(old), text(new), n))
}

// ReplaceAll returns a copy of s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns a copy of s with every code point replaced by mapping's; a negative one drops it.
func Map(mapping func(r rune) rune, s []byte) []byte {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		i += size
		if r = mapping(r); r >= 0 {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

func copied(s []byte, t string) []byte {
	if unsafe.StringData(t) == unsafe.SliceData(s) {
		return append([]byte{}, s...)
	}
	return fresh(t)
}

// ToUpper returns a copy of s in upper case.
func ToUpper(s []byte) []byte { return copied(s, strings.ToUpper(text(s))) }

// ToLower returns a copy of s in lower case.
func ToLower(s []byte) []byte { return copied(s, strings.ToLower(text(s))) }

// ToTitle returns a copy of s in title case.
func ToTitle(s []byte) []byte { return copied(s, strings.ToTitle(text(s))) }

// ToUpperSpecial returns s in upper case as c maps it.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case as c maps it.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case as c maps it.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// ToValidUTF8 returns a copy of s with runs of invalid bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	return copied(s, strings.ToValidUTF8(text(s), text(replacement)))
}

// Title returns a copy of s with the first letter of each word in title case.
//
// Deprecated: it does not know Unicode punctuation.
func Title(s []byte) []byte { return copied(s, strings.Title(text(s))) }

// within is the part of s that t, cut out of its text, stands for; nil if it is empty and the reference has nil.
func within(s []byte, t string, atEnd bool) []byte {
	if len(t) == 0 {
		if atEnd {
			return s[:0]
		}
		return nil
	}
	from := int(uintptr(unsafe.Pointer(unsafe.StringData(t))) - uintptr(unsafe.Pointer(unsafe.SliceData(s))))
	return s[from : from+len(t)]
}

// TrimSpace returns s without white space at either end; nil if nothing is left.
func TrimSpace(s []byte) []byte { return within(s, strings.TrimSpace(text(s)), false) }

// Trim returns s without the code points of cutset at either end.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return within(s, strings.Trim(text(s), cutset), false)
}

// TrimLeft returns s without the code points of cutset at its beginning.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	return within(s, strings.TrimLeft(text(s), cutset), false)
}

// TrimRight returns s without the code points of cutset at its end.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return within(s, strings.TrimRight(text(s), cutset), true)
}

// TrimLeftFunc returns s without the code points at its beginning for which f holds.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return within(s, strings.TrimLeftFunc(text(s), f), false)
}

// TrimRightFunc returns s without the code points at its end for which f holds.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return within(s, strings.TrimRightFunc(text(s), f), true)
}

// TrimFunc is TrimLeftFunc and TrimRightFunc.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimPrefix returns s without prefix.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}

// Runes returns the code points of s.
func Runes(s []byte) []rune { return []rune(text(s)) }
