package os

import (
	"io/fs"
	"syscall"
	"time"
)

// FileInfo, FileMode and DirEntry are those of io/fs.
type (
	FileInfo = fs.FileInfo
	FileMode = fs.FileMode
	DirEntry = fs.DirEntry
)

// The bits of a FileMode.
const (
	ModeDir        = fs.ModeDir        // d: a directory
	ModeAppend     = fs.ModeAppend     // a: written to at its end only
	ModeExclusive  = fs.ModeExclusive  // l: for one user at a time
	ModeTemporary  = fs.ModeTemporary  // T: temporary (Plan 9)
	ModeSymlink    = fs.ModeSymlink    // L: a symbolic link
	ModeDevice     = fs.ModeDevice     // D: a device
	ModeNamedPipe  = fs.ModeNamedPipe  // p: a named pipe
	ModeSocket     = fs.ModeSocket     // S: a socket of the Unix domain
	ModeSetuid     = fs.ModeSetuid     // u: setuid
	ModeSetgid     = fs.ModeSetgid     // g: setgid
	ModeCharDevice = fs.ModeCharDevice // c: a character device, with ModeDevice
	ModeSticky     = fs.ModeSticky     // t: sticky
	ModeIrregular  = fs.ModeIrregular  // ?: not a regular file, nothing else known

	ModeType = fs.ModeType
	ModePerm = fs.ModePerm
)

// rawMode gives the kernel's form of permissions.
func rawMode(m FileMode) uint32 {
	raw := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		raw |= syscall.S_ISUID
	}
	if m&ModeSetgid != 0 {
		raw |= syscall.S_ISGID
	}
	if m&ModeSticky != 0 {
		raw |= syscall.S_ISVTX
	}
	return raw
}

// fileMode gives the bits for the kernel's form.
func fileMode(raw uint32) FileMode {
	mode := FileMode(raw & 0777)
	switch raw & syscall.S_IFMT {
	case syscall.S_IFDIR:
		mode |= ModeDir
	case syscall.S_IFLNK:
		mode |= ModeSymlink
	case syscall.S_IFBLK:
		mode |= ModeDevice
	case syscall.S_IFCHR:
		mode |= ModeDevice | ModeCharDevice
	case syscall.S_IFIFO:
		mode |= ModeNamedPipe
	case syscall.S_IFSOCK:
		mode |= ModeSocket
	}
	if raw&syscall.S_ISUID != 0 {
		mode |= ModeSetuid
	}
	if raw&syscall.S_ISGID != 0 {
		mode |= ModeSetgid
	}
	if raw&syscall.S_ISVTX != 0 {
		mode |= ModeSticky
	}
	return mode
}

// -- natives (native.c)

// sysStat fills st for a path; link: of a symbolic link itself. sysStatFile is for an open file, and
// sysStatIn for a name in an open directory (of links themselves).
func sysStat(name string, link bool, st *syscall.Stat_t) (e int)
func sysStatFile(fd int, st *syscall.Stat_t) (e int)
func sysStatIn(fd int, name string, st *syscall.Stat_t) (e int)

// fileStat is what Stat returns.
type fileStat struct {
	name string
	sys  syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.sys.Size }
func (s *fileStat) Mode() FileMode     { return fileMode(s.sys.Mode) }
func (s *fileStat) ModTime() time.Time { return time.Unix(s.sys.Mtim.Sec, s.sys.Mtim.Nsec) }
func (s *fileStat) IsDir() bool        { return s.Mode().IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

// baseName gives the last element of a path, "." for none and "/" for slashes only.
func baseName(name string) string {
	if name == "" {
		return "."
	}
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 2; i >= 0; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

// Stat describes the file at a path, following symbolic links.
func Stat(name string) (FileInfo, error) {
	s := &fileStat{name: baseName(name)}
	if e := sysStat(name, false, &s.sys); e != 0 {
		return nil, &PathError{Op: "stat", Path: name, Err: syscall.Errno(e)}
	}
	return s, nil
}

// Lstat is Stat, but describes a symbolic link itself.
func Lstat(name string) (FileInfo, error) {
	s := &fileStat{name: baseName(name)}
	if e := sysStat(name, true, &s.sys); e != 0 {
		return nil, &PathError{Op: "lstat", Path: name, Err: syscall.Errno(e)}
	}
	return s, nil
}

// Stat describes the open file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	s := &fileStat{name: baseName(f.name)}
	if e := sysStatFile(f.fd, &s.sys); e != 0 {
		return nil, f.fail("stat", e)
	}
	return s, nil
}

// SameFile reports whether two results of this package's Stat are of one file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}
