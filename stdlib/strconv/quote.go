package strconv

import "unicode/utf8"

// How a rune that is not ASCII is treated, in step with QuoteMode of quote.h.
const (
	quotePrint   = iota // escaped unless IsPrint
	quoteASCII          // always escaped
	quoteGraphic        // escaped unless IsGraphic
)

// appendEscaped appends s with escapes, without the quotes around it.
func appendEscaped(dst []byte, s string, quote byte, mode int) []byte

// appendEscapedRune does so for one rune; an invalid one is U+FFFD.
func appendEscapedRune(dst []byte, r rune, quote byte, mode int) []byte

// indexByte gives the index of c in s, or -1.
func indexByte(s string, c byte) int

// isVerbatim reports whether s is valid UTF-8 without backslash and newline.
func isVerbatim(s string) bool

// IsPrint reports whether r is printable as unicode.IsPrint says: letters, marks, numbers, punctuation,
// symbols, and the space.
func IsPrint(r rune) bool

// IsGraphic reports whether r is graphic as unicode.IsGraphic says: printable, or one of the other spaces.
func IsGraphic(r rune) bool

// CanBackquote reports whether s can stand unchanged between backquotes on one line.
func CanBackquote(s string) bool

func appendQuoted(dst []byte, s string, mode int) []byte {
	return append(appendEscaped(append(dst, '"'), s, '"', mode), '"')
}

func appendQuotedRune(dst []byte, r rune, mode int) []byte {
	return append(appendEscapedRune(append(dst, '\''), r, '\'', mode), '\'')
}

// Quote gives s as a double-quoted Go literal; what IsPrint rejects is escaped.
func Quote(s string) string { return string(appendQuoted(nil, s, quotePrint)) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, quotePrint) }

// QuoteToASCII gives s as a double-quoted Go literal of ASCII characters.
func QuoteToASCII(s string) string { return string(appendQuoted(nil, s, quoteASCII)) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteASCII) }

// QuoteToGraphic gives s as a double-quoted Go literal; what IsGraphic rejects is escaped.
func QuoteToGraphic(s string) string { return string(appendQuoted(nil, s, quoteGraphic)) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, quoteGraphic) }

// QuoteRune gives r as a Go character literal; what IsPrint rejects is escaped.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, quotePrint)) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quotePrint) }

// QuoteRuneToASCII gives r as a Go character literal of ASCII characters.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, quoteASCII)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoteASCII)
}

// QuoteRuneToGraphic gives r as a Go character literal; what IsGraphic rejects is escaped.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, quoteGraphic)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoteGraphic)
}

// number reads all of s as digits of base 8 or 16; -1 if one is none.
func number(s string, base rune) rune {
	v := rune(0)
	for i := 0; i < len(s); i++ {
		d := rune(99)
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case 'a' <= c && c <= 'f':
			d = rune(c-'a') + 10
		case 'A' <= c && c <= 'F':
			d = rune(c-'A') + 10
		}
		// Eight hexadecimal digits may leave rune's range: too large from then on.
		if d >= base || v > utf8.MaxRune {
			return -1
		}
		v = v*base + d
	}
	return v
}

// UnquoteChar decodes the first character of s, the inside of a literal between quotes of that kind
// (' or "; 0: either may stand unescaped, neither escaped). multibyte says whether value is to be
// written as UTF-8 rather than as one byte; tail is the rest of s.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (c == '\'' || c == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	case len(s) < 2:
		return 0, false, "", ErrSyntax
	}
	digits := 0 // how many follow
	c, s = s[1], s[2:]
	switch c {
	case 'a':
		value = '\a'
	case 'b':
		value = '\b'
	case 'f':
		value = '\f'
	case 'n':
		value = '\n'
	case 'r':
		value = '\r'
	case 't':
		value = '\t'
	case 'v':
		value = '\v'
	case '\\':
		value = '\\'
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		value = rune(c)
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		if len(s) < 2 {
			return 0, false, "", ErrSyntax
		}
		low := number(s[:2], 8)
		value = rune(c-'0')<<6 | low
		if low < 0 || value > 255 {
			return 0, false, "", ErrSyntax
		}
		return value, false, s[2:], nil
	default:
		return 0, false, "", ErrSyntax
	}
	if digits > 0 {
		if len(s) < digits {
			return 0, false, "", ErrSyntax
		}
		value = number(s[:digits], 16)
		multibyte = c != 'x'
		if value < 0 || multibyte && !utf8.ValidRune(value) {
			return 0, false, "", ErrSyntax
		}
		s = s[digits:]
	}
	return value, multibyte, s, nil
}

// QuotedPrefix gives the literal, as Unquote understands it, that s begins with.
func QuotedPrefix(s string) (string, error) {
	_, n, ok := unquotePrefix(s, false)
	if !ok {
		return "", ErrSyntax
	}
	return s[:n], nil
}

// Unquote gives what s says, a whole Go literal in single, double or back quotes; of a character
// literal, the string of that one character.
func Unquote(s string) (string, error) {
	text, n, ok := unquotePrefix(s, true)
	if !ok || n < len(s) {
		return "", ErrSyntax
	}
	return text, nil
}

// unquotePrefix finds the literal at the start of s: its meaning, if wanted, and its length.
func unquotePrefix(s string, want bool) (text string, n int, ok bool) {
	if len(s) < 2 {
		return "", 0, false
	}
	quote := s[0]
	switch quote {
	case '`':
		end := indexByte(s[1:], '`')
		if end < 0 {
			return "", 0, false
		}
		text = s[1 : end+1]
		if want && indexByte(text, '\r') >= 0 {
			text = dropReturns(text)
		}
		return text, end + 2, true
	case '"':
		end := indexByte(s[1:], '"')
		if end < 0 {
			return "", 0, false
		}
		if text = s[1 : end+1]; isVerbatim(text) {
			return text, end + 2, true
		}
	case '\'':
	default:
		return "", 0, false
	}
	var buf []byte
	at := s[1:]
	for len(at) > 0 && at[0] != quote {
		if at[0] == '\n' {
			return "", 0, false
		}
		r, multibyte, tail, err := UnquoteChar(at, quote)
		if err != nil {
			return "", 0, false
		}
		at = tail
		if !want {
			// only its length counts
		} else if r < utf8.RuneSelf || !multibyte {
			buf = append(buf, byte(r))
		} else {
			buf = utf8.AppendRune(buf, r)
		}
		if quote == '\'' {
			break
		}
	}
	if len(at) == 0 || at[0] != quote {
		return "", 0, false
	}
	return string(buf), len(s) - len(at) + 1, true
}

// dropReturns removes the carriage returns, which do not count inside back quotes.
func dropReturns(s string) string {
	var buf []byte
	for {
		i := indexByte(s, '\r')
		if i < 0 {
			return string(append(buf, s...))
		}
		buf = append(buf, s[:i]...)
		s = s[i+1:]
	}
}
