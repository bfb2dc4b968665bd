// Maps with string keys: windows of a text counted, sorted by count. size: bases; default: 400000; interp: 120000
package main

import (
	"fmt"
	"os"
	"sort"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type entry struct {
	key   string
	count int
}

func count(text string, k int) map[string]int {
	m := make(map[string]int)
	for i := 0; i+k <= len(text); i++ {
		m[text[i:i+k]]++
	}
	return m
}

func main() {
	n := size(400000)
	seed := uint32(42)
	buf := make([]byte, n)
	for i := range buf {
		seed = seed*1664525 + 1013904223
		buf[i] = "ACGT"[seed>>30]
	}
	text := string(buf)
	for k := 1; k <= 8; k += k {
		m := count(text, k)
		var list []entry
		for key, c := range m {
			list = append(list, entry{key, c})
		}
		sort.Slice(list, func(i, j int) bool {
			if list[i].count != list[j].count {
				return list[i].count > list[j].count
			}
			return list[i].key < list[j].key
		})
		fmt.Println(k, len(list), list[0].key, list[0].count)
	}
	fmt.Println(count(text, 12)[text[5:17]])
}
