// Numbers to text and back: all powers of two, edges of the formats, halfway cases, checksums over many values.
package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

func sum(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

func main() {
	h := uint64(14695981039346656037)
	for e := -1074; e <= 1023; e++ {
		x := math.Ldexp(1, e)
		for _, f := range []float64{x, math.Nextafter(x, 0), -math.Nextafter(x, math.Inf(1))} {
			for _, verb := range []byte("eEfgGbxX") {
				for _, prec := range []int{-1, 0, 3, 17} {
					h = sum(h, strconv.FormatFloat(f, verb, prec, 64))
				}
				h = sum(h, strconv.FormatFloat(f, verb, -1, 32))
			}
			short := strconv.FormatFloat(f, 'g', -1, 64)
			if back, err := strconv.ParseFloat(short, 64); back != f || err != nil {
				fmt.Println("does not read back:", short, back, err)
			}
		}
	}
	fmt.Printf("%016x\n", h)
	h = 1
	seed := uint64(88172645463325252)
	for i := 0; i < 3000; i++ {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		f := math.Float64frombits(seed)
		if math.IsNaN(f) {
			continue
		}
		s := strconv.FormatFloat(f, 'e', -1, 64)
		back, _ := strconv.ParseFloat(s, 64)
		narrow, err := strconv.ParseFloat(s, 32)
		h = sum(h, fmt.Sprint(s, back == f, narrow, err != nil, strconv.FormatFloat(f, 'g', int(seed%20), 64)))
		h = sum(h, strconv.FormatInt(int64(seed), int(seed%35)+2)+strconv.FormatUint(seed, 10))
	}
	fmt.Printf("%016x\n", h)
	for _, s := range []string{
		"", "inf", "-Infinity", "infi", "+nan", "NaN", "0x1p-2", "0x1.fffffffffffff8p1023", "0x1p-1075", "0x1", "1e400", "-1e400", "1e-400", "1_000", "1__0", "_1",
		"1._5", ".", "e1", "1e", "1e+", "1.797693134862315808e308", "3.4028236e38", "2.4703282292062327208e-324", "2.4703282292062328e-324",
		"9007199254740993", "9007199254740992.9999999999999999999999999999", "4503599627370497.5", "1e99999999999", "0." + strings.Repeat("0", 400) + "1e401",
		strings.Repeat("9", 400) + "e-380", "1.00000005960464477539062500000000000000000001", "+.5", "-0", "0x_1p0",
	} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, err32)
	}
	for _, s := range []string{"", "0", "-0", "+5", "128", "-129", "0x7f", "0b101", "0o17", "017", "08", "1_000", "_1", "1_", "0x_f", "9223372036854775808", "-9223372036854775808", "zz", "12a"} {
		for _, base := range []int{0, 10, 16, 36, 1, 37} {
			i, err := strconv.ParseInt(s, base, 8)
			u, err2 := strconv.ParseUint(s, base, 64)
			fmt.Println(i, err, u, err2)
		}
		fmt.Println(strconv.Atoi(s))
	}
	fmt.Println(strconv.ParseInt("1", 10, 65))
	for _, s := range []string{"1", "2i", "1+2i", "(1-2.5i)", "1+", "i", "NaN+NaNi", "1++2i", "1e400+1i", "1 + 2i"} {
		fmt.Println(strconv.ParseComplex(s, 128))
	}
	fmt.Println(strconv.FormatComplex(1-2i, 'f', 2, 64), strconv.AppendBool(nil, true), string(strconv.AppendFloat([]byte("x"), 1.5, 'z', -1, 64)))
	for _, f := range []func(){func() { strconv.FormatInt(1, 1) }, func() { strconv.FormatFloat(1, 'g', -1, 16) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
