package time

// Layouts for Format and Parse: the reference time, Mon Jan 2 15:04:05 MST 2006, written as the time should be.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is what one piece of a layout stands for.
type element int

const (
	elemNone              element = iota
	elemLongMonth                 // January
	elemMonth                     // Jan
	elemNumMonth                  // 1
	elemZeroMonth                 // 01
	elemLongDay                   // Monday
	elemDay                       // Mon
	elemDate                      // 2
	elemPadDate                   // _2
	elemZeroDate                  // 02
	elemPadYearDay                // __2
	elemZeroYearDay               // 002
	elemHour                      // 15
	elemHour12                    // 3
	elemZeroHour12                // 03
	elemMinute                    // 4
	elemZeroMinute                // 04
	elemSecond                    // 5
	elemZeroSecond                // 05
	elemLongYear                  // 2006
	elemYear                      // 06
	elemPM                        // PM
	elempm                        // pm
	elemZone                      // MST
	elemISOTZ                     // Z0700: Z for UTC
	elemISOSecondsTZ              // Z070000
	elemISOShortTZ                // Z07
	elemISOColonTZ                // Z07:00
	elemISOColonSecondsTZ         // Z07:00:00
	elemNumTZ                     // -0700
	elemNumSecondsTZ              // -070000
	elemNumShortTZ                // -07
	elemNumColonTZ                // -07:00
	elemNumColonSecondsTZ         // -07:00:00
	elemFraction0                 // .000: zeros kept
	elemFraction9                 // .999: trailing zeros dropped
)

func startsWith(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// nextElement cuts a layout at its first element. digits: how many a fraction has; sep: its separator.
func nextElement(layout string) (prefix string, e element, suffix string, digits int, sep byte) {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		n := 0
		switch rest[0] {
		case 'J':
			if startsWith(rest, "January") {
				e, n = elemLongMonth, 7
			} else if startsWith(rest, "Jan") && !startsWithLower(rest[3:]) {
				e, n = elemMonth, 3
			}
		case 'M':
			if startsWith(rest, "Monday") {
				e, n = elemLongDay, 6
			} else if startsWith(rest, "Mon") && !startsWithLower(rest[3:]) {
				e, n = elemDay, 3
			} else if startsWith(rest, "MST") {
				e, n = elemZone, 3
			}
		case '0':
			if len(rest) >= 2 && '1' <= rest[1] && rest[1] <= '6' {
				n = 2
				switch rest[1] {
				case '1':
					e = elemZeroMonth
				case '2':
					e = elemZeroDate
				case '3':
					e = elemZeroHour12
				case '4':
					e = elemZeroMinute
				case '5':
					e = elemZeroSecond
				case '6':
					e = elemYear
				}
			} else if startsWith(rest, "002") {
				e, n = elemZeroYearDay, 3
			}
		case '1':
			if len(rest) >= 2 && rest[1] == '5' {
				e, n = elemHour, 2
			} else {
				e, n = elemNumMonth, 1
			}
		case '2':
			if startsWith(rest, "2006") {
				e, n = elemLongYear, 4
			} else {
				e, n = elemDate, 1
			}
		case '_':
			if startsWith(rest, "_2006") {
				// A blank before a year is text.
				return layout[:i+1], elemLongYear, layout[i+5:], 0, 0
			} else if startsWith(rest, "__2") {
				e, n = elemPadYearDay, 3
			} else if startsWith(rest, "_2") {
				e, n = elemPadDate, 2
			}
		case '3':
			e, n = elemHour12, 1
		case '4':
			e, n = elemMinute, 1
		case '5':
			e, n = elemSecond, 1
		case 'P':
			if startsWith(rest, "PM") {
				e, n = elemPM, 2
			}
		case 'p':
			if startsWith(rest, "pm") {
				e, n = elempm, 2
			}
		case '-':
			e, n = zoneElement(rest[1:], elemNumTZ)
		case 'Z':
			e, n = zoneElement(rest[1:], elemISOTZ)
		case '.', ',':
			if len(rest) >= 2 && (rest[1] == '0' || rest[1] == '9') {
				j := 1
				for j < len(rest) && rest[j] == rest[1] {
					j++
				}
				if !isDigitAt(rest, j) {
					e = elemFraction0
					if rest[1] == '9' {
						e = elemFraction9
					}
					return layout[:i], e, rest[j:], j - 1, rest[0]
				}
			}
		}
		if n > 0 {
			return layout[:i], e, rest[n:], 0, 0
		}
	}
	return layout, elemNone, "", 0, 0
}

// zoneElement is the element behind '-' or 'Z': base is its four-digit form, from which the others follow in order.
func zoneElement(s string, base element) (element, int) {
	switch {
	case startsWith(s, "070000"):
		return base + 1, 7
	case startsWith(s, "07:00:00"):
		return base + 4, 9
	case startsWith(s, "0700"):
		return base, 5
	case startsWith(s, "07:00"):
		return base + 3, 6
	case startsWith(s, "07"):
		return base + 2, 3
	}
	return elemNone, 0
}

func startsWithLower(s string) bool { return len(s) > 0 && 'a' <= s[0] && s[0] <= 'z' }
