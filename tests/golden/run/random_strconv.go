// strconv: numbers and quoting, both ways.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"fmt"
	"math"
	"strconv"
)

func rflt() float64 {
	switch rn(12) {
	case 0:
		return 0
	case 1:
		return math.Copysign(0, -1)
	case 2:
		return math.Inf(1 - 2*rn(2))
	case 3:
		return math.NaN()
	case 4, 8, 9:
		return math.Float64frombits(rnd())
	case 5:
		return float64(rn(1000)) / 10
	case 6:
		return -float64(rn(100000)) / 1000
	case 7:
		return math.Pow(10, float64(rn(600)-300))
	case 10:
		return math.SmallestNonzeroFloat64 * float64(rn(100))
	case 11:
		return float64(math.Float32frombits(uint32(rnd())))
	}
	return float64(int64(rnd()))
}
func num(al string, n int) string {
	s := ""
	for k := rn(n) + 1; k > 0; k-- {
		s += string(al[rn(len(al))])
	}
	return s
}
func rstr() string {
	al := []string{"a", "b", "é", "日", "\xff", "\n", "\"", "`", "\x00", "\u200b", "\U0001f600", " ", "\\", "'", "\x7f", "Z", "\ufffd", "\u0301", "\t", "\r", "\u00a0", "\u2028", "\xed\xa0\x80", "\x1b", "\U0010ffff"}
	s := ""
	for n := rn(7); n > 0; n-- {
		s += al[rn(len(al))]
	}
	return s
}
func fstr() string {
	s := []string{"", "", "", "-", "+", " "}[rn(6)]
	switch rn(10) {
	case 0:
		return s + []string{"inf", "Infinity", "nan", "NaN", "infinit", "INF", "iNfInItY", "nano", ".", "", "e", "0x", "0xp1", "1e", "1e+", "_1", "1_", "1__0", "0x_1p0", "1_0.5", "0_1", "0b1", "0o7", "0x1.8p-1074", "1e400", "1e-400", "0x1p1024", "0x1p-1080", "0e9999999999999999999", "1e9999999999", "00000000000000000001e3", "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7fp1023", "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623159e308", "1.797693134862315708145274237317043567981e+308", "0x.8p0", "0x8.p0", "0x1P+5", "0X1p-5", "1p5", "0x1e5"}[rn(45)]
	case 1:
		return s + "0x" + num("0123456789abcdefABCDEF._", 20) + "p" + strconv.Itoa(rn(2200)-1100)
	case 2:
		return s + num("0123456789", 25) + "." + num("0123456789", 40) + "e" + strconv.Itoa(rn(700)-350)
	case 3:
		return s + num("0123456789._eE+-xp", 12)
	case 4:
		f := rflt()
		return strconv.FormatFloat(f, 'g', 15+rn(10), 64)
	case 5: // half way
		b := rnd() & 0x7fefffffffffffff
		return strconv.FormatFloat(math.Float64frombits(b), 'e', 800, 64)
	case 6:
		b := rnd() & 0x7fefffff
		return strconv.FormatFloat(float64(math.Float32frombits(uint32(b)))*(1+math.Pow(2, -25)), 'e', 60, 64)
	}
	return s + num("0123456789", 30) + []string{"", "."}[rn(2)] + num("0123456789", 5) + []string{"", "e" + strconv.Itoa(rn(100)-50)}[rn(2)]
}

func main() {
	state = 7172645463325251
	w := &lines
	for i := 0; i < 800; i++ {
		f := rflt()
		c := "eEfgGbxXz%"[rn(10)]
		p := rn(30) - 2
		if rn(20) == 0 {
			p = rn(400)
		}
		bs := []int{32, 64}[rn(2)]
		fmt.Fprintln(w, i, math.Float64bits(f), string(c), p, bs, strconv.FormatFloat(f, c, p, bs))
		s := fstr()
		g, err := strconv.ParseFloat(s, bs)
		fmt.Fprintln(w, i, strconv.Quote(s), math.Float64bits(g), err)
		is := []string{"", "", "+", "-"}[rn(4)] + []string{"", "", "0x", "0X", "0b", "0o", "0", "_"}[rn(8)] + num("00123456789abcdefzABCXY_", 1+rn(20))
		if rn(3) == 0 {
			is = []string{"", "-"}[rn(2)] + strconv.FormatUint(rnd()>>uint(rn(64)), 10)
		}
		base := rn(40) - 1
		if rn(2) == 0 {
			base = []int{0, 10, 16, 2, 8}[rn(5)]
		}
		bits := []int{0, 8, 16, 32, 64, 7, 63, 1, 65, -1}[rn(10)]
		a, err := strconv.ParseInt(is, base, bits)
		b, err2 := strconv.ParseUint(is, base, bits)
		d, err3 := strconv.Atoi(is)
		fmt.Fprintln(w, i, is, base, bits, a, err, b, err2, d, err3)
		v := int64(rnd() >> uint(rn(64)))
		if rn(2) == 0 {
			v = -v
		}
		bb := 2 + rn(35)
		fmt.Fprintln(w, strconv.FormatInt(v, bb), strconv.FormatUint(uint64(v), bb), strconv.Itoa(int(v)), string(strconv.AppendInt([]byte("x"), v, bb)), string(strconv.AppendUint(nil, uint64(v), bb)))
		q := rstr()
		fmt.Fprintln(w, strconv.Quote(q), strconv.QuoteToASCII(q), strconv.QuoteToGraphic(q), strconv.CanBackquote(q), string(strconv.AppendQuote([]byte{'<'}, q)), string(strconv.AppendQuoteToASCII(nil, q)), string(strconv.AppendQuoteToGraphic(nil, q)))
		r := rune(rn(0x111000)) - 5
		if rn(2) == 0 {
			r = rune(rn(0x300))
		}
		fmt.Fprintln(w, r, strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r), string(strconv.AppendQuoteRune(nil, r)), string(strconv.AppendQuoteRuneToASCII(nil, r)))
		u := []string{`"`, "`", "'"}[rn(3)]
		us := u
		for n := rn(5); n > 0; n-- {
			us += []string{"a", `\n`, `\x4`, `\x41`, `\u00e9`, `\u12`, `\U0001F600`, `\U00110000`, `\ud800`, `\101`, `\400`, `\8`, `\'`, `\"`, "é", "\xff", "\n", "\r", `\\`, `\a\b\f\n\r\t\v`, `\z`, "`", `"`, "'"}[rn(24)]
		}
		us += []string{u, u, u, "", "x"}[rn(5)]
		o, e := strconv.Unquote(us)
		pr, e2 := strconv.QuotedPrefix(us)
		fmt.Fprintf(w, "%q %q %v %q %v\n", us, o, e, pr, e2)
		rr, mb, tail, e3 := strconv.UnquoteChar(us[1:], us[0])
		fmt.Fprintln(w, rr, mb, strconv.Quote(tail), e3)
		cs := []string{"", "("}[rn(2)] + fstr() + []string{"", "i", "+" + fstr() + "i", fstr() + "i"}[rn(4)] + []string{"", ")"}[rn(2)]
		cc, e4 := strconv.ParseComplex(cs, bs*2)
		fmt.Fprintln(w, strconv.Quote(cs), math.Float64bits(real(cc)), math.Float64bits(imag(cc)), e4)
		fmt.Fprintln(w, strconv.FormatComplex(complex(rflt(), f), "efgGbxX"[rn(7)], rn(20)-1, bs*2))
		bo, e5 := strconv.ParseBool([]string{"1", "t", "T", "true", "TRUE", "True", "0", "f", "F", "false", "FALSE", "False", "tRUE", "", "yes"}[rn(15)])
		fmt.Fprintln(w, bo, e5)
		lines.endCase()
	}
}
