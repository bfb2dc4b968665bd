package time

// Sleep lets the goroutine wait for at least d.
func Sleep(d Duration)

// handle is the runtime's timer.
type handle struct{ opaque [1]byte }

func newChanTimer(c chan Time) *handle
func newFuncTimer(f func()) *handle

// startTimer (re)starts t: due in d, then every period (0: once). It tells whether t was running.
func startTimer(t *handle, d, period Duration) bool
func stopTimer(t *handle) bool

// A Timer is one event in the future: the time is sent on C, or the function of AfterFunc is called.
type Timer struct {
	C <-chan Time
	h *handle
}

// NewTimer makes a Timer that sends the time on its channel after at least d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, h: newChanTimer(c)}
	startTimer(t.h, d, 0)
	return t
}

// AfterFunc calls f in its own goroutine after at least d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{h: newFuncTimer(f)}
	startTimer(t.h, d, 0)
	return t
}

// Stop keeps the Timer from firing. It tells whether that was still to come.
func (t *Timer) Stop() bool {
	if t.h == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t.h)
}

// Reset makes the Timer fire after d. It tells whether it was still to fire. No value of before is received afterwards.
func (t *Timer) Reset(d Duration) bool {
	if t.h == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return startTimer(t.h, d, 0)
}

// After returns a channel on which the time is sent after at least d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker sends the time on C again and again. Ticks that nobody is ready for are dropped.
type Ticker struct {
	C <-chan Time
	h *handle
}

// NewTicker makes a Ticker with period d > 0.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, h: newChanTimer(c)}
	startTimer(t.h, d, d)
	return t
}

// Stop ends the ticking; C is not closed.
func (t *Ticker) Stop() {
	if t.h != nil {
		stopTimer(t.h)
	}
}

// Reset stops the Ticker and gives it the period d > 0.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.h == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	startTimer(t.h, d, d)
}

// Tick is NewTicker's channel; nil if d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
