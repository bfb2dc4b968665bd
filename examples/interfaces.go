// Lesson 11: an interface says what a value can do; types satisfy it without naming it.
package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
)

type Shape interface {
	Area() float64
	Name() string
}

type Square struct{ side float64 }
type Disc struct{ radius float64 }

func (s Square) Area() float64 { return s.side * s.side }
func (s Square) Name() string  { return "square" }
func (d Disc) Area() float64   { return math.Pi * d.radius * d.radius }
func (d Disc) Name() string    { return "disc" }

func describe(v any) string { // any: the interface that asks for nothing
	switch v := v.(type) { // v has the type of its case
	case nil:
		return "nothing"
	case int:
		return fmt.Sprint("an int, next is ", v+1)
	case string, []byte:
		return fmt.Sprintf("text %s", v)
	case Shape:
		return "a shape: " + v.Name()
	case error:
		return "an error: " + v.Error()
	}
	return fmt.Sprintf("some %T", v)
}

// Upper is an io.Writer: it can stand wherever one is asked for.
type Upper struct{ to io.Writer }

func (u Upper) Write(p []byte) (int, error) {
	return u.to.Write([]byte(strings.ToUpper(string(p))))
}

func main() {
	for _, s := range []Shape{Square{2}, Disc{1}} {
		fmt.Printf("%s: %.2f\n", s.Name(), s.Area())
	}
	for _, v := range []any{nil, 41, "hi", Disc{2}, io.EOF, 2.5} {
		fmt.Println(describe(v))
	}
	var s Shape = Square{3}
	if sq, ok := s.(Square); ok { // does it hold a Square?
		fmt.Println("side", sq.side)
	}
	fmt.Fprintln(Upper{os.Stdout}, "written through an own writer")
}
