// Package strings.
package main

import (
	"fmt"
	"strings"
)

func main() {
	s := "the quick brown fox, the lazy dog"
	fmt.Println(strings.Contains(s, "fox"), strings.Index(s, "the"), strings.LastIndex(s, "the"), strings.Count(s, "o"), strings.IndexByte(s, 'q'), strings.IndexAny(s, "xyz"), strings.IndexRune(s, 'z'))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.Fields("  a b  c "), strings.SplitN("a,b,c,d", ",", 2))
	fmt.Println(strings.Join([]string{"x", "y", "z"}, "-"), strings.Repeat("ab", 3), strings.Replace(s, "the", "THE", 1), strings.ReplaceAll("aaa", "a", "bb"))
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("ÀÉ İ"), strings.Title("hello world"), strings.TrimSpace("\t x \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("aab", "a"), strings.TrimSuffix("file.go", ".go"), strings.TrimPrefix("file.go", "file"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok, strings.HasPrefix(s, "the"), strings.HasSuffix(s, "dog"), strings.EqualFold("Straße", "STRAßE"))
	var b strings.Builder
	for i := 0; i < 3; i++ {
		fmt.Fprintf(&b, "%d,", i)
	}
	b.WriteByte('!')
	b.WriteRune('世')
	b.WriteString("end")
	fmt.Println(b.String(), b.Len())
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	fmt.Println(r.Replace("<b>x</b>"), strings.Map(func(r rune) rune {
		if r == 'o' {
			return '0'
		}
		if r == 'e' {
			return -1
		}
		return r
	}, s))
	fmt.Println(strings.Compare("a", "b"), strings.ContainsRune("abc", 'b'), strings.ContainsAny("abc", "xyz"), strings.FieldsFunc("a1b2c", func(r rune) bool { return r >= '0' && r <= '9' }))
	rd := strings.NewReader("reader")
	buf := make([]byte, 4)
	n, err := rd.Read(buf)
	fmt.Println(n, err, string(buf[:n]), rd.Len())
	fmt.Printf("%q\n", strings.SplitAfter("a.b.c", "."))
	fmt.Println(strings.TrimFunc("123abc456", func(r rune) bool { return r < 'a' }), strings.LastIndexByte("abcabc", 'b'), strings.ToTitle("abc"))
	rest, cut := strings.CutPrefix("prefix-x", "prefix-")
	fmt.Println(rest, cut)
}
