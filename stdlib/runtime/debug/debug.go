// Package debug looks at a running program, and sets how its memory is managed.
package debug

import (
	"os"
	"runtime"
	"sort"
	"time"
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

// GCStats tells about recent collections.
type GCStats struct {
	LastGC         time.Time       // when the last one ended
	NumGC          int64           // how many there were
	PauseTotal     time.Duration   // how long they stopped the program
	Pause          []time.Duration // how long each of the last ones did, the newest first
	PauseEnd       []time.Time     // when it ended
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats in. PauseQuantiles, if it is not empty, gets the distribution of Pause: the first is the
// shortest, the last the longest, the others stand at even steps between.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	for i := 0; i < len(m.PauseNs) && i < int(m.NumGC); i++ {
		at := (int(m.NumGC) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	if len(stats.PauseQuantiles) == 0 {
		return
	}
	if len(stats.Pause) == 0 {
		clear(stats.PauseQuantiles)
		return
	}
	sorted := append([]time.Duration(nil), stats.Pause...)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i] < sorted[j] })
	last := len(stats.PauseQuantiles) - 1
	for i := 0; i < last; i++ {
		stats.PauseQuantiles[i] = sorted[len(sorted)*i/last]
	}
	stats.PauseQuantiles[last] = sorted[len(sorted)-1]
}
