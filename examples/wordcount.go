// Lesson 27: a word count: lines spread over goroutines, their counts put together.
package main

import (
	"bufio"
	"fmt"
	"runtime"
	"sort"
	"strings"
	"sync"
	"unicode"
)

const text = `The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox runs. A fox, a dog, a day!
What does the fox say to the dog? The dog says nothing.`

func count(lines <-chan string) map[string]int {
	counts := map[string]int{} // one map a goroutine: nothing is shared
	for line := range lines {
		words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) })
		for _, w := range words {
			counts[strings.ToLower(w)]++
		}
	}
	return counts
}

func main() {
	lines := make(chan string)
	go func() {
		scanner := bufio.NewScanner(strings.NewReader(text)) // os.Stdin works the same
		for scanner.Scan() {
			lines <- scanner.Text()
		}
		close(lines)
	}()

	parts := make([]map[string]int, runtime.NumCPU())
	var wg sync.WaitGroup
	for i := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			parts[i] = count(lines)
		}()
	}
	wg.Wait()

	total := map[string]int{}
	var words []string
	for _, part := range parts {
		for w, n := range part {
			if total[w] == 0 {
				words = append(words, w)
			}
			total[w] += n
		}
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return total[a] > total[b] || total[a] == total[b] && a < b
	})
	for _, w := range words[:6] {
		fmt.Printf("%-6s %s\n", w, strings.Repeat("*", total[w]))
	}
	fmt.Println(len(words), "different words")
}
