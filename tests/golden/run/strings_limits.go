package main

import (
	"bytes"
	"fmt"
	"strings"
)

func try(n string, f func()) {
	defer func() {
		e := recover()
		_, re := e.(interface{ RuntimeError() })
		fmt.Printf("%s: %v %T %v\n", n, e, e, re)
	}()
	f()
}

func main() {
	const max = 1<<63 - 1
	try("rep", func() { strings.Repeat("-", max) })
	try("rep2", func() { strings.Repeat("--", max) })
	try("brep", func() { bytes.Repeat([]byte("-"), max) })
	try("grow", func() { var b strings.Builder; b.Grow(max) })
	try("grow2", func() { var b strings.Builder; b.WriteString("aa"); b.Grow(max) })
	try("bgrow", func() { var b bytes.Buffer; b.Grow(max) })
	try("bgrow2", func() { var b bytes.Buffer; b.WriteString("aa"); b.Grow(max) })
	try("neg", func() { var b bytes.Buffer; b.Grow(-1) })
	try("sneg", func() { var b strings.Builder; b.Grow(-1) })
	try("trunc", func() { var b bytes.Buffer; b.Truncate(1) })
	try("next", func() { b := bytes.NewBufferString("abc"); fmt.Printf("%q\n", b.Next(10)); b.Next(-1) })
	try("copy", func() { var a strings.Builder; a.WriteString("x"); b := a; b.WriteString("y") })
	try("make", func() { n := max; _ = make([]byte, n) })
	try("unread", func() { b := bytes.NewBufferString("abc"); fmt.Println(b.UnreadByte(), b.UnreadRune()) })
	try("repl", func() { strings.NewReplacer("a") })
	try("join", func() { fmt.Println(len(strings.Join(make([]string, 1000), strings.Repeat("x", 1000)))) })
	try("split", func() { fmt.Printf("%q\n", strings.SplitN("a,b,c", ",", max)) })
	try("replace", func() { fmt.Println(strings.Replace("aaa", "a", "b", max)) })
}
