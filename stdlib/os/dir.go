package os

import (
	"errors"
	"io"
	"syscall"
)

// sysReadDir fills buf with the kernel's records (struct linux_dirent64) of the next entries; 0 bytes: the end.
func sysReadDir(fd int, buf []byte) (n, e int)

// A dirReader is how far reading a directory has come.
type dirReader struct {
	buf  []byte // records not yet given
	room []byte
}

// next gives the next entry's name and type (DT_ of dirent.h); false at the end.
func (f *File) next() (name string, kind byte, ok bool, err error) {
	if f.dir == nil {
		f.dir = &dirReader{room: make([]byte, 8192)}
	}
	d := f.dir
	for {
		if len(d.buf) == 0 {
			n, e := sysReadDir(f.fd, d.room)
			if e != 0 {
				return "", 0, false, f.fail("readdirent", e)
			}
			if n == 0 {
				return "", 0, false, nil
			}
			d.buf = d.room[:n]
		}
		// inode 8 bytes, offset 8, record length 2, type 1, name with a NUL
		record := d.buf[:int(d.buf[16])|int(d.buf[17])<<8]
		d.buf = d.buf[len(record):]
		text := record[19:]
		for i, c := range text {
			if c == 0 {
				text = text[:i]
				break
			}
		}
		if name = string(text); name != "." && name != ".." {
			return name, record[18], true, nil
		}
	}
}

// list reads the next n entries, or all for n <= 0, giving each to add, which reports whether it counts.
func (f *File) list(n int, add func(name string, kind byte) (bool, error)) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{Op: "readdirent", Path: f.name, Err: errors.New("use of closed file")}
	}
	got := 0
	for n <= 0 || got < n {
		name, kind, ok, err := f.next()
		if err != nil {
			return err
		}
		if !ok {
			if n > 0 && got == 0 {
				return io.EOF
			}
			return nil
		}
		counts, err := add(name, kind)
		if err != nil {
			return err
		}
		if counts {
			got++
		}
	}
	return nil
}

// Readdirnames gives the names of the next n entries, in the directory's order, or of all that are left
// for n <= 0. With n > 0 there is at least one, or an error, io.EOF at the end.
func (f *File) Readdirnames(n int) (names []string, err error) {
	names = []string{}
	err = f.list(n, func(name string, kind byte) (bool, error) {
		names = append(names, name)
		return true, nil
	})
	return names, err
}

// ReadDir is Readdirnames with entries.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	entries := []DirEntry{}
	err := f.list(n, func(name string, kind byte) (bool, error) {
		e := &dirEntry{dir: f.name, name: name, kind: FileMode(kind) << 12}
		if kind == 0 { // the file system does not say
			info, err := e.Info()
			if err != nil {
				return false, unlessGone(err)
			}
			e.kind = 0
			e.mode, e.known = info.Mode().Type(), true
		}
		entries = append(entries, e)
		return true, nil
	})
	return entries, err
}

// Readdir is Readdirnames with descriptions as by Lstat.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	infos := []FileInfo{}
	err := f.list(n, func(name string, kind byte) (bool, error) {
		s := &fileStat{name: name}
		if e := sysStatIn(f.fd, name, &s.sys); e != 0 {
			return false, unlessGone(&PathError{Op: "lstat", Path: joinPath(f.name, name), Err: syscall.Errno(e)})
		}
		infos = append(infos, s)
		return true, nil
	})
	return infos, err
}

// unlessGone drops the error of a file removed since its directory was read.
func unlessGone(err error) error {
	if IsNotExist(err) {
		return nil
	}
	return err
}

// A dirEntry is what ReadDir gives.
type dirEntry struct {
	dir, name string
	kind      FileMode // the kernel's type bits, as in Stat_t.Mode
	mode      FileMode // if known: the type
	known     bool
}

func (e *dirEntry) Name() string { return e.name }
func (e *dirEntry) IsDir() bool  { return e.Type().IsDir() }

func (e *dirEntry) Type() FileMode {
	if e.known {
		return e.mode
	}
	return fileMode(uint32(e.kind)).Type()
}

func (e *dirEntry) Info() (FileInfo, error) { return Lstat(joinPath(e.dir, e.name)) }

func (e *dirEntry) String() string {
	mode := e.Type().String()
	text := mode[:len(mode)-9] + " " + e.name // without the permissions
	if e.IsDir() {
		text += "/"
	}
	return text
}

// ReadDir gives a directory's entries, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	sortEntries(entries, make([]DirEntry, len(entries)))
	return entries, err
}

// sortEntries merges halves; spare is of the same length.
func sortEntries(a, spare []DirEntry) {
	if len(a) < 2 {
		return
	}
	middle := len(a) / 2
	sortEntries(a[:middle], spare)
	sortEntries(a[middle:], spare)
	left, right := spare[:copy(spare, a[:middle])], a[middle:]
	for i := 0; len(left) > 0; i++ {
		if len(right) > 0 && right[0].Name() < left[0].Name() {
			a[i], right = right[0], right[1:]
		} else {
			a[i], left = left[0], left[1:]
		}
	}
}
