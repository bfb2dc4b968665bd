package runtime

// GC collects garbage, and returns when that is done.
func GC()

// MemProfileRate is how often allocations are profiled: there are no such profiles.
var MemProfileRate int = 512 * 1024

// A MemStats tells about memory. What the collector does not know of is 0.
type MemStats struct {
	Alloc         uint64 // bytes of objects on the heap
	TotalAlloc    uint64 // bytes allocated since the start
	Sys           uint64 // bytes got from the system
	Lookups       uint64
	Mallocs       uint64 // objects allocated
	Frees         uint64 // objects freed
	HeapAlloc     uint64 // as Alloc
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64 // Mallocs - Frees
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64 // nanoseconds since 1970
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// readStats fills the numbers in: live bytes, all bytes ever, from the system, objects ever, freed,
// collections, forced ones, nanoseconds of all stops, of the last one's time; and for each of the last
// collections how long it stopped the program and when it ended.
//
//go:noescape
func readStats(into *[9]uint64, pauses, ends *[256]uint64)

// ReadMemStats fills m in. It allocates nothing: what it counts is the program's.
func ReadMemStats(m *MemStats) {
	var n [9]uint64
	*m = MemStats{}
	readStats(&n, &m.PauseNs, &m.PauseEnd)
	m.Alloc, m.HeapAlloc, m.HeapInuse = n[0], n[0], n[0]
	m.TotalAlloc = n[1]
	m.Sys, m.HeapSys, m.HeapIdle = n[2], n[2], n[2]-n[0]
	m.Mallocs, m.Frees, m.HeapObjects = n[3], n[4], n[3]-n[4]
	m.NumGC, m.NumForcedGC = uint32(n[5]), uint32(n[6])
	m.PauseTotalNs, m.LastGC = n[7], n[8]
	m.EnableGC = true
}
