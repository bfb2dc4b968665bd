package strings

import "io"

// A Replacer replaces a list of strings by others. Several goroutines may use it at once.
type Replacer struct {
	pairs []string
	first [256][]int32 // by the first byte of the old strings: their indices in pairs, in order
	stops [256]bool    // the bytes at which an old string may begin
	empty int          // index of an empty old string, or -1

	// Where many old strings begin with the same byte they are found by their lengths: the lengths that there are, and the
	// index of each old string.
	lengths [256][]int
	index   map[string]int
}

// manyOld is how many old strings are tried one after the other.
const manyOld = 8

// NewReplacer returns a Replacer of pairs of old and new strings. At each place of a text the old strings are tried in order; what was
// replaced is not looked at again. It panics if a new string is missing.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...), empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		old := oldnew[i]
		if old == "" {
			if r.empty < 0 {
				r.empty = i
			}
			continue
		}
		r.first[old[0]] = append(r.first[old[0]], int32(i))
		r.stops[old[0]] = true
	}
	for c := range r.first {
		if len(r.first[c]) > manyOld {
			r.putLengths(c)
		}
	}
	return r
}

func (r *Replacer) putLengths(c int) {
	if r.index == nil {
		r.index = map[string]int{}
	}
	seen := map[int]bool{}
	for _, p := range r.first[c] {
		old := r.pairs[p]
		if _, ok := r.index[old]; ok {
			continue
		}
		r.index[old] = int(p)
		if !seen[len(old)] {
			seen[len(old)] = true
			r.lengths[c] = append(r.lengths[c], len(old))
		}
	}
}

// skip returns where a byte of stops first stands in s[from:], len(s) if none does.
func skip(s string, from int, stops *[256]bool) int

// at finds what is replaced at s[i:]: the index of the pair, or -1.
func (r *Replacer) at(s string, i int, afterEmpty bool) int {
	found := -1
	if !afterEmpty {
		found = r.empty
	}
	if i < len(s) {
		if lengths := r.lengths[s[i]]; lengths != nil {
			for _, n := range lengths {
				if n > len(s)-i {
					continue
				}
				if p, ok := r.index[s[i:i+n]]; ok && (found < 0 || p < found) {
					found = p
				}
			}
			return found
		}
		for _, p := range r.first[s[i]] {
			if found >= 0 && int(p) > found {
				break
			}
			if HasPrefix(s[i:], r.pairs[p]) {
				return int(p)
			}
		}
	}
	return found
}

// each calls out with the unchanged and new pieces of s in order.
func (r *Replacer) each(s string, out func(piece string)) {
	last := 0
	afterEmpty := false // the empty string was replaced just here: it is not again
	for i := 0; i <= len(s); {
		if r.empty < 0 {
			if i = skip(s, i, &r.stops); i == len(s) {
				break
			}
		}
		p := r.at(s, i, afterEmpty)
		afterEmpty = p >= 0 && r.pairs[p] == ""
		if p >= 0 {
			out(s[last:i])
			out(r.pairs[p+1])
			i += len(r.pairs[p])
			last = i
			continue
		}
		i++
	}
	if last < len(s) {
		out(s[last:])
	}
}

// Replace returns s with all replacements done.
func (r *Replacer) Replace(s string) string {
	var b []byte
	changed := false
	r.each(s, func(p string) {
		if len(p) != len(s) || p != s {
			changed = true
		}
		b = append(b, p...)
	})
	if !changed {
		return s
	}
	return string(b)
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	r.each(s, func(p string) {
		if err == nil && p != "" {
			var m int
			m, err = io.WriteString(w, p)
			n += m
		}
	})
	return
}
