// Calls into the library that do little each: math/rand, Once, atomic.Value, sync.Map, time, utf8, unicode, min and max. size: calls; default: 1000000; interp: 100000
package main

import (
	"fmt"
	"math"
	"math/rand"
	"os"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
	"unicode/utf8"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

func main() {
	n := size(1000000)
	r := rand.New(rand.NewSource(1))
	sum := 0
	for i := 0; i < n; i++ {
		sum += r.Intn(10)
		if r.Float64() < 0.25 {
			sum++
		}
	}
	xs := r.Perm(1000)
	for i := 0; i < n/1000; i++ {
		r.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
		sum += xs[0] + r.Perm(1000)[0]
	}
	var once sync.Once
	var v atomic.Value
	v.Store([]int{1, 2, 3})
	var m sync.Map
	for i := 0; i < n; i++ {
		once.Do(func() { sum++ })
		sum += v.Load().([]int)[i%3]
		if i%16 == 0 {
			m.Store(i%64, i)
			if x, ok := m.Load(i % 32); ok {
				sum += x.(int) & 1
			}
		}
	}
	t := time.Date(2024, 2, 28, 23, 59, 58, 0, time.UTC)
	for i := 0; i < n/50; i++ {
		t = t.Add(1777 * time.Second)
		sum += len(t.Format("2006-01-02 15:04:05")) + t.YearDay() + int(t.Weekday())
	}
	text := strings.Repeat("Grüße, 世界! abc ", 50)
	for i := 0; i < n/2000; i++ {
		for len(text) > 0 && i < 0 {
			break
		}
		sum += utf8.RuneCountInString(text)
		for _, c := range text {
			if unicode.IsUpper(c) || unicode.IsSpace(c) || unicode.IsLetter(c) {
				sum++
			}
		}
		sum += len(strings.Map(unicode.ToUpper, text))
	}
	f := 0.0
	for i := 0; i < n; i++ {
		f += math.Sin(float64(i)) * math.Floor(float64(i)/3) / math.Pow(2, float64(i&7)) * math.Max(1, float64(min(i, 5)))
	}
	type kv struct{ k, v int }
	kvs := make([]kv, n/20)
	for i := range kvs {
		kvs[i] = kv{r.Intn(100), i}
	}
	sort.SliceStable(kvs, func(i, j int) bool { return kvs[i].k < kvs[j].k })
	fmt.Println(sum, t.Unix(), kvs[len(kvs)/2], fmt.Sprintf("%.3f", f))
}
