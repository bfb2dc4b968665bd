// ReadMemStats and function values without captures allocate nothing; constants in interfaces neither.
package main

import (
	"fmt"
	"runtime"
)

type St string

func newfunc() func(int) int { return func(x int) int { return x } }

func boxed(i int) any {
	switch i {
	case 0:
		return 123456
	case 1:
		return "constant"
	case 2:
		return St("named")
	case 3:
		return 2.5
	case 4:
		return 1 + 2i
	}
	return int64(-1 << 40)
}

var sink any

func mallocs(f func()) uint64 {
	m := new(runtime.MemStats)
	runtime.ReadMemStats(m)
	n := m.Mallocs
	f()
	runtime.ReadMemStats(m)
	return m.Mallocs - n
}

func main() {
	work := func() {
		x, y := newfunc(), newfunc()
		x(1)
		y(2)
		for i := range 600 {
			sink = boxed(i % 6)
		}
	}
	work()
	fmt.Println(mallocs(func() {}) == 0, mallocs(work) < 10, sink)
}
