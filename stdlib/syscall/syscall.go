// Package syscall has what package os shows of the kernel: error numbers, signals, flags, the raw form of
// a file's status.
package syscall

const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

const (
	O_RDONLY    = 0x0
	O_WRONLY    = 0x1
	O_RDWR      = 0x2
	O_ACCMODE   = 0x3
	O_CREAT     = 0x40
	O_EXCL      = 0x80
	O_NOCTTY    = 0x100
	O_TRUNC     = 0x200
	O_APPEND    = 0x400
	O_NONBLOCK  = 0x800
	O_DSYNC     = 0x1000
	O_DIRECTORY = 0x10000
	O_NOFOLLOW  = 0x20000
	O_CLOEXEC   = 0x80000
	O_SYNC      = 0x101000
)

const (
	S_IFMT   = 0xf000
	S_IFIFO  = 0x1000
	S_IFCHR  = 0x2000
	S_IFDIR  = 0x4000
	S_IFBLK  = 0x6000
	S_IFREG  = 0x8000
	S_IFLNK  = 0xa000
	S_IFSOCK = 0xc000
	S_ISUID  = 0x800
	S_ISGID  = 0x400
	S_ISVTX  = 0x200
)

// A Timespec is a time in seconds and nanoseconds.
type Timespec struct {
	Sec  int64
	Nsec int64
}

func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }
func (ts *Timespec) Nano() int64                   { return ts.Sec*1e9 + ts.Nsec }

// A Stat_t is struct stat of the kernel.
type Stat_t struct {
	Dev       uint64
	Ino       uint64
	Nlink     uint64
	Mode      uint32
	Uid       uint32
	Gid       uint32
	X__pad0   int32
	Rdev      uint64
	Size      int64
	Blksize   int64
	Blocks    int64
	Atim      Timespec
	Mtim      Timespec
	Ctim      Timespec
	X__unused [3]int64
}

// -- natives (native.c)

func Getpid() int
func Getppid() int
func Getuid() int
func Geteuid() int
func Getgid() int
func Getegid() int
func Getpagesize() int

// Exit ends the process with that status.
func Exit(code int)

func getenv(key string) (value string, found bool)

// setenv gives an error number.
func setenv(key, value string) int
func unsetenv(key string)
func environ() []string
func clearenv()
func kill(pid, sig int) int

// -- the environment

// Getenv gives the variable's value, and whether it is set.
func Getenv(key string) (value string, found bool) { return getenv(key) }

// Setenv sets a variable.
func Setenv(key, value string) error {
	if e := setenv(key, value); e != 0 {
		return Errno(e)
	}
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

// Environ gives all variables as "key=value".
func Environ() []string { return environ() }

// Clearenv removes all variables.
func Clearenv() { clearenv() }

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) error {
	if e := kill(pid, int(sig)); e != 0 {
		return Errno(e)
	}
	return nil
}
