// A loop without calls does not stop other goroutines, even on one processor.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	runtime.GOMAXPROCS(1)
	stop := false
	go func() {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("other goroutine runs")
		stop = true
	}()
	n := 0
	for !stop {
		n++
	}
	fmt.Println(n > 0)
}
