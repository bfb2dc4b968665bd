// The program ends with main, whatever other goroutines do.
package main

import "fmt"

func main() {
	for i := 0; i < 10; i++ {
		go func() {
			for {
			}
		}()
	}
	fmt.Println("main ends")
}
