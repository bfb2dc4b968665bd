package rand

import "sync/atomic"

// seeded is what the functions of the package use after Seed; it holds a *Rand.
var seeded atomic.Value

var unseededRand = &Rand{src: unseeded{}, s64: unseeded{}}

func global() *Rand {
	if r, ok := seeded.Load().(*Rand); ok {
		return r
	}
	return unseededRand
}

// Seed gives the functions of the package a seed: their numbers are then the same in each run.
//
// Deprecated: use New(NewSource(seed)).
func Seed(seed int64) {
	l := &locked{}
	l.s.Seed(seed)
	seeded.Store(&Rand{src: l, s64: l})
}

// Shuffle is Rand.Shuffle of the package's source.
func Shuffle(n int, swap func(i, j int)) { global().Shuffle(n, swap) }

// Read is Rand.Read of the package's source.
//
// Deprecated: use crypto/rand.Read.
func Read(p []byte) (n int, err error) { return global().Read(p) }

// Int63 is Rand.Int63 of the package's source.
func Int63() int64 { return global().Int63() }

// Uint32 is Rand.Uint32 of the package's source.
func Uint32() uint32 { return global().Uint32() }

// Uint64 is Rand.Uint64 of the package's source.
func Uint64() uint64 { return global().Uint64() }

// Int31 is Rand.Int31 of the package's source.
func Int31() int32 { return global().Int31() }

// Int is Rand.Int of the package's source.
func Int() int { return global().Int() }

// Int63n is Rand.Int63n of the package's source.
func Int63n(n int64) int64 { return global().Int63n(n) }

// Int31n is Rand.Int31n of the package's source.
func Int31n(n int32) int32 { return global().Int31n(n) }

// Intn is Rand.Intn of the package's source.
func Intn(n int) int { return global().Intn(n) }

// Float64 is Rand.Float64 of the package's source.
func Float64() float64 { return global().Float64() }

// Float32 is Rand.Float32 of the package's source.
func Float32() float32 { return global().Float32() }

// Perm is Rand.Perm of the package's source.
func Perm(n int) []int { return global().Perm(n) }

// NormFloat64 is Rand.NormFloat64 of the package's source.
func NormFloat64() float64 { return global().NormFloat64() }

// ExpFloat64 is Rand.ExpFloat64 of the package's source.
func ExpFloat64() float64 { return global().ExpFloat64() }
