// Package strings searches, compares, cuts and builds strings.
// Searching and copying are natives; what calls functions is Go. Natives get at most `piece` bytes at once, so that a search in a
// very long string lets others run.
package strings

import (
	"unicode"
	"unicode/utf8"
)

const piece = 4 << 20

func index(s, substr string) int
func lastIndex(s, substr string) int
func count(s, substr string) int

// Index returns where substr first stands in s, -1 if it does not.
func Index(s, substr string) int {
	if len(s) <= piece {
		return index(s, substr)
	}
	for from := 0; len(s)-from >= len(substr); from += piece {
		end := from + piece + len(substr) - 1
		if end > len(s) || end < 0 {
			end = len(s)
		}
		if i := index(s[from:end], substr); i >= 0 {
			return from + i
		}
	}
	return -1
}

// LastIndex returns where substr last stands in s, -1 if it does not.
func LastIndex(s, substr string) int {
	for len(s) > piece && len(s) > 2*len(substr) {
		from := len(s) - piece
		if piece <= len(substr) {
			from = len(s) - 2*len(substr)
		}
		if i := lastIndex(s[from:], substr); i >= 0 {
			return from + i
		}
		s = s[:from+len(substr)-1]
		if len(substr) == 0 {
			break
		}
	}
	return lastIndex(s, substr)
}

// IndexByte returns where c first stands in s, -1 if it does not.
func IndexByte(s string, c byte) int

// LastIndexByte returns where c last stands in s, -1 if it does not.
func LastIndexByte(s string, c byte) int

// IndexRune returns where the code point r first stands in s, -1 if it does not. For U+FFFD the first invalid sequence counts too.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// IndexAny returns where the first of any code points of chars stands in s, -1 if none does.
func IndexAny(s, chars string) int

// LastIndexAny returns where the last of any code points of chars stands in s, -1 if none does.
func LastIndexAny(s, chars string) int

// IndexFunc returns where the first code point stands for which f holds, -1 if there is none.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns where the last code point stands for which f holds, -1 if there is none.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

func indexFunc(s string, f func(rune) bool, truth bool) int {
	for i, r := range s {
		if f(r) == truth {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, truth bool) int {
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if f(r) == truth {
			return i
		}
	}
	return -1
}

// Count counts substr in s without overlaps; an empty one stands before, between and behind all code points.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	if len(s) <= piece {
		return count(s, substr)
	}
	n := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(substr):]
	}
}

// Contains tells whether substr stands in s.
func Contains(s, substr string) bool {
	if len(s) <= piece {
		return index(s, substr) >= 0
	}
	return Index(s, substr) >= 0
}

// ContainsAny tells whether any code point of chars stands in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune tells whether r stands in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc tells whether f holds for a code point of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// HasPrefix tells whether s begins with prefix.
func HasPrefix(s, prefix string) bool

// HasSuffix tells whether s ends with suffix.
func HasSuffix(s, suffix string) bool

// Compare returns -1, 0 or 1 as a is before, at or after b in bytewise order.
func Compare(a, b string) int {
	switch {
	case a == b:
		return 0
	case a < b:
		return -1
	}
	return 1
}

// EqualFold tells whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t string) bool

// Clone returns a copy of s in memory of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return string([]byte(s))
}

// Cut cuts s around the first sep; without one it is s, "", false.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast cuts s around the last sep; all of s, nothing and false without one.
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix, and whether it had it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it had it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// split cuts s at sep into at most n parts (n < 0: all), each keeping the first `keep` bytes of its separator.
func split(s, sep string, keep, n int) []string

func explode(s string, n int) []string {
	l := utf8.RuneCountInString(s)
	if n < 0 || n > l {
		n = l
	}
	a := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		a[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		a[n-1] = s
	}
	return a
}

func splitWith(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	return split(s, sep, keep, n)
}

// Split cuts s at every sep; an empty sep cuts behind each code point.
func Split(s, sep string) []string { return splitWith(s, sep, 0, -1) }

// SplitN cuts s at sep into at most n parts, the last one uncut; n == 0 gives nil, n < 0 all.
func SplitN(s, sep string, n int) []string { return splitWith(s, sep, 0, n) }

// SplitAfter cuts s behind every sep.
func SplitAfter(s, sep string) []string { return splitWith(s, sep, len(sep), -1) }

// SplitAfterN cuts s behind sep into at most n parts.
func SplitAfterN(s, sep string, n int) []string { return splitWith(s, sep, len(sep), n) }

// Fields cuts s around runs of white space.
func Fields(s string) []string

// FieldsFunc cuts s around runs of code points for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	a := []string{}
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				a = append(a, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		a = append(a, s[start:])
	}
	return a
}

func join(elems []string, sep string, n int) string

// Join puts the elements together with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := 0
	if len(sep) > 0 {
		if len(sep) >= maxInt/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		n = len(sep) * (len(elems) - 1)
	}
	for i := range elems {
		if len(elems[i]) > maxInt-n {
			panic("strings: Join output length overflow")
		}
		n += len(elems[i])
	}
	return join(elems, sep, n)
}

const maxInt = int(^uint(0) >> 1)

func repeat(s string, count int) string

// Repeat returns count copies of s. It panics if count is negative or the result too long.
func Repeat(s string, count int) string {
	switch {
	case count == 0:
		return ""
	case count == 1:
		return s
	case count < 0:
		panic("strings: negative Repeat count")
	}
	if len(s) > maxInt/count {
		panic("strings: Repeat output length overflow")
	}
	return repeat(s, count)
}

func replace(s, old, new string, n int) string

// Replace returns s with the first n of old replaced by new, n < 0 all. An empty old stands at the beginning and behind each code point.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	return replace(s, old, new, n)
}

// ReplaceAll returns s with every old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map returns s with every code point replaced by mapping's; a negative one drops it.
func Map(mapping func(rune) rune, s string) string {
	for i, r := range s {
		m := mapping(r)
		if m == r && (r != utf8.RuneError || HasPrefix(s[i:], "\uFFFD")) {
			continue
		}
		b := make([]byte, 0, len(s)+utf8.UTFMax)
		b = append(b, s[:i]...)
		if m >= 0 {
			b = utf8.AppendRune(b, m)
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		for _, r := range s[i+size:] {
			if m := mapping(r); m >= 0 {
				b = utf8.AppendRune(b, m)
			}
		}
		return string(b)
	}
	return s
}

// changeCase maps every code point: to 0 upper, 1 lower, 2 title.
func changeCase(s string, to int) string

// ToUpper returns s in upper case.
func ToUpper(s string) string { return changeCase(s, unicode.UpperCase) }

// ToLower returns s in lower case.
func ToLower(s string) string { return changeCase(s, unicode.LowerCase) }

// ToTitle returns s in title case.
func ToTitle(s string) string { return changeCase(s, unicode.TitleCase) }

// ToUpperSpecial returns s in upper case as c maps it.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case as c maps it.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial returns s in title case as c maps it.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// ToValidUTF8 returns s with runs of invalid bytes replaced.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+len(replacement))
	invalid := false
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		if size == 1 && s[i] >= utf8.RuneSelf {
			if !invalid {
				b = append(b, replacement...)
			}
			invalid = true
		} else {
			invalid = false
			b = append(b, s[i:i+size]...)
		}
		i += size
	}
	return string(b)
}

// Title returns s with the first letter of each word in title case, words being what is not letters, digits, underscores or marks apart.
//
// Deprecated: it does not know Unicode punctuation.
func Title(s string) string {
	prev := ' '
	return Map(func(r rune) rune {
		p := prev
		prev = r
		if separates(p) {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func separates(r rune) bool {
	if r <= 0x7F {
		return !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_')
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	return unicode.IsSpace(r)
}

// space returns where the white space at the beginning of s ends and that at its end begins.
func space(s string) (from, to int)

// TrimSpace returns s without white space at either end.
func TrimSpace(s string) string {
	from, to := space(s)
	return s[from:to]
}

// TrimLeftFunc returns s without the code points at its beginning for which f holds.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the code points at its end for which f holds.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return s[:0]
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimFunc is TrimLeftFunc and TrimRightFunc.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// trim returns what is left of s without code points of cutset at its beginning (ends & 1) and end (ends & 2).
func trim(s, cutset string, ends int) (from, to int)

// Trim returns s without the code points of cutset at either end.
func Trim(s, cutset string) string {
	from, to := trim(s, cutset, 3)
	return s[from:to]
}

// TrimLeft returns s without the code points of cutset at its beginning.
func TrimLeft(s, cutset string) string {
	from, to := trim(s, cutset, 1)
	return s[from:to]
}

// TrimRight returns s without the code points of cutset at its end.
func TrimRight(s, cutset string) string {
	from, to := trim(s, cutset, 2)
	return s[from:to]
}

// TrimPrefix returns s without prefix.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix returns s without suffix.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
