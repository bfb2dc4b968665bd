// gen_unicode writes stdlib/unicode/ranges.inc and stdlib/unicode/tables.go from the package unicode of the Go that runs it:
// `go run tools/gen_unicode.go stdlib/unicode`.
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"unicode"
)

type group struct {
	name, words string
	tables      map[string]*unicode.RangeTable
}

var groups = []group{
	{"Categories", "general categories", unicode.Categories},
	{"Scripts", "scripts", unicode.Scripts},
	{"Properties", "properties", unicode.Properties},
	{"FoldCategory", "code points outside a category that are equal under simple case folding to one inside", unicode.FoldCategory},
	{"FoldScript", "code points outside a script that are equal under simple case folding to one inside", unicode.FoldScript},
}

// The long names that have a variable of their own.
var long = [][2]string{
	{"Digit", "Nd"}, {"Letter", "L"}, {"Lower", "Ll"}, {"Mark", "M"}, {"Number", "N"}, {"Other", "C"}, {"Punct", "P"},
	{"Space", "Z"}, {"Symbol", "S"}, {"Title", "Lt"}, {"Upper", "Lu"},
}

func keys(m map[string]*unicode.RangeTable) (k []string) {
	for name := range m {
		k = append(k, name)
	}
	sort.Strings(k)
	return k
}

// variable is the name of the table in Go: those for folding are not exported.
func variable(g group, key string) string {
	if g.name[:4] == "Fold" {
		return "fold" + key
	}
	return key
}

type lines struct {
	bytes.Buffer
	line string
}

func (l *lines) flush() {
	if l.line != "" {
		fmt.Fprintln(l, "   "+l.line)
		l.line = ""
	}
}

func (l *lines) add(s string) {
	if len(l.line)+len(s) > 116 {
		l.flush()
	}
	l.line += " " + s
}

func main() {
	dir := os.Args[1]
	var r16, r32, rows lines
	n16, n32 := 0, 0
	type row struct {
		name string
		t    *unicode.RangeTable
	}
	var all []row
	for _, g := range groups {
		for _, key := range keys(g.tables) {
			all = append(all, row{variable(g, key), g.tables[key]})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	for _, r := range all {
		rows.add(fmt.Sprintf("{%q, %d, %d, %d, %d, %d},", r.name, n16, len(r.t.R16), n32, len(r.t.R32), r.t.LatinOffset))
		for _, x := range r.t.R16 {
			r16.add(fmt.Sprintf("%d,%d,%d,", x.Lo, x.Hi, x.Stride))
		}
		for _, x := range r.t.R32 {
			r32.add(fmt.Sprintf("%d,%d,%d,", x.Lo, x.Hi, x.Stride))
		}
		n16, n32 = n16+len(r.t.R16), n32+len(r.t.R32)
	}
	var cases lines
	for _, c := range unicode.CaseRanges {
		cases.add(fmt.Sprintf("{%#x, %#x, {%d, %d, %d}},", c.Lo, c.Hi, c.Delta[0], c.Delta[1], c.Delta[2]))
	}
	for _, l := range []*lines{&r16, &r32, &rows, &cases} {
		l.flush()
	}
	var c bytes.Buffer
	fmt.Fprintf(&c, "// ranges.inc: the range tables of package unicode, Unicode %s: made by tools/gen_unicode.go with the reference.\n", unicode.Version)
	c.WriteString("// Not constant: a program may write through the tables that it is given.\n\n")
	fmt.Fprintf(&c, "static uint16_t ranges16[] = { // each the three members of a Range16\n%s};\n\nstatic uint32_t ranges32[] = { // of a Range32\n%s};\n\n", r16.String(), r32.String())
	fmt.Fprintf(&c, "static CaseRange case_ranges[] = {\n%s};\n\n// Sorted by name.\nstatic const TableRow tables[] = {\n%s};\n", cases.String(), rows.String())
	write(dir, "ranges.inc", c.Bytes())

	var w bytes.Buffer
	w.WriteString("package unicode\n\n// The range tables by name: made by tools/gen_unicode.go with the reference. Each is made when it is first used.\n")
	for _, g := range groups {
		fmt.Fprintf(&w, "\n// %s holds the tables of %s by name.\nvar %s = map[string]*RangeTable{\n", g.name, g.words, g.name)
		for _, key := range keys(g.tables) {
			fmt.Fprintf(&w, "\t%q: %s,\n", key, variable(g, key))
		}
		w.WriteString("}\n\nvar (\n")
		for _, key := range keys(g.tables) {
			v := variable(g, key)
			fmt.Fprintf(&w, "\t%s = table(%q)\n", v, v)
		}
		w.WriteString(")\n")
	}
	w.WriteString("\n// Long names of categories.\nvar (\n")
	for _, l := range long {
		fmt.Fprintf(&w, "\t%s = %s\n", l[0], l[1])
	}
	w.WriteString(")\n\n// CategoryAliases maps the long names of categories to those of the tables.\nvar CategoryAliases = map[string]string{\n")
	var aliases []string
	for name := range unicode.CategoryAliases {
		aliases = append(aliases, name)
	}
	sort.Strings(aliases)
	for _, name := range aliases {
		fmt.Fprintf(&w, "\t%q: %q,\n", name, unicode.CategoryAliases[name])
	}
	w.WriteString("}\n")
	write(dir, "tables.go", w.Bytes())
}

func write(dir, name string, text []byte) {
	if err := os.WriteFile(filepath.Join(dir, name), text, 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
