// Package debug looks at a running program, and sets how its memory is managed.
package debug

import (
	"os"
	"runtime"
)

// Stack gives the goroutine's traceback.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack prints the goroutine's traceback to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// SetGCPercent sets how far the heap may grow, in percent of what is alive, before it is collected; negative:
// never. It gives the number before.
func SetGCPercent(percent int) int

// SetMemoryLimit sets the bytes that the collector tries to stay below; negative only asks. It gives the
// number before.
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects garbage and gives free memory back to the system.
func FreeOSMemory()

// SetMaxStack sets how many bytes a goroutine's stack may have, and gives the number before.
func SetMaxStack(bytes int) int
