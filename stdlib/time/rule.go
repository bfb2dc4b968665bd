package time

// Rules in the form of POSIX's TZ variable, which say how a location goes on behind the last change in its file:
// std offset [dst [offset] [,start[/time],end[/time]]].

// ruleDate is a day on which the clocks change, and when on that day.
type ruleDate struct {
	kind             byte // 'J' day without leap days from 1, 'D' day of the year from 0, 'M' weekday of a week of a month
	month, week, day int
	second           int
}

type ruleText struct {
	s  string
	ok bool
}

func (r *ruleText) peek() byte {
	if r.s == "" {
		return 0
	}
	return r.s[0]
}

func (r *ruleText) skip(c byte) bool {
	if r.peek() == c && r.s != "" {
		r.s = r.s[1:]
		return true
	}
	return false
}

func (r *ruleText) name() string {
	if r.skip('<') {
		for i := 0; i < len(r.s); i++ {
			if r.s[i] == '>' {
				n := r.s[:i]
				r.s = r.s[i+1:]
				return n
			}
		}
		r.ok = false
		return ""
	}
	i := 0
	for i < len(r.s) && (r.s[i] >= 'a' && r.s[i] <= 'z' || r.s[i] >= 'A' && r.s[i] <= 'Z') {
		i++
	}
	if i < 3 {
		r.ok = false
	}
	n := r.s[:i]
	r.s = r.s[i:]
	return n
}

func (r *ruleText) number(max int) int {
	n, i := 0, 0
	for i < len(r.s) && r.s[i] >= '0' && r.s[i] <= '9' && n <= max {
		n = n*10 + int(r.s[i]-'0')
		i++
	}
	if i == 0 || n > max {
		r.ok = false
	}
	r.s = r.s[i:]
	return n
}

// clock reads [+-]hh[:mm[:ss]] in seconds.
func (r *ruleText) clock() int {
	neg := false
	if r.skip('-') {
		neg = true
	} else {
		r.skip('+')
	}
	s := r.number(24*7) * secondsPerHour
	if r.skip(':') {
		s += r.number(59) * 60
		if r.skip(':') {
			s += r.number(59)
		}
	}
	if neg {
		return -s
	}
	return s
}

func (r *ruleText) date() (d ruleDate) {
	switch {
	case r.skip('J'):
		d.kind, d.day = 'J', r.number(365)
	case r.skip('M'):
		d.kind, d.month = 'M', r.number(12)
		r.ok = r.skip('.') && r.ok
		d.week = r.number(5)
		r.ok = r.skip('.') && r.ok
		d.day = r.number(6)
	default:
		d.kind, d.day = 'D', r.number(365)
	}
	d.second = 2 * secondsPerHour
	if r.skip('/') {
		d.second = r.clock()
	}
	return d
}

// inYear returns the second of the year, in the zone before the change, at which the change happens.
func (d *ruleDate) inYear(year int64) int64 {
	var day int64
	switch d.kind {
	case 'J':
		day = int64(d.day) - 1
		if isLeap(year) && d.day >= 60 {
			day++
		}
	case 'D':
		day = int64(d.day)
	default:
		first := dayOf(year, Month(d.month), 1)
		date := 1 + (d.day-int(weekdayOf(first))+7)%7 + (d.week-1)*7
		for date > daysIn(Month(d.month), year) {
			date -= 7
		}
		day = first + int64(date) - 1 - dayOf(year, January, 1)
	}
	return day*secondsPerDay + int64(d.second)
}

// ruleLookup is what holds at sec by the rule, for instants after `last`, the last change known.
func ruleLookup(rule string, sec, last int64) (name string, offset int, start, end int64, dst, ok bool) {
	r := ruleText{rule, true}
	stdName := r.name()
	stdOffset := -r.clock()
	if !r.ok {
		return
	}
	if r.s == "" || r.s[0] == ',' {
		return stdName, stdOffset, last, omega, false, true
	}
	dstName := r.name()
	dstOffset := stdOffset + secondsPerHour
	if r.s != "" && r.s[0] != ',' {
		dstOffset = -r.clock()
	}
	if r.s == "" {
		r.s = ",M3.2.0,M11.1.0"
	}
	r.ok = r.skip(',') && r.ok
	from := r.date()
	r.ok = r.skip(',') && r.ok
	to := r.date()
	if !r.ok || r.s != "" {
		return
	}
	year, _, _, _ := dateOf(floorDiv(sec+secondsTo1970, secondsPerDay))
	yearStart := func(y int64) int64 { return dayOf(y, January, 1)*secondsPerDay - secondsTo1970 }
	dstStart := func(y int64) int64 { return yearStart(y) + from.inYear(y) - int64(stdOffset) }
	dstEnd := func(y int64) int64 { return yearStart(y) + to.inYear(y) - int64(dstOffset) }
	a, b := dstStart(year), dstEnd(year)
	first, second := a, b
	firstDST := true
	if b < a {
		first, second, firstDST = b, a, false
	}
	pick := func(isDST bool, s, e int64) (string, int, int64, int64, bool, bool) {
		if isDST {
			return dstName, dstOffset, s, e, true, true
		}
		return stdName, stdOffset, s, e, false, true
	}
	// The bounds shown are those within the year, which is how the reference has it.
	switch {
	case sec < first:
		return pick(!firstDST, yearStart(year), first)
	case sec < second:
		return pick(firstDST, first, second)
	}
	return pick(!firstDST, second, yearStart(year)+365*secondsPerDay)
}
