// Lesson 26: a scheduler one can watch: tasks take turns, each until it yields, as goroutines do below the surface.
package main

import (
	"fmt"
	"strings"
)

type Task struct {
	name   string
	resume chan struct{} // "your turn"
	yield  chan bool     // "I stop here"; true: for good
}

type Scheduler struct {
	ready []*Task // in the order in which they will run
	log   map[string]string
	tick  int
}

func (s *Scheduler) Go(name string, work func(pause func())) {
	t := &Task{name, make(chan struct{}), make(chan bool)}
	s.ready = append(s.ready, t)
	s.log[name] = ""
	go func() {
		<-t.resume
		work(func() { t.yield <- false; <-t.resume })
		t.yield <- true
	}()
}

func (s *Scheduler) Run() {
	for len(s.ready) > 0 {
		t := s.ready[0]
		s.ready = s.ready[1:]
		t.resume <- struct{}{}
		done := <-t.yield // only one task runs at a time
		s.log[t.name] += strings.Repeat(" ", s.tick-len(s.log[t.name])) + "#"
		s.tick++
		if done {
			fmt.Println("tick", s.tick, "ended:", t.name)
		} else {
			s.ready = append(s.ready, t)
		}
	}
}

func main() {
	s := &Scheduler{log: map[string]string{}}
	for i, name := range []string{"ann", "bob", "cid"} {
		s.Go(name, func(pause func()) {
			for range 2 * (i + 1) {
				pause()
			}
			if name == "ann" { // tasks may start tasks
				s.Go("dan", func(pause func()) { pause() })
			}
		})
	}
	s.Run()
	for _, name := range []string{"ann", "bob", "cid", "dan"} {
		fmt.Printf("%s |%-*s|\n", name, s.tick, s.log[name])
	}
}
