package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

func main() {
	for i := 0; i < 5; i++ {
		runtime.GC()
	}
	var s debug.GCStats
	s.PauseQuantiles = make([]time.Duration, 5)
	start := time.Now()
	debug.ReadGCStats(&s)
	fmt.Println(s.NumGC >= 5, int64(len(s.Pause)) == s.NumGC, len(s.PauseEnd) == len(s.Pause), s.PauseTotal > 0)
	sum := time.Duration(0)
	ok := true
	for i, p := range s.Pause {
		sum += p
		ok = ok && p > 0 && p >= s.PauseQuantiles[0] && p <= s.PauseQuantiles[4]
		if i > 0 {
			ok = ok && !s.PauseEnd[i].After(s.PauseEnd[i-1])
		}
	}
	fmt.Println(ok, sum <= s.PauseTotal, s.LastGC.Before(start.Add(time.Second)), s.LastGC.After(start.Add(-time.Minute)))
	fmt.Println(s.PauseQuantiles[0] <= s.PauseQuantiles[2] && s.PauseQuantiles[2] <= s.PauseQuantiles[4])
	var m runtime.MemStats
	for i := 0; i < 300; i++ {
		runtime.GC()
	}
	runtime.ReadMemStats(&m)
	ok = true
	for i := range m.PauseNs {
		ok = ok && m.PauseNs[i] > 0 && m.PauseEnd[i] > 0
	}
	fmt.Println(ok, m.NumGC >= 305, m.PauseEnd[(m.NumGC+255)%256] >= m.PauseEnd[(m.NumGC+254)%256])
	debug.ReadGCStats(&s)
	fmt.Println(len(s.Pause), len(s.PauseEnd))
}
