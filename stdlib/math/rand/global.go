package rand

import (
	"sync/atomic"
	"syscall"
)

// seeded is what the functions of the package use after Seed; it holds a *Rand.
var seeded atomic.Value

var unseededRand = &Rand{src: unseeded{}, s64: unseeded{}}

func global() *Rand {
	if r, ok := seeded.Load().(*Rand); ok {
		return r
	}
	return unseededRand
}

// Seed gives the functions of the package a seed, their numbers being then the same in each run, if the environment's
// GODEBUG holds randseednop=0; else it does nothing.
//
// Deprecated: use New(NewSource(seed)).
func Seed(seed int64) {
	if !seedWorks() {
		return
	}
	l := &locked{}
	l.s.Seed(seed)
	seeded.Store(&Rand{src: l, s64: l})
}

// seedWorks looks for the last randseednop among the settings.
func seedWorks() bool {
	const setting = "randseednop="
	value := ""
	debug, _ := syscall.Getenv("GODEBUG")
	for from, i := 0, 0; i <= len(debug); i++ {
		if i < len(debug) && debug[i] != ',' {
			continue
		}
		if word := debug[from:i]; len(word) >= len(setting) && word[:len(setting)] == setting {
			value = word[len(setting):]
		}
		from = i + 1
	}
	return value == "0"
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
