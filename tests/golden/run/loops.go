// Every form of for; labels, break, continue, goto.
package main

import "fmt"

func main() {
	sum := 0
	for i := 0; i < 10; i++ {
		if i == 3 {
			continue
		}
		if i == 8 {
			break
		}
		sum += i
	}
	n := 0
	for n < 5 {
		n += 2
	}
	fmt.Println(sum, n)
outer:
	for i := 0; i < 3; i++ {
		for j := 0; ; j++ {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ":", j, " ")
	}
	fmt.Println()
	k := 0
again:
	k++
	if k < 3 {
		goto again
	}
	fmt.Println(k)
	for i := range 3 {
		fmt.Print(i, " ")
	}
	var u8 uint8
	for u8 = range 4 {
	}
	for i := range uint16(2) {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println(u8)
	for i := 10; i > 0; i /= 2 {
		fmt.Print(i, " ")
	}
	for i := int8(125); i > 0; i++ {
		fmt.Print(i, " ")
	}
	fmt.Println()
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	type p struct{ a, b int }
	var pt p
	arr := []int{5, 6}
	for pt.a, pt.b = range arr {
	}
	fmt.Println(pt)
	for i := range arr {
		arr = append(arr, i)
	}
	fmt.Println(arr)
	for range arr {
		sum++
	}
	for {
		sum++
		if sum > 40 {
			break
		}
	}
	fmt.Println(sum)
	var nilArr *[3]int
	for i := range nilArr {
		fmt.Print(i)
	}
	fmt.Println(len(nilArr))
}
