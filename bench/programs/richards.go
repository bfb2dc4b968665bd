// An operating system's scheduler: interfaces, linked packets, state in structs. size: rounds; default: 60; interp: 12
package main

import (
	"fmt"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

const (
	idIdle = iota
	idWorker
	idHandlerA
	idHandlerB
	idDeviceA
	idDeviceB
	tasks
)

const (
	kindDevice = iota
	kindWork
)

const dataSize = 4

type packet struct {
	link *packet
	id   int
	kind int
	a1   int
	a2   [dataSize]int
}

func (p *packet) addTo(queue *packet) *packet {
	p.link = nil
	if queue == nil {
		return p
	}
	last := queue
	for last.link != nil {
		last = last.link
	}
	last.link = p
	return queue
}

type task interface {
	run(s *scheduler, p *packet) *tcb
}

const (
	stateRunning   = 0
	stateRunnable  = 1
	stateSuspended = 2
	stateHeld      = 4
)

type tcb struct {
	link  *tcb
	id    int
	pri   int
	queue *packet
	state int
	task  task
}

func (t *tcb) heldOrSuspended() bool {
	return t.state&stateHeld != 0 || t.state == stateSuspended
}

func (t *tcb) run(s *scheduler) *tcb {
	var p *packet
	if t.state == stateSuspended|stateRunnable {
		p = t.queue
		t.queue = p.link
		if t.queue == nil {
			t.state = stateRunning
		} else {
			t.state = stateRunnable
		}
	}
	return t.task.run(s, p)
}

func (t *tcb) checkPriorityAdd(other *tcb, p *packet) *tcb {
	if t.queue == nil {
		t.queue = p
		t.state |= stateRunnable
		if t.pri > other.pri {
			return t
		}
	} else {
		t.queue = p.addTo(t.queue)
	}
	return other
}

type scheduler struct {
	queued, held int
	blocks       [tasks]*tcb
	list         *tcb
	current      *tcb
	currentID    int
}

func (s *scheduler) add(id, pri int, queue *packet, state int, t task) {
	b := &tcb{link: s.list, id: id, pri: pri, queue: queue, state: state, task: t}
	s.list = b
	s.blocks[id] = b
}

func (s *scheduler) schedule() {
	s.current = s.list
	for s.current != nil {
		if s.current.heldOrSuspended() {
			s.current = s.current.link
		} else {
			s.currentID = s.current.id
			s.current = s.current.run(s)
		}
	}
}

func (s *scheduler) release(id int) *tcb {
	t := s.blocks[id]
	if t == nil {
		return t
	}
	t.state &^= stateHeld
	if t.pri > s.current.pri {
		return t
	}
	return s.current
}

func (s *scheduler) holdCurrent() *tcb {
	s.held++
	s.current.state |= stateHeld
	return s.current.link
}

func (s *scheduler) suspendCurrent() *tcb {
	s.current.state |= stateSuspended
	return s.current
}

func (s *scheduler) queue(p *packet) *tcb {
	t := s.blocks[p.id]
	if t == nil {
		return t
	}
	s.queued++
	p.link = nil
	p.id = s.currentID
	return t.checkPriorityAdd(s.current, p)
}

type idleTask struct{ v1, count int }

func (t *idleTask) run(s *scheduler, p *packet) *tcb {
	t.count--
	if t.count == 0 {
		return s.holdCurrent()
	}
	if t.v1&1 == 0 {
		t.v1 >>= 1
		return s.release(idDeviceA)
	}
	t.v1 = t.v1>>1 ^ 0xD008
	return s.release(idDeviceB)
}

type deviceTask struct{ v1 *packet }

func (t *deviceTask) run(s *scheduler, p *packet) *tcb {
	if p == nil {
		if t.v1 == nil {
			return s.suspendCurrent()
		}
		v := t.v1
		t.v1 = nil
		return s.queue(v)
	}
	t.v1 = p
	return s.holdCurrent()
}

type workerTask struct{ v1, v2 int }

func (t *workerTask) run(s *scheduler, p *packet) *tcb {
	if p == nil {
		return s.suspendCurrent()
	}
	if t.v1 == idHandlerA {
		t.v1 = idHandlerB
	} else {
		t.v1 = idHandlerA
	}
	p.id = t.v1
	p.a1 = 0
	for i := range p.a2 {
		t.v2++
		if t.v2 > 26 {
			t.v2 = 1
		}
		p.a2[i] = t.v2
	}
	return s.queue(p)
}

type handlerTask struct{ v1, v2 *packet }

func (t *handlerTask) run(s *scheduler, p *packet) *tcb {
	if p != nil {
		if p.kind == kindWork {
			t.v1 = p.addTo(t.v1)
		} else {
			t.v2 = p.addTo(t.v2)
		}
	}
	if t.v1 != nil {
		count := t.v1.a1
		if count < dataSize {
			if t.v2 != nil {
				v := t.v2
				t.v2 = v.link
				v.a1 = t.v1.a2[count]
				t.v1.a1 = count + 1
				return s.queue(v)
			}
		} else {
			v := t.v1
			t.v1 = v.link
			return s.queue(v)
		}
	}
	return s.suspendCurrent()
}

func main() {
	n := size(60)
	queued, held := 0, 0
	for i := 0; i < n; i++ {
		s := &scheduler{}
		s.add(idIdle, 0, nil, stateRunning, &idleTask{1, 10000})
		q := &packet{id: idWorker, kind: kindWork}
		q = &packet{link: q, id: idWorker, kind: kindWork}
		s.add(idWorker, 1000, q, stateSuspended|stateRunnable, &workerTask{idHandlerA, 0})
		q = nil
		for j := 0; j < 3; j++ {
			q = &packet{link: q, id: idDeviceA, kind: kindDevice}
		}
		s.add(idHandlerA, 2000, q, stateSuspended|stateRunnable, &handlerTask{})
		q = nil
		for j := 0; j < 3; j++ {
			q = &packet{link: q, id: idDeviceB, kind: kindDevice}
		}
		s.add(idHandlerB, 3000, q, stateSuspended|stateRunnable, &handlerTask{})
		s.add(idDeviceA, 4000, nil, stateSuspended, &deviceTask{})
		s.add(idDeviceB, 5000, nil, stateSuspended, &deviceTask{})
		s.schedule()
		queued += s.queued
		held += s.held
	}
	fmt.Println(queued, held)
}
