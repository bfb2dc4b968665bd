// complex64 and complex128.
package main

import "fmt"

func main() {
	a, b := 1+2i, complex(3, -4)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, real(b), imag(b))
	var c complex64 = 1.5 + 0.25i
	c *= c
	fmt.Println(c, real(c), imag(c), complex128(c), c == complex(real(c), imag(c)))
	z := []complex128{1i, 2, 3 + 4i}
	sum := 0i
	for _, v := range z {
		sum += v * v
	}
	fmt.Println(sum, len(z))
	fmt.Printf("%v %.2f %g %T %T\n", sum, sum, sum, sum, c)
	const k = 2i * 2i
	fmt.Println(k, real(k))
	m := map[complex128]string{1i: "i", 2: "two"}
	fmt.Println(m[1i], m[2+0i])
}
