package strings

import (
	"unicode/utf8"
	"unsafe"
)

// A Builder puts a string together piece by piece without copying it at the end. The zero value is empty; it must not be copied once used.
type Builder struct {
	addr *Builder // itself, once used: finds copies
	buf  []byte
}

// Called where b.addr is not b: once for most Builders, so that each write does not pay for a call.
func (b *Builder) own() {
	if b.addr != nil {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
	b.addr = b
}

// String returns what was written.
func (b *Builder) String() string { return unsafe.String(unsafe.SliceData(b.buf), len(b.buf)) }

// Len is the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is the number of bytes there is memory for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes the Builder empty.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// Grow makes room for n more bytes. It panics if n is negative.
func (b *Builder) Grow(n int) {
	if b.addr != b {
		b.own()
	}
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := append([]byte(nil), make([]byte, 2*cap(b.buf)+n)...)[:len(b.buf)]
		copy(buf, b.buf)
		b.buf = buf
	}
}

// Write appends p.
func (b *Builder) Write(p []byte) (int, error) {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r as UTF-8 and returns how many bytes that is.
func (b *Builder) WriteRune(r rune) (int, error) {
	if b.addr != b {
		b.own()
	}
	if uint32(r) < utf8.RuneSelf {
		b.buf = append(b.buf, byte(r))
		return 1, nil
	}
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	if b.addr != b {
		b.own()
	}
	b.buf = append(b.buf, s...)
	return len(s), nil
}
