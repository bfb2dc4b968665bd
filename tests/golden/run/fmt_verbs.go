// fmt's verbs and flags.
package main

import (
	"errors"
	"fmt"
)

type P struct {
	X, Y int
	s    string
	p    *int
	i    any
	m    map[string]int
}
type St string

func (s St) String() string { return "<" + string(s) + ">" }

type G int

func (G) GoString() string { return "G!" }

type F struct{}

func (F) Format(s fmt.State, c rune) {
	w, ok := s.Width()
	fmt.Fprintf(s, "F(%c %d %v %v)", c, w, ok, s.Flag('+'))
}

type bad struct{}

func (bad) String() string { panic("boom") }

func main() {
	fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 'x', 'x', 'x', '世')
	fmt.Printf("%f|%.2f|%8.3f|%-8.1f|%08.2f|%+.1e|%g|%G|%e|%v|%6.3v\n", 3.14159, 3.14159, 3.14159, 3.14159, -3.14159, 12345.678, 1e-10, 1e20, 0.0, 2.5, 3.14159)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%#q|%+q\n", "go", "go", "go", "golang", "a\"b", "hex", "hex", "hex", "raw", "é")
	fmt.Printf("%v|%+v|%T|%#v\n", P{1, 2, "s", nil, 3, nil}, P{1, 2, "s", nil, 3, map[string]int{"b": 1, "a": 2}}, P{}, P{1, 2, "s", nil, nil, map[string]int{"k": 1}})
	fmt.Printf("%v %v %v %v\n", &P{}, []P{{}}, &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%t|%v|%5t|%p|%v\n", true, false, true, nil, nil)
	fmt.Printf("%v %d %s %x %q\n", []string{"a", "b"}, []int{1, 2}, []string{"x"}, []string{"hi", "yo"}, []string{"q"})
	fmt.Printf("%v %s %x %d %v\n", []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"), [3]byte{1, 2, 3})
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", []int{1}, map[string]bool{"a": true}, "s", 1.0, struct{ A any }{nil}, [2]string{"x"})
	fmt.Printf("%v %s %d %#v %v\n", St("x"), St("y"), G(3), G(3), []St{"a"})
	fmt.Printf("%v %+5d %s\n", F{}, F{}, F{})
	fmt.Printf("%!|%z|%d|%d %d\n", 1, "str")
	fmt.Printf("%d\n", 1, 2, "extra")
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|\n", 12.0, 2, 6)
	fmt.Printf("%*d|%-*d|%.*f|%[5]d\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%s %v %d\n", errors.New("err"), error(nil), []any{1, "a", nil})
	fmt.Printf("%v %s\n", bad{}, bad{})
	var np *P
	var ns *St
	fmt.Printf("%v %+v %s\n", np, ns, ns)
	fmt.Printf("%6.2f%%|%x|%X|% X|%#x\n", 99.5, -255, "hello", []byte{1, 171}, []byte{1, 171})
	fmt.Printf("%08b|%-8b|%+q|%#U|%c%c\n", 5, 5, '☺', '☺', 0x4e16, 65)
	fmt.Printf("%v %v %.3g %v\n", 1+2i, complex64(1), 1.23456+2i, float32(0.1))
	fmt.Printf("%3c|%-3c|%03d|%+03d|%x|%x\n", 'a', 'b', -5, 5, 3.5, "")
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, 'x'), fmt.Sprintln("end", 1))
	fmt.Printf("%t %s %d\n", 1, 2, true)
	fmt.Printf("%T %T %T %T %T\n", nil, St("x"), []any{}, func(int, ...string) (bool, error) { return false, nil }, make(chan<- int))
	fmt.Printf("%v %v\n", struct {
		a int
		b string
	}{1, "x"}, [][]int{{1}, {2, 3}})
	fmt.Printf("%q %v %c\n", []rune("hi"), []rune("hi"), []rune("hi"))
	fmt.Printf("%10v|%-10v|%010d|%+v\n", []int{1, 2}, "ab", -42, struct{ E error }{errors.New("e")})
	fmt.Printf("%e %E %.0f %.0f %.1f %5.1f|%-7.2f|\n", 123456.789, 0.000123, 0.5, 1.5, 0.25, 9.96, 2.0/3)
}
