// Hashes over uint32 and uint64: FNV, murmur, xorshift, CRC, ChaCha's quarter rounds. size: rounds; default: 300000; interp: 60000
package main

import (
	"fmt"
	"math/bits"
	"os"
	"strconv"
)

func size(n int) int {
	if v, err := strconv.Atoi(os.Args[len(os.Args)-1]); err == nil {
		return v
	}
	return n
}

func fnv(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h ^= uint32(c)
		h *= 16777619
	}
	return h
}

func murmur(b []byte, h uint32) uint32 {
	for len(b) >= 4 {
		k := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
		k *= 0xcc9e2d51
		k = k<<15 | k>>17
		k *= 0x1b873593
		h ^= k
		h = h<<13 | h>>19
		h = h*5 + 0xe6546b64
		b = b[4:]
	}
	h ^= h >> 16
	h *= 0x85ebca6b
	h ^= h >> 13
	h *= 0xc2b2ae35
	h ^= h >> 16
	return h
}

var crcTable [256]uint32

func crc(b []byte) uint32 {
	c := ^uint32(0)
	for _, v := range b {
		c = crcTable[byte(c)^v] ^ c>>8
	}
	return ^c
}

type state [16]uint32

func quarter(x *state, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}

func main() {
	n := size(300000)
	for i := range crcTable {
		c := uint32(i)
		for j := 0; j < 8; j++ {
			if c&1 != 0 {
				c = c>>1 ^ 0xedb88320
			} else {
				c >>= 1
			}
		}
		crcTable[i] = c
	}
	b := make([]byte, 32)
	x := uint64(88172645463325252)
	var st state
	h := uint32(0)
	for i := 0; i < n; i++ {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		for j := 0; j < 8; j++ {
			b[j] = byte(x >> (8 * j))
		}
		st[i&15] ^= uint32(x)
		quarter(&st, 0, 4, 8, 12)
		quarter(&st, 1, 6, 11, 12)
		h += fnv(b) ^ murmur(b, h) ^ crc(b) ^ st[i&15]
	}
	fmt.Println(h, x)
}
