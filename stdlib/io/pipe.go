package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe: reading from or writing to a pipe whose end is closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// A pipe hands the bytes of a Write over to Reads: the writer offers what is left, a reader says how much
// of it it has taken.
type pipe struct {
	writing sync.Mutex // held by the one Write that is under way
	offer   chan []byte
	taken   chan int
	done    chan struct{} // closed with the first end that is closed

	ends              sync.Mutex // guards what follows
	readErr, writeErr error      // what the reader, the writer was closed with
}

// close notes err as what that end was closed with, unless it was closed before.
func (p *pipe) close(end *error, err error) {
	p.ends.Lock()
	if p.readErr == nil && p.writeErr == nil {
		close(p.done)
	}
	if *end == nil {
		*end = err
	}
	p.ends.Unlock()
}

// closed gives the error for one end of a closed pipe: what the other was closed with, unless it was
// closed itself.
func (p *pipe) closed(own, other *error) error {
	p.ends.Lock()
	defer p.ends.Unlock()
	if *own == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

func (p *pipe) isDone() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe }

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader }

// Pipe makes a pipe without a buffer: each Write waits until Reads have taken all of it, or an end is
// closed. All methods may be called at the same time.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{}
	w.r.offer = make(chan []byte)
	w.r.taken = make(chan int)
	w.r.done = make(chan struct{})
	return &w.r, w
}

// Read waits for a Write or for the writer's end; the error is then what that was closed with, or EOF.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	if !r.isDone() {
		select {
		case offered := <-r.offer:
			n = copy(data, offered)
			r.taken <- n
			return n, nil
		case <-r.done:
		}
	}
	return 0, r.closed(&r.readErr, &r.writeErr)
}

// Close makes later Writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes later Writes fail with err. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.close(&r.readErr, err)
	return nil
}

// Write waits until all of data is read, or an end is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := &w.r.pipe
	if !p.isDone() {
		p.writing.Lock()
		defer p.writing.Unlock()
		for {
			select {
			case p.offer <- data[n:]:
				n += <-p.taken
				if n == len(data) {
					return n, nil
				}
				continue
			case <-p.done:
			}
			break
		}
	}
	return n, p.closed(&p.writeErr, &p.readErr)
}

// Close makes later Reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes later Reads return err; nil: EOF. It returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.close(&w.r.writeErr, err)
	return nil
}
