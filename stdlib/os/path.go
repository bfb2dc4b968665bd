package os

import (
	"errors"
	"strconv"
	"syscall"
	"time"
)

// -- natives (native.c). e is an error number.

func sysMkdir(name string, perm uint32) (e int)
func sysUnlink(name string) (e int)
func sysRmdir(name string) (e int)
func sysRename(from, to string) (e int)
func sysLink(from, to string) (e int)
func sysSymlink(from, to string) (e int)
func sysReadlink(name string) (to string, e int)
func sysChmod(name string, mode uint32) (e int)
func sysChown(name string, uid, gid int, link bool) (e int)
func sysTruncatePath(name string, size int64) (e int)

// sysTimes sets access and modification time, in seconds and nanoseconds; negative nanoseconds: unchanged.
func sysTimes(name string, asec, ansec, msec, mnsec int64) (e int)
func random() uint32

func pathError(op, name string, e int) error {
	if e == 0 {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: syscall.Errno(e)}
}

func linkError(op, from, to string, e int) error {
	if e == 0 {
		return nil
	}
	return &LinkError{op, from, to, syscall.Errno(e)}
}

// Mkdir makes a directory with these permissions (less the umask).
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, sysMkdir(name, rawMode(perm)))
}

// MkdirAll makes a directory and those above it that are missing. One that exists is not an error.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	// The path without its last element and the slash before it.
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	if end > 1 {
		if err := MkdirAll(path[:end-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// "x/." is made by making "x", and someone else may have been quicker.
		if info, statErr := Lstat(path); statErr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	e := sysUnlink(name)
	if e == 0 {
		return nil
	}
	dirError := sysRmdir(name)
	if dirError == 0 {
		return nil
	}
	// Of the two reasons, that of the call which suits the file.
	if dirError != int(syscall.ENOTDIR) {
		e = dirError
	}
	return pathError("remove", name, e)
}

// RemoveAll removes a file, or a directory with all that it holds. Nothing there is not an error.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) >= 2 && path[len(path)-2:] == "/." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	e := sysUnlink(path)
	if e == 0 || e == int(syscall.ENOENT) {
		return nil
	}
	var st syscall.Stat_t
	if s := sysStat(path, true, &st); s != 0 {
		if s == int(syscall.ENOENT) {
			return nil
		}
		return pathError("unlinkat", path, s)
	}
	if st.Mode&syscall.S_IFMT != syscall.S_IFDIR {
		return pathError("unlinkat", path, e)
	}
	return removeTree(path)
}

// removeTree goes on after an error, and gives the first.
func removeTree(path string) error {
	var first error
	f, err := Open(path)
	if err != nil {
		if IsNotExist(err) {
			return nil
		}
		first = err
	} else {
		names, err := f.Readdirnames(-1)
		f.Close()
		if err != nil {
			first = err
		}
		for _, name := range names {
			if err := RemoveAll(joinPath(path, name)); err != nil && first == nil {
				first = err
			}
		}
	}
	e := sysRmdir(path)
	if e == 0 || e == int(syscall.ENOENT) {
		return nil
	}
	if first == nil {
		first = pathError("unlinkat", path, e)
	}
	return first
}

// Rename moves a file, replacing one that is no directory.
func Rename(oldpath, newpath string) error {
	// The kernel would replace an empty directory by another.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if from, err := Lstat(oldpath); err != nil {
			return linkError("rename", oldpath, newpath, int(reason(err).(syscall.Errno)))
		} else if newpath == oldpath || !SameFile(from, info) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkError("rename", oldpath, newpath, sysRename(oldpath, newpath))
}

// Link makes newname a hard link to the file oldname.
func Link(oldname, newname string) error {
	return linkError("link", oldname, newname, sysLink(oldname, newname))
}

// Symlink makes newname a symbolic link to oldname.
func Symlink(oldname, newname string) error {
	return linkError("symlink", oldname, newname, sysSymlink(oldname, newname))
}

// Readlink gives what a symbolic link leads to.
func Readlink(name string) (string, error) {
	to, e := sysReadlink(name)
	return to, pathError("readlink", name, e)
}

// Chmod sets a file's permissions.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, sysChmod(name, rawMode(mode)))
}

// Chown sets a file's user and group; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return pathError("chown", name, sysChown(name, uid, gid, false))
}

// Lchown is Chown for a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return pathError("lchown", name, sysChown(name, uid, gid, true))
}

// Truncate sets a file's size.
func Truncate(name string, size int64) error {
	return pathError("truncate", name, sysTruncatePath(name, size))
}

// Chtimes sets a file's access and modification time; a zero time leaves it as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	asec, ansec := kernelTime(atime)
	msec, mnsec := kernelTime(mtime)
	return pathError("chtimes", name, sysTimes(name, asec, ansec, msec, mnsec))
}

func kernelTime(t time.Time) (sec, nsec int64) {
	if t.IsZero() {
		return 0, -1
	}
	return t.Unix(), int64(t.Nanosecond())
}

func joinPath(dir, name string) string {
	if dir != "" && dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}

// -- temporary files

// TempDir gives the folder for temporary files: $TMPDIR or /tmp.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// tryNames calls try with names in dir (TempDir for "") made from the pattern, the last * of which is
// replaced by random digits, until it makes something new.
func tryNames(op, dir, pattern string, try func(name string) error) error {
	if dir == "" {
		dir = TempDir()
	}
	star := len(pattern)
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '/':
			return &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
		case '*':
			star = i
		}
	}
	before, behind := joinPath(dir, pattern[:star]), ""
	if star < len(pattern) {
		behind = pattern[star+1:]
	}
	for i := 0; i < 10000; i++ {
		err := try(before + strconv.FormatUint(uint64(random()), 10) + behind)
		if err == nil || !IsExist(err) {
			return err
		}
	}
	return &PathError{Op: op, Path: before + "*" + behind, Err: ErrExist}
}

// CreateTemp makes a new file in dir (TempDir for "") and opens it for reading and writing.
func CreateTemp(dir, pattern string) (f *File, err error) {
	err = tryNames("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory in dir (TempDir for "").
func MkdirTemp(dir, pattern string) (made string, err error) {
	err = tryNames("mkdirtemp", dir, pattern, func(name string) error {
		err := Mkdir(name, 0700)
		if err == nil {
			made = name
		} else if IsNotExist(err) {
			above := dir
			if above == "" {
				above = TempDir()
			}
			if _, statErr := Stat(above); IsNotExist(statErr) {
				return statErr
			}
		}
		return err
	})
	return made, err
}
