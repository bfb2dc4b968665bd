// Package os is the operating system: files, arguments, environment, process.
package os

import (
	"errors"
	"io"
	"io/fs"
	"sync"
	"syscall"
	"time"
	"unsafe"
)

// Flags of OpenFile: exactly one of the first three, and any of the others.
const (
	O_RDONLY int = syscall.O_RDONLY // read only
	O_WRONLY int = syscall.O_WRONLY // write only
	O_RDWR   int = syscall.O_RDWR   // read and write

	O_APPEND int = syscall.O_APPEND // write at the end
	O_CREATE int = syscall.O_CREAT  // make the file if there is none
	O_EXCL   int = syscall.O_EXCL   // with O_CREATE: there must be none
	O_SYNC   int = syscall.O_SYNC   // writes reach the disk
	O_TRUNC  int = syscall.O_TRUNC  // make it empty
)

// What Seek's offset counts from; the names of package io are to be preferred.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// IsPathSeparator reports whether c is a slash.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// The standard streams.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

// -- natives (native.c). e is an error number, 0 if all went well.

func sysOpen(name string, flag int, perm uint32) (fd, e int)
func sysClose(fd int) (e int)

// sysRead reads at most len(p) bytes, waiting for the first.
func sysRead(fd int, p []byte) (n, e int)

// sysWrite writes all of p unless there is an error.
func sysWrite(fd int, p []byte) (n, e int)
func sysReadAt(fd int, p []byte, off int64) (n, e int)
func sysWriteAt(fd int, p []byte, off int64) (n, e int)
func sysSeek(fd int, off int64, whence int) (at int64, e int)
func sysTruncate(fd int, size int64) (e int)
func sysSync(fd int) (e int)
func sysChmodFile(fd int, mode uint32) (e int)
func sysChownFile(fd int, uid, gid int) (e int)
func sysChdirFile(fd int) (e int)

// -- files

// A File is an open file.
type File struct {
	*file
}

// file is apart from File so that a copy of a File is the same file.
type file struct {
	fd      int // -1 once closed
	name    string
	append  bool       // opened with O_APPEND
	writing sync.Mutex // a Write is under way: those of several goroutines do not mix
	dir     *dirReader // of a directory that is being read
	watched *watched   // a pipe's: poll.go
}

// NewFile gives a File for an open descriptor; nil if fd cannot be one.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	return &File{&file{fd: int(fd), name: name}}
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create makes a file or empties it, and opens it for reading and writing.
func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file as flag says; perm (less the umask) is for one that is made.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, e := sysOpen(name, flag, rawMode(perm))
	if e != 0 {
		return nil, &PathError{Op: "open", Path: name, Err: syscall.Errno(e)}
	}
	f := NewFile(uintptr(fd), name)
	f.append = flag&O_APPEND != 0
	return f, nil
}

// check gives the error for a nil or closed file.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.watched != nil {
		if !f.watched.begin() {
			return &PathError{Op: op, Path: f.name, Err: ErrClosed}
		}
		f.watched.end()
		return nil
	}
	if f.fd < 0 {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

func (f *File) wrap(op string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

func (f *File) fail(op string, e int) error {
	if e == 0 {
		return nil
	}
	return &PathError{Op: op, Path: f.name, Err: syscall.Errno(e)}
}

// Name gives the name that the file was opened with.
func (f *File) Name() string { return f.name }

// Fd gives the descriptor; ^0 for a nil or closed file.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	if f.watched != nil && f.check("fd") != nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

// Close closes the file; a second time is an error.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	if f.watched != nil { // a Write may be waiting
		if !f.watched.close() {
			return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
		}
		return nil
	}
	f.writing.Lock()
	fd := f.fd
	f.fd = -1
	f.writing.Unlock()
	if fd < 0 {
		return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
	}
	return f.fail("close", sysClose(fd))
}

// Read reads up to len(b) bytes; at the end, 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if f.watched != nil {
		n, err = f.watched.read(b)
	} else {
		var e int
		if n, e = sysRead(f.fd, b); e != 0 {
			err = syscall.Errno(e)
		}
	}
	if err != nil {
		return 0, f.wrap("read", err)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt reads len(b) bytes from off on; fewer come with an error, io.EOF at the end.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, e := sysReadAt(f.fd, b[n:], off+int64(n))
		if e != 0 {
			return n, f.fail("read", e)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
	}
	return n, nil
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	f.writing.Lock()
	defer f.writing.Unlock()
	if f.watched != nil {
		n, err := f.watched.write(b)
		return n, f.wrap("write", err)
	}
	n, e := sysWrite(f.fd, b)
	return n, f.fail("write", e)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// WriteAt writes b at off. Files opened with O_APPEND cannot.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	for n < len(b) {
		m, e := sysWriteAt(f.fd, b[n:], off+int64(n))
		if e != 0 {
			return n, f.fail("write", e)
		}
		n += m
	}
	return n, nil
}

// onlyWriter and onlyReader hide a File's other methods, which would call io.Copy again.
type onlyWriter struct{ io.Writer }
type onlyReader struct{ io.Reader }

// ReadFrom writes all that r has.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo writes all that f has to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

// Seek sets the offset of the next Read or Write, and gives it, counted from the start.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	at, e := sysSeek(f.fd, offset, whence)
	if e != 0 {
		return 0, f.fail("seek", e)
	}
	f.dir = nil
	return at, nil
}

// Truncate sets the file's size.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return f.fail("truncate", sysTruncate(f.fd, size))
}

// Sync has what was written reach the disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return f.fail("sync", sysSync(f.fd))
}

// Chmod sets the permissions.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	return f.fail("chmod", sysChmodFile(f.fd, rawMode(mode)))
}

// Chown sets user and group.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.fail("chown", sysChownFile(f.fd, uid, gid))
}

// Chdir makes the directory the current one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	return f.fail("chdir", sysChdirFile(f.fd))
}

// SetDeadline makes reads and writes that are not done at t fail; the zero t: they may wait for ever. Only pipes have deadlines.
func (f *File) SetDeadline(t time.Time) error {
	if err := f.SetReadDeadline(t); err != nil {
		return err
	}
	return f.SetWriteDeadline(t)
}

// SetReadDeadline is SetDeadline for reads.
func (f *File) SetReadDeadline(t time.Time) error { return f.setDeadline(0, t) }

// SetWriteDeadline is SetDeadline for writes.
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(1, t) }

func (f *File) setDeadline(mode int, t time.Time) error {
	if err := f.check("set"); err != nil {
		return err
	}
	if f.watched == nil {
		return ErrNoDeadline
	}
	return f.wrap("set", f.watched.setDeadline(mode, t))
}

// ReadFile gives a whole file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512
	// Files of /proc say 0.
	if info, err := f.Stat(); err == nil && info.Size() > 511 && info.Size() < 1<<40 {
		size = int(info.Size()) + 1 // one more, to see the end without growing
	}
	data := make([]byte, 0, size)
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile makes data a file's whole content; perm (less the umask) is for one that is made.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// Pipe gives both ends of a pipe of the system: what is written to w is read from r.
func Pipe() (r *File, w *File, err error) {
	rfd, wfd, e := sysPipe()
	if e != 0 {
		return nil, nil, NewSyscallError("pipe2", syscall.Errno(e))
	}
	return NewFile(uintptr(rfd), "|0").watch(), NewFile(uintptr(wfd), "|1").watch(), nil
}

func sysPipe() (r, w, e int)

// DirFS gives the tree below dir as a file system.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

// join gives the path of a file in it.
func (d dirFS) join(name string) (string, error) {
	if d == "" {
		return "", errors.New("os: DirFS with empty root")
	}
	if !fs.ValidPath(name) {
		return "", ErrInvalid
	}
	if IsPathSeparator(d[len(d)-1]) {
		return string(d) + name, nil
	}
	return string(d) + "/" + name, nil
}

// relative makes the error's path one of the file system.
func relative(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	path, err := d.join(name)
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	f, err := Open(path)
	if err != nil {
		return nil, relative(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	path, err := d.join(name)
	if err != nil {
		return nil, &PathError{Op: "readfile", Path: name, Err: err}
	}
	data, err := ReadFile(path)
	return data, relative(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	path, err := d.join(name)
	if err != nil {
		return nil, &PathError{Op: "readdir", Path: name, Err: err}
	}
	entries, err := ReadDir(path)
	return entries, relative(err, name)
}

func (d dirFS) Stat(name string) (fs.FileInfo, error) {
	path, err := d.join(name)
	if err != nil {
		return nil, &PathError{Op: "stat", Path: name, Err: err}
	}
	info, err := Stat(path)
	if err != nil {
		return nil, relative(err, name)
	}
	return info, nil
}
