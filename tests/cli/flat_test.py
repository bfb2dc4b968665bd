#!/usr/bin/env python3
"""A running program's memory stays flat: short-lived objects of all kinds, and goroutines without number."""
import os, subprocess, sys, tempfile

MINIGO = sys.argv[1]
SANITIZED = len(sys.argv) > 2 and sys.argv[2] != ""

PROGRAM = r"""
package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

type node struct {
	a, b *node
	s    string
	f    [5]int
}

var sink any

func resident() (kb int) {
	b, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	fmt.Sscan(rest, &kb)
	return
}

func churn(i int) {
	defer func() { sink = i }()
	m := map[int]string{}
	for k := range 20 {
		m[k] = fmt.Sprint("x", k)
	}
	var s []int
	for k := range 100 {
		s = append(s, k)
	}
	t := &node{s: strings.Repeat("y", i%1000)}
	t.a = &node{b: t}
	c := make(chan int, i%10)
	f := func() int { return len(m) + len(s) + cap(c) + len(t.a.b.s) }
	sink = make([]byte, i%50*1000)
	d := make(chan int)
	go func() {
		defer close(d)
		d <- f()
	}()
	for range d {
	}
}

func goroutines(int) {
	var wg sync.WaitGroup
	for range 1000 {
		wg.Add(1)
		go wg.Done()
	}
	wg.Wait()
}

func measure(name string, n int, f func(int)) {
	for i := range n {
		f(i)
	}
	before := resident()
	for i := range 4 * n {
		f(i)
	}
	fmt.Println(name, resident()-before)
}

func main() {
	measure("objects", OBJECTS, churn)
	measure("goroutines", GOROUTINES, goroutines)
	live := make([]*node, 200000) // a heap that is marked beside the program
	for i := range live {
		live[i] = &node{s: "z"}
	}
	measure("large", LARGE, churn)
}
"""

scale = 40 if SANITIZED else 1
with tempfile.NamedTemporaryFile("w", suffix=".go") as f:
    sizes = {"OBJECTS": 8000, "GOROUTINES": 200, "LARGE": 4000}
    for name, n in sizes.items():
        PROGRAM = PROGRAM.replace(name, str(n // scale))
    f.write(PROGRAM)
    f.flush()
    out = subprocess.run([MINIGO, f.name], stdout=subprocess.PIPE, check=True, timeout=600).stdout.decode()
print(out, end="")
if not SANITIZED:
    for line in out.splitlines():
        name, grown = line.split()
        assert int(grown) < (30000 if name == "large" else 6000), out
print("ok")
