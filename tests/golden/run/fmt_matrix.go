// Every verb with every flag, width and precision, for values of many kinds: a checksum a value, so that the expectation stays small.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
)

type (
	text    string
	number  int
	bytes   []byte
	octet   byte
	octets  []octet
	stringy struct{ x int }
	ptrText struct{ x int }
	failure struct{ s string }
	both    int
	goText  int
	custom  struct{ n int }
	panicky int
	inner   struct {
		X stringy
		y stringy
	}
	outer struct {
		inner
		Z *stringy
		e error
		I any
	}
)

func (s stringy) String() string  { return fmt.Sprintf("<%d>", s.x) }
func (s *ptrText) String() string { return fmt.Sprint("ptr", s.x) }
func (e failure) Error() string   { return "failure: " + e.s }
func (both) Error() string        { return "E" }
func (both) String() string       { return "S" }
func (goText) GoString() string   { return "go!" }
func (panicky) String() string    { panic(errors.New("boom")) }

func (c custom) Format(s fmt.State, v rune) {
	w, hasW := s.Width()
	p, hasP := s.Precision()
	fmt.Fprint(s, fmt.FormatString(s, v), w, hasW, p, hasP, s.Flag('+'), s.Flag('0'))
}

func sum(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func main() {
	var nilMap map[string]int
	var nilPtr *ptrText
	var nilErr error
	values := []any{
		nil, true, 0, -42, int8(-128), 'x', '世', 0x110000, uint8(200), uint64(math.MaxUint64), uintptr(0xdead), number(5),
		1.0, -2.5, 1e21, 1e-7, float32(0.1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), 123456789.0,
		complex(1, -2), complex64(complex(0.5, math.Inf(1))),
		"", "héllo 世界", "a\nb\t\"q\"`", "\xff\xfe", text("named"),
		[]byte("bytes"), []byte{}, bytes("nb"), octets{1, 2}, [3]byte{65, 66, 67}, &[3]byte{1, 2, 3},
		[]int{1, 2, 3}, []int(nil), []string{"a", "b c"}, []any{1, "a", nil, 2.5}, [2]bool{true, false}, [][]int{{1}, nil},
		map[string]int{"b": 2, "a": 1}, nilMap, map[float64]int{1.5: 1, math.Inf(-1): 3}, map[[2]int]string{{2, 1}: "a", {1, 9}: "b"}, map[stringy]stringy{{2}: {3}, {1}: {1}},
		struct{}{}, struct {
			a int
			b string
		}{1, "x"}, stringy{5}, &stringy{6}, ptrText{7}, &ptrText{8}, nilPtr, []stringy{{1}}, failure{"e"}, both(1), goText(3), []goText{4},
		custom{1}, []custom{{1}}, panicky(1), struct{ p panicky }{1}, outer{inner{stringy{1}, stringy{2}}, nil, failure{"q"}, stringy{9}}, &outer{},
		errors.New("plain"), nilErr, []error{failure{"a"}, nil},
	}
	flags := []string{"", "+", "-", "#", " ", "0", "+#", "-0", "#0", " #", "+0", "# 0"}
	for _, v := range values {
		h := uint64(14695981039346656037)
		for _, verb := range "vdsqxXobOUcteEfFgGTwz%!é" {
			for _, flag := range flags {
				for _, size := range []string{"", "12", ".2", "12.2", ".0", "3."} {
					h = sum(h, fmt.Sprintf("%"+flag+size+string(verb), v))
				}
			}
		}
		fmt.Printf("%v %T %016x\n", v, v, h)
	}
	for _, f := range []string{"%[2]d %[1]d", "%[3]d", "%[x]d", "%[", "%", "%-*d|", "%.*f|", "%[1]*d", "%*d", "%!", "%d %d %d", "%[2]*[1]d|", "%.[2]*[1]f|", "%200000000d", "%z"} {
		fmt.Fprintf(os.Stdout, f+"\n", 7, 3)
	}
	fmt.Println(fmt.Errorf("%w and %w: %d", errors.New("one"), failure{"two"}, 3))
	fmt.Printf("%v %d\n", fmt.Errorf("%w", 5), []any{"x", 1})
}
