// exit: 2
package main

import (
	"errors"
	"fmt"
)

func main() {
	defer func() {
		panic(fmt.Errorf("second: %w", errors.New("cause")))
	}()
	panic(errors.New("first"))
}
