package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// Reads and writes of pipes wait beside other goroutines; Close and deadlines end them.
func main() {
	r, w, err := os.Pipe()
	fmt.Println(err)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		n, err := r.Read(make([]byte, 10))
		fmt.Println("closed while reading:", n, err, errors.Is(err, os.ErrClosed))
	}()
	time.Sleep(20 * time.Millisecond)
	first, second := r.Close(), r.Close()
	wg.Wait()
	fmt.Println(first, second)
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err)
	_, err = w.Write([]byte("x"))
	fmt.Println(err)
	fmt.Println(w.Close())
	_, err = w.Write([]byte("x"))
	fmt.Println(err, w.Fd() == ^uintptr(0), w.Sync())

	r, w, _ = os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(20 * time.Millisecond)))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err, os.IsTimeout(err), errors.Is(err, os.ErrDeadlineExceeded))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err)
	fmt.Println(r.SetReadDeadline(time.Time{}), r.SetDeadline(time.Now().Add(-1)))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err)
	r.SetDeadline(time.Time{})

	// More than the pipe holds, in both directions of waiting.
	const size = 1 << 20
	var wrote string
	wg.Add(1)
	go func() {
		defer wg.Done()
		b := make([]byte, size)
		for i := range b {
			b[i] = byte(i % 251)
		}
		n, err := w.Write(b)
		wrote = fmt.Sprintln("wrote", n, err, w.Close())
	}()
	data, err := io.ReadAll(r)
	wg.Wait()
	fmt.Print(wrote)
	ok := len(data) == size
	for i, c := range data {
		ok = ok && c == byte(i%251)
	}
	fmt.Println("read", len(data), ok, err)
	n, err := r.Read(make([]byte, 1))
	fmt.Println(n, err)

	// A write that waits is ended by Close.
	r2, w2, _ := os.Pipe()
	wg.Add(1)
	go func() {
		defer wg.Done()
		n, err := w2.Write(make([]byte, size))
		fmt.Println("closed while writing:", n > 0 && n < size, err)
	}()
	r2.Read(make([]byte, 1)) // it has begun
	time.Sleep(20 * time.Millisecond)
	err = w2.Close()
	wg.Wait()
	fmt.Println(err, r2.Close())

	// Many readers that wait cost no threads.
	total := 0
	var mu sync.Mutex
	var ends []*os.File
	for range 50 {
		r, w, _ := os.Pipe()
		ends = append(ends, w)
		wg.Add(1)
		go func() {
			defer wg.Done()
			b, _ := io.ReadAll(r)
			mu.Lock()
			total += len(b)
			mu.Unlock()
			r.Close()
		}()
	}
	for i, w := range ends {
		fmt.Fprint(w, "data of ", i)
		w.Close()
	}
	wg.Wait()
	fmt.Println(total)

	f, _ := os.Open(os.DevNull)
	fmt.Println(f.SetDeadline(time.Now()) != nil)
}
