// Big numbers in []uint32: factorials, Fibonacci, pi by a spigot, decimal text. size: digits; default: 1500; interp: 500
package main

import (
	"fmt"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

type nat []uint32

func add(z, x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z[:0]
	var carry uint64
	for i := range x {
		s := uint64(x[i]) + carry
		if i < len(y) {
			s += uint64(y[i])
		}
		z = append(z, uint32(s))
		carry = s >> 32
	}
	if carry != 0 {
		z = append(z, uint32(carry))
	}
	return z
}

func mulWord(x nat, w uint32) nat {
	var carry uint64
	for i := range x {
		p := uint64(x[i])*uint64(w) + carry
		x[i] = uint32(p)
		carry = p >> 32
	}
	if carry != 0 {
		x = append(x, uint32(carry))
	}
	return x
}

func mul(x, y nat) nat {
	z := make(nat, len(x)+len(y))
	for i, a := range x {
		var carry uint64
		for j, b := range y {
			p := uint64(a)*uint64(b) + uint64(z[i+j]) + carry
			z[i+j] = uint32(p)
			carry = p >> 32
		}
		z[i+len(y)] = uint32(carry)
	}
	for len(z) > 0 && z[len(z)-1] == 0 {
		z = z[:len(z)-1]
	}
	return z
}

func divWord(x nat, w uint32) (nat, uint32) {
	var rem uint64
	for i := len(x) - 1; i >= 0; i-- {
		v := rem<<32 | uint64(x[i])
		x[i] = uint32(v / uint64(w))
		rem = v % uint64(w)
	}
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x, uint32(rem)
}

func decimal(x nat) string {
	x = append(nat(nil), x...)
	var b []byte
	for len(x) > 0 {
		var d uint32
		x, d = divWord(x, 1000000000)
		for i := 0; i < 9 && (len(x) > 0 || d > 0); i++ {
			b = append(b, byte('0'+d%10))
			d /= 10
		}
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

func spigot(n int) string {
	a := make([]int, n*10/3+1)
	for i := range a {
		a[i] = 2
	}
	var out []byte
	nines, pre := 0, 0
	for j := 0; j < n; j++ {
		q := 0
		for i := len(a); i > 0; i-- {
			x := 10*a[i-1] + q*i
			a[i-1] = x % (2*i - 1)
			q = x / (2*i - 1)
		}
		a[0] = q % 10
		q /= 10
		switch {
		case q == 9:
			nines++
		case q == 10:
			out = append(out, byte('0'+pre+1))
			for ; nines > 0; nines-- {
				out = append(out, '0')
			}
			pre = 0
		default:
			out = append(out, byte('0'+pre))
			for ; nines > 0; nines-- {
				out = append(out, '9')
			}
			pre = q
		}
	}
	return string(out)
}

func main() {
	n := size(1500)
	f := nat{1}
	for i := 2; i <= n; i++ {
		f = mulWord(f, uint32(i))
	}
	s := decimal(f)
	fmt.Println(len(s), s[:20])
	a, b, t := nat{}, nat{1}, nat{}
	for i := 0; i < n*8; i++ {
		t = add(t, a, b)
		a, b, t = b, t, a
	}
	s = decimal(a)
	fmt.Println(len(s), s[:20])
	s = decimal(mul(mul(f, f), mul(f, a)))
	fmt.Println(len(s), s[:20])
	s = spigot(n)
	fmt.Println(s[len(s)-20:])
}
