package time

import "errors"

// Format returns the text of t as the layout shows the reference time.
func (t Time) Format(layout string) string {
	var buf [64]byte
	return string(t.AppendFormat(buf[:0], layout))
}

// appendNumber writes x in decimal with at least `width` digits.
func appendNumber(b []byte, x, width int) []byte {
	if width == 2 && 0 <= x && x < 100 {
		return append(b, '0'+byte(x/10), '0'+byte(x%10))
	}
	u := uint(x)
	if x < 0 {
		b = append(b, '-')
		u = uint(-x)
	}
	var buf [32]byte
	at := integer(&buf, len(buf), uint64(u))
	for n := len(buf) - at; n < width; n++ {
		b = append(b, '0')
	}
	return append(b, buf[at:]...)
}

func appendPadded(b []byte, x, width int) []byte {
	for limit := 10; width > 1; width-- {
		if x < limit {
			b = append(b, ' ')
		}
		limit *= 10
	}
	return appendNumber(b, x, 0)
}

func appendFraction(b []byte, nsec, digits int, sep byte, trim bool) []byte {
	var buf [9]byte
	for i := len(buf) - 1; i >= 0; i-- {
		buf[i] = '0' + byte(nsec%10)
		nsec /= 10
	}
	if digits > 9 {
		digits = 9
	}
	if trim {
		for digits > 0 && buf[digits-1] == '0' {
			digits--
		}
		if digits == 0 {
			return b
		}
	}
	b = append(b, sep)
	return append(b, buf[:digits]...)
}

// appendOffset writes a zone's offset in the form of e.
func appendOffset(b []byte, e element, offset int) []byte {
	if offset == 0 && e >= elemISOTZ && e <= elemISOColonSecondsTZ {
		return append(b, 'Z')
	}
	form := (e - elemISOTZ) % 5
	minutes := offset / 60
	seconds := offset
	if offset < 0 {
		b = append(b, '-')
		minutes, seconds = -minutes, -seconds
	} else {
		b = append(b, '+')
	}
	b = appendNumber(b, minutes/60, 2)
	if form == 2 {
		return b
	}
	if form >= 3 {
		b = append(b, ':')
	}
	b = appendNumber(b, minutes%60, 2)
	if form == 1 || form == 4 {
		if form == 4 {
			b = append(b, ':')
		}
		b = appendNumber(b, seconds%60, 2)
	}
	return b
}

// AppendFormat appends the text of t to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, offset, _, _, _ := t.Location().lookup(t.unixSec())
	s := t.sec() + int64(offset)
	days := floorDiv(s, secondsPerDay)
	sec := int(s - days*secondsPerDay)
	y, month, day, yday := dateOf(days)
	year := int(y)
	hour, min := sec/secondsPerHour, sec%secondsPerHour/60
	sec %= 60
	for layout != "" {
		prefix, e, suffix, digits, sep := nextElement(layout)
		b = append(b, prefix...)
		layout = suffix
		switch e {
		case elemNone:
			return b
		case elemYear:
			two := year
			if two < 0 {
				two = -two
			}
			b = appendNumber(b, two%100, 2)
		case elemLongYear:
			b = appendNumber(b, year, 4)
		case elemMonth:
			b = append(b, month.String()[:3]...)
		case elemLongMonth:
			b = append(b, month.String()...)
		case elemNumMonth:
			b = appendNumber(b, int(month), 0)
		case elemZeroMonth:
			b = appendNumber(b, int(month), 2)
		case elemDay:
			b = append(b, weekdayOf(days).String()[:3]...)
		case elemLongDay:
			b = append(b, weekdayOf(days).String()...)
		case elemDate:
			b = appendNumber(b, day, 0)
		case elemPadDate:
			b = appendPadded(b, day, 2)
		case elemZeroDate:
			b = appendNumber(b, day, 2)
		case elemPadYearDay:
			b = appendPadded(b, yday, 3)
		case elemZeroYearDay:
			b = appendNumber(b, yday, 3)
		case elemHour:
			b = appendNumber(b, hour, 2)
		case elemHour12:
			b = appendNumber(b, (hour+11)%12+1, 0)
		case elemZeroHour12:
			b = appendNumber(b, (hour+11)%12+1, 2)
		case elemMinute:
			b = appendNumber(b, min, 0)
		case elemZeroMinute:
			b = appendNumber(b, min, 2)
		case elemSecond:
			b = appendNumber(b, sec, 0)
		case elemZeroSecond:
			b = appendNumber(b, sec, 2)
		case elemPM, elempm:
			half := "AMPM"
			if e == elempm {
				half = "ampm"
			}
			if hour >= 12 {
				half = half[2:]
			}
			b = append(b, half[:2]...)
		case elemZone:
			if name != "" {
				b = append(b, name...)
				break
			}
			b = appendOffset(b, elemNumTZ, offset)
		case elemFraction0, elemFraction9:
			b = appendFraction(b, t.Nanosecond(), digits, sep, e == elemFraction9)
		default:
			b = appendOffset(b, e, offset)
		}
	}
	return b
}

// String shows t as "2006-01-02 15:04:05.999999999 -0700 MST", with the monotonic clock as m=±seconds behind it.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		m := t.ext
		b := append([]byte(s), " m=+"...)
		if m < 0 {
			b[len(b)-1] = '-'
			m = -m
		}
		b = appendNumber(b, int(uint64(m)/1e9), 0)
		b = append(b, '.')
		b = appendNumber(b, int(uint64(m)%1e9), 9)
		s = string(b)
	}
	return s
}

// GoString shows t as the Go expression that makes it.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := append([]byte(nil), "time.Date("...)
	b = appendNumber(b, year, 0)
	b = append(b, ", time."...)
	b = append(b, month.String()...)
	for _, n := range [5]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = appendNumber(b, n, 0)
	}
	b = append(b, ", "...)
	switch l := t.Location(); l {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(b, "time.Location("...)
		b = append(b, quote(l.name)...)
		b = append(b, ')')
	}
	return string(append(b, ')'))
}

// strictRFC3339 appends t for machines: only what RFC 3339 allows.
func (t Time) strictRFC3339(b []byte) ([]byte, error) {
	at := len(b)
	b = t.AppendFormat(b, RFC3339Nano)
	if b[at+4] != '-' {
		return b, errors.New("year outside of range [0,9999]")
	}
	if b[len(b)-1] != 'Z' {
		c := b[len(b)-6]
		if '0' <= c && c <= '9' || b[len(b)-5] > '2' || b[len(b)-5] == '2' && b[len(b)-4] > '3' {
			return b, errors.New("timezone hour outside of range [0,23]")
		}
	}
	return b, nil
}

// MarshalText writes t as RFC 3339 with fractions.
func (t Time) MarshalText() ([]byte, error) { return t.marshal(nil, "MarshalText") }

// AppendText appends what MarshalText returns.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.marshal(b, "AppendText") }

func (t Time) marshal(b []byte, method string) ([]byte, error) {
	r, err := t.strictRFC3339(b)
	if err != nil {
		return nil, errors.New("Time." + method + ": " + err.Error())
	}
	return r, nil
}

// MarshalJSON writes t as a quoted string in RFC 3339 with fractions.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.strictRFC3339([]byte{'"'})
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalText reads RFC 3339.
func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON reads a quoted string in RFC 3339; null leaves t as it is.
func (t *Time) UnmarshalJSON(data []byte) (err error) {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	*t, err = Parse(RFC3339, string(data[1:len(data)-1]))
	return err
}
