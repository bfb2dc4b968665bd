// Lesson 19: time: timeouts, tickers, and giving up in time.
package main

import (
	"errors"
	"fmt"
	"time"
)

var errTimeout = errors.New("gave up waiting")

// within runs f, and does not wait for it longer than limit.
func within(limit time.Duration, f func() string) (string, error) {
	answer := make(chan string, 1) // room for the answer that nobody waits for any more
	go func() { answer <- f() }()
	select {
	case s := <-answer:
		return s, nil
	case <-time.After(limit):
		return "", errTimeout
	}
}

func main() {
	quick := func() string { return "quick answer" }
	slow := func() string { time.Sleep(2 * time.Second); return "slow answer" }
	fmt.Println(within(time.Second, quick))
	fmt.Println(within(20*time.Millisecond, slow))

	start := time.Now()
	ticker := time.NewTicker(5 * time.Millisecond)
	for i := 1; i <= 3; i++ {
		<-ticker.C
		fmt.Println("tick", i)
	}
	ticker.Stop()
	fmt.Println("at least 15 ms:", time.Since(start) >= 15*time.Millisecond)

	// A timer that is stopped never fires.
	fired := make(chan bool, 1)
	t := time.AfterFunc(time.Hour, func() { fired <- true })
	fmt.Println("stopped in time:", t.Stop())
	fmt.Println(90*time.Minute, (1500 * time.Millisecond).Seconds())
}
