// A seeded math/rand gives the reference's numbers.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	r := rand.New(rand.NewSource(42))
	for i := 0; i < 5; i++ {
		fmt.Print(r.Intn(100), " ", r.Int63(), " ", r.Float64(), " ")
	}
	fmt.Println()
	fmt.Println(r.Perm(8), r.Uint32(), r.Int31n(10), r.NormFloat64(), r.ExpFloat64())
	xs := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(xs), func(i, j int) { xs[i], xs[j] = xs[j], xs[i] })
	fmt.Println(xs)
	n := rand.Intn(10)
	fmt.Println(n >= 0 && n < 10, rand.Float64() < 1)
}
