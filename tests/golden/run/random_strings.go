// strings and bytes: every function.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

var als = [][]string{{"a", "b"}, {"a", "b", "c", " "}, {"a", "é", "日", "\xff", " ", "A", "É", "\u2028", "\u0130", "ß", "ſ", "K", "k", "\ufffd", "\xed\xa0\x80", "\U0001f600"}, {"\x00", "\x80", "\xc0", "\xe2", "\x82", "\xac"}, {"ab", "ba", "aab", "\t", "\n", "\u00a0", "\u0085"}}

func str(n int) string {
	al := als[rn(len(als))]
	var b strings.Builder
	for n = rn(n + 1); n > 0; n-- {
		b.WriteString(al[rn(len(al))])
	}
	return b.String()
}
func sub(s string) string {
	if len(s) == 0 || rn(3) == 0 {
		return str(3)
	}
	i := rn(len(s))
	j := i + rn(len(s)-i+1)
	if j > i+40 && rn(2) == 0 {
		j = i + rn(40)
	}
	return s[i:j]
}
func try(f func() any) (s string) {
	defer func() {
		if e := recover(); e != nil {
			s = fmt.Sprint("PANIC ", e)
		}
	}()
	return fmt.Sprintf("%q", f())
}

type B = []byte

func main() {
	state = 9172645463325253
	w := &lines
	p := func(f string, a ...any) { fmt.Fprintf(w, f+" %q\n", a...) }
	for i := 0; i < 400; i++ {
		n := 12
		if rn(10) == 0 {
			n = 200
		}
		s := str(n)
		t := sub(s)
		u := sub(s)
		r := []rune(s + "x\u0130")[0]
		c := (s + "a")[0]
		k := rn(6) - 2

		fmt.Fprintf(w, "%d %q %q %q\n", i, s, t, u)
		fmt.Fprintln(w, strings.Index(s, t), strings.LastIndex(s, t), strings.Contains(s, t), strings.Count(s, t), strings.IndexByte(s, c), strings.LastIndexByte(s, c), strings.IndexRune(s, r), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, u), strings.ContainsRune(s, r), strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.Compare(s, t), strings.EqualFold(s, u), strings.EqualFold(s, strings.ToUpper(s)))
		fmt.Fprintln(w, bytes.Index(B(s), B(t)), bytes.LastIndex(B(s), B(t)), bytes.Contains(B(s), B(t)), bytes.Count(B(s), B(t)), bytes.IndexByte(B(s), c), bytes.LastIndexByte(B(s), c), bytes.IndexRune(B(s), r), bytes.IndexAny(B(s), t), bytes.LastIndexAny(B(s), t), bytes.ContainsAny(B(s), u), bytes.ContainsRune(B(s), r), bytes.HasPrefix(B(s), B(t)), bytes.HasSuffix(B(s), B(t)), bytes.Compare(B(s), B(t)), bytes.EqualFold(B(s), B(u)), bytes.Equal(B(s), B(t)))
		fmt.Fprintf(w, "%q %q %q %q %q %q\n", strings.Split(s, t), strings.SplitN(s, t, k), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, k), strings.Fields(s), strings.FieldsFunc(s, unicode.IsLetter))
		fmt.Fprintf(w, "%q %q %q %q %q %q\n", bytes.Split(B(s), B(t)), bytes.SplitN(B(s), B(t), k), bytes.SplitAfter(B(s), B(t)), bytes.SplitAfterN(B(s), B(t), k), bytes.Fields(B(s)), bytes.FieldsFunc(B(s), unicode.IsLetter))
		fmt.Fprintf(w, "%q %q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s), strings.ToValidUTF8(s, t), strings.TrimSpace(s))
		fmt.Fprintf(w, "%q %q %q %q %q %q\n", bytes.ToUpper(B(s)), bytes.ToLower(B(s)), bytes.ToTitle(B(s)), bytes.Title(B(s)), bytes.ToValidUTF8(B(s), B(t)), bytes.TrimSpace(B(s)))
		fmt.Fprintf(w, "%q %q %q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t), strings.TrimFunc(s, unicode.IsSpace), strings.TrimRightFunc(s, unicode.IsLetter))
		fmt.Fprintf(w, "%q %q %q %q %q %q %q\n", bytes.Trim(B(s), t), bytes.TrimLeft(B(s), t), bytes.TrimRight(B(s), t), bytes.TrimPrefix(B(s), B(t)), bytes.TrimSuffix(B(s), B(t)), bytes.TrimFunc(B(s), unicode.IsSpace), bytes.TrimLeftFunc(B(s), unicode.IsLetter))
		fmt.Fprintf(w, "%q %q %q\n", strings.Replace(s, t, u, k), strings.ReplaceAll(s, t, u), bytes.Replace(B(s), B(t), B(u), k))
		m := func(r rune) rune {
			switch {
			case r == 'a':
				return -1
			case r == 'b':
				return '日'
			case r == 'é':
				return 0x110000
			case r == 'c':
				return 0xd800
			}
			return r
		}
		fmt.Fprintf(w, "%q %q %v %v\n", strings.Map(m, s), bytes.Map(m, B(s)), strings.IndexFunc(s, unicode.IsUpper), strings.LastIndexFunc(s, unicode.IsLower))
		x, y, z := strings.Cut(s, t)
		p("%q %q %v", x, y, z, fmt.Sprint(strings.CutPrefix(s, t)))
		xb, yb, zb := bytes.Cut(B(s), B(t))
		p("%q %q %v", xb, yb, zb, fmt.Sprint(strings.CutSuffix(s, t)))
		var old []string
		for n := 2 * rn(5); n > 0; n-- {
			if n%2 == 0 {
				old = append(old, sub(s))
			} else {
				old = append(old, str(4))
			}
		}
		fmt.Fprintf(w, "%q %s\n", old, try(func() any { return strings.NewReplacer(old...).Replace(s) }))
		for j := 0; j < len(old); j += 2 {
			if len(old[j]) > 1 {
				old[j] = old[j][:1]
			}
		}
		fmt.Fprintf(w, "%q %s\n", old, try(func() any { return strings.NewReplacer(old...).Replace(s) }))
		var sb strings.Builder
		nw, err := strings.NewReplacer(old...).WriteString(&sb, s)
		fmt.Fprintln(w, nw, err, len(sb.String()))
		fmt.Fprintf(w, "%s %q %q\n", try(func() any { return strings.Repeat(t, k) }), strings.Join(strings.Fields(s), t), bytes.Join(bytes.Fields(B(s)), B(t)))
		fmt.Fprintf(w, "%q %v\n", bytes.Runes(B(s)), strings.ToUpperSpecial(unicode.TurkishCase, s))
		lines.endCase()
	}
}
