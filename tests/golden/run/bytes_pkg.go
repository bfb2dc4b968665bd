// Package bytes.
package main

import (
	"bytes"
	"fmt"
	"io"
)

func main() {
	b := []byte("hello, world")
	fmt.Println(bytes.Contains(b, []byte("wor")), bytes.Index(b, []byte("o")), bytes.Equal(b, []byte("x")), bytes.Compare([]byte("a"), []byte("b")), bytes.Count(b, []byte("l")))
	fmt.Printf("%s %s %q %s\n", bytes.ToUpper(b), bytes.TrimSpace([]byte(" x ")), bytes.Split([]byte("a,b"), []byte(",")), bytes.Replace(b, []byte("l"), []byte("L"), -1))
	var buf bytes.Buffer
	buf.WriteString("abc")
	buf.Write([]byte("def"))
	buf.WriteByte('g')
	fmt.Fprintf(&buf, "%03d", 7)
	p := make([]byte, 4)
	n, err := buf.Read(p)
	fmt.Println(n, err, string(p), buf.String(), buf.Len())
	buf.Truncate(2)
	line, err := buf.ReadString('x')
	fmt.Println(line, err, buf.Len())
	_, err = buf.ReadByte()
	fmt.Println(err == io.EOF)
	fmt.Println(bytes.Fields([]byte(" a b ")), bytes.HasPrefix(b, []byte("he")), bytes.Join([][]byte{[]byte("x"), []byte("y")}, []byte("-")), bytes.Repeat([]byte("z"), 3), bytes.EqualFold([]byte("Go"), []byte("GO")))
	r := bytes.NewReader([]byte("seek"))
	r.Seek(2, io.SeekStart)
	rest, _ := io.ReadAll(r)
	fmt.Println(string(rest), bytes.IndexByte(b, 'w'), bytes.LastIndex(b, []byte("o")), string(bytes.Title([]byte("ab cd"))), bytes.ContainsAny(b, "xyz"))
}
