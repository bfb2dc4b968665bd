// Words of a text: Scanner, Fields, ToLower, a map, a sort. size: lines; default: 60000; interp: 20000
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

func main() {
	n := size(60000)
	words := strings.Fields("The quick brown fox jumps over the lazy Dog while seven Wizards mix potions of amber and indigo")
	var text strings.Builder
	seed := uint32(1)
	for i := 0; i < n; i++ {
		for j := 0; j < 9; j++ {
			seed = seed*1664525 + 1013904223
			text.WriteString(words[seed>>16%uint32(len(words))])
			text.WriteByte(' ')
			if seed>>28 == 0 {
				text.WriteString(strconv.Itoa(int(seed >> 22)))
				text.WriteByte(' ')
			}
		}
		text.WriteByte('\n')
	}
	counts := map[string]int{}
	lines := 0
	sc := bufio.NewScanner(strings.NewReader(text.String()))
	for sc.Scan() {
		lines++
		for _, w := range strings.Fields(sc.Text()) {
			counts[strings.ToLower(w)]++
		}
	}
	letters := 0
	sc = bufio.NewScanner(strings.NewReader(text.String()))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		letters += len(sc.Bytes())
	}
	keys := make([]string, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := keys[i], keys[j]
		if counts[a] != counts[b] {
			return counts[a] > counts[b]
		}
		return a < b
	})
	for _, k := range keys[:5] {
		fmt.Printf("%-8s %d\n", k, counts[k])
	}
	fmt.Println(lines, letters, len(keys))
}
