// time.Parse of RFC 3339, right and wrong.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"fmt"
	"time"
)

func main() {
	w := &lines
	time.Local = time.FixedZone("X", 2*3600)
	for i := 0; i < 3000; i++ {
		s := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d", rn(10000), rn(14), rn(33), rn(25), rn(61), rn(61))
		if rn(2) == 0 {
			s += "." + fmt.Sprint(rnd()>>uint(rn(60)))
		}
		s += []string{"Z", "+00:00", "-00:00", "+02:00", "-23:59", "+24:00", "+01:60", "", "z", "+0100", "Z0", "-07"}[rn(12)]
		if rn(8) == 0 {
			b := []byte(s)
			b[rn(len(b))] = "0123456789-:T.,+Z "[rn(18)]
			s = string(b)
		}
		l := []string{time.RFC3339, time.RFC3339Nano}[rn(2)]
		t, err := time.Parse(l, s)
		u, err2 := time.ParseInLocation(l, s, time.FixedZone("Y", -3600))
		fmt.Fprintln(w, s, t, err, u, err2, t.Location(), t.Unix())
		lines.endCase()
	}
}
