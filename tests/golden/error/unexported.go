package main

import (
	"bytes"
	"strings"
)

func main() {
	var b bytes.Buffer
	b.buf = nil
	_ = b.Lenn()
	_ = b.len()
	strings.index("a", "b")
	_ = strings.Builder{addr: nil}
	var r strings.Readr
}
