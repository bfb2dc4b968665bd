// Loops over the values of slices and strings: every element, ways out, changes on the way.
package main

import "fmt"

type pair struct{ a, b int }
type wide struct{ a, b, c, d int }
type small struct{ a, b uint8 }

func elements() {
	n := 0
	for _, x := range []int8{-1, 2, -128} {
		n += int(x)
	}
	for _, x := range []uint8{1, 255} {
		n += int(x)
	}
	for _, x := range []int16{-300, 7} {
		n += int(x)
	}
	for _, x := range []uint16{65535} {
		n += int(x)
	}
	for _, x := range []int32{-1 << 31, 5} {
		n += int(x)
	}
	for _, x := range []uint32{1 << 31} {
		n += int(x)
	}
	for _, x := range []int{1 << 40, -3} {
		n += x
	}
	f := 0.0
	for _, x := range []float64{1.5, 2.25} {
		f += x
	}
	for _, x := range []float32{0.5, 0.25} {
		f += float64(x)
	}
	for _, b := range []bool{true, false, true} {
		if b {
			n++
		}
	}
	fmt.Println(n, f)
	for _, s := range []string{"a", "", "ccc"} {
		fmt.Print(s, len(s), ";")
	}
	for _, p := range []*pair{{1, 2}, nil, {3, 4}} {
		fmt.Print(p != nil, ";")
	}
	for _, p := range []pair{{1, 2}, {3, 4}} {
		p.a += 10
		fmt.Print(p, ";")
	}
	for _, w := range []wide{{1, 2, 3, 4}} {
		fmt.Print(w, ";")
	}
	for _, s := range []small{{1, 2}, {254, 255}} {
		fmt.Print(s.a+s.b, s, ";")
	}
	for _, v := range []any{1, "x", nil, pair{5, 6}} {
		fmt.Print(v, ";")
	}
	for _, s := range [][]int{{1}, nil, {2, 3}} {
		for _, x := range s {
			fmt.Print(x, ",")
		}
	}
	for _, e := range []struct{}{{}, {}} {
		fmt.Print(e)
	}
	fmt.Println()
}

func ways(s []int, text string) (found int) {
outer:
	for _, x := range s {
		for _, r := range text {
			switch {
			case r == 'c':
				continue outer
			case r == 'z':
				break outer
			case x == 7:
				return int(r)
			}
			found += x
		}
	}
	for _, x := range s {
		if x%2 == 0 {
			continue
		}
		found += 1000
		break
	}
	return
}

func changes() {
	s := []int{1, 2, 3, 4}
	for _, x := range s {
		s[3] = 9
		s = append(s, x)
		x *= 2
		s[0] = x
	}
	fmt.Println(s)
	for _, x := range s {
		s = nil
		fmt.Print(x, " ")
	}
	fmt.Println(s == nil)
	var fs []func() int
	var ps []*int
	for _, x := range []int{1, 2, 3} {
		fs = append(fs, func() int { x += 10; return x })
		ps = append(ps, &x)
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	var t struct{ x int }
	var last any
	m := map[string]int{}
	for _, t.x = range []int{4, 5} {
	}
	for _, last = range []int{6, 7} {
	}
	for _, m["k"] = range []int{8, 9} {
	}
	for _, m["none"] = range []int{} {
	}
	fmt.Println(t, last, m)
	text := "abc"
	for _, r := range text {
		text += string(r + 1)
	}
	fmt.Println(text)
	x := 5
	for _, x := range []int{x, x + 1} {
		x, y := x+1, x
		fmt.Print(x, y, " ")
	}
	for _, x := range "ab" {
		fmt.Print(x, " ")
	}
	fmt.Println(x)
}

func runes() {
	for _, text := range []string{"", "plain", "größer", "日本語", "\xff\xc0a\xe6\x97", "\U0010ffff\x00x"} {
		n, sum := 0, rune(0)
		for _, r := range text {
			n++
			sum = sum*31 + r
		}
		var r rune = -1
		for _, r = range text {
		}
		k := 0
		for i, r := range text {
			k += i * int(r)
		}
		fmt.Println(n, sum, r, k, len(text))
	}
}

func panics() {
	defer func() { fmt.Println(recover()) }()
	for _, x := range []int{3, 2, 1, 0} {
		fmt.Print(6/x, " ")
	}
}

func main() {
	elements()
	fmt.Println(ways([]int{1, 2, 3}, "abcd"), ways([]int{1, 2}, "abz"), ways([]int{2, 7}, "ab"), ways(nil, "x"), ways([]int{4, 6}, ""))
	changes()
	runes()
	panics()
}
