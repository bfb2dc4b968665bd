// Lesson 13: errors are values: returned, looked at, wrapped, passed on.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
)

var ErrEmpty = errors.New("empty input") // one that callers can ask for

type RangeError struct{ Value, Max int } // one that carries facts

func (e *RangeError) Error() string { return fmt.Sprintf("%d is above %d", e.Value, e.Max) }

func percent(s string) (int, error) {
	if s == "" {
		return 0, ErrEmpty
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("percent: %w", err) // %w keeps the cause
	}
	if n > 100 {
		return 0, fmt.Errorf("percent: %w", &RangeError{n, 100})
	}
	return n, nil
}

func main() {
	for _, s := range []string{"42", "", "abc", "250"} {
		n, err := percent(s)
		var r *RangeError
		switch {
		case err == nil:
			fmt.Println("good:", n)
		case errors.Is(err, ErrEmpty):
			fmt.Println("nothing was given")
		case errors.As(err, &r):
			fmt.Println("too much by", r.Value-r.Max, "-", err)
		case errors.Is(err, strconv.ErrSyntax):
			fmt.Println("not a number -", err)
		}
	}
	_, err := os.ReadFile("/no/such/file")
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	fmt.Println(errors.Join(ErrEmpty, errors.New("and another")))
}
