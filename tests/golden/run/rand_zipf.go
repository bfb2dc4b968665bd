package main

import (
	"fmt"
	"math/rand"
	"sync/atomic"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	r := rand.New(rand.NewSource(7))
	for _, p := range [][3]float64{{1.1, 1, 10}, {2, 1, 1e6}, {1.5, 3.5, 1e18}, {4, 100, 0}, {1.0001, 2, 255}} {
		z := rand.NewZipf(r, p[0], p[1], uint64(p[2]))
		for i := 0; i < 60; i++ {
			fmt.Print(z.Uint64(), " ")
		}
		fmt.Println()
	}
	fmt.Println(rand.NewZipf(r, 1, 2, 3) == nil, rand.NewZipf(r, 2, 0.5, 3) == nil)
	try(func() { rand.NewZipf(r, 1, 2, 3).Uint64() })
	var v atomic.Value
	fmt.Println(v.CompareAndSwap(nil, 1), v.CompareAndSwap(nil, 2), v.Load())
	try(func() { v.CompareAndSwap(nil, "s") })
	try(func() { v.CompareAndSwap(1, "s") })
	try(func() { v.CompareAndSwap("s", "t") })
	try(func() { v.CompareAndSwap(1, nil) })
	try(func() { v.Store("s") })
	try(func() { v.Swap("s") })
	try(func() { v.Store(nil) })
}
