package fmt

import (
	"internal/rt"
	"io"
	"strconv"
	"unicode/utf8"
)

const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"
	floatVerbs    = "beEfFgGv"
)

// checkVerb fails unless the verb is one of ok.
func (s *scanner) checkVerb(verb rune, ok, kind string) {
	if !has(ok, verb) {
		s.failWith("bad verb '%" + string(verb) + "' for " + kind)
	}
}

// begin skips spaces; something must follow.
func (s *scanner) begin() {
	s.SkipSpace()
	s.needInput()
}

// operand reads one value into what arg points to.
func (s *scanner) operand(verb rune, arg any) {
	if s.quick(verb, arg) {
		return
	}
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.fail(err)
		}
		return
	}
	switch v := arg.(type) {
	case *string:
		*v = s.stringValue(verb)
		return
	case *int:
		*v = int(s.integer(verb, 64))
		return
	case *[]byte:
		*v = []byte(s.stringValue(verb))
		return
	}
	t := rt.TypeOf(arg)
	if t == nil {
		s.failWith("type not a pointer: <nil>")
	}
	if t.Kind() != rt.Pointer {
		s.failWith("type not a pointer: " + t.String())
	}
	v := rt.ValueOf(arg).Elem()
	bits := v.Type().Bits
	switch v.Kind() {
	case rt.Bool:
		v.SetBool(s.boolean(verb))
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		v.SetInt(s.integer(verb, bits()))
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		v.SetUint(s.unsigned(verb, bits()))
	case rt.Float32, rt.Float64:
		// Types with a name of their own take every verb.
		if name := v.Type().String(); name == "float32" || name == "float64" {
			s.checkVerb(verb, floatVerbs, name)
		}
		s.begin()
		v.SetFloat(s.float(s.floatToken(), bits()))
	case rt.Complex64, rt.Complex128:
		v.SetComplex(s.complexValue(verb, bits()))
	case rt.String:
		v.SetString(s.stringValue(verb))
	case rt.Slice:
		if v.Type().Elem().Kind() == rt.Uint8 {
			rt.SetBytes(v, []byte(s.stringValue(verb)))
			return
		}
		s.failWith("can't scan type: " + t.String())
	default:
		s.failWith("can't scan type: " + t.String())
	}
}

// -- booleans

// boolean reads 0, 1, or a word of true and false, at least its first letter.
func (s *scanner) boolean(verb rune) bool {
	s.begin()
	s.checkVerb(verb, "tv", "boolean")
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.failWith("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.failWith("syntax error scanning boolean")
		}
	}
	return false
}

// -- integers

// digitsOf gives base and digits for a verb.
func (s *scanner) digitsOf(verb rune) (base int, digits string) {
	s.checkVerb(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binaryDigits
	case 'o':
		return 8, octalDigits
	case 'x', 'X', 'U':
		return 16, hexDigits
	}
	return 10, decimalDigits
}

// prefix reads the prefix of a number by %v into the token; base 0: strconv shall see it. some: the zero
// of the prefix counts as a digit.
func (s *scanner) prefix() (base int, digits string, some bool) {
	if !s.accept("0") {
		return 0, decimalDigits + "_", false
	}
	switch {
	case s.accept("bB"):
		return 0, binaryDigits + "_", true
	case s.accept("oO"):
		return 0, octalDigits + "_", true
	case s.accept("xX"):
		return 0, hexDigits + "_", true
	}
	return 0, octalDigits + "_", true
}

// number reads an integer's text: its base and the token.
func (s *scanner) number(verb rune, signed bool) (base int, token string) {
	s.begin()
	base, digits := s.digitsOf(verb)
	some := false
	if verb == 'U' {
		// U+ is not part of the token.
		if s.next() != 'U' || s.next() != '+' {
			s.failWith("bad unicode format ")
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base, digits, some = s.prefix()
		}
	}
	if !some {
		s.needInput()
		if !s.accept(digits) {
			s.failWith("expected integer")
		}
	}
	for s.accept(digits) {
	}
	return base, string(s.buf)
}

// char reads one rune for %c.
func (s *scanner) char(bits int) int64 {
	s.needInput()
	r := int64(s.next())
	if r<<(64-bits)>>(64-bits) != r {
		s.failWith("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scanner) integer(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.char(bits)
	}
	base, token := s.number(verb, true)
	i, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if i<<(64-bits)>>(64-bits) != i {
		s.failWith("integer overflow on token " + token)
	}
	return i
}

func (s *scanner) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.char(bits))
	}
	base, token := s.number(verb, false)
	u, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		s.fail(err)
	}
	if u<<(64-bits)>>(64-bits) != u {
		s.failWith("unsigned integer overflow on token " + token)
	}
	return u
}

// -- floating-point and complex numbers

// floatToken reads what looks like a number; strconv judges it.
func (s *scanner) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexDigits+"_", "pP"
	}
	for s.accept(digits) {
	}
	if s.accept(".") {
		for s.accept(digits) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimalDigits + "_") {
		}
	}
	return string(s.buf)
}

// float converts a token. Other than strconv it takes a decimal number with a binary exponent, 1.2p4.
func (s *scanner) float(token string, bits int) float64 {
	p, hex := -1, false
	for i, c := range token {
		if c == 'p' && p < 0 {
			p = i
		}
		hex = hex || c == 'x' || c == 'X'
	}
	if p < 0 || hex {
		f, err := strconv.ParseFloat(token, bits)
		if err != nil {
			s.fail(err)
		}
		return f
	}
	f, err := strconv.ParseFloat(token[:p], bits)
	exp := 0
	if err == nil {
		exp, err = strconv.Atoi(token[p+1:])
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = token // all of it
		}
		s.fail(err)
	}
	return scaled(f, exp)
}

// scaled gives f times 2 to the exp.
func scaled(f float64, exp int) float64

func (s *scanner) complexValue(verb rune, bits int) complex128 {
	s.checkVerb(verb, floatVerbs, "complex")
	s.begin()
	const wrong = "syntax error scanning complex number"
	parens := s.accept("(")
	re := s.floatToken()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.failWith(wrong)
	}
	sign := string(s.buf)
	im := s.floatToken()
	if !s.accept("i") || parens && !s.accept(")") {
		s.failWith(wrong)
	}
	x := s.float(re, bits/2)
	return complex(x, s.float(sign+im, bits/2))
}

// -- strings

func (s *scanner) stringValue(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexString()
	}
	return string(s.token(isNoSpace))
}

// quoted reads a string literal.
func (s *scanner) quoted() string {
	switch s.next() {
	case '`':
		for {
			r := s.must()
			if r == '`' {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.must()
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '\\' {
				// Whatever it escapes, it is no quote that ends the literal.
				s.buf = utf8.AppendRune(s.buf, s.must())
			} else if r == '"' {
				break
			}
		}
		text, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failWith("expected quoted string")
	return ""
}

func hexValue(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case 'a' <= r && r <= 'f':
		return int(r-'a') + 10
	case 'A' <= r && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

// hexString reads pairs of hexadecimal digits.
func (s *scanner) hexString() string {
	for {
		r := s.next()
		high := hexValue(r)
		if high < 0 {
			if r != eof {
				s.UnreadRune()
			}
			break
		}
		low := hexValue(s.must())
		if low < 0 {
			s.failWith("illegal hex digit")
		}
		s.buf = append(s.buf, byte(high<<4|low))
	}
	if len(s.buf) == 0 {
		s.failWith("no hex data for %x string")
	}
	return string(s.buf)
}
