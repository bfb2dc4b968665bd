// Corners of errors, sync, time and runtime.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

type myErr struct{ code int }

func (e myErr) Error() string   { return fmt.Sprint("my", e.code) }
func (e myErr) Is(t error) bool { return t == io.EOF }
func (e *wrap) Unwrap() []error { return e.list }
func (e *wrap) Error() string   { return "wrap" }
func (e *asErr) As(target any) bool {
	if p, ok := target.(*myErr); ok {
		*p = myErr{42}
		return true
	}
	return false
}
func (e *asErr) Error() string { return "as" }

type asErr struct{}
type wrap struct{ list []error }
type unc struct{ s []int }

func (unc) Error() string { return "unc" }

func try(n string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("%s: panic %v (%T)\n", n, e, e)
		}
	}()
	f()
}

func main() {
	e := &wrap{[]error{nil, myErr{1}, fmt.Errorf("x: %w", fs.ErrNotExist)}}
	fmt.Println(errors.Is(e, io.EOF), errors.Is(e, fs.ErrNotExist), errors.Is(e, os.ErrExist), errors.Is(nil, nil), errors.Is(nil, io.EOF), errors.Is(io.EOF, nil))
	var m myErr
	fmt.Println(errors.As(e, &m), m, errors.As(&asErr{}, &m), m)
	var pe *fs.PathError
	_, err := os.Open("/does/not/exist")
	fmt.Println(errors.As(err, &pe), pe, pe.Op, pe.Path, pe.Err, pe.Timeout(), pe.Unwrap() == pe.Err)
	fmt.Println(errors.Is(unc{}, unc{}), errors.Unwrap(e), errors.Unwrap(fmt.Errorf("a %w b %w", io.EOF, io.ErrNoProgress)))
	j := errors.Join(nil, io.EOF, nil, errors.New("b\nc"))
	fmt.Printf("%v|%q|%T|%v\n", j, j, j, errors.Join(nil, nil) == nil)
	w := fmt.Errorf("%w %d %w %v", io.EOF, 3, nil, "x")
	fmt.Printf("%v %T %v\n", w, w, errors.Is(w, io.EOF))
	w = fmt.Errorf("%w", "notanerror")
	fmt.Printf("%v %T\n", w, w)
	w = fmt.Errorf("%[2]w %[1]w", io.EOF, io.ErrClosedPipe)
	fmt.Printf("%v %T %v\n", w, w, w.(interface{ Unwrap() []error }).Unwrap())
	fmt.Printf("%w\n", io.EOF)

	// sync
	var once sync.Once
	try("once", func() { once.Do(func() { panic("p") }) })
	once.Do(func() { fmt.Println("never") })
	of := sync.OnceFunc(func() { panic(io.EOF) })
	try("oncefunc", of)
	try("oncefunc", of)
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryLock(), rw.TryRLock(), rw.RLocker() != nil)
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	var wg sync.WaitGroup
	wg.Go(func() { time.Sleep(time.Millisecond) })
	wg.Wait()
	p := sync.Pool{}
	fmt.Println(p.Get())
	p.New = func() any { return 7 }
	fmt.Println(p.Get())
	var sm sync.Map
	for i := 0; i < 5; i++ {
		sm.Store(i, i*i)
	}
	n := 0
	sm.Range(func(k, v any) bool { n += v.(int); sm.Delete(k); return true })
	fmt.Println(n)
	fmt.Println(sm.LoadOrStore(1, 2))
	fmt.Println(sm.LoadAndDelete(1))
	fmt.Println(sm.Swap(3, 4))
	fmt.Println(sm.CompareAndSwap(3, 4, 5), sm.CompareAndDelete(3, 4))
	sm.Clear()
	fmt.Println(sm.Load(3))
	c := sync.NewCond(&mu)
	ready := 0
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.L.Lock()
			defer c.L.Unlock()
			for ready == 0 {
				c.Wait()
			}
		}()
	}
	ready = 1
	mu.Unlock()
	c.Broadcast()
	c.Signal()
	wg.Wait()

	// timers
	fired := make(chan int, 10)
	t := time.AfterFunc(time.Millisecond, func() { fired <- 1 })
	<-fired
	fmt.Println(t.Stop(), t.Reset(time.Hour), t.Stop(), t.Stop())
	t2 := time.NewTimer(time.Hour)
	fmt.Println(t2.Reset(time.Millisecond))
	<-t2.C
	fmt.Println(t2.Stop(), t2.Reset(0))
	<-t2.C
	t2.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(t2.Stop(), len(t2.C))
	select {
	case <-t2.C:
		fmt.Println("stale")
	default:
		fmt.Println("no stale value")
	}
	tk := time.NewTicker(time.Millisecond)
	<-tk.C
	tk.Reset(2 * time.Millisecond)
	<-tk.C
	tk.Stop()
	try("tick0", func() { tk.Reset(0) })
	fmt.Println(time.Tick(-1) == nil)
	try("nilloc", func() { time.Now().In(nil) })
	try("nilloc", func() { time.Date(1, 1, 1, 1, 1, 1, 1, nil) })
	d := time.Duration(1<<63 - 1)
	fmt.Println(d, -d-1, (-d - 1).Abs(), time.Duration(0), time.Duration(999), time.Duration(1500))

	// runtime
	func() {
		defer func() {
			r := recover()
			re, ok := r.(runtime.Error)
			fmt.Println(ok, re)
			_, isErr := r.(error)
			fmt.Println(isErr)
		}()
		var a []int
		_ = a[len(os.Args)+4]
	}()
	f := runtime.FuncForPC(func() uintptr { pc, _, _, _ := runtime.Caller(1); return pc }())
	fmt.Println(f.Name())
	fmt.Println(runtime.NumGoroutine() >= 1, len(debug.Stack()) > 10, debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	fmt.Println(debug.SetMemoryLimit(-1) > 1<<60, debug.SetMaxStack(1<<20) > 1<<20)
	var buf [64]byte
	fmt.Println(runtime.Stack(buf[:0], false), runtime.Stack(buf[:10], false), string(buf[:9]))
}
