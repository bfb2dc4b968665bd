// Package strconv.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	n, err := strconv.Atoi("-123")
	fmt.Println(n, err)
	for _, s := range []string{"", "abc", "12x", "99999999999999999999", "0x1f", "1_000", "+5"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	v, err := strconv.ParseInt("0x1f", 0, 64)
	fmt.Println(v, err)
	v, err = strconv.ParseInt("-80", 16, 8)
	fmt.Println(v, err)
	v, err = strconv.ParseInt("80", 16, 8)
	fmt.Println(v, err)
	u, err := strconv.ParseUint("18446744073709551615", 10, 64)
	fmt.Println(u, err)
	for _, s := range []string{"1.5", "1e400", "inf", "-NaN", "0x1p-2", ".5e-3", "x", "1e-400", "123456789012345678901234567890", "4.9e-324", "1.7976931348623159e308"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	b, err := strconv.ParseBool("T")
	fmt.Println(b, err)
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 36), strconv.FormatUint(math.MaxUint64, 16))
	for _, f := range []float64{0, 1, 0.1, 1e21, 1e-7, 123456789, math.Pi, 1.0 / 3, 5e-324, math.MaxFloat64, 100, 2.5e10} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'e', 3, 64), strconv.FormatFloat(f, 'f', -1, 64), strconv.FormatFloat(f, 'f', 2, 64), strconv.FormatFloat(f, 'g', -1, 32))
	}
	fmt.Println(strconv.Quote("hi\n\"there\"\x00\u00e9\u2028\U0001F600\xff"), strconv.QuoteToASCII("é世"), strconv.QuoteRune('☺'))
	s, err := strconv.Unquote(`"a\tb\u00e9\x41"`)
	fmt.Println(s, err)
	_, err = strconv.Unquote(`"bad`)
	fmt.Println(err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 42, 10)), string(strconv.AppendQuote(nil, "q")))
	_, err = strconv.ParseInt("1", 1, 64)
	fmt.Println(err)
}
