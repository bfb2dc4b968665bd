package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
)

func main() {
	h := uint64(14695981039346656037)
	add := func(n int) { h ^= uint64(n); h *= 1099511628211 }
	for _, m := range []map[string]*unicode.RangeTable{unicode.Categories, unicode.Scripts, unicode.Properties, unicode.FoldCategory, unicode.FoldScript} {
		var ks []string
		for k := range m {
			ks = append(ks, k)
		}
		sort.Strings(ks)
		fmt.Println(len(ks))
		for _, k := range ks {
			t := m[k]
			n := 0
			for r := rune(-3); r < 0x1000; r++ {
				if unicode.Is(t, r) {
					n++
					add(int(r))
				}
			}
			for r := rune(0x1000); r <= 0x110010; r += 37 {
				if unicode.Is(t, r) {
					n++
					add(int(r))
				}
			}
			fmt.Println(k, len(t.R16), len(t.R32), t.LatinOffset, n, h)
		}
	}
	fmt.Println(unicode.CaseRanges, len(unicode.CategoryAliases), unicode.CategoryAliases)
	fmt.Println(unicode.Upper == unicode.Lu, unicode.Categories["Nd"] == unicode.Digit, len(unicode.GraphicRanges), len(unicode.PrintRanges))
	for _, r := range "Iiİıxß" {
		fmt.Println(string(unicode.TurkishCase.ToUpper(r)), string(unicode.AzeriCase.ToLower(r)), string(unicode.TurkishCase.ToTitle(r)))
	}
	s := unicode.SpecialCase{{100, 200, [3]rune{unicode.UpperLower, unicode.UpperLower, unicode.UpperLower}}}
	fmt.Println(s.ToUpper(101), s.ToLower(104), s.ToTitle(111), s.ToUpper('a'), s.ToUpper('y'))
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "iıx"), fmt.Sprintf("%v %T", s, s))
	fmt.Printf("%#v\n", unicode.Zs)
	fmt.Println(strings.CutLast("a.b.c", "."))
	fmt.Println(unicode.In('x', unicode.Greek, unicode.Latin), unicode.IsOneOf(unicode.PrintRanges, ' '))
}
