package sync

// A WaitGroup waits for a number of goroutines to finish. The zero value waits for none.
type WaitGroup struct {
	noCopy  noCopy
	counter int32
	waiters uint32
	lock    uint32
	sema    uint32
}

// noCopy marks types that must not be copied after first use (go vet looks for it).
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// add gives 0, or what was wrong: 1 negative counter, 2 misuse.
func (wg *WaitGroup) add(delta int) int

// Add adds delta, which may be negative, to the counter. At zero all who wait go on; a negative counter panics.
func (wg *WaitGroup) Add(delta int) {
	if wg.add(delta) != 0 {
		panic("sync: negative WaitGroup counter")
	}
}

// Done subtracts one from the counter.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait()

// Go calls f in a new goroutine that the group waits for. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		normal := false
		defer func() {
			// A panicking f ends the program before Wait could return.
			if normal {
				wg.Done()
				return
			}
			if r := recover(); r != nil {
				panic(r)
			}
			wg.Done()
		}()
		f()
		normal = true
	}()
}
