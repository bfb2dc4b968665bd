package time

import "errors"

// A ParseError says what of a text did not fit the layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error returns the words of the error.
func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

const hexDigits = "0123456789abcdef"

// quote shows s within quotation marks, unusual bytes as \x..
func quote(s string) string {
	b := []byte{'"'}
	for i, c := range s {
		if c == '"' || c == '\\' {
			b = append(b, '\\', byte(c))
		} else if c >= ' ' && c < 0x7f {
			b = append(b, byte(c))
		} else {
			width := len(string(c))
			if c == 0xfffd && !startsWith(s[i:], "\ufffd") {
				width = 1
			}
			for j := i; j < i+width; j++ {
				b = append(b, '\\', 'x', hexDigits[s[j]>>4], hexDigits[s[j]&15])
			}
		}
	}
	return string(append(b, '"'))
}

var errBad = errors.New("bad value for field")

// Parse reads a text as the layout shows the reference time. What is missing is zero, or one; without a zone it is UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse with loc in place of UTC and Local; loc must not be nil.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// number reads up to two digits, two of them if fixed.
func number(s string, fixed bool) (int, string, error) {
	if !isDigitAt(s, 0) {
		return 0, s, errBad
	}
	if !isDigitAt(s, 1) {
		if fixed {
			return 0, s, errBad
		}
		return int(s[0] - '0'), s[1:], nil
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), s[2:], nil
}

func number3(s string, fixed bool) (int, string, error) {
	n, i := 0, 0
	for ; i < 3 && isDigitAt(s, i); i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == 0 || fixed && i != 3 {
		return 0, s, errBad
	}
	return n, s[i:], nil
}

// digits reads the whole of s as a decimal number; nothing is 0.
func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if !isDigitAt(s, i) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// signed is digits with an optional sign before them.
func signed(s string) (n int, ok bool) {
	if s != "" && s[0] == '-' {
		n, ok = digits(s[1:])
		return -n, ok
	}
	if s != "" && s[0] == '+' {
		s = s[1:]
	}
	return digits(s)
}

// lookName finds which name s begins with, whatever the case; short: the first three letters of it.
func lookName(name func(i int) string, from, to int, s string, short bool) (int, string, error) {
	for i := from; i <= to; i++ {
		n := name(i)
		if short {
			n = n[:3]
		}
		if len(s) >= len(n) && sameFolded(s[:len(n)], n) {
			return i, s[len(n):], nil
		}
	}
	return -1, s, errBad
}

func sameFolded(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && (a[i]|0x20 != b[i]|0x20 || a[i]|0x20 < 'a' || a[i]|0x20 > 'z') {
			return false
		}
	}
	return true
}

func monthAt(i int) string { return monthName(Month(i)) }
func dayAt(i int) string   { return dayName(Weekday(i)) }

func isSeparator(c byte) bool { return c == '.' || c == ',' }

// fractionOf reads a separator and n-1 digits as nanoseconds.
func fractionOf(s string, n int) (nsec int, outOfRange string, err error) {
	if !isSeparator(s[0]) {
		return 0, "", errBad
	}
	if n > 10 {
		s = s[:10]
		n = 10
	}
	nsec, ok := signed(s[1:n])
	if !ok {
		return 0, "", errBad
	}
	if nsec < 0 {
		return 0, "fractional second", nil
	}
	for i := n; i < 10; i++ {
		nsec *= 10
	}
	return nsec, "", nil
}

// skipText removes prefix from value; a blank in it stands for any number of them.
func skipText(value, prefix string) (string, error) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, errBad
			}
			prefix = trimBlanks(prefix)
			value = trimBlanks(value)
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, errBad
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, nil
}

func trimBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// abbreviation returns how many bytes of s are a zone's abbreviation.
func abbreviation(s string) (n int, ok bool) {
	if len(s) < 3 {
		return 0, false
	}
	if startsWith(s, "ChST") || startsWith(s, "MeST") {
		return 4, true
	}
	if startsWith(s, "GMT") {
		return 3 + signedHours(s[3:]), true
	}
	if s[0] == '+' || s[0] == '-' {
		n = signedHours(s)
		return n, n > 0
	}
	for n < 6 && n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	switch n {
	case 5:
		return 5, s[4] == 'T'
	case 4:
		return 4, s[3] == 'T' || startsWith(s, "WITA")
	case 3:
		return 3, true
	}
	return 0, false
}

// signedHours returns how many bytes of s are a sign and an hour below 24.
func signedHours(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, hours := 1, 0
	for n < len(s) && isDigitAt(s, n) && hours <= 23 {
		hours = hours*10 + int(s[n]-'0')
		n++
	}
	if n == 1 || hours > 23 {
		return 0
	}
	return n
}

// offsetOf reads a zone's offset in the form of e.
func offsetOf(e element, value string) (offset int, rest string, err error) {
	form := (e - elemISOTZ) % 5
	length := [5]int{5, 7, 3, 6, 9}[form]
	if len(value) < length {
		return 0, value, errBad
	}
	s := value[:length]
	h, m, sec := s[1:3], "00", "00"
	switch form {
	case 0:
		m = s[3:5]
	case 1:
		m, sec = s[3:5], s[5:7]
	case 3, 4:
		if s[3] != ':' || form == 4 && s[6] != ':' {
			return 0, value, errBad
		}
		m = s[4:6]
		if form == 4 {
			sec = s[7:9]
		}
	}
	hours, ok1 := digits(h)
	minutes, ok2 := digits(m)
	seconds, ok3 := digits(sec)
	switch { // a part out of range is named even if another is no number
	case ok1 && hours > 24:
		return 0, value, errors.New("time zone offset hour")
	case ok1 && ok2 && minutes > 60:
		return 0, value, errors.New("time zone offset minute")
	case ok1 && ok2 && ok3 && seconds > 60:
		return 0, value, errors.New("time zone offset second")
	case !ok1 || !ok2 || !ok3:
		return 0, value, errBad
	}
	offset = (hours*60+minutes)*60 + seconds
	switch s[0] {
	case '+':
	case '-':
		offset = -offset
	default:
		return 0, value, errBad
	}
	return offset, value[length:], nil
}

// fields is what parse has read so far.
type fields struct {
	year, month, day, yday int
	hour, min, sec, nsec   int
	pm, pmSet              bool
	loc                    *Location
	offset                 int
	zone                   string
}

// readRFC3339 reads the common form of RFC 3339; not ok: parse must look again, and tell what is wrong. zulu: the zone is Z.
func readRFC3339(value string) (unix int64, nsec, offset int, zulu, ok bool)

func parse(layout, value string, defaultLoc, local *Location) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if unix, nsec, offset, zulu, ok := readRFC3339(value); ok {
			t := unixTime(unix, int32(nsec))
			if zulu {
				t.setLoc(UTC)
			} else {
				t.setOffset(offset, "", local)
			}
			return t, nil
		}
	}
	wholeLayout, wholeValue := layout, value
	f := fields{month: -1, day: -1, yday: -1, offset: -1}
	for {
		prefix, e, suffix, fraction, _ := nextElement(layout)
		elem := layout[len(prefix) : len(layout)-len(suffix)]
		rest, err := skipText(value, prefix)
		if err != nil {
			return Time{}, &ParseError{wholeLayout, wholeValue, prefix, rest, ""}
		}
		value = rest
		if e == elemNone {
			if value != "" {
				return Time{}, &ParseError{wholeLayout, wholeValue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = suffix
		hold := value
		outOfRange := ""
		value, outOfRange, err = f.read(e, value, layout, fraction)
		if outOfRange != "" {
			return Time{}, &ParseError{wholeLayout, wholeValue, elem, hold, ": " + outOfRange + " out of range"}
		}
		if err != nil {
			return Time{}, &ParseError{wholeLayout, wholeValue, elem, hold, ""}
		}
	}
	if f.pmSet && f.pm && f.hour < 12 {
		f.hour += 12
	} else if f.pmSet && !f.pm && f.hour == 12 {
		f.hour = 0
	}
	if what := f.settleDate(); what != "" {
		return Time{}, &ParseError{wholeLayout, wholeValue, "", wholeValue, ": " + what}
	}
	return f.instant(defaultLoc, local), nil
}

// read takes the element e from the front of value.
func (f *fields) read(e element, value, layout string, fraction int) (rest, outOfRange string, err error) {
	rest = value
	switch e {
	case elemYear:
		if len(value) < 2 {
			return value, "", errBad
		}
		n, ok := signed(value[:2])
		if !ok {
			return value, "", errBad
		}
		if f.year = n + 1900; n < 69 {
			f.year += 100
		}
		rest = value[2:]
	case elemLongYear:
		if len(value) < 4 || !isDigitAt(value, 0) {
			return value, "", errBad
		}
		n, ok := signed(value[:4])
		if !ok {
			return value, "", errBad
		}
		f.year, rest = n, value[4:]
	case elemMonth, elemLongMonth:
		f.month, rest, err = lookName(monthAt, 1, 12, value, e == elemMonth)
	case elemNumMonth, elemZeroMonth:
		f.month, rest, err = number(value, e == elemZeroMonth)
		if err == nil && (f.month <= 0 || f.month > 12) {
			outOfRange = "month"
		}
	case elemDay, elemLongDay:
		_, rest, err = lookName(dayAt, 0, 6, value, e == elemDay)
	case elemDate, elemPadDate, elemZeroDate:
		if e == elemPadDate && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		f.day, rest, err = number(value, e == elemZeroDate)
	case elemPadYearDay, elemZeroYearDay:
		for i := 0; i < 2 && e == elemPadYearDay && value != "" && value[0] == ' '; i++ {
			value = value[1:]
		}
		f.yday, rest, err = number3(value, e == elemZeroYearDay)
	case elemHour:
		f.hour, rest, err = number(value, false)
		if f.hour < 0 || f.hour >= 24 {
			outOfRange = "hour"
		}
	case elemHour12, elemZeroHour12:
		f.hour, rest, err = number(value, e == elemZeroHour12)
		if f.hour < 0 || f.hour > 12 {
			outOfRange = "hour"
		}
	case elemMinute, elemZeroMinute:
		f.min, rest, err = number(value, e == elemZeroMinute)
		if f.min < 0 || f.min >= 60 {
			outOfRange = "minute"
		}
	case elemSecond, elemZeroSecond:
		f.sec, rest, err = number(value, e == elemZeroSecond)
		if err != nil {
			break
		}
		if f.sec < 0 || f.sec >= 60 {
			outOfRange = "second"
			break
		}
		// A fraction is accepted even if the layout has none.
		if len(rest) >= 2 && isSeparator(rest[0]) && isDigitAt(rest, 1) {
			if _, next, _, _, _ := nextElement(layout); next == elemFraction0 || next == elemFraction9 {
				break
			}
			n := 2
			for isDigitAt(rest, n) {
				n++
			}
			f.nsec, outOfRange, err = fractionOf(rest, n)
			rest = rest[n:]
		}
	case elemPM, elempm:
		if len(value) < 2 {
			return value, "", errBad
		}
		half := value[:2]
		if e == elempm {
			f.pm = half == "pm"
			err = oneOf(half, "pm", "am")
		} else {
			f.pm = half == "PM"
			err = oneOf(half, "PM", "AM")
		}
		f.pmSet = true
		rest = value[2:]
	case elemZone:
		if startsWith(value, "UTC") {
			f.loc = UTC
			return value[3:], "", nil
		}
		n, ok := abbreviation(value)
		if !ok {
			return value, "", errBad
		}
		f.zone, rest = value[:n], value[n:]
	case elemFraction0:
		n := fraction + 1
		if len(value) < n {
			return value, "", errBad
		}
		f.nsec, outOfRange, err = fractionOf(value, n)
		rest = value[n:]
	case elemFraction9:
		if len(value) < 2 || !isSeparator(value[0]) || !isDigitAt(value, 1) {
			return value, "", nil
		}
		n := 0
		for isDigitAt(value, n+1) {
			n++
		}
		f.nsec, outOfRange, err = fractionOf(value, n+1)
		rest = value[n+1:]
	default:
		if e >= elemISOTZ && e <= elemISOColonSecondsTZ && value != "" && value[0] == 'Z' {
			f.loc = UTC
			return value[1:], "", nil
		}
		f.offset, rest, err = offsetOf(e, value)
		if err != nil && err != errBad {
			return value, err.Error(), nil
		}
	}
	return
}

func oneOf(s, a, b string) error {
	if s == a || s == b {
		return nil
	}
	return errBad
}

// settleDate makes month and day out of what was given; the words of what is wrong, or "".
func (f *fields) settleDate() string {
	if f.yday >= 0 {
		d, m := 0, 0
		if isLeap(int64(f.year)) {
			if f.yday == 31+29 {
				m, d = 2, 29
			} else if f.yday > 31+29 {
				f.yday--
			}
		}
		if f.yday < 1 || f.yday > 365 {
			return "day-of-year out of range"
		}
		if m == 0 {
			_, month, day, _ := dateOf(dayOf(1, January, int64(f.yday)))
			m, d = int(month), day
		}
		if f.month >= 0 && f.month != m {
			return "day-of-year does not match month"
		}
		if f.day >= 0 && f.day != d {
			return "day-of-year does not match day"
		}
		f.month, f.day = m, d
	} else {
		if f.month < 0 {
			f.month = 1
		}
		if f.day < 0 {
			f.day = 1
		}
	}
	if f.day < 1 || f.day > daysIn(Month(f.month), int64(f.year)) {
		return "day out of range"
	}
	return ""
}

// setOffset gives t the local zone if that has the offset (and name) then, else a zone of its own.
func (t *Time) setOffset(offset int, zone string, local *Location) {
	name, here, _, _, _ := local.lookup(t.unixSec())
	if here == offset && (zone == "" || name == zone) {
		t.setLoc(local)
		return
	}
	t.setLoc(FixedZone(zone, offset))
}

func (f *fields) instant(defaultLoc, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(f.year, Month(f.month), f.day, f.hour, f.min, f.sec, f.nsec, loc)
	}
	if f.loc != nil {
		return date(f.loc)
	}
	if f.offset != -1 {
		t := date(UTC)
		t.addSec(-int64(f.offset))
		t.setOffset(f.offset, f.zone, local)
		return t
	}
	if f.zone != "" {
		t := date(UTC)
		offset, ok := local.lookupName(f.zone, t.unixSec())
		if ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t
		}
		if len(f.zone) > 3 && f.zone[:3] == "GMT" {
			// The hours are told, and not taken off: the text is read as UTC.
			offset, _ = signed(f.zone[3:])
			offset *= secondsPerHour
		}
		t.setLoc(FixedZone(f.zone, offset))
		return t
	}
	return date(defaultLoc)
}

// ParseDuration reads a Duration such as "300ms", "-1.5h" or "2h45m": signed decimal numbers with units.
func ParseDuration(s string) (Duration, error) {
	whole := s
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, errors.New("time: invalid duration " + quote(whole))
	}
	var sum uint64
	for s != "" {
		var v, frac uint64
		scale := 1.0
		i := 0
		for ; isDigitAt(s, i); i++ {
			if v > 1<<63/10 {
				return 0, errors.New("time: invalid duration " + quote(whole))
			}
			if v = v*10 + uint64(s[i]-'0'); v > 1<<63 {
				return 0, errors.New("time: invalid duration " + quote(whole))
			}
		}
		any := i > 0
		s = s[i:]
		if s != "" && s[0] == '.' {
			full := false
			for i = 1; isDigitAt(s, i); i++ {
				if full || frac > (1<<63-1)/10 {
					full = true
					continue
				}
				if next := frac*10 + uint64(s[i]-'0'); next > 1<<63 {
					full = true
				} else {
					frac = next
					scale *= 10
				}
			}
			any = any || i > 1
			s = s[i:]
		}
		if !any {
			return 0, errors.New("time: invalid duration " + quote(whole))
		}
		i = 0
		for i < len(s) && s[i] != '.' && !isDigitAt(s, i) {
			i++
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(whole))
		}
		unit := unitOf(s[:i])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:i]) + " in duration " + quote(whole))
		}
		s = s[i:]
		if v > 1<<63/unit {
			return 0, errors.New("time: invalid duration " + quote(whole))
		}
		v *= unit
		if frac > 0 {
			if v += uint64(float64(frac) * (float64(unit) / scale)); v > 1<<63 {
				return 0, errors.New("time: invalid duration " + quote(whole))
			}
		}
		if sum += v; sum > 1<<63 {
			return 0, errors.New("time: invalid duration " + quote(whole))
		}
	}
	if neg {
		return -Duration(sum), nil
	}
	if sum > 1<<63-1 {
		return 0, errors.New("time: invalid duration " + quote(whole))
	}
	return Duration(sum), nil
}

func unitOf(s string) uint64 {
	switch s {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}
