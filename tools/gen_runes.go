// gen_runes prints base/rune_table.inc from the package unicode of the Go that runs it: `go run tools/gen_runes.go`.
package main

import (
	"fmt"
	"unicode"
)

type rec struct {
	flags                    uint32
	up, low, title, fold int32
}

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
	type start struct{ r, rec int }
	var starts []start
	last := -1
	for r := rune(0); r <= unicode.MaxRune; r++ {
		c := rec{bits(r), unicode.ToUpper(r) - r, unicode.ToLower(r) - r, unicode.ToTitle(r) - r, unicode.SimpleFold(r) - r}
		n, ok := recs[c]
		if !ok {
			n = len(list)
			recs[c] = n
			list = append(list, c)
		}
		if n != last {
			starts = append(starts, start{int(r), n})
			last = n
		}
	}
	fmt.Printf("// rune_table.inc: properties of runes, as the reference's package unicode (Unicode %s) has them.\n// Made by tools/gen_runes.go with the reference; a run of runes with the same record begins at each start.\n\nstatic const RuneRecord records[] = {\n", unicode.Version)
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
	fmt.Println("};\n\nstatic const uint32_t starts[] = { // rune << 11 | record")
	for _, s := range starts {
		add(fmt.Sprintf("%#x,", s.r<<11|s.rec))
	}
	flush()
	fmt.Println("};")
	if len(list) >= 1<<11 { panic("records") }
}
