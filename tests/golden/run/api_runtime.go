// Every exported name of runtime, runtime/debug, sync, sync/atomic, sort, with its type; the constants' values are printed. Made by tools/gen_api.go.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sort"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

var (
	_ func()                                                      = runtime.Breakpoint
	_ func(skip int) (pc uintptr, file string, line int, ok bool) = runtime.Caller
	_ func(skip int, pc []uintptr) int                            = runtime.Callers
	_ func(callers []uintptr) *runtime.Frames                     = runtime.CallersFrames
	_ *interface {
		RuntimeError()
		error
	} = (*interface {
		RuntimeError()
		error
	})((*runtime.Error)(nil))
	_ runtime.Frame
	_ func(runtime.Frame) uintptr       = func(x runtime.Frame) uintptr { return x.PC }
	_ func(runtime.Frame) *runtime.Func = func(x runtime.Frame) *runtime.Func { return x.Func }
	_ func(runtime.Frame) string        = func(x runtime.Frame) string { return x.Function }
	_ func(runtime.Frame) string        = func(x runtime.Frame) string { return x.File }
	_ func(runtime.Frame) int           = func(x runtime.Frame) int { return x.Line }
	_ func(runtime.Frame) uintptr       = func(x runtime.Frame) uintptr { return x.Entry }
	_ runtime.Frames
	_ func(*runtime.Frames) (frame runtime.Frame, more bool) = (*runtime.Frames).Next
	_ runtime.Func
	_ func(*runtime.Func) string                                = (*runtime.Func).Name
	_ func(*runtime.Func) uintptr                               = (*runtime.Func).Entry
	_ func(_ *runtime.Func, pc uintptr) (file string, line int) = (*runtime.Func).FileLine
	_ func(pc uintptr) *runtime.Func                            = runtime.FuncForPC
	_ func()                                                    = runtime.GC
	_ func(n int) int                                           = runtime.GOMAXPROCS
	_ func() string                                             = runtime.GOROOT
	_ func()                                                    = runtime.Goexit
	_ func()                                                    = runtime.Gosched
	_ func(x any)                                               = runtime.KeepAlive
	_ func()                                                    = runtime.LockOSThread
	_ int                                                       = runtime.MemProfileRate
	_ runtime.MemStats
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.Alloc }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.TotalAlloc }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.Sys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.Lookups }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.Mallocs }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.Frees }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapAlloc }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapIdle }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapInuse }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapReleased }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.HeapObjects }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.StackInuse }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.StackSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.MSpanInuse }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.MSpanSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.MCacheInuse }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.MCacheSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.BuckHashSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.GCSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.OtherSys }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.NextGC }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.LastGC }
	_ func(runtime.MemStats) uint64      = func(x runtime.MemStats) uint64 { return x.PauseTotalNs }
	_ func(runtime.MemStats) [256]uint64 = func(x runtime.MemStats) [256]uint64 { return x.PauseNs }
	_ func(runtime.MemStats) [256]uint64 = func(x runtime.MemStats) [256]uint64 { return x.PauseEnd }
	_ func(runtime.MemStats) uint32      = func(x runtime.MemStats) uint32 { return x.NumGC }
	_ func(runtime.MemStats) uint32      = func(x runtime.MemStats) uint32 { return x.NumForcedGC }
	_ func(runtime.MemStats) float64     = func(x runtime.MemStats) float64 { return x.GCCPUFraction }
	_ func(runtime.MemStats) bool        = func(x runtime.MemStats) bool { return x.EnableGC }
	_ func(runtime.MemStats) bool        = func(x runtime.MemStats) bool { return x.DebugGC }
	_ func(runtime.MemStats) [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	} = func(x runtime.MemStats) [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	} { return x.BySize }
	_ func() int   = runtime.NumCPU
	_ func() int64 = runtime.NumCgoCall
	_ func() int   = runtime.NumGoroutine
	_ runtime.PanicNilError
	_ func(*runtime.PanicNilError) string = (*runtime.PanicNilError).Error
	_ func(*runtime.PanicNilError)        = (*runtime.PanicNilError).RuntimeError
	_ func(m *runtime.MemStats)           = runtime.ReadMemStats
	_ func(obj any, finalizer any)        = runtime.SetFinalizer
	_ func(buf []byte, all bool) int      = runtime.Stack
	_ runtime.TypeAssertionError
	_ func(*runtime.TypeAssertionError)        = (*runtime.TypeAssertionError).RuntimeError
	_ func(*runtime.TypeAssertionError) string = (*runtime.TypeAssertionError).Error
	_ func()                                   = runtime.UnlockOSThread
	_ func() string                            = runtime.Version
	_ func()                                   = debug.FreeOSMemory
	_ debug.GCStats
	_ func(debug.GCStats) time.Time       = func(x debug.GCStats) time.Time { return x.LastGC }
	_ func(debug.GCStats) int64           = func(x debug.GCStats) int64 { return x.NumGC }
	_ func(debug.GCStats) time.Duration   = func(x debug.GCStats) time.Duration { return x.PauseTotal }
	_ func(debug.GCStats) []time.Duration = func(x debug.GCStats) []time.Duration { return x.Pause }
	_ func(debug.GCStats) []time.Time     = func(x debug.GCStats) []time.Time { return x.PauseEnd }
	_ func(debug.GCStats) []time.Duration = func(x debug.GCStats) []time.Duration { return x.PauseQuantiles }
	_ func()                              = debug.PrintStack
	_ func(stats *debug.GCStats)          = debug.ReadGCStats
	_ func(percent int) int               = debug.SetGCPercent
	_ func(bytes int) int                 = debug.SetMaxStack
	_ func(limit int64) int64             = debug.SetMemoryLimit
	_ func() []byte                       = debug.Stack
	_ sync.Cond
	_ func(sync.Cond) sync.Locker = func(x sync.Cond) sync.Locker { return x.L }
	_ func(*sync.Cond)            = (*sync.Cond).Wait
	_ func(*sync.Cond)            = (*sync.Cond).Signal
	_ func(*sync.Cond)            = (*sync.Cond).Broadcast
	_ *interface {
		Lock()
		Unlock()
	} = (*interface {
		Lock()
		Unlock()
	})((*sync.Locker)(nil))
	_ sync.Map
	_ func(_ *sync.Map, key any) (value any, ok bool)                   = (*sync.Map).Load
	_ func(_ *sync.Map, key any, value any)                             = (*sync.Map).Store
	_ func(*sync.Map)                                                   = (*sync.Map).Clear
	_ func(_ *sync.Map, key any, value any) (actual any, loaded bool)   = (*sync.Map).LoadOrStore
	_ func(_ *sync.Map, key any) (value any, loaded bool)               = (*sync.Map).LoadAndDelete
	_ func(_ *sync.Map, key any)                                        = (*sync.Map).Delete
	_ func(_ *sync.Map, key any, value any) (previous any, loaded bool) = (*sync.Map).Swap
	_ func(_ *sync.Map, key any, old any, new any) (swapped bool)       = (*sync.Map).CompareAndSwap
	_ func(_ *sync.Map, key any, old any) (deleted bool)                = (*sync.Map).CompareAndDelete
	_ func(_ *sync.Map, f func(key any, value any) bool)                = (*sync.Map).Range
	_ sync.Mutex
	_ func(*sync.Mutex)              = (*sync.Mutex).Lock
	_ func(*sync.Mutex) bool         = (*sync.Mutex).TryLock
	_ func(*sync.Mutex)              = (*sync.Mutex).Unlock
	_ func(l sync.Locker) *sync.Cond = sync.NewCond
	_ sync.Once
	_ func(_ *sync.Once, f func()) = (*sync.Once).Do
	_ func(f func()) func()        = sync.OnceFunc
	_ sync.Pool
	_ func(sync.Pool) func() any = func(x sync.Pool) func() any { return x.New }
	_ func(_ *sync.Pool, x any)  = (*sync.Pool).Put
	_ func(*sync.Pool) any       = (*sync.Pool).Get
	_ sync.RWMutex
	_ func(*sync.RWMutex)             = (*sync.RWMutex).RLock
	_ func(*sync.RWMutex) bool        = (*sync.RWMutex).TryRLock
	_ func(*sync.RWMutex)             = (*sync.RWMutex).RUnlock
	_ func(*sync.RWMutex)             = (*sync.RWMutex).Lock
	_ func(*sync.RWMutex) bool        = (*sync.RWMutex).TryLock
	_ func(*sync.RWMutex)             = (*sync.RWMutex).Unlock
	_ func(*sync.RWMutex) sync.Locker = (*sync.RWMutex).RLocker
	_ sync.WaitGroup
	_ func(_ *sync.WaitGroup, delta int)               = (*sync.WaitGroup).Add
	_ func(*sync.WaitGroup)                            = (*sync.WaitGroup).Done
	_ func(*sync.WaitGroup)                            = (*sync.WaitGroup).Wait
	_ func(_ *sync.WaitGroup, f func())                = (*sync.WaitGroup).Go
	_ func(addr *int32, delta int32) (new int32)       = atomic.AddInt32
	_ func(addr *int64, delta int64) (new int64)       = atomic.AddInt64
	_ func(addr *uint32, delta uint32) (new uint32)    = atomic.AddUint32
	_ func(addr *uint64, delta uint64) (new uint64)    = atomic.AddUint64
	_ func(addr *uintptr, delta uintptr) (new uintptr) = atomic.AddUintptr
	_ func(addr *int32, mask int32) (old int32)        = atomic.AndInt32
	_ func(addr *int64, mask int64) (old int64)        = atomic.AndInt64
	_ func(addr *uint32, mask uint32) (old uint32)     = atomic.AndUint32
	_ func(addr *uint64, mask uint64) (old uint64)     = atomic.AndUint64
	_ func(addr *uintptr, mask uintptr) (old uintptr)  = atomic.AndUintptr
	_ atomic.Bool
	_ func(*atomic.Bool) bool                                                           = (*atomic.Bool).Load
	_ func(_ *atomic.Bool, val bool)                                                    = (*atomic.Bool).Store
	_ func(_ *atomic.Bool, new bool) (old bool)                                         = (*atomic.Bool).Swap
	_ func(_ *atomic.Bool, old bool, new bool) (swapped bool)                           = (*atomic.Bool).CompareAndSwap
	_ func(addr *int32, old int32, new int32) (swapped bool)                            = atomic.CompareAndSwapInt32
	_ func(addr *int64, old int64, new int64) (swapped bool)                            = atomic.CompareAndSwapInt64
	_ func(addr *unsafe.Pointer, old unsafe.Pointer, new unsafe.Pointer) (swapped bool) = atomic.CompareAndSwapPointer
	_ func(addr *uint32, old uint32, new uint32) (swapped bool)                         = atomic.CompareAndSwapUint32
	_ func(addr *uint64, old uint64, new uint64) (swapped bool)                         = atomic.CompareAndSwapUint64
	_ func(addr *uintptr, old uintptr, new uintptr) (swapped bool)                      = atomic.CompareAndSwapUintptr
	_ atomic.Int32
	_ func(*atomic.Int32) int32                                  = (*atomic.Int32).Load
	_ func(_ *atomic.Int32, val int32)                           = (*atomic.Int32).Store
	_ func(_ *atomic.Int32, new int32) (old int32)               = (*atomic.Int32).Swap
	_ func(_ *atomic.Int32, old int32, new int32) (swapped bool) = (*atomic.Int32).CompareAndSwap
	_ func(_ *atomic.Int32, delta int32) (new int32)             = (*atomic.Int32).Add
	_ func(_ *atomic.Int32, mask int32) (old int32)              = (*atomic.Int32).And
	_ func(_ *atomic.Int32, mask int32) (old int32)              = (*atomic.Int32).Or
	_ atomic.Int64
	_ func(*atomic.Int64) int64                                           = (*atomic.Int64).Load
	_ func(_ *atomic.Int64, val int64)                                    = (*atomic.Int64).Store
	_ func(_ *atomic.Int64, new int64) (old int64)                        = (*atomic.Int64).Swap
	_ func(_ *atomic.Int64, old int64, new int64) (swapped bool)          = (*atomic.Int64).CompareAndSwap
	_ func(_ *atomic.Int64, delta int64) (new int64)                      = (*atomic.Int64).Add
	_ func(_ *atomic.Int64, mask int64) (old int64)                       = (*atomic.Int64).And
	_ func(_ *atomic.Int64, mask int64) (old int64)                       = (*atomic.Int64).Or
	_ func(addr *int32) (val int32)                                       = atomic.LoadInt32
	_ func(addr *int64) (val int64)                                       = atomic.LoadInt64
	_ func(addr *unsafe.Pointer) (val unsafe.Pointer)                     = atomic.LoadPointer
	_ func(addr *uint32) (val uint32)                                     = atomic.LoadUint32
	_ func(addr *uint64) (val uint64)                                     = atomic.LoadUint64
	_ func(addr *uintptr) (val uintptr)                                   = atomic.LoadUintptr
	_ func(addr *int32, mask int32) (old int32)                           = atomic.OrInt32
	_ func(addr *int64, mask int64) (old int64)                           = atomic.OrInt64
	_ func(addr *uint32, mask uint32) (old uint32)                        = atomic.OrUint32
	_ func(addr *uint64, mask uint64) (old uint64)                        = atomic.OrUint64
	_ func(addr *uintptr, mask uintptr) (old uintptr)                     = atomic.OrUintptr
	_ func(addr *int32, val int32)                                        = atomic.StoreInt32
	_ func(addr *int64, val int64)                                        = atomic.StoreInt64
	_ func(addr *unsafe.Pointer, val unsafe.Pointer)                      = atomic.StorePointer
	_ func(addr *uint32, val uint32)                                      = atomic.StoreUint32
	_ func(addr *uint64, val uint64)                                      = atomic.StoreUint64
	_ func(addr *uintptr, val uintptr)                                    = atomic.StoreUintptr
	_ func(addr *int32, new int32) (old int32)                            = atomic.SwapInt32
	_ func(addr *int64, new int64) (old int64)                            = atomic.SwapInt64
	_ func(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) = atomic.SwapPointer
	_ func(addr *uint32, new uint32) (old uint32)                         = atomic.SwapUint32
	_ func(addr *uint64, new uint64) (old uint64)                         = atomic.SwapUint64
	_ func(addr *uintptr, new uintptr) (old uintptr)                      = atomic.SwapUintptr
	_ atomic.Uint32
	_ func(*atomic.Uint32) uint32                                   = (*atomic.Uint32).Load
	_ func(_ *atomic.Uint32, val uint32)                            = (*atomic.Uint32).Store
	_ func(_ *atomic.Uint32, new uint32) (old uint32)               = (*atomic.Uint32).Swap
	_ func(_ *atomic.Uint32, old uint32, new uint32) (swapped bool) = (*atomic.Uint32).CompareAndSwap
	_ func(_ *atomic.Uint32, delta uint32) (new uint32)             = (*atomic.Uint32).Add
	_ func(_ *atomic.Uint32, mask uint32) (old uint32)              = (*atomic.Uint32).And
	_ func(_ *atomic.Uint32, mask uint32) (old uint32)              = (*atomic.Uint32).Or
	_ atomic.Uint64
	_ func(*atomic.Uint64) uint64                                   = (*atomic.Uint64).Load
	_ func(_ *atomic.Uint64, val uint64)                            = (*atomic.Uint64).Store
	_ func(_ *atomic.Uint64, new uint64) (old uint64)               = (*atomic.Uint64).Swap
	_ func(_ *atomic.Uint64, old uint64, new uint64) (swapped bool) = (*atomic.Uint64).CompareAndSwap
	_ func(_ *atomic.Uint64, delta uint64) (new uint64)             = (*atomic.Uint64).Add
	_ func(_ *atomic.Uint64, mask uint64) (old uint64)              = (*atomic.Uint64).And
	_ func(_ *atomic.Uint64, mask uint64) (old uint64)              = (*atomic.Uint64).Or
	_ atomic.Uintptr
	_ func(*atomic.Uintptr) uintptr                                    = (*atomic.Uintptr).Load
	_ func(_ *atomic.Uintptr, val uintptr)                             = (*atomic.Uintptr).Store
	_ func(_ *atomic.Uintptr, new uintptr) (old uintptr)               = (*atomic.Uintptr).Swap
	_ func(_ *atomic.Uintptr, old uintptr, new uintptr) (swapped bool) = (*atomic.Uintptr).CompareAndSwap
	_ func(_ *atomic.Uintptr, delta uintptr) (new uintptr)             = (*atomic.Uintptr).Add
	_ func(_ *atomic.Uintptr, mask uintptr) (old uintptr)              = (*atomic.Uintptr).And
	_ func(_ *atomic.Uintptr, mask uintptr) (old uintptr)              = (*atomic.Uintptr).Or
	_ atomic.Value
	_ func(*atomic.Value) (val any)                          = (*atomic.Value).Load
	_ func(_ *atomic.Value, val any)                         = (*atomic.Value).Store
	_ func(_ *atomic.Value, new any) (old any)               = (*atomic.Value).Swap
	_ func(_ *atomic.Value, old any, new any) (swapped bool) = (*atomic.Value).CompareAndSwap
	_ func(n int, cmp func(int) int) (i int, found bool)     = sort.Find
	_ *[]float64                                             = (*[]float64)((*sort.Float64Slice)(nil))
	_ func(_ sort.Float64Slice, x float64) int               = sort.Float64Slice.Search
	_ func(sort.Float64Slice) int                            = sort.Float64Slice.Len
	_ func(_ sort.Float64Slice, i int, j int) bool           = sort.Float64Slice.Less
	_ func(_ sort.Float64Slice, i int, j int)                = sort.Float64Slice.Swap
	_ func(sort.Float64Slice)                                = sort.Float64Slice.Sort
	_ func(x []float64)                                      = sort.Float64s
	_ func(x []float64) bool                                 = sort.Float64sAreSorted
	_ *[]int                                                 = (*[]int)((*sort.IntSlice)(nil))
	_ func(_ sort.IntSlice, x int) int                       = sort.IntSlice.Search
	_ func(sort.IntSlice) int                                = sort.IntSlice.Len
	_ func(_ sort.IntSlice, i int, j int) bool               = sort.IntSlice.Less
	_ func(_ sort.IntSlice, i int, j int)                    = sort.IntSlice.Swap
	_ func(sort.IntSlice)                                    = sort.IntSlice.Sort
	_ *interface {
		Len() int
		Less(i int, j int) bool
		Swap(i int, j int)
	} = (*interface {
		Len() int
		Less(i int, j int) bool
		Swap(i int, j int)
	})((*sort.Interface)(nil))
	_ func(x []int)                                  = sort.Ints
	_ func(x []int) bool                             = sort.IntsAreSorted
	_ func(data sort.Interface) bool                 = sort.IsSorted
	_ func(data sort.Interface) sort.Interface       = sort.Reverse
	_ func(n int, f func(int) bool) int              = sort.Search
	_ func(a []float64, x float64) int               = sort.SearchFloat64s
	_ func(a []int, x int) int                       = sort.SearchInts
	_ func(a []string, x string) int                 = sort.SearchStrings
	_ func(x any, less func(i int, j int) bool)      = sort.Slice
	_ func(x any, less func(i int, j int) bool) bool = sort.SliceIsSorted
	_ func(x any, less func(i int, j int) bool)      = sort.SliceStable
	_ func(data sort.Interface)                      = sort.Sort
	_ func(data sort.Interface)                      = sort.Stable
	_ *[]string                                      = (*[]string)((*sort.StringSlice)(nil))
	_ func(_ sort.StringSlice, x string) int         = sort.StringSlice.Search
	_ func(sort.StringSlice) int                     = sort.StringSlice.Len
	_ func(_ sort.StringSlice, i int, j int) bool    = sort.StringSlice.Less
	_ func(_ sort.StringSlice, i int, j int)         = sort.StringSlice.Swap
	_ func(sort.StringSlice)                         = sort.StringSlice.Sort
	_ func(x []string)                               = sort.Strings
	_ func(x []string) bool                          = sort.StringsAreSorted
)

func main() {
	fmt.Println("runtime.Compiler", runtime.Compiler)
	fmt.Println("runtime.GOARCH", runtime.GOARCH)
	fmt.Println("runtime.GOOS", runtime.GOOS)
	fmt.Println("all there")
}
