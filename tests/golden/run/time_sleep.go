// Sleeping goroutines wake in the order of their times; timers and tickers.
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int, 3)
	time.Sleep(time.Until(time.Now()) + time.Millisecond) // what is called is compiled then
	start := time.Now()
	for _, ms := range []int{300, 100, 200} {
		go func() {
			time.Sleep(time.Until(start.Add(time.Duration(ms) * time.Millisecond)))
			ch <- ms
		}()
	}
	fmt.Println(<-ch, <-ch, <-ch)
	d := time.Since(start)
	fmt.Println(d >= 290*time.Millisecond, d < 2*time.Second)
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	tick := time.NewTicker(5 * time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Stop()
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { done <- true })
	<-done
	fmt.Println(1500*time.Millisecond, time.Duration(0), 90*time.Minute+30*time.Second, time.Duration(1), 2*time.Microsecond+500)
	fmt.Println((36 * time.Hour).Hours(), time.Second.Milliseconds(), time.Duration(1999)*time.Millisecond/time.Second, (1700 * time.Millisecond).Round(time.Second), (1700 * time.Millisecond).Truncate(time.Second))
	x, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(x, err, x.Seconds())
	_, err = time.ParseDuration("nope")
	fmt.Println(err)
}
