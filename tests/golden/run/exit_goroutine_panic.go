// exit: 2
package main

import "time"

func worker() { panic("in a goroutine") }

func main() {
	go worker()
	time.Sleep(5 * time.Second)
}
