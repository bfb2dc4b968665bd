// Package sync provides mutual exclusion, condition variables, wait groups and their like.
// The waiting is done by the scheduler's semaphores (native.c); what calls function values is Go.
package sync

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock. The zero value is unlocked. It must not be copied after first use.
// users counts the holder and those who wait: an Unlock hands the lock to the first of them, so none starves.
type Mutex struct {
	users int32
	sema  uint32
}

// Lock locks m, waiting while another holds it.
func (m *Mutex) Lock()

// TryLock locks m if it is free, and tells whether it did.
func (m *Mutex) TryLock() bool

// Unlock unlocks m; it is a fatal error if m is not locked. Any goroutine may unlock it.
func (m *Mutex) Unlock()

// An RWMutex is held by any number of readers or by one writer. The zero value is unlocked.
// A waiting writer keeps new readers out, so that it gets the lock in the end.
type RWMutex struct {
	w           Mutex  // held by a writer, pending ones wait in it
	writerSem   uint32 // a writer waits here for readers to leave
	readerSem   uint32 // readers wait here for the writer
	readerCount int32  // readers; less maxReaders while a writer is there
	readerWait  int32  // readers the writer still waits for
}

// RLock locks rw for reading.
func (rw *RWMutex) RLock()

// TryRLock locks rw for reading if that needs no waiting, and tells whether it did.
func (rw *RWMutex) TryRLock() bool

// RUnlock undoes one RLock; it is a fatal error if rw is not locked for reading.
func (rw *RWMutex) RUnlock()

// Lock locks rw for writing.
func (rw *RWMutex) Lock() {
	rw.w.lockAs(true)
	rw.waitForReaders()
}

func (m *Mutex) lockAs(rwmutex bool)
func (rw *RWMutex) waitForReaders()

// TryLock locks rw for writing if that needs no waiting, and tells whether it did.
func (rw *RWMutex) TryLock() bool

// Unlock unlocks rw for writing; it is a fatal error if it is not so locked.
func (rw *RWMutex) Unlock()

// RLocker returns a Locker whose methods are rw.RLock and rw.RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
