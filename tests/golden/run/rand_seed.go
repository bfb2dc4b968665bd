// math/rand.Seed works if GODEBUG says so.
package main

import (
	"fmt"
	"math/rand"
	"os"
)

func same() bool {
	rand.Seed(1)
	a := rand.Int()
	rand.Seed(1)
	return a == rand.Int()
}

func main() {
	for _, setting := range []string{"randseednop=1", "randseednop=0", "x=1,randseednop=0", "randseednop=0,randseednop=1"} {
		os.Setenv("GODEBUG", setting)
		fmt.Println(setting, same())
	}
}
