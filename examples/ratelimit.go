// Lesson 22: a rate limiter: a bucket of tokens, refilled at a steady pace.
package main

import (
	"fmt"
	"time"
)

type Limiter struct {
	tokens chan struct{}
	stop   chan struct{}
}

// NewLimiter lets `burst` calls through at once, then one each `every`.
func NewLimiter(burst int, every time.Duration) *Limiter {
	l := &Limiter{make(chan struct{}, burst), make(chan struct{})}
	for range burst {
		l.tokens <- struct{}{}
	}
	go func() {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				select {
				case l.tokens <- struct{}{}:
				default: // the bucket is full
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func (l *Limiter) Wait() { <-l.tokens }
func (l *Limiter) Stop() { close(l.stop) }

func (l *Limiter) Try() bool {
	select {
	case <-l.tokens:
		return true
	default:
		return false
	}
}

func main() {
	const every = 20 * time.Millisecond
	l := NewLimiter(3, every)
	defer l.Stop()
	start := time.Now()
	for i := 1; i <= 8; i++ { // 3 at once, then 5 at the pace of the refill
		l.Wait()
		fmt.Println("request", i)
	}
	fmt.Println("held back:", time.Since(start) >= 4*every)

	strict := NewLimiter(2, time.Hour)
	defer strict.Stop()
	fmt.Println(strict.Try(), strict.Try(), strict.Try())
}
