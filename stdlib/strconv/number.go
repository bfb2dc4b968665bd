// Package strconv converts between strings and the basic types.
package strconv

import "errors"

// IntSize is the size of int and uint in bits.
const IntSize = 64

// The texts of the two errors that a NumError mostly holds.
var (
	// ErrRange: the value does not fit the target type.
	ErrRange = errors.New("value out of range")
	// ErrSyntax: the text does not have the syntax of the target type.
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError says which conversion of which text failed, and why.
type NumError struct {
	Func string // the function: ParseBool, ParseInt, ParseUint, ParseFloat, ParseComplex, Atoi
	Num  string // its input
	Err  error  // ErrRange, ErrSyntax, or an error about base or bit size
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap gives the reason.
func (e *NumError) Unwrap() error { return e.Err }

// What the natives that parse report.
const (
	parseOK = iota
	parseSyntax
	parseRange
	parseBase
	parseBits
)

// numError makes the error for one of these codes.
func numError(code int, fn, s string, base, bitSize int) error {
	// The error must not keep a large text alive that s is a part of.
	e := &NumError{Func: fn, Num: string([]byte(s))}
	switch code {
	case parseRange:
		e.Err = ErrRange
	case parseBase:
		e.Err = errors.New("invalid base " + Itoa(base))
	case parseBits:
		e.Err = errors.New("invalid bit size " + Itoa(bitSize))
	default:
		e.Err = ErrSyntax
	}
	return e
}

// -- natives (native.c)

func formatInt(value int64, base int) string
func formatUint(value uint64, base int) string
func appendInt(dst []byte, value int64, base int) []byte
func appendUint(dst []byte, value uint64, base int) []byte
func parseInt(s string, base, bits int) (value int64, code int)
func parseUint(s string, base, bits int) (value uint64, code int)
func formatFloat(f float64, verb byte, prec, bits int) string
func appendFloat(dst []byte, f float64, verb byte, prec, bits int) []byte

// parseFloat reads the number at the start of s; used bytes belong to it.
func parseFloat(s string, bits int) (value float64, used int, code int)

// -- integers

func checkBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

// FormatInt gives i in base 2 to 36, with digits from 0 to 9 and then a to z.
func FormatInt(i int64, base int) string {
	checkBase(base)
	return formatInt(i, base)
}

// FormatUint gives i in base 2 to 36, with digits from 0 to 9 and then a to z.
func FormatUint(i uint64, base int) string {
	checkBase(base)
	return formatUint(i, base)
}

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string { return formatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base) to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	checkBase(base)
	return appendInt(dst, i, base)
}

// AppendUint appends FormatUint(i, base) to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	checkBase(base)
	return appendUint(dst, i, base)
}

// ParseInt reads an integer with optional sign. Base 0 takes the base from a prefix (0b, 0o, 0, 0x) and
// allows underscores as Go's literals do. The value must fit bitSize bits (0: those of int). An error is
// a *NumError; out of range, the value is the nearest one that fits.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, code := parseInt(s, base, bitSize)
	if code != parseOK {
		return i, numError(code, "ParseInt", s, base, bitSize)
	}
	return i, nil
}

// ParseUint is ParseInt for numbers without sign.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	u, code := parseUint(s, base, bitSize)
	if code != parseOK {
		return u, numError(code, "ParseUint", s, base, bitSize)
	}
	return u, nil
}

// Atoi is ParseInt(s, 10, 0), converted to int.
func Atoi(s string) (int, error) {
	i, code := parseInt(s, 10, 0)
	if code != parseOK {
		return int(i), numError(code, "Atoi", s, 10, 0)
	}
	return int(i), nil
}

// -- booleans

// ParseBool accepts 1, t, T, TRUE, true, True, and 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, numError(parseSyntax, "ParseBool", str, 0, 0)
}

// FormatBool gives "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte {
	return append(dst, FormatBool(b)...)
}

// -- floating-point and complex numbers

// FormatFloat gives f, which was a float of bitSize bits (32 or 64), in the form that fmt names:
// 'e', 'E' (-d.dddde±dd), 'f' (-ddd.dddd), 'g', 'G' (the first for large exponents, else the second),
// 'b' (-ddddp±ddd), 'x', 'X' (-0xd.ddddp±ddd). prec counts the digits behind the point, for 'g' and 'G'
// all digits; -1 takes as few as read back as the same number.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize) to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat bitSize")
	}
	return appendFloat(dst, f, fmt, prec, bitSize)
}

// ParseFloat reads a decimal or hexadecimal floating-point number, inf, infinity or nan, and rounds it
// to bitSize bits (32 or 64), half to even. An error is a *NumError; out of range, the value is ±Inf.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, used, code := parseFloat(s, bitSize)
	if code != parseSyntax && used != len(s) {
		f, code = 0, parseSyntax
	}
	if code != parseOK {
		return f, numError(code, "ParseFloat", s, 0, bitSize)
	}
	return f, nil
}

// FormatComplex gives c, whose parts are of half of bitSize bits (64 or 128), as (a+bi), each part as
// FormatFloat does.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	text := appendFloat([]byte{'('}, real(c), fmt, prec, bitSize/2)
	im := formatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		text = append(text, '+')
	}
	text = append(text, im...)
	return string(append(text, "i)"...))
}

// ParseComplex reads N, Ni or N±Ni, N as for ParseFloat, perhaps in parentheses, without spaces.
// bitSize is 64 or 128.
func ParseComplex(s string, bitSize int) (complex128, error) {
	c, code := parseComplex(s, bitSize)
	if code != parseOK {
		return c, numError(code, "ParseComplex", s, 0, bitSize)
	}
	return c, nil
}

func parseComplex(s string, bitSize int) (complex128, int) {
	bits := 64
	if bitSize == 64 {
		bits = 32
	}
	if n := len(s); n >= 2 && s[0] == '(' && s[n-1] == ')' {
		s = s[1 : n-1]
	}
	first, used, code := parseFloat(s, bits)
	if code == parseSyntax {
		return 0, code
	}
	s = s[used:]
	switch {
	case s == "":
		return complex(first, 0), code
	case s == "i":
		return complex(0, first), code
	case s[0] == '+':
		// The sign belongs to the number, but "+NaN" is none.
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case s[0] != '-':
		return 0, parseSyntax
	}
	second, used, code2 := parseFloat(s, bits)
	if code2 == parseSyntax || s[used:] != "i" {
		return 0, parseSyntax
	}
	if code2 != parseOK {
		code = code2
	}
	return complex(first, second), code
}
