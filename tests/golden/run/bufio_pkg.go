// Package bufio over strings and buffers.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

func main() {
	sc := bufio.NewScanner(strings.NewReader("line one\nline two\r\n\nlast"))
	for sc.Scan() {
		fmt.Printf("%q\n", sc.Text())
	}
	sc = bufio.NewScanner(strings.NewReader("  some words\there "))
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		fmt.Print(sc.Text(), "|")
	}
	fmt.Println(sc.Err())
	r := bufio.NewReader(strings.NewReader("first\nsecond\nthird"))
	for {
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v\n", line, err)
		if err == io.EOF {
			break
		}
	}
	var buf bytes.Buffer
	w := bufio.NewWriterSize(&buf, 16)
	fmt.Fprintf(w, "%s %d", "hello", 42)
	fmt.Println(buf.Len(), w.Buffered(), w.Available())
	w.Flush()
	fmt.Println(buf.String(), buf.Len())
	rr := bufio.NewReader(strings.NewReader("aé世x"))
	for {
		c, size, err := rr.ReadRune()
		if err != nil {
			break
		}
		fmt.Print(string(c), size, " ")
	}
	rr.Reset(strings.NewReader("peek"))
	p, _ := rr.Peek(2)
	b, _ := rr.ReadByte()
	rr.UnreadByte()
	rest, _ := io.ReadAll(rr)
	fmt.Println(string(p), b, string(rest))
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(sc.Scan(), sc.Err())
}
