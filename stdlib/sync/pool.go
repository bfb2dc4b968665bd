package sync

// A Pool keeps objects for reuse. What is in it may vanish at any time: objects not used for two collections are dropped.
type Pool struct {
	noCopy noCopy
	m      Mutex
	fresh  []any // put since the collection `cycle`
	old    []any // put before it
	cycle  uint64

	// New makes an object when the pool has none; without it Get returns nil.
	New func() any
}

// collections counts the collections so far.
func collections() uint64

func (p *Pool) age() {
	if now := collections(); now != p.cycle {
		if now-p.cycle > 1 {
			p.fresh = nil
		}
		p.old, p.fresh, p.cycle = p.fresh, nil, now
	}
}

// Put adds x to the pool. nil is dropped.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	p.age()
	p.fresh = append(p.fresh, x)
	p.m.Unlock()
}

// Get removes an object from the pool and returns it, or a new one from New, or nil.
func (p *Pool) Get() (x any) {
	p.m.Lock()
	if len(p.fresh) != 0 || len(p.old) != 0 {
		p.age()
	}
	if n := len(p.fresh); n > 0 {
		x, p.fresh[n-1] = p.fresh[n-1], nil
		p.fresh = p.fresh[:n-1]
	} else if n := len(p.old); n > 0 {
		x, p.old[n-1] = p.old[n-1], nil
		p.old = p.old[:n-1]
	}
	p.m.Unlock()
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}
