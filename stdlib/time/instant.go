package time

// A Time is an instant with nanosecond precision and a location that says how to show it. The zero Time is
// January 1, year 1, 00:00:00 UTC.
//
// Two forms. With a monotonic clock (as Now makes it, the location is Local): wall = 1<<63 | seconds since 1885 << 30 |
// nanoseconds, ext = monotonic clock. Without: wall = nanoseconds, ext = seconds since year 1. loc nil: UTC, but of an
// instant with a monotonic clock Local (the runtime's timers make such).
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	nsecShift    = 30

	secondsPerMinute = 60
	secondsPerHour   = 60 * secondsPerMinute
	secondsPerDay    = 24 * secondsPerHour

	// Seconds from January 1 of year 1 to those of 1885 and 1970.
	secondsTo1885 int64 = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay
	secondsTo1970 int64 = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
	minWallSecond       = secondsTo1885
	maxWallSecond       = secondsTo1885 + 1<<33 - 1
)

func now() (wall uint64, mono int64)
func mono() int64

// Now returns the current local time.
func Now() Time {
	wall, m := now()
	return Time{wall, m, Local}
}

// Since returns the time that has passed since t.
func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return difference(mono(), t.ext)
	}
	return Now().Sub(t)
}

// Until returns the time left until t.
func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return difference(t.ext, mono())
	}
	return t.Sub(Now())
}

// difference is a - b, kept within the range of Duration.
func difference(a, b int64) Duration {
	d := Duration(a - b)
	switch {
	case a > b && d < 0:
		return maxDuration
	case a < b && d > 0:
		return minDuration
	}
	return d
}

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

// sec is the count of seconds since year 1.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return secondsTo1885 + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - secondsTo1970 }

// addSec moves t by d seconds and drops the monotonic form when the wall clock leaves its range.
func (t *Time) addSec(d int64) {
	if t.wall&hasMonotonic != 0 {
		s := t.sec() + d
		if minWallSecond <= s && s <= maxWallSecond {
			t.wall = t.wall&nsecMask | uint64(s-secondsTo1885)<<nsecShift | hasMonotonic
			return
		}
		t.stripMono()
	}
	sum := t.ext + d
	if (sum > t.ext) == (d > 0) {
		t.ext = sum
	} else if d > 0 {
		t.ext = 1<<63 - 1
	} else {
		t.ext = -(1<<63 - 1)
	}
}

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		if t.loc == nil {
			t.loc = Local
		}
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) setLoc(loc *Location) {
	t.stripMono()
	if loc == &utcLoc {
		loc = nil
	}
	t.loc = loc
}

// IsZero tells whether t is the zero instant.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After tells whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before tells whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal tells whether t and u are the same instant, whatever their locations.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1, 0 or +1 as t is before, at or after u.
func (t Time) Compare(u Time) int {
	var a, b int64
	if t.wall&u.wall&hasMonotonic != 0 {
		a, b = t.ext, u.ext
	} else {
		a, b = t.sec(), u.sec()
		if a == b {
			a, b = int64(t.nsec()), int64(u.nsec())
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Add returns t + d.
func (t Time) Add(d Duration) Time {
	seconds := int64(d / 1e9)
	nsec := t.nsec() + int32(d%1e9)
	if nsec >= 1e9 {
		seconds++
		nsec -= 1e9
	} else if nsec < 0 {
		seconds--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	t.addSec(seconds)
	if t.wall&hasMonotonic != 0 {
		m := t.ext + int64(d)
		if d < 0 && m > t.ext || d > 0 && m < t.ext {
			t.stripMono()
		} else {
			t.ext = m
		}
	}
	return t
}

// Sub returns t - u, or the largest or smallest Duration if that is too far.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		return difference(t.ext, u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// UTC returns t with the location UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

// Local returns t with the local location.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns t with the location loc, which must not be nil.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location returns the location of t.
func (t Time) Location() *Location {
	if t.loc == nil {
		if t.wall&hasMonotonic != 0 {
			return Local
		}
		return UTC
	}
	return t.loc
}

// Zone returns the abbreviation and the offset east of UTC, in seconds, in effect at t.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.Location().lookup(t.unixSec())
	return
}

// ZoneBounds returns when the zone in effect at t begins and ends; zero Times where it has no bounds.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.Location().lookup(t.unixSec())
	if from != alpha {
		start = unixTime(from, 0)
		start.setLoc(t.Location())
	}
	if to != omega {
		end = unixTime(to, 0)
		end.setLoc(t.Location())
	}
	return
}

// IsDST tells whether daylight saving time is in effect at t.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.Location().lookup(t.unixSec())
	return dst
}

// Unix returns t as seconds since January 1, 1970 UTC.
func (t Time) Unix() int64 { return t.unixSec() }

// UnixMilli returns t as milliseconds since January 1, 1970 UTC.
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }

// UnixMicro returns t as microseconds since January 1, 1970 UTC.
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }

// UnixNano returns t as nanoseconds since January 1, 1970 UTC.
func (t Time) UnixNano() int64 { return t.unixSec()*1e9 + int64(t.nsec()) }

func unixTime(sec int64, nsec int32) Time {
	return Time{uint64(nsec), sec + secondsTo1970, Local}
}

// Unix returns the local time that is sec seconds and nsec nanoseconds after January 1, 1970 UTC.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return unixTime(sec, int32(nsec))
}

// UnixMilli returns the local time msec milliseconds after January 1, 1970 UTC.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro returns the local time usec microseconds after January 1, 1970 UTC.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// Truncate rounds t down to a multiple of d since the zero time; d <= 0 only drops the monotonic clock.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.since0(d))
}

// Round rounds t to the nearest multiple of d since the zero time, halfway up; d <= 0 only drops the monotonic clock.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.since0(d)
	if uint64(r)+uint64(r) < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// since0 is the time since the zero time modulo d.
func (t Time) since0(d Duration) Duration {
	sec, nsec := t.sec(), uint64(t.nsec())
	neg := sec < 0
	s := uint64(sec)
	if neg {
		s = -s
		if nsec != 0 {
			nsec = 1e9 - nsec
			s--
		}
	}
	// s * 1e9 + nsec has up to 94 bits: take it modulo d in two steps.
	r := mulMod(s, 1e9, uint64(d))
	r = addMod(r, nsec%uint64(d), uint64(d))
	if neg && r != 0 {
		r = uint64(d) - r
	}
	return Duration(r)
}

func addMod(a, b, m uint64) uint64 {
	if a >= m-b {
		return a - (m - b)
	}
	return a + b
}

func mulMod(a, b, m uint64) uint64 {
	r := uint64(0)
	for a %= m; b > 0; b >>= 1 {
		if b&1 != 0 {
			r = addMod(r, a, m)
		}
		a = addMod(a, a, m)
	}
	return r
}
