package main

func f() { _ = `abc }

func main() {}
