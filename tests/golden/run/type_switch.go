// Type switches over concrete and interface types, nil, lists of types.
package main

import (
	"errors"
	"fmt"
)

type A struct{ x int }
type S string

func (s S) String() string { return "S:" + string(s) }

func what(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case float64:
		return fmt.Sprint("float ", x+0.5)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice of ", len(x))
	case A:
		return fmt.Sprint("A ", x.x)
	case *A:
		x.x++
		return fmt.Sprint("*A ", x.x)
	case fmt.Stringer:
		return "stringer " + x.String()
	case error:
		return "error " + x.Error()
	case func() int:
		return fmt.Sprint("func ", x())
	case chan int:
		return "chan"
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case bool:
		if x {
			return "true"
		}
		fallthroughless := "false"
		return fallthroughless
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	for _, v := range []any{nil, 1, int64(2), 2.5, "s", []int{1, 2}, A{3}, &A{4}, S("q"), errors.New("e"), func() int { return 6 },
		make(chan int), map[string]int{"a": 7}, true, false, int8(1), [2]int{}, struct{}{}} {
		fmt.Println(what(v))
	}
	var e error
	switch e.(type) {
	case nil:
		fmt.Println("nil error")
	default:
		fmt.Println("?")
	}
	switch y := any(3); z := y.(type) {
	case int:
		fmt.Println(z * 2)
	}
}
