// strings: many old strings for a Replacer, searches from the end whose comparisons are long.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	var pairs []string
	for i := 0; i < 300; i++ {
		pairs = append(pairs, "s"+strconv.Itoa(i*7%300), "<"+strconv.Itoa(i)+">")
	}
	for _, more := range [][]string{nil, {"", "-"}, {"s1", "later"}, {"sx", "X", "x", "Y"}} {
		for _, front := range []bool{false, true} {
			all := append(append([]string(nil), pairs...), more...)
			if front {
				all = append(append([]string(nil), more...), pairs...)
			}
			r := strings.NewReplacer(all...)
			fmt.Println(r.Replace("s1 s10 s100 s2x sx s s299 s3000 ss5"), r.Replace("nothing"), r.Replace(""))
		}
	}
	as := strings.Repeat("a", 5000)
	for _, t := range []string{as, as[:100], "b" + as[:100], as[:70] + "b" + as[:70], as[:80] + "b", "b" + as[:65], "ab" + as[:90]} {
		for _, s := range []string{as, "b" + as, as + "b", as[:1000] + "b" + as[:1000], as[:79] + "b" + as[:69] + "b" + as, "ab" + as[:90] + as[:10] + "b" + as[:200]} {
			fmt.Print(strings.LastIndex(s, t), " ")
		}
		fmt.Println()
	}
}
