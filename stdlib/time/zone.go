package time

import (
	"errors"
	"sync"
	"syscall"
)

const (
	alpha = -1 << 63  // start of a zone that has none
	omega = 1<<63 - 1 // end of a zone that has none
)

// A Location maps instants to the zone in effect there then: its abbreviation and offset east of UTC.
type Location struct {
	name   string
	zones  []zone
	change []change // by when
	rule   string   // what holds behind the last change, as a POSIX TZ string
}

type zone struct {
	name   string
	offset int
	dst    bool
}

type change struct {
	when int64 // Unix seconds
	zone uint8
}

var utcLoc = Location{name: "UTC"}

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

var localLoc Location

// Local is the system's time zone: that of $TZ, else /etc/localtime.
var Local *Location = &localLoc

var localOnce sync.Once

func (l *Location) get() *Location {
	if l == nil {
		return &utcLoc
	}
	if l == &localLoc {
		localOnce.Do(initLocal)
	}
	return l
}

// String returns the name given to LoadLocation or FixedZone.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a Location that always has this zone name and offset in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}, change: []change{{alpha, 0}}}
}

// lookup returns the zone in effect at sec (Unix seconds), and from when to when it is.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, dst bool) {
	l = l.get()
	if len(l.zones) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	if len(l.change) == 0 || sec < l.change[0].when {
		z := l.first()
		end = omega
		if len(l.change) > 0 {
			end = l.change[0].when
		}
		return z.name, z.offset, alpha, end, z.dst
	}
	lo, hi := 0, len(l.change)
	end = omega
	for hi-lo > 1 {
		m := int(uint(lo+hi) >> 1)
		if l.change[m].when > sec {
			end = l.change[m].when
			hi = m
		} else {
			lo = m
		}
	}
	z := &l.zones[l.change[lo].zone]
	if lo == len(l.change)-1 && l.rule != "" {
		if name, offset, s, e, d, ok := ruleLookup(l.rule, sec, l.change[lo].when); ok {
			return name, offset, s, e, d
		}
	}
	return z.name, z.offset, l.change[lo].when, end, z.dst
}

// first is the zone before the first change: the first one without daylight saving.
func (l *Location) first() *zone {
	for i := range l.zones {
		if !l.zones[i].dst {
			return &l.zones[i]
		}
	}
	return &l.zones[0]
}

// lookupName finds the offset of a zone by its abbreviation, preferring one in effect at that clock reading.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	for i := range l.zones {
		z := &l.zones[i]
		if z.name == name {
			if n, off, _, _, _ := l.lookup(unix - int64(z.offset)); n == z.name {
				return off, true
			}
		}
	}
	for i := range l.zones {
		if l.zones[i].name == name {
			return l.zones[i].offset, true
		}
	}
	return 0, false
}

var errBadData = errors.New("malformed time zone information")

func readFile(name string) (data string, ok bool)

var zoneFolders = []string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

func initLocal() {
	tz, set := syscall.Getenv("TZ")
	switch {
	case !set:
		if data, ok := readFile("/etc/localtime"); ok {
			if l, err := LoadLocationFromTZData("Local", []byte(data)); err == nil {
				localLoc = *l
				return
			}
		}
	case tz != "":
		if tz[0] == ':' {
			tz = tz[1:]
		}
		if tz != "" && tz[0] == '/' {
			if data, ok := readFile(tz); ok {
				if l, err := LoadLocationFromTZData(tz, []byte(data)); err == nil {
					localLoc = *l
					if tz == "/etc/localtime" {
						localLoc.name = "Local"
					}
					return
				}
			}
		} else if tz != "" && tz != "UTC" {
			if l, err := load(tz); err == nil {
				localLoc = *l
				return
			}
		}
		localLoc.name = "UTC"
		return
	}
	localLoc.name = "UTC"
	if !set {
		localLoc.name = "Local"
	}
}

func load(name string) (*Location, error) {
	if folder, _ := syscall.Getenv("ZONEINFO"); folder != "" {
		if data, ok := readFile(folder + "/" + name); ok {
			return LoadLocationFromTZData(name, []byte(data))
		}
	}
	for _, folder := range zoneFolders {
		if data, ok := readFile(folder + name); ok {
			return LoadLocationFromTZData(name, []byte(data))
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

// LoadLocation returns the Location of that name in the IANA time zone database; "" and "UTC" are UTC, "Local" is Local.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' || hasDotDot(name) {
		return nil, errors.New("time: invalid location name")
	}
	return load(name)
}

func hasDotDot(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1] == '.' && (i == 0 || s[i-1] == '/' || s[i-1] == '\\') && (i+2 == len(s) || s[i+2] == '/' || s[i+2] == '\\') {
			return true
		}
	}
	return false
}

type reader struct {
	p   []byte
	bad bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.p) {
		r.bad = true
		r.p = nil
		return nil
	}
	b := r.p[:n]
	r.p = r.p[n:]
	return b
}

func bigEndian(b []byte) (v int64) {
	for _, c := range b {
		v = v<<8 | int64(c)
	}
	if len(b) == 4 {
		v = int64(int32(v))
	}
	return v
}

// LoadLocationFromTZData returns a Location of the given name made from the text of a time zone file (RFC 9636).
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := reader{p: data}
	var counts [6]int
	version := 1
	wide := 4
	for pass := 1; ; pass++ {
		if string(r.take(4)) != "TZif" {
			return nil, errBadData
		}
		head := r.take(16)
		for i := range counts {
			counts[i] = int(bigEndian(r.take(4)))
		}
		if r.bad {
			return nil, errBadData
		}
		if head[0] != 0 {
			version = int(head[0] - '0')
		}
		if pass == 2 || version == 1 {
			break
		}
		// counts: UT/local flags, standard/wall flags, leap seconds, transitions, zones, characters
		r.take(counts[3]*5 + counts[4]*6 + counts[5] + counts[2]*8 + counts[1] + counts[0])
		wide = 8
	}
	times := r.take(counts[3] * wide)
	indices := r.take(counts[3])
	zones := r.take(counts[4] * 6)
	names := r.take(counts[5])
	r.take(counts[2]*(wide+4) + counts[1] + counts[0])
	if r.bad || counts[4] == 0 {
		return nil, errBadData
	}
	l := &Location{name: name}
	if rest := r.p; len(rest) > 2 && rest[0] == '\n' && rest[len(rest)-1] == '\n' {
		l.rule = string(rest[1 : len(rest)-1])
	}
	for i := 0; i < counts[4]; i++ {
		z := zones[i*6 : i*6+6]
		from := int(z[5])
		if from >= len(names) {
			return nil, errBadData
		}
		to := from
		for to < len(names) && names[to] != 0 {
			to++
		}
		l.zones = append(l.zones, zone{string(names[from:to]), int(bigEndian(z[:4])), z[4] != 0})
	}
	for i := 0; i < counts[3]; i++ {
		if int(indices[i]) >= len(l.zones) {
			return nil, errBadData
		}
		l.change = append(l.change, change{bigEndian(times[i*wide : (i+1)*wide]), indices[i]})
	}
	if len(l.change) == 0 {
		l.change = []change{{alpha, 0}}
	}
	return l, nil
}
