// Package errors and %w.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

type tempErr struct{ temp bool }

func (t tempErr) Error() string   { return "temp error" }
func (t tempErr) Temporary() bool { return t.temp }
func (t tempErr) Is(target error) bool { return target == io.EOF }

func main() {
	base := errors.New("base")
	w := fmt.Errorf("layer 2: %w", fmt.Errorf("layer 1: %w", base))
	fmt.Println(w, errors.Is(w, base), errors.Unwrap(w), errors.Unwrap(base))
	j := errors.Join(base, nil, io.EOF)
	fmt.Println(j, errors.Is(j, io.EOF), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("both: %w and %w", base, io.ErrUnexpectedEOF)
	fmt.Println(m, errors.Is(m, io.ErrUnexpectedEOF), errors.Unwrap(m))
	var t tempErr
	fmt.Println(errors.As(fmt.Errorf("x: %w", tempErr{true}), &t), t.temp, errors.Is(t, io.EOF))
	var temp interface{ Temporary() bool }
	fmt.Println(errors.As(error(t), &temp), temp.Temporary())
	_, err := os.Open("/does/not/exist")
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	var pe *os.PathError
	if errors.As(err, &pe) {
		fmt.Println(pe.Op, pe.Path, pe.Err)
	}
	fmt.Println(errors.New("a") == errors.New("a"), fmt.Errorf("no wrap %v", base), errors.Unwrap(fmt.Errorf("%v", base)) == nil)
}
