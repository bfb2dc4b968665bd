// A timer's value is the instant at which it was due, however late it is received; zones GMT±n in parsed text.
package main

import (
	"fmt"
	"time"
)

func main() {
	const due, late = 10 * time.Millisecond, 200 * time.Millisecond
	start := time.Now()
	in := func(t time.Time) bool { d := t.Sub(start); return d >= due && d < late-due }
	c := time.After(due)
	ticker := time.NewTicker(due)
	timer := time.NewTimer(due)
	time.Sleep(late)
	fmt.Println(in(<-c), in(<-ticker.C))
	select {
	case t := <-timer.C:
		fmt.Println(in(t), in(t.Round(0)), len(timer.C), cap(timer.C))
	default:
		fmt.Println("nothing")
	}
	time.Local = time.UTC
	for _, zone := range []string{"GMT-8", "GMT+3", "GMT", "GMT+24", "GMT-08", "+03", "-0330", "+0000", "WIB", "EST"} {
		t, err := time.Parse("15:04 MST", "05:00 "+zone)
		fmt.Println(zone, t, err)
	}
}
