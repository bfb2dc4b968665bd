// time: arithmetic, formatting, parsing, marshalling.
// Random cases; the recorded hashes are the reference's.
// with: with_cases.go
package main

import (
	"fmt"
	"time"
)

var locs []*time.Location
var lays = []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly}
var pieces = []string{"2006", "06", "01", "1", "Jan", "January", "02", "2", "_2", "002", "__2", "Mon", "Monday", "15", "03", "3", "04", "4", "05", "5", ".000", ".999", ",000000", ".999999999", ".0", "PM", "pm", "MST", "Z0700", "Z07:00", "Z07", "Z070000", "Z07:00:00", "-0700", "-07:00", "-07", "-070000", "-07:00:00", " ", "-", "/", ":", "T", "x", "2", "Janus", "_", "_2006", "é", "000", "0", ".00x"}

func lay() string {
	if rn(3) == 0 {
		return lays[rn(len(lays))]
	}
	s := ""
	for n := rn(9) + 1; n > 0; n-- {
		s += pieces[rn(len(pieces))]
		if rn(2) == 0 {
			s += " "
		}
	}
	return s
}
func tm() time.Time {
	l := locs[rn(len(locs))]
	switch rn(7) {
	case 0:
		return time.Unix(int64(rnd()), int64(rnd())).In(l)
	case 1:
		return time.Unix(int64(rn(4000000000))-500000000, int64(rn(1000000000))).In(l)
	case 2:
		return time.Date(rn(4000)-500, time.Month(rn(30)-10), rn(100)-40, rn(60)-20, rn(200)-80, rn(200)-80, int(rnd()>>32)-1<<31, l)
	case 3:
		return time.Time{}
	case 4:
		return time.UnixMilli(int64(rnd()) >> uint(rn(40))).In(l)
	case 5:
		return time.Date(1970+rn(100), time.Month(1+rn(12)), 1+rn(31), rn(24), rn(60), rn(60), []int{0, 500000000, 120000, 999999999, 100}[rn(5)], l)
	}
	return time.UnixMicro(int64(rnd()) >> uint(rn(30))).In(l)
}
func mut(s string) string {
	if len(s) == 0 || rn(3) != 0 {
		return s
	}
	b := []byte(s)
	i := rn(len(b))
	switch rn(4) {
	case 0:
		b[i] = "0123456789 :-+Z.,APMx"[rn(21)]
	case 1:
		b = append(b[:i], b[i+1:]...)
	case 2:
		b = append(b[:i:i], append([]byte{"0123456789 :-+Z.,"[rn(17)]}, b[i:]...)...)
	case 3:
		b = b[:i]
	}
	return string(b)
}

func main() {
	w := &lines
	time.Local = time.UTC
	locs = append(locs, time.UTC)
	locs = append(locs, time.FixedZone("FX", 3*3600+25*60+7), time.FixedZone("", -5*3600), time.FixedZone("LONGNAME", 0), time.FixedZone("", 0))
	for i := 0; i < 500; i++ {
		t, u := tm(), tm()
		d := time.Duration(int64(rnd()) >> uint(rn(64)))
		if rn(3) == 0 {
			d = time.Duration(rn(100000)) * []time.Duration{1, 1000, time.Millisecond, time.Second, time.Minute, time.Hour}[rn(6)]
		}
		m := time.Duration(int64(rnd()) >> uint(rn(64)))
		if rn(2) == 0 {
			m = []time.Duration{0, 1, 1000, time.Millisecond, time.Second, time.Minute, time.Hour, 24 * time.Hour, -5, 7 * time.Second, 15 * time.Minute}[rn(11)]
		}
		fmt.Fprintln(w, i, t, u, d, m)
		fmt.Fprintln(w, d.Round(m), d.Truncate(m), d.Abs(), d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds())
		fmt.Fprintln(w, t.Add(d), t.Sub(u), u.Sub(t), t.Before(u), t.After(u), t.Compare(u), t.Equal(u), t == u, t.IsZero(), t.Truncate(m), t.Round(m))
		fmt.Fprintln(w, t.AddDate(rn(50)-25, rn(40)-20, rn(400)-200), t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.Weekday(), t.YearDay(), t.Nanosecond(), t.IsDST())
		y, wk := t.ISOWeek()
		a, b := t.Zone()
		s, e := t.ZoneBounds()
		fmt.Fprintln(w, y, wk, a, b, s, e, t.UTC(), t.Location())
		l := lay()
		f := t.Format(l)
		fmt.Fprintf(w, "%q %q %q\n", l, f, t.AppendFormat([]byte("<"), l))
		p, err := time.Parse(l, mut(f))
		fmt.Fprintln(w, p, err)
		p, err = time.ParseInLocation(l, mut(f), locs[rn(len(locs))])
		fmt.Fprintln(w, p, err)
		j, err := t.MarshalJSON()
		x, err2 := t.MarshalText()
		fmt.Fprintln(w, string(j), err, string(x), err2)
		var v time.Time
		js := mut(string(j))
		err = v.UnmarshalJSON([]byte(js))
		fmt.Fprintln(w, js, v, err)
		err = v.UnmarshalText([]byte(mut(string(x))))
		fmt.Fprintln(w, v, err, t.GoString())
		ds := mut(d.String())
		if rn(2) == 0 {
			ds = ""
			for n := rn(4); n > 0; n-- {
				ds += []string{"1", "-", "+", ".5", "2.", "0", "99999999999", "3.25", "0.000000001", "."}[rn(10)] + []string{"h", "m", "s", "ms", "us", "µs", "μs", "ns", "", "d", "x"}[rn(11)]
			}
		}
		pd, err := time.ParseDuration(ds)
		fmt.Fprintln(w, ds, int64(pd), err)
		binary(w, t)
		fmt.Fprintln(w, time.Month(rn(20)-3), time.Weekday(rn(10)-2))
		lines.endCase()
	}
}

func binary(w *checker, t time.Time) {
	b, err := t.MarshalBinary()
	fmt.Fprintf(w, "%x %v\n", b, err)
	b = []byte(mut(string(b)))
	var u time.Time
	err = u.UnmarshalBinary(b)
	fmt.Fprintln(w, u, err)
	g, err := t.GobEncode()
	fmt.Fprintln(w, u.GobDecode(g), u, u.Location(), err)
	a, err := t.AppendBinary([]byte("ab"))
	fmt.Fprintf(w, "%x %v\n", a, err)
}
