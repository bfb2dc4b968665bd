// Package rand makes pseudo-random numbers. With a seed they are the reference's; without one they differ from run to run.
// For secrets use crypto/rand.
package rand

import (
	"math"
	"sync"
)

// A Source yields uniformly distributed numbers of 63 bits. It is not for several goroutines at once.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 is a Source that yields 64 bits too.
type Source64 interface {
	Source
	Uint64() uint64
}

type lagged struct {
	tap, feed int
	state     [607]uint64
}

func (s *lagged) Seed(seed int64)
func (s *lagged) Uint64() uint64
func (s *lagged) Int63() int64

// NewSource returns a Source with that seed; it is a Source64 as well.
func NewSource(seed int64) Source {
	s := new(lagged)
	s.Seed(seed)
	return s
}

func random() uint64

// unseeded is the source of the functions of the package, for any number of goroutines.
type unseeded struct{}

func (unseeded) Seed(seed int64) { panic("internal error: call to unseeded.Seed") }
func (unseeded) Uint64() uint64  { return random() }
func (unseeded) Int63() int64    { return int64(random() & (1<<63 - 1)) }

// locked is the source of the functions of the package after Seed.
type locked struct {
	m sync.Mutex
	s lagged
}

func (l *locked) Seed(seed int64) {
	l.m.Lock()
	l.s.Seed(seed)
	l.m.Unlock()
}

func (l *locked) Uint64() uint64 {
	l.m.Lock()
	n := l.s.Uint64()
	l.m.Unlock()
	return n
}

func (l *locked) Int63() int64 {
	l.m.Lock()
	n := l.s.Int63()
	l.m.Unlock()
	return n
}

// A Rand makes random numbers from a Source.
type Rand struct {
	src  Source
	s64  Source64 // src, if it is one
	rest int64    // bytes that Read has not used yet
	left int8
}

// New returns a Rand that uses src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed sets the source to that seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.left = 0
}

// Int63 returns a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Int63() >> 31) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 returns a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.src.Int63() >> 32) }

// Int returns a number that is not negative.
func (r *Rand) Int() int { return int(uint(r.Int63())) }

// Int63n returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	max := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > max {
		v = r.Int63()
	}
	return v % n
}

// Int31n returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	max := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := int32(r.src.Int63() >> 32)
	for v > max {
		v = int32(r.src.Int63() >> 32)
	}
	return v % n
}

// below returns a number in [0, n) by a product of 64 bits (Lemire 2019).
func (r *Rand) below(n int32) int32 {
	p := uint64(r.Uint32()) * uint64(n)
	if uint32(p) < uint32(n) {
		least := uint32(-n) % uint32(n)
		for uint32(p) < least {
			p = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(p >> 32)
}

// Intn returns a number in [0, n). It panics if n <= 0.
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.src.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers below n in random order.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range m {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle brings n elements, exchanged by swap, into random order (Fisher and Yates). It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > 1<<31-2 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.below(int32(i+1))))
		}
	}
}

// Read fills p with random bytes. The error is always nil.
func (r *Rand) Read(p []byte) (n int, err error) {
	if l, ok := r.src.(*locked); ok {
		l.m.Lock()
		defer l.m.Unlock()
		return r.fill(p, &l.s)
	}
	return r.fill(p, r.src)
}

func (r *Rand) fill(p []byte, src Source) (int, error) {
	for i := range p {
		if r.left == 0 {
			r.rest = src.Int63()
			r.left = 7
		}
		p[i] = byte(r.rest)
		r.rest >>= 8
		r.left--
	}
	return len(p), nil
}

// strip is row i of the tables of the ziggurat method.
func strip(normal bool, i uint32) (k uint32, w float64, f, before float32)

// NormFloat64 returns a normally distributed number with mean 0 and standard deviation 1.
func (r *Rand) NormFloat64() float64 {
	const tail = 3.442619855899
	for {
		j := int32(r.Uint32())
		i := uint32(j & 127)
		k, w, f, before := strip(true, i)
		x := float64(j) * w
		size := uint32(j)
		if j < 0 {
			size = uint32(-j)
		}
		if size < k {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / tail)
				if y := -math.Log(r.Float64()); y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return tail + x
			}
			return -tail - x
		}
		if f+float32(r.Float64())*(before-f) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 returns an exponentially distributed number with rate 1.
func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		i := j & 255
		k, w, f, before := strip(false, i)
		x := float64(j) * w
		if j < k {
			return x
		}
		if i == 0 {
			return 7.69711747013104972 - math.Log(r.Float64())
		}
		if f+float32(r.Float64())*(before-f) < float32(math.Exp(-x)) {
			return x
		}
	}
}
