package fmt

import (
	"strconv"
	"unsafe"
)

// The common operands, whole words of ASCII in front of a space, are found in the input's buffer at once.
// Everything else, and every error, is left to the rune by rune way of scanvalue.go.

// peeker is what a bufio.Reader has.
type peeker interface {
	Buffered() int
	Peek(n int) ([]byte, error)
	Discard(n int) (int, error)
}

// -- natives (native.c)

// quickWord finds the word of ASCII that data begins with, behind spaces (newlines too if newline), if a
// space or, if final, the end is behind it. end 0: there is none like that.
func quickWord(data []byte, newline, final bool) (start, end int)

// quickInt is quickWord for a decimal integer without leading zeros; used 0: there is none.
func quickInt(data []byte, newline, final bool) (value int64, used int)

// quick reads the operand if that can be done quickly.
func (s *scanner) quick(verb rune, arg any) bool {
	if s.limit != hugeWid || s.atEnd {
		return false
	}
	switch arg.(type) {
	case *int, *int64:
		if verb != 'v' && verb != 'd' {
			return false
		}
	case *string:
		if verb != 'v' && verb != 's' {
			return false
		}
	case *float64:
		if verb != 'v' && verb != 'g' && verb != 'f' {
			return false
		}
	default:
		return false
	}
	switch from := s.from.(type) {
	case *text:
		rest := from.s[from.at:]
		n := s.word(unsafe.Slice(unsafe.StringData(rest), len(rest)), true, arg)
		from.at += n
		from.width = 0
		return n > 0
	case peeker:
		data, err := from.Peek(from.Buffered())
		if err != nil {
			return false
		}
		n := s.word(data, false, arg)
		if n > 0 {
			from.Discard(n)
		}
		return n > 0
	}
	return false
}

// word sets the operand from the word that data begins with, and gives the number of bytes that it took; 0:
// it did not.
func (s *scanner) word(data []byte, final bool, arg any) int {
	switch v := arg.(type) {
	case *int:
		i, n := quickInt(data, s.newlineIsSpace, final)
		if n > 0 {
			*v = int(i)
		}
		return n
	case *int64:
		i, n := quickInt(data, s.newlineIsSpace, final)
		if n > 0 {
			*v = i
		}
		return n
	case *string:
		start, end := quickWord(data, s.newlineIsSpace, final)
		if end > 0 {
			*v = string(data[start:end])
		}
		return end
	case *float64:
		start, end := quickWord(data, s.newlineIsSpace, final)
		if end == 0 {
			return 0
		}
		for _, c := range data[start:end] {
			if (c < '0' || '9' < c) && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
				return 0
			}
		}
		f, err := strconv.ParseFloat(string(data[start:end]), 64)
		if err != nil {
			return 0
		}
		*v = f
		return end
	}
	return 0
}
