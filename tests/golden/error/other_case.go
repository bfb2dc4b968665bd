package main

import (
	"fmt"
	"strings"
	"sync/atomic"
)

func main() {
	fmt.PRINTLN()
	fmt.printlN()
	strings.toupper("")
	strings.toUpper("")
	strings.TOUPPER("")
	atomic.aDDuINT32(nil, 1)
	atomic.AddUINT32(nil, 1)
	strings.builder{}.x()
	_ = strings.BUILDER{}
	fmt.println()
}
