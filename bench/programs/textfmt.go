// Sprintf and Fprintf, strconv both ways, Split, Join, Replace, Contains, Builder, +=. size: rounds; default: 200000; interp: 40000
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type point struct{ X, Y int }

func (p point) String() string { return "(" + strconv.Itoa(p.X) + "," + strconv.Itoa(p.Y) + ")" }

var errOdd = errors.New("odd")

func check(i int) error {
	if i&1 == 1 {
		return fmt.Errorf("check %d: %w", i, errOdd)
	}
	return nil
}

func main() {
	n := size(200000)
	total, odd := 0, 0
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	text := ""
	for i := 0; i < n; i++ {
		s := fmt.Sprintf("%d:%s:%5.2f|%-6d|%06x|%v", i, "name", float64(i)/3, i%100, i, i%2 == 0)
		total += len(s)
		parts := strings.Split(s, ":")
		k, _ := strconv.Atoi(parts[0])
		total += k & 1
		total += len(strings.Join(parts, "--"))
		if strings.Contains(s, "99") {
			s = strings.ReplaceAll(s, "9", "nine")
			total += strings.Count(s, "nine")
		}
		fmt.Fprintf(w, "%v %q\n", point{i, -i}, parts[1])
		if err := check(i); errors.Is(err, errOdd) {
			odd++
		}
		f, _ := strconv.ParseFloat(strconv.FormatFloat(float64(i)*1.1, 'f', 3, 64), 64)
		total += int(f) & 3
		if i%100 == 0 {
			text = ""
		}
		text += "ab" + strconv.Itoa(i&7)
		total += len(strings.TrimSpace("  "+text)) & 1
	}
	w.Flush()
	total += len(strings.Fields(buf.String())) + strings.Index(text, "ab3") + len(strings.ToUpper(text))
	fmt.Println(total, odd)
}
