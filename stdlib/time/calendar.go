package time

// A Month is a month of the year: January is 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// A Weekday is a day of the week: Sunday is 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

func monthName(m Month) string {
	switch m {
	case January:
		return "January"
	case February:
		return "February"
	case March:
		return "March"
	case April:
		return "April"
	case May:
		return "May"
	case June:
		return "June"
	case July:
		return "July"
	case August:
		return "August"
	case September:
		return "September"
	case October:
		return "October"
	case November:
		return "November"
	case December:
		return "December"
	}
	return ""
}

func dayName(d Weekday) string {
	switch d {
	case Sunday:
		return "Sunday"
	case Monday:
		return "Monday"
	case Tuesday:
		return "Tuesday"
	case Wednesday:
		return "Wednesday"
	case Thursday:
		return "Thursday"
	case Friday:
		return "Friday"
	case Saturday:
		return "Saturday"
	}
	return ""
}

// String returns the English name of the month.
func (m Month) String() string {
	if s := monthName(m); s != "" {
		return s
	}
	return "%!Month(" + decimal(int(m)) + ")"
}

// String returns the English name of the day.
func (d Weekday) String() string {
	if s := dayName(d); s != "" {
		return s
	}
	return "%!Weekday(" + decimal(int(d)) + ")"
}

// decimal shows n as an unsigned 64-bit number, as names out of range are shown.
func decimal(n int) string {
	var buf [32]byte
	return string(buf[integer(&buf, len(buf), uint64(n)):])
}

// Days are counted from January 1 of year 1 (day 0). Years are counted from March, so that a leap day ends a year, and in
// cycles of 400 years (146,097 days): Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

const daysPer400Years = 365*400 + 97

// dayOf returns the day of a date whose month is 1 to 12; the day of the month may be anything.
func dayOf(year int64, month Month, day int64) int64 {
	if month <= 2 {
		year--
	}
	cycle := floorDiv(year, 400)
	y := year - cycle*400
	m := (int64(month) + 9) % 12
	return cycle*daysPer400Years + y*365 + y/4 - y/100 + (153*m+2)/5 + day - 1 - 306
}

// dateOf is the inverse of dayOf; yday is 1 on January 1.
func dateOf(days int64) (year int64, month Month, day int, yday int) {
	days += 306
	cycle := floorDiv(days, daysPer400Years)
	d := days - cycle*daysPer400Years
	y := (d - d/1460 + d/36524 - d/146096) / 365
	d -= 365*y + y/4 - y/100 // day of the year that begins in March
	m := (5*d + 2) / 153
	day = int(d-(153*m+2)/5) + 1
	year = cycle*400 + y
	month = Month(m + 3)
	if m >= 10 {
		month = Month(m - 9)
		year++
		yday = int(d) - 306 + 1
	} else {
		yday = int(d) + 31 + 28 + 1
		if isLeap(year) {
			yday++
		}
	}
	return
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int64) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

// localSec is the count of seconds since year 1 on the clocks of t's location.
func (t Time) localSec() int64 {
	s := t.sec()
	if l := t.Location(); l != &utcLoc {
		_, offset, _, _, _ := l.lookup(s - secondsTo1970)
		s += int64(offset)
	}
	return s
}

func (t Time) local() (days, second int64) {
	s := t.localSec()
	days = floorDiv(s, secondsPerDay)
	return days, s - days*secondsPerDay
}

// Date returns the year, month and day of t.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := t.local()
	y, m, d, _ := dateOf(days)
	return int(y), m, d
}

// Year returns the year of t.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

// Month returns the month of t.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day returns the day of the month of t.
func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// YearDay returns the day of the year: 1 to 366.
func (t Time) YearDay() int {
	days, _ := t.local()
	_, _, _, yday := dateOf(days)
	return yday
}

func weekdayOf(days int64) Weekday {
	w := (days + 1) % 7 // January 1 of year 1 is a Monday
	if w < 0 {
		w += 7
	}
	return Weekday(w)
}

// Weekday returns the day of the week of t.
func (t Time) Weekday() Weekday {
	days, _ := t.local()
	return weekdayOf(days)
}

// ISOWeek returns the ISO 8601 year and week number of t: week 1 holds the year's first Thursday.
func (t Time) ISOWeek() (year, week int) {
	days, _ := t.local()
	thursday := days + 3 - (int64(weekdayOf(days))+6)%7
	y, _, _, yday := dateOf(thursday)
	return int(y), (yday-1)/7 + 1
}

// Clock returns the hour, minute and second of t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := t.local()
	return int(s / secondsPerHour), int(s % secondsPerHour / 60), int(s % 60)
}

// Hour returns the hour of t: 0 to 23.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

// Minute returns the minute of t: 0 to 59.
func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

// Second returns the second of t: 0 to 59.
func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

// Nanosecond returns the nanoseconds within the second of t.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// carry moves what is outside 0 .. base-1 of lo into hi.
func carry(hi, lo, base int) (int, int) {
	q := int(floorDiv(int64(lo), int64(base)))
	return hi + q, lo - q*base
}

// Date returns the instant of that date and clock in loc, which must not be nil. Values outside their ranges are carried over:
// October 32 is November 1. Where a zone's change skips or repeats the clock, one of the two zones around it is taken.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = carry(year, m, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	abs := dayOf(int64(year), Month(m+1), int64(day))*secondsPerDay + int64(hour*secondsPerHour+min*60+sec)
	unix := abs - secondsTo1970
	if loc != &utcLoc {
		// The offset depends on the instant looked for: guess it from the clock read as UTC, then look again.
		_, offset, start, end, _ := loc.lookup(unix)
		if offset != 0 {
			utc := unix - int64(offset)
			if utc < start || utc >= end {
				_, offset, _, _, _ = loc.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := unixTime(unix, int32(nsec))
	t.setLoc(loc)
	return t
}

// AddDate returns t moved by years, months and days on the calendar, normalised as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}
