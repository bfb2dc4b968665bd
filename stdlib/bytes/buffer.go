package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom keeps in a Buffer.
const MinRead = 512

// maxBytes is how many there can be in memory.
const maxBytes = 1 << 48

// ErrTooLarge is what a Buffer panics with when it cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// A Buffer is bytes that are written at the end and read from the beginning. The zero value is empty.
type Buffer struct {
	buf  []byte
	off  int // read up to here
	last int8
}

// What the last operation read: nothing that can be undone, bytes, or a code point of so many bytes.
const (
	lastRead    int8 = -1
	lastInvalid int8 = 0
)

// NewBuffer returns a Buffer that holds buf, which belongs to it from now on.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that holds s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what was not read yet, valid until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer returns an empty slice of the free room, to be appended to and then written.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what was not read yet; "<nil>" of a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Peek returns the next n bytes without reading them; fewer, and io.EOF, if there are not so many.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Len is the number of bytes not read yet.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap is the size of the memory.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available is the number of bytes there is room for.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate drops all but the first n bytes not read yet. It panics if there are not so many.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = lastInvalid
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset makes the Buffer empty and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = lastInvalid
}

// extend makes room for n more bytes and returns where they begin.
func (b *Buffer) extend(n int) int {
	if b.Len() == 0 && b.off != 0 {
		b.Reset()
	}
	m := len(b.buf)
	switch {
	case n <= cap(b.buf)-m:
		b.buf = b.buf[:m+n]
	case b.buf == nil && n <= 64:
		b.buf = make([]byte, n, 64)
	case n <= cap(b.buf)/2-b.Len():
		m = copy(b.buf, b.buf[b.off:])
		b.buf = b.buf[:m+n]
		b.off = 0
	default:
		m = b.Len()
		c := m + n
		if cap(b.buf) > maxInt-cap(b.buf)-n || c > maxBytes {
			panic(ErrTooLarge)
		}
		if c < 2*cap(b.buf[b.off:]) {
			c = 2 * cap(b.buf[b.off:])
		}
		grown := append([]byte(nil), make([]byte, c)...)
		copy(grown, b.buf[b.off:])
		b.buf = grown[:m+n]
		b.off = 0
	}
	return m
}

// Grow makes room for n more bytes. It panics if n is negative.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	m := b.extend(n)
	b.buf = b.buf[:m]
}

// Write appends p.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = lastInvalid
	m := b.extend(len(p))
	return copy(b.buf[m:], p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = lastInvalid
	m := b.extend(len(s))
	return copy(b.buf[m:], s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.last = lastInvalid
	m := b.extend(1)
	b.buf[m] = c
	return nil
}

// WriteRune appends r as UTF-8 and returns how many bytes that is.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	b.last = lastInvalid
	m := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:m], r)
	return len(b.buf) - m, nil
}

// ReadFrom appends what r yields until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = lastInvalid
	for {
		i := b.extend(MinRead)
		b.buf = b.buf[:i]
		m, e := r.Read(b.buf[i:cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:i+m]
		n += int64(m)
		if e == io.EOF {
			return n, nil
		}
		if e != nil {
			return n, e
		}
	}
}

// WriteTo writes what was not read yet to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = lastInvalid
	if size := b.Len(); size > 0 {
		m, e := w.Write(b.buf[b.off:])
		if m > size {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if e != nil {
			return n, e
		}
		if m != size {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read reads into p; io.EOF if the Buffer is empty and p is not.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = lastInvalid
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = lastRead
	}
	return n, nil
}

// Next reads n bytes, or as many as there are; valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.last = lastInvalid
	if m := b.Len(); n > m {
		n = m
	}
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = lastRead
	}
	return data
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = lastRead
	return c, nil
}

// ReadRune reads a code point.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = int8(size)
	return r, size, nil
}

// UnreadRune goes back by the code point just read.
func (b *Buffer) UnreadRune() error {
	if b.last <= lastInvalid {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	if b.off >= int(b.last) {
		b.off -= int(b.last)
	}
	b.last = lastInvalid
	return nil
}

// UnreadByte goes back by the last byte read.
func (b *Buffer) UnreadByte() error {
	if b.last == lastInvalid {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.last = lastInvalid
	if b.off > 0 {
		b.off--
	}
	return nil
}

// slice reads up to and with delim.
func (b *Buffer) slice(delim byte) (line []byte, err error) {
	i := IndexByte(b.buf[b.off:], delim)
	end := b.off + i + 1
	if i < 0 {
		end = len(b.buf)
		err = io.EOF
	}
	line = b.buf[b.off:end]
	b.off = end
	b.last = lastRead
	return line, err
}

// ReadBytes reads up to and with the first delim; what there is, and io.EOF, if there is none.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	s, err := b.slice(delim)
	return append(line, s...), err
}

// ReadString reads up to and with the first delim; what there is, and io.EOF, if there is none.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	s, err := b.slice(delim)
	return string(s), err
}
