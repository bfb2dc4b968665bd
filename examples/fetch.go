package main

import (
    "fmt"
    "time"
)

func fetchData(id int, ch chan string) {
    time.Sleep(500 * time.Millisecond)
    ch <- fmt.Sprintf("Data %d", id)
}

func main() {
    ch := make(chan string)

    // Spawn concurrent goroutines
    go fetchData(1, ch)
    go fetchData(2, ch)

    // Read results from channel
    res1 := <-ch
    res2 := <-ch

    fmt.Println([]string{res1, res2})
}
