// Readers and writers in turn, with nothing else to do: no wake-up may be lost between them, or all sleep in the end.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	var mu sync.Mutex
	var wg sync.WaitGroup
	var writes, others int
	for w := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 300000 {
				if (i+w)&3 == 0 {
					rw.Lock()
					writes++
					rw.Unlock()
				} else {
					rw.RLock()
					_ = writes
					rw.RUnlock()
				}
				mu.Lock()
				others++
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(writes, others)
}
