package main
func f() (int, string) { return f() }
func g() (a, b int) { return 1 }
func h() (int, error) { return nil, nil }
func k() (int, error) { return 1, "e" }
func l() string { return 1, 2 }
func m() { return nil }
func n() (x int) { { x := 2; return } }
func o() (int) { if true { return 1 } else { } }
func p() int { for { } }
func q() int { panic(1) }
func r() int { goto L; L: return 1 }
func s(x int) int { switch x { case 1: return 1; default: panic(0) } }
func t(x int) int { switch x { case 1: return 1; default: break } }
func u(c chan int) int { select { case <-c: return 1 } }
func v(c chan int) int { select { case <-c: break } ; }
func w() int { { return 1 } }
func x() int { L: for { for { break L } } }
func y() int { L: for { for { break } } }
func z() func() int { return func() int { } }
func main() {}
