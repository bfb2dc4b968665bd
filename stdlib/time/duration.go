// Package time measures and shows time, and waits for it.
package time

// A Duration is the time between two instants in nanoseconds: about 290 years at most.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String shows d as "72h3m0.5s". Less than a second is shown in ms, µs or ns; zero is 0s.
func (d Duration) String() string {
	var buf [32]byte
	at := d.digits(&buf)
	return string(buf[at:])
}

// digits writes the text into the end of buf and returns where it begins.
func (d Duration) digits(buf *[32]byte) int {
	at := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	at--
	buf[at] = 's'
	if u < uint64(Second) {
		decimals := 0
		switch {
		case u == 0:
			at--
			buf[at] = '0'
			return at
		case u < uint64(Microsecond):
			at--
			buf[at] = 'n'
		case u < uint64(Millisecond):
			decimals = 3
			at -= 2
			copy(buf[at:], "µ")
		default:
			decimals = 6
			at--
			buf[at] = 'm'
		}
		at, u = fraction(buf, at, u, decimals)
		at = integer(buf, at, u)
	} else {
		at, u = fraction(buf, at, u, 9)
		at = integer(buf, at, u%60)
		if u /= 60; u > 0 {
			at--
			buf[at] = 'm'
			at = integer(buf, at, u%60)
			if u /= 60; u > 0 {
				at--
				buf[at] = 'h'
				at = integer(buf, at, u)
			}
		}
	}
	if d < 0 {
		at--
		buf[at] = '-'
	}
	return at
}

// fraction writes v / 10^decimals behind the point, without trailing zeros, before `at`; the rest of v comes back.
func fraction(buf *[32]byte, at int, v uint64, decimals int) (int, uint64) {
	shown := false
	for i := 0; i < decimals; i++ {
		digit := byte(v % 10)
		shown = shown || digit != 0
		if shown {
			at--
			buf[at] = '0' + digit
		}
		v /= 10
	}
	if shown {
		at--
		buf[at] = '.'
	}
	return at, v
}

func integer(buf *[32]byte, at int, v uint64) int {
	for {
		at--
		buf[at] = '0' + byte(v%10)
		if v /= 10; v == 0 {
			return at
		}
	}
}

// Nanoseconds returns d as a count of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d as a count of whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d as a count of whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Seconds returns d in seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns d in minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns d in hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

// Truncate rounds d toward zero to a multiple of m; m <= 0 gives d.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halfway away from zero. What cannot be represented becomes the largest or
// smallest Duration; m <= 0 gives d.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if r = -r; uint64(r)+uint64(r) < uint64(m) {
			return d + r
		}
		if low := d - m + r; low < d {
			return low
		}
		return minDuration
	}
	if uint64(r)+uint64(r) < uint64(m) {
		return d - r
	}
	if high := d + m - r; high > d {
		return high
	}
	return maxDuration
}

// Abs returns the absolute value; that of the smallest Duration is the largest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}
