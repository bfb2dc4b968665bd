package runtime

// GOOS, GOARCH and Compiler name what the program runs on.
const (
	GOOS     string = "linux"
	GOARCH   string = "amd64"
	Compiler        = "gc"
)

// Version gives the version of Go that the program sees.
func Version() string { return "go1.27" }

// GOROOT gives the root of a Go installation: there is none.
//
// Deprecated: the go command knows it.
func GOROOT() string { return "" }

// -- natives (native.c)

// GOMAXPROCS sets how many goroutines run at the same time, if n > 0, and gives the number before.
func GOMAXPROCS(n int) int

// NumCPU gives the number of processors that the process may use.
func NumCPU() int

// NumGoroutine gives the number of goroutines.
func NumGoroutine() int

// NumCgoCall gives the number of calls into C: none.
func NumCgoCall() int64 { return 0 }

// Goexit ends the goroutine after running its deferred calls.
func Goexit()

// LockOSThread ties the goroutine to its thread, until as many calls of UnlockOSThread.
func LockOSThread()

// UnlockOSThread takes one call of LockOSThread back.
func UnlockOSThread()

// yield lets others run if it is called with false.
func yield(done bool)

// Gosched lets other goroutines run.
func Gosched() { yield(false) }

// Breakpoint stops the process for a debugger.
func Breakpoint()

// KeepAlive keeps what x holds reachable up to here.
func KeepAlive(x any) {}

// -- finalizers

// setFinalizer: obj is the address, fn the function's closure of that type, nil to remove. 0: all is
// well; else what is wrong.
func setFinalizer(obj, fn any) (wrong int, have, want string)

// finalizerNext waits for an object that is to be finalized, and calls its function.
func finalizerNext()

// becomeSystem makes the goroutine one that does not count.
func becomeSystem()

// startOnce reports whether it is called for the first time.
func startOnce() bool

// SetFinalizer has fn called with obj, a pointer to something allocated, once nothing else refers to it.
// fn's results are dropped; nil takes the finalizer away.
func SetFinalizer(obj, fn any) {
	if wrong, have, want := setFinalizer(obj, fn); wrong != 0 {
		switch wrong {
		case 1:
			fatal("runtime.SetFinalizer: first argument is nil")
		case 2:
			fatal("runtime.SetFinalizer: first argument is " + have + ", not pointer")
		case 3:
			fatal("runtime.SetFinalizer: second argument is " + have + ", not a function")
		case 4:
			fatal("runtime.SetFinalizer: cannot pass " + want + " to finalizer " + have)
		case 5:
			fatal("runtime.SetFinalizer: pointer not at beginning of allocated block")
		}
	}
	if fn != nil && startOnce() {
		go runFinalizers()
	}
}

// fatal ends the program with "fatal error: text".
func fatal(text string)

func runFinalizers() {
	becomeSystem()
	for {
		finalizerNext()
	}
}
