// Package io has the interfaces of reading and writing, and what can be done with any reader or writer.
package io

import (
	"errors"
	"sync"
)

// What Seek's offset counts from.
const (
	SeekStart   = 0 // the start
	SeekCurrent = 1 // the current offset
	SeekEnd     = 2 // the end
)

// EOF is what Read returns when there is no more input. It is returned bare, never wrapped.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF: the input ended in the middle of what was to be read as a whole.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite: a Write took fewer bytes than it was given, without an error.
var ErrShortWrite = errors.New("short write")

// ErrShortBuffer: a read needs a larger buffer than it was given.
var ErrShortBuffer = errors.New("short buffer")

// ErrNoProgress: many calls of Read gave neither data nor an error.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

var errInvalidWrite = errors.New("invalid write result")
var errWhence = errors.New("Seek: invalid whence")
var errOffset = errors.New("Seek: invalid offset")

// Reader reads up to len(p) bytes into p. It may use all of p as scratch space; n > 0 may come with an
// error, EOF included; n == 0 without an error means nothing happened.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// Writer writes p; n < len(p) comes with an error. It neither changes nor keeps p.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// Closer ends the use of something.
type Closer interface {
	Close() error
}

// Seeker sets where the next Read or Write happens, and returns that offset from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// The combinations.

type ReadWriter interface {
	Reader
	Writer
}

type ReadCloser interface {
	Reader
	Closer
}

type WriteCloser interface {
	Writer
	Closer
}

type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

type ReadSeeker interface {
	Reader
	Seeker
}

type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

type WriteSeeker interface {
	Writer
	Seeker
}

type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// ReaderFrom takes everything that r has. Copy uses it.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// WriterTo gives everything it has to w. Copy uses it.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// ReaderAt reads at an offset, independent of any other reading. n < len(p) comes with an error.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// WriterAt writes at an offset, independent of any other writing.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

type ByteReader interface {
	ReadByte() (byte, error)
}

// ByteScanner can take the last ReadByte back, once.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

type ByteWriter interface {
	WriteByte(c byte) error
}

type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// RuneScanner can take the last ReadRune back, once.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w, by WriteString if w has it.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads until buf holds min bytes. The error is EOF only if there were none,
// ErrUnexpectedEOF if there were too few, ErrShortBuffer if buf is too short.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min {
		got, err := r.Read(buf[n:])
		n += got
		if err != nil {
			switch {
			case n >= min:
				return n, nil
			case n > 0 && err == EOF:
				return n, ErrUnexpectedEOF
			}
			return n, err
		}
	}
	return n, nil
}

// ReadFull is ReadAtLeast for all of buf.
func ReadFull(r Reader, buf []byte) (n int, err error) {
	return ReadAtLeast(r, buf, len(buf))
}

// ReadAll reads until EOF, which is not an error then.
func ReadAll(r Reader) ([]byte, error) {
	buf := make([]byte, 0, 512)
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// CopyN copies n bytes. The error is nil only if it did; EOF if src had fewer.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	switch {
	case written == n:
		return n, nil
	case written < n && err == nil:
		err = EOF
	}
	return written, err
}

// Copy copies until EOF, which is not an error then. src.WriteTo or dst.ReadFrom does it if there is one.
func Copy(dst Writer, src Reader) (written int64, err error) {
	return copyThrough(dst, src, nil)
}

// CopyBuffer is Copy through buf, if one is needed; nil: one is made.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copyThrough(dst, src, buf)
}

func copyThrough(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if from, ok := src.(WriterTo); ok {
		return from.WriteTo(dst)
	}
	if to, ok := dst.(ReaderFrom); ok {
		return to.ReadFrom(src)
	}
	if buf == nil {
		size := int64(32 << 10)
		if l, ok := src.(*LimitedReader); ok && l.N < size {
			size = max(l.N, 1)
		}
		buf = make([]byte, size)
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			done, err := dst.Write(buf[:n])
			if done < 0 || done > n {
				done = 0
				if err == nil {
					err = errInvalidWrite
				}
			}
			written += int64(done)
			if err == nil && done < n {
				err = ErrShortWrite
			}
			if err != nil {
				return written, err
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

// LimitReader gives a *LimitedReader: EOF after n bytes.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// A LimitedReader reads from R, at most N more bytes.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// TeeReader gives a reader that writes to w what it reads from r, before Read returns.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if done, writeErr := t.w.Write(p[:n]); writeErr != nil {
			return done, writeErr
		}
	}
	return n, err
}

// NopCloser gives r a Close that does nothing, and keeps its WriteTo.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}

type nopCloser struct {
	Reader
}

func (nopCloser) Close() error { return nil }

type nopCloserWriterTo struct {
	Reader
}

func (nopCloserWriterTo) Close() error { return nil }

func (c nopCloserWriterTo) WriteTo(w Writer) (n int64, err error) {
	return c.Reader.(WriterTo).WriteTo(w)
}

// Discard takes everything and does nothing with it.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

var discardBuffers = sync.Pool{New: func() any { return new([8192]byte) }}

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := discardBuffers.Get().(*[8192]byte)
	for err == nil {
		var got int
		got, err = r.Read(buf[:])
		n += int64(got)
	}
	discardBuffers.Put(buf)
	if err == EOF {
		err = nil
	}
	return n, err
}
