// Package unicode tells properties of code points and maps them to their other cases.
// The properties lie in one table in C (base/rune.h), the range tables in another (ranges.inc): Unicode 17.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for what is no code point
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is the edition of Unicode that the table is made from.
const Version = "17.0.0"

// The cases that To knows.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// IsLetter tells whether r is a letter (category L).
func IsLetter(r rune) bool

// IsDigit tells whether r is a decimal digit (category Nd).
func IsDigit(r rune) bool

// IsNumber tells whether r is a number (category N).
func IsNumber(r rune) bool

// IsUpper tells whether r is an upper case letter.
func IsUpper(r rune) bool

// IsLower tells whether r is a lower case letter.
func IsLower(r rune) bool

// IsTitle tells whether r is a title case letter.
func IsTitle(r rune) bool

// IsPunct tells whether r is punctuation (category P).
func IsPunct(r rune) bool

// IsSymbol tells whether r is a symbol (category S).
func IsSymbol(r rune) bool

// IsMark tells whether r is a mark (category M).
func IsMark(r rune) bool

// IsSpace tells whether r is white space.
func IsSpace(r rune) bool

// IsControl tells whether r is a control character (category Cc).
func IsControl(r rune) bool

// IsGraphic tells whether r is a letter, mark, number, punctuation, symbol or space (category Zs).
func IsGraphic(r rune) bool

// IsPrint tells whether r is printable: graphic, with the ASCII space as the only space.
func IsPrint(r rune) bool { return r == ' ' || IsGraphic(r) && !isSpaceSeparator(r) }

func isSpaceSeparator(r rune) bool

// ToUpper returns the upper case of r.
func ToUpper(r rune) rune

// ToLower returns the lower case of r.
func ToLower(r rune) rune

// ToTitle returns the title case of r.
func ToTitle(r rune) rune

// To returns r in the given case; U+FFFD for a case that there is not.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

// SimpleFold returns the next code point that equals r under simple case folding: the smallest one greater than r, or the smallest of all.
func SimpleFold(r rune) rune
