package os

import (
	"sync"
	"syscall"
	"time"
)

// A watched file's descriptor does not block: who has to wait for it does so in the scheduler's poller, which costs no thread,
// and which Close and deadlines can end. The descriptor is closed when the last who uses it is done.
type watched struct {
	fd      int
	desc    uintptr // the poller's
	mu      sync.Mutex
	users   int  // reads and writes under way
	closed  bool // none begins any more
	reading sync.Mutex
}

// What a wait gives.
const (
	pollReady = iota
	pollClosing
	pollTimeout
)

// pollOpen makes fd non-blocking and has it watched; 0 if that cannot be.
func pollOpen(fd int) (desc uintptr)
func pollClose(desc uintptr) // wakes who waits
func pollFree(desc uintptr)  // behind pollClose, when nobody uses it

// pollReset begins a try: what was ready before counts no more.
func pollReset(desc uintptr, mode int) (result int)
func pollWait(desc uintptr, mode int) (result int)

// pollDeadline ends waits after so many nanoseconds from now on; 0: never.
func pollDeadline(desc uintptr, mode int, after int64)

// sysTry reads (mode 0) or writes (mode 1) what is possible at once.
func sysTry(fd int, mode int, p []byte) (n, e int)

// watch makes f one that the poller watches, if that is possible.
func (f *File) watch() *File {
	if desc := pollOpen(f.fd); desc != 0 {
		f.watched = &watched{fd: f.fd, desc: desc}
	}
	return f
}

// begin says whether the file is still open; if it is, end has to follow.
func (w *watched) begin() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return false
	}
	w.users++
	return true
}

func (w *watched) end() {
	w.mu.Lock()
	w.users--
	last := w.closed && w.users == 0
	w.mu.Unlock()
	if last {
		pollFree(w.desc)
		sysClose(w.fd)
	}
}

// close gives false if it was closed before.
func (w *watched) close() bool {
	w.mu.Lock()
	if w.closed {
		w.mu.Unlock()
		return false
	}
	w.closed = true
	w.users++ // until all is done here
	w.mu.Unlock()
	pollClose(w.desc)
	w.end()
	return true
}

// move reads or writes once, waiting until something can be moved.
func (w *watched) move(mode int, p []byte) (n int, err error) {
	for {
		switch pollReset(w.desc, mode) {
		case pollClosing:
			return 0, ErrClosed
		case pollTimeout:
			return 0, ErrDeadlineExceeded
		}
		n, e := sysTry(w.fd, mode, p)
		if e == 0 {
			return n, nil
		}
		if e != int(syscall.EAGAIN) {
			return 0, syscall.Errno(e)
		}
		pollWait(w.desc, mode)
	}
}

func (w *watched) read(p []byte) (n int, err error) {
	if !w.begin() {
		return 0, ErrClosed
	}
	defer w.end()
	w.reading.Lock()
	defer w.reading.Unlock()
	return w.move(0, p)
}

// write writes all of p; the caller sees to it that it is alone.
func (w *watched) write(p []byte) (n int, err error) {
	if !w.begin() {
		return 0, ErrClosed
	}
	defer w.end()
	for {
		m, err := w.move(1, p[n:])
		n += m
		if err != nil || n == len(p) {
			return n, err
		}
	}
}

func (w *watched) setDeadline(mode int, t time.Time) error {
	if !w.begin() {
		return ErrClosed
	}
	defer w.end()
	after := int64(0)
	if !t.IsZero() {
		if after = int64(time.Until(t)); after <= 0 {
			after = -1
		}
	}
	pollDeadline(w.desc, mode, after)
	return nil
}
