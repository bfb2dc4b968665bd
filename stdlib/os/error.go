package os

import (
	"errors"
	"io/fs"
	"syscall"
)

// The errors that errors.Is finds in those of this package.
var (
	ErrInvalid          = fs.ErrInvalid    // "invalid argument"
	ErrPermission       = fs.ErrPermission // "permission denied"
	ErrExist            = fs.ErrExist      // "file already exists"
	ErrNotExist         = fs.ErrNotExist   // "file does not exist"
	ErrClosed           = fs.ErrClosed     // "file already closed"
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = error(&deadlineError{})
)

type deadlineError struct{}

func (e *deadlineError) Error() string   { return "i/o timeout" }
func (e *deadlineError) Timeout() bool   { return true }
func (e *deadlineError) Temporary() bool { return true }

// A PathError says which operation failed with which file, and why.
type PathError = fs.PathError

// A SyscallError says which system call failed, and why.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }
func (e *SyscallError) Unwrap() error { return e.Err }
func (e *SyscallError) Timeout() bool { return isTimeout(e.Err) }

// NewSyscallError makes a *SyscallError; nil if err is nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// A LinkError says which operation failed with which two paths, and why.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string {
	return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error()
}

func (e *LinkError) Unwrap() error { return e.Err }

func isTimeout(err error) bool {
	t, ok := err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// reason gives what is inside an error of this package. Other errors are not looked into: the functions
// below are older than wrapping.
func reason(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func isReason(err, target error) bool {
	err = reason(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

// IsExist reports whether err says that a file exists already. errors.Is(err, ErrExist) sees more.
func IsExist(err error) bool { return isReason(err, ErrExist) }

// IsNotExist reports whether err says that a file does not exist. errors.Is(err, ErrNotExist) sees more.
func IsNotExist(err error) bool { return isReason(err, ErrNotExist) }

// IsPermission reports whether err says that permission was denied.
func IsPermission(err error) bool { return isReason(err, ErrPermission) }

// IsTimeout reports whether err says that time was up.
func IsTimeout(err error) bool { return isTimeout(reason(err)) }
