// gen_runes prints base/rune_table.inc from the package unicode of the Go that runs it: `go run tools/gen_runes.go`.
package main

import (
	"fmt"
	"unicode"
)

type rec struct {
	flags                uint32
	up, low, title, fold int32
}

type page [128]uint16

func bits(r rune) (f uint32) {
	for i, t := range []*unicode.RangeTable{unicode.L, unicode.Lu, unicode.Ll, unicode.Lt, unicode.Nd, unicode.N, unicode.P, unicode.S, unicode.M, unicode.White_Space, unicode.Zs, unicode.Cc, unicode.Other_Uppercase, unicode.Other_Lowercase} {
		if unicode.Is(t, r) {
			f |= 1 << i
		}
	}
	return
}

func main() {
	recs := map[rec]int{}
	var list []rec
	pages := map[page]int{}
	var pageList []page
	var first []int // of each block of runes: its page
	for r := rune(0); r <= unicode.MaxRune; r += rune(len(page{})) {
		var p page
		for i := range p {
			r := r + rune(i)
			c := rec{bits(r), unicode.ToUpper(r) - r, unicode.ToLower(r) - r, unicode.ToTitle(r) - r, unicode.SimpleFold(r) - r}
			n, ok := recs[c]
			if !ok {
				n = len(list)
				recs[c] = n
				list = append(list, c)
			}
			p[i] = uint16(n)
		}
		n, ok := pages[p]
		if !ok {
			n = len(pageList)
			pages[p] = n
			pageList = append(pageList, p)
		}
		first = append(first, n)
	}
	fmt.Printf("// rune_table.inc: properties of runes, as the reference's package unicode (Unicode %s) has them.\n// Made by tools/gen_runes.go with the reference; the record of a rune is found by its block's page.\n\nstatic const RuneRecord records[] = {\n", unicode.Version)
	line := ""
	flush := func() {
		if line != "" {
			fmt.Println("   " + line)
			line = ""
		}
	}
	add := func(s string) {
		if len(line)+len(s) > 116 {
			flush()
		}
		line += " " + s
	}
	for _, c := range list {
		add(fmt.Sprintf("{%#x, %d, %d, %d, %d},", c.flags, c.up, c.low, c.title, c.fold))
	}
	flush()
	fmt.Printf("};\n\nenum { PAGE_RUNES = %d };\n\nstatic const uint16_t page_records[][PAGE_RUNES] = {\n", len(page{}))
	for _, p := range pageList {
		line = " {"
		for _, n := range p {
			add(fmt.Sprintf("%d,", n))
		}
		add("},")
		flush()
	}
	fmt.Println("};\n\nstatic const uint8_t page_of_block[] = {")
	for _, n := range first {
		add(fmt.Sprintf("%d,", n))
	}
	flush()
	fmt.Println("};")
	if len(pageList) >= 1<<8 {
		panic("pages")
	}
}
