// Signals to processes that there are not.
package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	for _, pid := range []int{-1, 0, -5} {
		p, err := os.FindProcess(pid)
		fmt.Println(p != nil, err)
		if p != nil {
			fmt.Println(p.Signal(syscall.Signal(0)))
		}
	}
	p, _ := os.FindProcess(os.Getpid())
	fmt.Println(p.Signal(syscall.Signal(0)), p.Release(), p.Signal(syscall.Signal(0)))
	fmt.Println((&os.Process{}).Signal(syscall.Signal(0)))
	var z *os.Process
	defer func() { fmt.Println(recover()) }()
	z.Signal(syscall.Signal(0))
}
