// Package bufio puts buffers before readers and writers, and cuts input into lines, words and runes.
package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

const (
	defaultSize  = 4096
	leastSize    = 16
	maxEmptyRead = 100 // reads without data or error before giving up
)

var (
	ErrInvalidUnreadByte = errors.New("bufio: invalid use of UnreadByte")
	ErrInvalidUnreadRune = errors.New("bufio: invalid use of UnreadRune")
	ErrBufferFull        = errors.New("bufio: buffer full")
	ErrNegativeCount     = errors.New("bufio: negative count")
)

var errNegativeRead = errors.New("bufio: reader returned negative count from Read")
var errNegativeWrite = errors.New("bufio: writer returned negative count from Write")

// A Reader reads from another reader through a buffer.
type Reader struct {
	from     io.Reader
	buf      []byte
	at, end  int   // buf[at:end] is not read yet
	err      error // from the last read; reported once the buffer is empty
	lastByte int   // what UnreadByte puts back; -1: nothing
	lastRune int   // the width of what UnreadRune puts back; -1: nothing
}

// NewReader gives rd a buffer of the usual size.
func NewReader(rd io.Reader) *Reader { return NewReaderSize(rd, defaultSize) }

// NewReaderSize gives rd a buffer of at least size bytes; a Reader that has one is returned itself.
func NewReaderSize(rd io.Reader, size int) *Reader {
	if b, ok := rd.(*Reader); ok && len(b.buf) >= size {
		return b
	}
	b := &Reader{}
	b.start(make([]byte, max(size, leastSize)), rd)
	return b
}

func (b *Reader) start(buf []byte, from io.Reader) {
	*b = Reader{from: from, buf: buf, lastByte: -1, lastRune: -1}
}

// Reset drops what is buffered and reads from r from now on.
func (b *Reader) Reset(r io.Reader) {
	if b == r {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	b.start(b.buf, r)
}

// Size gives the buffer's size.
func (b *Reader) Size() int { return len(b.buf) }

// Buffered gives the number of bytes that can be read without reading from below.
func (b *Reader) Buffered() int { return b.end - b.at }

// takeError gives the error, once.
func (b *Reader) takeError() error {
	err := b.err
	b.err = nil
	return err
}

// forget makes unreading impossible.
func (b *Reader) forget() { b.lastByte, b.lastRune = -1, -1 }

// took notes that the bytes up to at have been read.
func (b *Reader) took() {
	b.lastByte = int(b.buf[b.at-1])
	b.lastRune = -1
}

// receive reads into p, which must have room, until there is something: data or an error (kept in err).
func (b *Reader) receive(p []byte) int {
	for i := 0; i < maxEmptyRead; i++ {
		n, err := b.from.Read(p)
		if n < 0 {
			panic(errNegativeRead)
		}
		if err != nil {
			b.err = err
		}
		if n > 0 || err != nil {
			return n
		}
	}
	b.err = io.ErrNoProgress
	return 0
}

// fill reads more into a buffer that is not full.
func (b *Reader) fill() {
	if b.at > 0 {
		b.end = copy(b.buf, b.buf[b.at:b.end])
		b.at = 0
	}
	if b.end == len(b.buf) {
		panic("bufio: tried to fill full buffer") // a writer in WriteTo took less without an error
	}
	b.end += b.receive(b.buf[b.end:])
}

// Peek gives the next n bytes without reading them; they are valid until the next read. Fewer come with an
// error, ErrBufferFull if n is larger than the buffer.
func (b *Reader) Peek(n int) ([]byte, error) {
	if n < 0 {
		return nil, ErrNegativeCount
	}
	b.forget()
	for b.Buffered() < n && b.Buffered() < len(b.buf) && b.err == nil {
		b.fill()
	}
	if n > len(b.buf) {
		return b.buf[b.at:b.end], ErrBufferFull
	}
	var err error
	if have := b.Buffered(); have < n {
		n = have
		if err = b.takeError(); err == nil {
			err = ErrBufferFull
		}
	}
	return b.buf[b.at : b.at+n], err
}

// Discard skips n bytes; fewer come with an error.
func (b *Reader) Discard(n int) (discarded int, err error) {
	if n < 0 {
		return 0, ErrNegativeCount
	}
	if n == 0 {
		return 0, nil
	}
	b.forget()
	for {
		if b.at == b.end {
			b.fill()
		}
		skip := min(b.Buffered(), n-discarded)
		b.at += skip
		discarded += skip
		if discarded == n {
			return n, nil
		}
		if b.err != nil {
			return discarded, b.takeError()
		}
	}
}

// Read reads what is buffered, or what one read from below gives.
func (b *Reader) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		if b.Buffered() > 0 {
			return 0, nil
		}
		return 0, b.takeError()
	}
	if b.at == b.end {
		if b.err != nil {
			return 0, b.takeError()
		}
		// A large read needs no buffer.
		to := b.buf
		if len(p) >= len(to) {
			to = p
		}
		n, b.err = b.from.Read(to)
		if n < 0 {
			panic(errNegativeRead)
		}
		if len(p) >= len(b.buf) {
			if n > 0 {
				b.lastByte = int(p[n-1])
				b.lastRune = -1
			}
			return n, b.takeError()
		}
		b.at, b.end = 0, n
		if n == 0 {
			return 0, b.takeError()
		}
	}
	n = copy(p, b.buf[b.at:b.end])
	b.at += n
	b.took()
	return n, nil
}

// ReadByte reads one byte.
func (b *Reader) ReadByte() (byte, error) {
	b.lastRune = -1
	for b.at == b.end {
		if b.err != nil {
			return 0, b.takeError()
		}
		b.fill()
	}
	c := b.buf[b.at]
	b.at++
	b.lastByte = int(c)
	return c, nil
}

// UnreadByte takes the last byte back that any method has read.
func (b *Reader) UnreadByte() error {
	if b.lastByte < 0 || b.at == 0 && b.end > 0 {
		return ErrInvalidUnreadByte
	}
	if b.at > 0 {
		b.at--
	} else {
		b.end = 1 // the buffer was passed by
	}
	b.buf[b.at] = byte(b.lastByte)
	b.forget()
	return nil
}

// ReadRune reads one rune of UTF-8; an invalid byte is U+FFFD of size 1.
func (b *Reader) ReadRune() (r rune, size int, err error) {
	for b.end-b.at < utf8.UTFMax && !utf8.FullRune(b.buf[b.at:b.end]) && b.err == nil && b.Buffered() < len(b.buf) {
		b.fill()
	}
	b.lastRune = -1
	if b.at == b.end {
		return 0, 0, b.takeError()
	}
	r, size = utf8.DecodeRune(b.buf[b.at:b.end])
	b.at += size
	b.took()
	b.lastRune = size
	return r, size, nil
}

// UnreadRune takes the last rune back; the last method must have been ReadRune.
func (b *Reader) UnreadRune() error {
	if b.lastRune < 0 || b.at < b.lastRune {
		return ErrInvalidUnreadRune
	}
	b.at -= b.lastRune
	b.forget()
	return nil
}

// ReadSlice reads up to and with the first delim. What it gives is valid until the next read. Without a
// delim it gives what there is and the error, ErrBufferFull if the buffer is too small.
func (b *Reader) ReadSlice(delim byte) (line []byte, err error) {
	searched := 0
	for {
		if i := bytes.IndexByte(b.buf[b.at+searched:b.end], delim); i >= 0 {
			line = b.buf[b.at : b.at+searched+i+1]
			break
		}
		line = b.buf[b.at:b.end]
		if b.err != nil {
			err = b.takeError()
			break
		}
		if len(line) == len(b.buf) {
			err = ErrBufferFull
			break
		}
		searched = len(line)
		b.fill()
	}
	b.at += len(line)
	if len(line) > 0 {
		b.took()
	}
	return line, err
}

// ReadLine reads a line and gives it without its end; isPrefix: the rest of it comes with the next call.
// ReadBytes, ReadString or a Scanner are easier to use.
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) {
	line, err = b.ReadSlice('\n')
	n := len(line)
	if err == ErrBufferFull {
		if n > 0 && line[n-1] == '\r' {
			b.at-- // it may belong to "\r\n"
			line = line[:n-1]
		}
		return line, true, nil
	}
	if n == 0 {
		if err != nil {
			line = nil
		}
		return line, false, err
	}
	if line[n-1] == '\n' {
		line = dropReturn(line[:n-1])
	}
	return line, false, nil
}

// readAll reads up to and with delim, of whatever length, appending to a new slice.
func (b *Reader) readAll(delim byte) (all []byte, err error) {
	all = []byte{}
	for {
		part, err := b.ReadSlice(delim)
		all = append(all, part...)
		if err != ErrBufferFull {
			return all, err
		}
	}
}

// ReadBytes reads up to and with the first delim. Without one it gives what there is and the error, mostly
// io.EOF.
func (b *Reader) ReadBytes(delim byte) ([]byte, error) { return b.readAll(delim) }

// ReadString is ReadBytes for strings.
func (b *Reader) ReadString(delim byte) (string, error) {
	part, err := b.ReadSlice(delim)
	if err != ErrBufferFull {
		return string(part), err
	}
	all := append([]byte(nil), part...)
	rest, err := b.readAll(delim)
	return string(append(all, rest...)), err
}

// writeBuffered writes what is buffered to w.
func (b *Reader) writeBuffered(w io.Writer) (int64, error) {
	n, err := w.Write(b.buf[b.at:b.end])
	if n < 0 {
		panic(errNegativeWrite)
	}
	b.at += n
	return int64(n), err
}

// WriteTo writes everything that is left to w.
func (b *Reader) WriteTo(w io.Writer) (n int64, err error) {
	b.forget()
	if b.at < b.end {
		if n, err = b.writeBuffered(w); err != nil {
			return n, err
		}
	}
	if from, ok := b.from.(io.WriterTo); ok {
		m, err := from.WriteTo(w)
		return n + m, err
	}
	if to, ok := w.(io.ReaderFrom); ok {
		m, err := to.ReadFrom(b.from)
		return n + m, err
	}
	if b.Buffered() < len(b.buf) {
		b.fill()
	}
	for b.at < b.end {
		m, err := b.writeBuffered(w)
		n += m
		if err != nil {
			return n, err
		}
		b.fill()
	}
	if b.err == io.EOF {
		b.err = nil
	}
	return n, b.takeError()
}
