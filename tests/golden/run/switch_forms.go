// Expression switches: order, fallthrough, no tag, strings, duplicates by variables, init statements.
package main

import "fmt"

func f(s string, n int) int {
	fmt.Print("[", s, "]")
	return n
}

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
	return "F"
}

func main() {
	for i := 0; i < 12; i++ {
		switch i {
		case 0:
			fmt.Print("zero ")
		case 1, 2, 3:
			fmt.Print("few ")
			if i == 2 {
				break
			}
			fallthrough
		case 4:
			fmt.Print("four ")
		case 5, 6, 7, 8, 9:
			fmt.Print(i*i, " ")
		default:
			fmt.Print("many ")
		}
	}
	fmt.Println()
	switch x := 5; {
	case x > 3:
		fmt.Println("big", x)
		fallthrough
	case x > 100:
		fmt.Println("fell")
	default:
		fmt.Println("no")
	}
	switch f("tag", 2) {
	case f("a", 1), f("b", 2), f("c", 3):
		fmt.Println("matched")
	case f("d", 2):
		fmt.Println("later")
	}
	for _, s := range []string{"go", "c", "rust", "", "zig"} {
		switch s {
		case "":
			fmt.Print("empty ")
		case "c", "go":
			fmt.Print("old ")
		case "rust":
			fmt.Print("new ")
		default:
			fmt.Print(s, "? ")
		}
	}
	fmt.Println(grade(95), grade(85), grade(1))
	var v any = 3
	switch v {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int")
	}
	switch {
	}
	switch big := int64(1) << 40; big {
	case 1 << 40:
		fmt.Println("wide")
	}
	switch u := uint8(200); u {
	case 100, 200:
		fmt.Println("u8")
	}
loop:
	for i := 0; ; i++ {
		switch {
		case i == 3:
			break loop
		case i == 1:
			continue loop
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
}
