// Package io: pipes, copies, limits, tees.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

func main() {
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(io.ErrUnexpectedEOF)
	}()
	b, err := io.ReadAll(pr)
	fmt.Println(string(b), err)
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(strings.NewReader("0123456789"), 4))
	fmt.Println(n, err, out.String())
	var tee bytes.Buffer
	io.Copy(io.Discard, io.TeeReader(strings.NewReader("tee"), &tee))
	fmt.Println(tee.String())
	mr := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	b, _ = io.ReadAll(mr)
	var w1, w2 strings.Builder
	io.WriteString(io.MultiWriter(&w1, &w2), "both")
	fmt.Println(string(b), w1.String(), w2.String())
	buf := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("ab"), buf)
	fmt.Println(err)
	_, err = io.ReadAtLeast(strings.NewReader("abcdef"), buf, 2)
	fmt.Println(string(buf), err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b), sr.Size())
	_, err = io.CopyN(&out, strings.NewReader("x"), 5)
	fmt.Println(err)
}
