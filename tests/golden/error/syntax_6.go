package main

func main() {
	fmt.Println("no end"
