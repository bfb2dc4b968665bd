// Files, environment, standard streams.
package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	dir, err := os.MkdirTemp("", "golden")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	name := dir + "/f.txt"
	fmt.Println(os.WriteFile(name, []byte("line 1\nline 2\n"), 0o644))
	b, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", b, err)
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	fmt.Println(err)
	n, err := f.WriteString("more")
	fmt.Println(n, err, f.Close(), f.Close() != nil)
	st, err := os.Stat(name)
	fmt.Println(st.Size(), st.Name(), st.IsDir(), st.Mode(), err)
	f, _ = os.Open(name)
	f.Seek(7, io.SeekStart)
	rest, _ := io.ReadAll(f)
	fmt.Printf("%q\n", rest)
	_, err = f.Write([]byte("x"))
	fmt.Println(err != nil)
	f.Close()
	fmt.Println(os.Remove(name), os.IsNotExist(os.Remove(name)))
	os.Setenv("GOLDEN_X", "value")
	v, ok := os.LookupEnv("GOLDEN_X")
	fmt.Println(os.Getenv("GOLDEN_X"), v, ok, os.Getenv("GOLDEN_NONE") == "", len(os.Args))
	fmt.Fprintln(os.Stderr, "to stderr")
	os.Stdout.WriteString("direct\n")
	_, err = os.ReadFile("/nonexistent")
	fmt.Println(err)
	_, err = os.ReadFile("/")
	fmt.Println(err)
}
