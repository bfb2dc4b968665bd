package unicode

// A RangeTable is a set of code points: the ranges of those below 1<<16, and of the others, each in rising order without overlap.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many of R16 lie below MaxLatin1
}

// A Range16 is Lo, Lo + Stride, … up to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// A Range32 is Lo, Lo + Stride, … up to Hi, all of them 1<<16 or more.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// A CaseRange says how far the code points Lo to Hi are from their cases; UpperLower stands for one that alternates.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// UpperLower as a distance: upper and lower case alternate, upper case first, at even places from Lo on.
const UpperLower = MaxRune + 1

// A SpecialCase holds the case mappings in which a language differs from the others.
type SpecialCase []CaseRange

// -- natives (native.c)

func ranges(name string) ([]Range16, []Range32, int)
func caseRanges() []CaseRange

// Is tells whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool { return within(rangeTab.R16, rangeTab.R32, r) }

func within(r16 []Range16, r32 []Range32, r rune) bool

func table(name string) *RangeTable {
	r16, r32, latin := ranges(name)
	return &RangeTable{r16, r32, latin}
}

// CaseRanges holds the case mappings of all letters.
var CaseRanges = caseRanges()

// GraphicRanges are the tables of what IsGraphic reports.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are those of what IsPrint reports, without the ASCII space.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// TurkishCase is how Turkish maps cases.
var TurkishCase SpecialCase = turkish

// AzeriCase is how Azeri maps cases.
var AzeriCase SpecialCase = turkish

var turkish = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// In tells whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf tells whether r is in one of the tables. In is nicer.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// ToUpper returns the upper case of r, the special mappings first.
func (special SpecialCase) ToUpper(r rune) rune {
	if mapped, ok := special.to(UpperCase, r); ok {
		return mapped
	}
	return ToUpper(r)
}

// ToTitle returns the title case of r, the special mappings first.
func (special SpecialCase) ToTitle(r rune) rune {
	if mapped, ok := special.to(TitleCase, r); ok {
		return mapped
	}
	return ToTitle(r)
}

// ToLower returns the lower case of r, the special mappings first.
func (special SpecialCase) ToLower(r rune) rune {
	if mapped, ok := special.to(LowerCase, r); ok {
		return mapped
	}
	return ToLower(r)
}

// to returns r in the given case, and whether a range has it.
func (special SpecialCase) to(to int, r rune) (rune, bool) {
	lo, hi := 0, len(special)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		c := &special[m]
		switch {
		case rune(c.Lo) > r:
			hi = m
		case rune(c.Hi) < r:
			lo = m + 1
		case c.Delta[to] > MaxRune:
			// From Lo on: upper, lower, upper, lower; title case is upper case.
			return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(to&1)), true
		default:
			return r + c.Delta[to], true
		}
	}
	return r, false
}
