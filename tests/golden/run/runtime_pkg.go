// Package runtime: the call stack, goroutines, finalizers, memory.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

type object struct{ a [4]int }

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

func frames() {
	pcs := make([]uintptr, 10)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	for {
		f, more := frames.Next()
		fmt.Println(f.Function, f.Line > 0)
		if !more || f.Function == "main.main" {
			break
		}
	}
}

type T struct{}

func (T) method()     { fmt.Println(where()); frames() }
func (*T) pointered() { frames() }

func main() {
	fmt.Println(where())
	func() { frames() }()
	T{}.method()
	(&T{}).pointered()
	fmt.Println(runtime.Caller(100))
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler, strings.HasPrefix(runtime.Version(), "go1.27"))
	fmt.Println(runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0, runtime.NumGoroutine())
	old := runtime.GOMAXPROCS(1)
	fmt.Println(runtime.GOMAXPROCS(old))

	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	before := m.NumForcedGC
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println(m.NumForcedGC > before, m.Alloc > 0, m.TotalAlloc >= m.Alloc, m.Mallocs >= m.Frees)

	finalized := make(chan bool, 100)
	func() {
		for i := 0; i < 100; i++ {
			runtime.SetFinalizer(&object{}, func(o *object) int { finalized <- true; return 1 })
		}
		kept := &object{}
		runtime.SetFinalizer(kept, func(o *object) { finalized <- false })
		runtime.SetFinalizer(kept, nil)
	}()
	for i := 0; i < 100 && len(finalized) < 50; i++ {
		runtime.GC()
		time.Sleep(2 * time.Millisecond)
	}
	fmt.Println(len(finalized) >= 50)

	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("deferred")
		runtime.LockOSThread()
		runtime.UnlockOSThread()
		runtime.Goexit()
	}()
	<-done
	turn := make(chan int, 1)
	go func() { turn <- 1 }()
	for i := 0; i < 1000 && len(turn) == 0; i++ {
		runtime.Gosched()
	}
	fmt.Println(<-turn)
	fmt.Println(strings.HasPrefix(string(debug.Stack()), "goroutine 1 [running]:\n"))
	var e runtime.Error
	func() {
		defer func() { e = recover().(runtime.Error) }()
		var none []int
		_ = none[len(none)]
	}()
	fmt.Println(e)
	runtime.KeepAlive(e)
}
