// Package ring has lists that are closed to rings.
package ring

// Ring is an element of a ring, and stands for it; nil is the empty one, a zero Ring one of one element.
type Ring struct {
	next, prev *Ring
	Value      any
}

// closed gives a zero Ring its links.
func (r *Ring) closed() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New returns a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := new(Ring).closed()
	for ; n > 1; n-- {
		r := &Ring{next: first, prev: first.prev}
		first.prev.next = r
		first.prev = r
	}
	return first
}

// Next returns the element behind r, which must not be empty.
func (r *Ring) Next() *Ring { return r.closed().next }

// Prev returns the element before r, which must not be empty.
func (r *Ring) Prev() *Ring { return r.closed().prev }

// Move returns the element n places behind r (before it, if n is negative).
func (r *Ring) Move(n int) *Ring {
	r.closed()
	for ; n < 0; n++ {
		r = r.prev
	}
	for ; n > 0; n-- {
		r = r.next
	}
	return r
}

// Link makes s follow r and returns what followed r before. With both in one ring that cuts out what lies between them.
func (r *Ring) Link(s *Ring) *Ring {
	behind := r.Next()
	if s != nil {
		last := s.Prev()
		r.next, s.prev = s, r
		behind.prev, last.next = last, behind
	}
	return behind
}

// Unlink cuts out the n elements behind r.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len counts the elements.
func (r *Ring) Len() int {
	n := 0
	r.Do(func(any) { n++ })
	return n
}

// Do calls f with the value of each element, from r on.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for e := r.Next(); e != r; e = e.next {
		f(e.Value)
	}
}
