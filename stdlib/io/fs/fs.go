// Package fs has the interfaces of file systems, files and directories, and functions that work with any.
package fs

import (
	"internal/oserror"
	"time"
	"unicode/utf8"
)

// FS is a file system: Open opens a file by its path, slash-separated and valid by ValidPath.
type FS interface {
	Open(name string) (File, error)
}

// File is an open file, or a directory (a ReadDirFile).
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// ReadDirFile is a directory: ReadDir gives the next n entries, or all that are left for n <= 0.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// DirEntry is an entry of a directory.
type DirEntry interface {
	Name() string            // the last element of its path
	IsDir() bool             // whether it is a directory
	Type() FileMode          // the type bits
	Info() (FileInfo, error) // of a symbolic link: of the link
}

// FileInfo describes a file.
type FileInfo interface {
	Name() string       // the last element of its path
	Size() int64        // bytes, for regular files
	Mode() FileMode     // type and permissions
	ModTime() time.Time // when it was changed last
	IsDir() bool        // Mode().IsDir()
	Sys() any           // what it was made from; may be nil
}

// The errors that errors.Is finds in those of a file system.
var (
	ErrInvalid    = oserror.ErrInvalid    // "invalid argument"
	ErrPermission = oserror.ErrPermission // "permission denied"
	ErrExist      = oserror.ErrExist      // "file already exists"
	ErrNotExist   = oserror.ErrNotExist   // "file does not exist"
	ErrClosed     = oserror.ErrClosed     // "file already closed"
)

// A FileMode is a file's type and permissions, the same bits on all systems.
type FileMode uint32

// The bits; ModeDir is the highest.
const (
	ModeDir        FileMode = 1 << 31 // d: a directory
	ModeAppend     FileMode = 1 << 30 // a: written to at its end only
	ModeExclusive  FileMode = 1 << 29 // l: for one user at a time
	ModeTemporary  FileMode = 1 << 28 // T: temporary (Plan 9)
	ModeSymlink    FileMode = 1 << 27 // L: a symbolic link
	ModeDevice     FileMode = 1 << 26 // D: a device
	ModeNamedPipe  FileMode = 1 << 25 // p: a named pipe
	ModeSocket     FileMode = 1 << 24 // S: a socket of the Unix domain
	ModeSetuid     FileMode = 1 << 23 // u: setuid
	ModeSetgid     FileMode = 1 << 22 // g: setgid
	ModeCharDevice FileMode = 1 << 21 // c: a character device, with ModeDevice
	ModeSticky     FileMode = 1 << 20 // t: sticky
	ModeIrregular  FileMode = 1 << 19 // ?: not a regular file, nothing else known

	ModeType          = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular
	ModePerm FileMode = 0777 // the permission bits
)

// String gives letters for the type bits, '-' if there are none, and rwxrwxrwx for the permissions.
func (m FileMode) String() string {
	const types, perms = "dalTLDpSugct?", "rwxrwxrwx"
	text := make([]byte, 0, len(types)+len(perms))
	for i := 0; i < len(types); i++ {
		if m>>(31-i)&1 != 0 {
			text = append(text, types[i])
		}
	}
	if len(text) == 0 {
		text = append(text, '-')
	}
	for i := 0; i < len(perms); i++ {
		if m>>(8-i)&1 != 0 {
			text = append(text, perms[i])
		} else {
			text = append(text, '-')
		}
	}
	return string(text)
}

func (m FileMode) IsDir() bool     { return m&ModeDir != 0 }
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }
func (m FileMode) Perm() FileMode  { return m & ModePerm }
func (m FileMode) Type() FileMode  { return m & ModeType }

// A PathError says which operation failed with which file, and why.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether the reason is a timeout.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath reports whether name can be given to Open: elements separated by single slashes, none of them
// empty, "." or "..", or the whole being ".".
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	if !utf8.ValidString(name) {
		return false
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		switch name[start:i] {
		case "", ".", "..":
			return false
		}
		start = i + 1
	}
	return true
}
