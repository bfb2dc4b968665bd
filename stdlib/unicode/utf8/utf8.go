// Package utf8 translates between runes and UTF-8. Invalid bytes decode as RuneError of width 1.
package utf8

const (
	RuneError = '\uFFFD'     // what invalid text decodes as
	RuneSelf  = 0x80         // smaller runes are one byte, themselves
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // bytes of the longest encoding
)

// -- natives (native.c)

// FullRune reports whether p begins with a whole rune; an invalid one is whole, as RuneError.
func FullRune(p []byte) bool

// FullRuneInString is FullRune for strings.
func FullRuneInString(s string) bool

// DecodeRune gives the first rune of p and its width: RuneError and 0 for empty p, and 1 for invalid text.
func DecodeRune(p []byte) (r rune, size int)

// DecodeRuneInString is DecodeRune for strings.
func DecodeRuneInString(s string) (r rune, size int)

// DecodeLastRune gives the last rune of p and its width: RuneError and 0 for empty p, and 1 for invalid text.
func DecodeLastRune(p []byte) (r rune, size int)

// DecodeLastRuneInString is DecodeLastRune for strings.
func DecodeLastRuneInString(s string) (r rune, size int)

// RuneCount gives the number of runes in p, each invalid byte counting as one.
func RuneCount(p []byte) int { return countBytes(p, 0) }

// RuneCountInString is RuneCount for strings.
func RuneCountInString(s string) (n int) { return countString(s, 0) }

func countBytes(p []byte, soFar int) int
func countString(s string, soFar int) int

// Valid reports whether p is all valid UTF-8.
func Valid(p []byte) bool

// ValidString is Valid for strings.
func ValidString(s string) bool

// RuneLen gives the number of bytes of r's encoding, -1 if r has none.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case 0xD800 <= r && r < 0xE000:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r to p, which must have room, and gives the number of bytes; a rune without encoding
// is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	switch RuneLen(r) {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends r's encoding to p; a rune without one is written as RuneError.
func AppendRune(p []byte, r rune) []byte {
	if 0 <= r && r < RuneSelf {
		return append(p, byte(r))
	}
	return append(p, string(r)...)
}

// RuneStart reports whether b can be the first byte of a rune: all but continuation bytes.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// ValidRune reports whether r has an encoding: no surrogate half, not out of range.
func ValidRune(r rune) bool {
	return 0 <= r && r < 0xD800 || 0xE000 <= r && r <= MaxRune
}
