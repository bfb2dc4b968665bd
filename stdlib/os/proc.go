package os

import (
	"errors"
	"syscall"
)

// Args are the program's name and its arguments.
var Args = args()

func args() []string

// Exit ends the program with that status at once; deferred calls are not run.
func Exit(code int) { syscall.Exit(code) }

func Getpid() int      { return syscall.Getpid() }
func Getppid() int     { return syscall.Getppid() }
func Getuid() int      { return syscall.Getuid() }
func Geteuid() int     { return syscall.Geteuid() }
func Getgid() int      { return syscall.Getgid() }
func Getegid() int     { return syscall.Getegid() }
func Getpagesize() int { return syscall.Getpagesize() }

func sysGetwd() (dir string, e int)
func sysChdir(dir string) (e int)
func sysHostname() (name string, e int)

// Getwd gives the current directory: $PWD if that is it, else its path without symbolic links.
func Getwd() (dir string, err error) {
	if dir = Getenv("PWD"); len(dir) > 0 && dir[0] == '/' {
		here, err1 := Stat(".")
		there, err2 := Stat(dir)
		if err1 == nil && err2 == nil && SameFile(here, there) {
			return dir, nil
		}
	}
	dir, e := sysGetwd()
	if e != 0 {
		return "", NewSyscallError("getwd", syscall.Errno(e))
	}
	return dir, nil
}

// Chdir makes dir the current directory.
func Chdir(dir string) error { return pathError("chdir", dir, sysChdir(dir)) }

// Hostname gives the machine's name.
func Hostname() (name string, err error) {
	name, e := sysHostname()
	if e != 0 {
		return "", NewSyscallError("uname", syscall.Errno(e))
	}
	return name, nil
}

// Executable gives the path of the program that runs.
func Executable() (string, error) {
	path, e := sysReadlink("/proc/self/exe")
	return path, pathError("readlink", "/proc/self/exe", e)
}

// UserHomeDir gives $HOME.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir gives $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir gives $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	dir := Getenv(variable)
	if dir == "" {
		if dir = Getenv("HOME"); dir == "" {
			return "", errors.New("neither $" + variable + " nor $HOME are defined")
		}
		return dir + below, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + variable + " is relative")
	}
	return dir, nil
}

// -- signals and processes

// Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// A Process is a process, which need not be a child.
type Process struct {
	Pid int
}

// ErrProcessDone: the process has ended.
var ErrProcessDone = errors.New("os: process already finished")

// FindProcess gives the process of that number, which need not exist.
func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

// Signal sends a signal to it.
func (p *Process) Signal(sig Signal) error {
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	// Numbers that are no process's would be taken for groups of them.
	switch {
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	case p.Pid == -1:
		return errors.New("os: process already released")
	case p.Pid < 0:
		return ErrProcessDone
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Kill has it end at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release says that it will not be used any more.
func (p *Process) Release() error {
	p.Pid = -1
	return nil
}
