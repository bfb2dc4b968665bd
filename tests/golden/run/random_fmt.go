// The Sprint family with every verb, flag, index and kind of value.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"errors"
	"fmt"
	"math"
	"time"
	"unsafe"
)

type I int
type S string
type B []byte
type St struct {
	A int
	b string
	C []int
	D *int
	E any
	F map[string]int
}
type Str int

func (s Str) String() string { return fmt.Sprintf("Str<%d>", int(s)) }

type PStr struct{ x int }

func (p *PStr) String() string { return fmt.Sprintf("PStr(%d)", p.x) }

type Er string

func (e Er) Error() string { return "Er:" + string(e) }

type GoS struct{ v int }

func (g GoS) GoString() string { return fmt.Sprintf("GoS!%d", g.v) }

type Fm struct{ v int }

func (f Fm) Format(s fmt.State, c rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "{%d %c %d %v %d %v", f.v, c, w, wok, p, pok)
	for _, r := range "+-# 0" {
		if s.Flag(int(r)) {
			fmt.Fprintf(s, "%c", r)
		}
	}
	fmt.Fprintf(s, " %s}", fmt.FormatString(s, c))
}

type Pan struct{ k int }

func (p Pan) String() string {
	switch p.k % 4 {
	case 0:
		panic("boom")
	case 1:
		panic(errors.New("err"))
	case 2:
		panic(fmt.Sprintf("%d", p.k))
	}
	panic(Str(3))
}

type Emb struct {
	St
	Str
	*PStr
}
type In struct {
	a, b any
	s    fmt.Stringer
	e    error
	t    time.Duration
}
type K struct {
	a int
	b string
}
type Fn func(int) string
type Ch chan int

func rstr() string {
	al := []string{"a", "b", "é", "日", "\xff", "\n", "\"", "`", "\x00", "\u200b", "\U0001f600", " ", "\\", "'", "\x7f", "Z", "\ufffd", "\u0301"}
	s := ""
	for n := rn(6); n > 0; n-- {
		s += al[rn(len(al))]
	}
	return s
}
func rint() int64 {
	switch rn(6) {
	case 0:
		return int64(rn(10))
	case 1:
		return -int64(rn(100))
	case 2:
		return int64(rnd())
	case 3:
		return math.MinInt64
	case 4:
		return int64(rn(0x11ffff))
	}
	return int64(1) << rn(63)
}
func rflt() float64 {
	switch rn(10) {
	case 0:
		return 0
	case 1:
		return math.Copysign(0, -1)
	case 2:
		return math.Inf(1 - 2*rn(2))
	case 3:
		return math.NaN()
	case 4:
		return math.Float64frombits(rnd())
	case 5:
		return float64(rn(1000)) / 10
	case 6:
		return -float64(rn(100000)) / 1000
	case 7:
		return math.Pow(10, float64(rn(40)-20))
	case 8:
		return math.SmallestNonzeroFloat64 * float64(rn(100))
	}
	return float64(int64(rnd()))
}

var iv = 7
var depth int

func arg() any {
	depth++
	defer func() { depth-- }()
	n := 62
	if depth > 3 {
		n = 30
	}
	k := rn(n)
	if depth > 1 {
		switch k {
		case 18, 23, 33, 37, 42, 54, 55, 57, 59, 44:
			k = 0
		}
	}
	switch k {
	case 0:
		return int(rint())
	case 1:
		return int8(rint())
	case 2:
		return uint8(rint())
	case 3:
		return int32(rint())
	case 4:
		return uint64(rint())
	case 5:
		return rflt()
	case 6:
		return float32(rflt())
	case 7:
		return rstr()
	case 8:
		return []byte(rstr())
	case 9:
		return nil
	case 10:
		return rn(2) == 0
	case 11:
		return complex(rflt(), rflt())
	case 12:
		return complex64(complex(rflt(), rflt()))
	case 13:
		return I(rint())
	case 14:
		return S(rstr())
	case 15:
		return B(rstr())
	case 16:
		return Str(rn(9))
	case 17:
		return (*PStr)(nil)
	case 18:
		return &PStr{rn(9)}
	case 19:
		return Er(rstr())
	case 20:
		return GoS{rn(9)}
	case 21:
		return Fm{rn(9)}
	case 22:
		return Pan{rn(9)}
	case 23:
		return errors.New(rstr())
	case 24:
		return time.Duration(rint())
	case 25:
		return (*int)(nil)
	case 26:
		return Fn(nil)
	case 27:
		return Ch(nil)
	case 28:
		return unsafe.Pointer(nil)
	case 29:
		return uintptr(rint())
	case 30:
		return []int{1, -2, int(rint())}
	case 31:
		return []string{rstr(), rstr()}
	case 32:
		return [3]byte{1, 2, byte(rn(256))}
	case 33:
		return &[3]byte{1, 2, byte(rn(256))}
	case 34:
		return map[string]int{rstr(): 1, rstr(): 2}
	case 35:
		return map[int]string{rn(5): rstr(), -3: "x"}
	case 36:
		return St{1, rstr(), []int{2}, nil, arg(), nil}
	case 37:
		return &St{1, rstr(), nil, nil, arg(), map[string]int{"k": 1}}
	case 38:
		return []any{arg(), arg()}
	case 39:
		return []any(nil)
	case 40:
		return map[K]any{{rn(4), rstr()}: arg(), {2, "z"}: nil}
	case 41:
		return In{arg(), arg(), Str(2), Er("q"), 5}
	case 42:
		return Emb{St{}, 4, nil}
	case 43:
		return []Str{1, 2}
	case 44:
		return []error{Er("a"), nil, Er("w")}
	case 45:
		return map[any]int{1: 2, -4: 3, 0: 1, nil: 7}
	case 46:
		return []float64{rflt(), rflt()}
	case 47:
		return [][]int{{1}, nil, {}}
	case 48:
		return struct{}{}
	case 49:
		return struct {
			a int `tag:"x"`
			b []string
			c func()
		}{3, nil, nil}
	case 50:
		return [2]bool{true}
	case 51:
		return []Pan{{1}, {2}}
	case 52:
		return []Fm{{1}, {2}}
	case 53:
		return []rune(rstr())
	case 54:
		return &[]int{1, 2}
	case 55:
		return &map[string]int{"a": 1}
	case 56:
		return map[float64]string{math.NaN(): "n", 1: "o", math.Inf(-1): "i"}
	case 57:
		return fmt.Errorf("w %w", Er("in"))
	case 58:
		return []GoS{{1}}
	case 59:
		return &Emb{}
	case 60:
		return []complex128{complex(rflt(), 1)}
	}
	return []byte(nil)
}

func format() string {
	f := ""
	for n := 1 + rn(3); n > 0; n-- {
		f += []string{"", "", "x", " ", "é"}[rn(5)]
		f += "%"
		for rn(2) == 0 {
			f += string("+-# 0"[rn(5)])
		}
		ix := func() {
			if rn(12) == 0 {
				f += []string{"[1]", "[2]", "[3]", "[x]", "[9]", "[", "[]", "[0]", "[-1]", "[2", "[ 1]"}[rn(11)]
			}
		}
		ix()
		switch rn(5) {
		case 0:
			f += fmt.Sprint(rn(25))
		case 1:
			if rn(3) == 0 {
				f += "*"
			}
		}
		ix()
		switch rn(6) {
		case 0:
			f += "." + fmt.Sprint(rn(25))
		case 1:
			if rn(3) == 0 {
				f += ".*"
			} else {
				f += "."
			}
		}
		ix()
		f += string([]rune("vvvvvvdbcoOqxXUeEfFgGstTp%wz!é\xff")[rn(31)])
	}
	return f
}

func main() {
	w := &lines
	for i := 0; i < 1500; i++ {
		f := format()
		var as []any
		for n := rn(4); n >= 0; n-- {
			as = append(as, arg())
		}
		if f == "" {
			continue
		}
		skip := false
		for j := 0; j+1 < len(f); j++ {
			if f[j] == 'p' || f[j:j+1] == "P" || f[j+1] == 'p' {
				skip = true
			}
		}
		var s string
		switch rn(8) {
		case 0:
			s = fmt.Sprint(as...)
		case 1:
			s = fmt.Sprintln(as...)
		case 2:
			e := fmt.Errorf(f, as...)
			s = fmt.Sprintf("%s %T %v", e.Error(), e, errors.Unwrap(e))
		default:
			s = fmt.Sprintf(f, as...)
		}
		if skip {
			continue
		}
		fmt.Fprintf(w, "%d %q %q\n", i, f, s)
		lines.endCase()
	}
}
