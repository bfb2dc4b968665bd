package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// A Scanner cuts what a reader has into tokens: lines, unless Split says otherwise. It stops at the end of
// the input, at an error, and at a token that is too large.
type Scanner struct {
	from     io.Reader
	split    SplitFunc
	largest  int // bytes of a token
	token    []byte
	buf      []byte
	at, end  int   // buf[at:end] is not scanned yet
	err      error // from the reader (io.EOF at the end), or why it stopped
	empties  int   // empty tokens in a row at the end of the input
	started  bool
	finished bool
}

// SplitFunc finds the first token of data, which is all that is left if atEOF. It gives how many bytes to
// go on by, the token, nil for none yet, and an error to stop with.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken, from a SplitFunc, ends the scanning without an error: the token with it is the last, nil
// for none.
var ErrFinalToken = errors.New("final token")

// MaxScanTokenSize is the largest size of a token unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

// NewScanner makes a Scanner of lines.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{from: r, split: ScanLines, largest: MaxScanTokenSize}
}

// Buffer sets the first buffer and the largest size of a token. It panics once scanning has begun.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.largest = max
}

// Split sets what finds the tokens. It panics once scanning has begun.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// Err gives the error that ended the scanning; nil for the end of the input.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes gives the token; it may be overwritten by the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text gives the token as a string.
func (s *Scanner) Text() string { return string(s.token) }

// stop notes why, unless there was an error before.
func (s *Scanner) stop(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan goes on to the next token; false: there is none.
func (s *Scanner) Scan() bool {
	if s.finished {
		return false
	}
	s.started = true
	for {
		if s.at < s.end || s.err != nil {
			found, over := s.next()
			if found || over {
				return found
			}
		}
		if s.err != nil {
			s.at, s.end = 0, 0
			return false
		}
		if !s.makeRoom() {
			return false
		}
		s.receive()
	}
}

// next looks for a token in what is buffered. over: the scanning is at its end, or wrong.
func (s *Scanner) next() (found, over bool) {
	advance, token, err := s.split(s.buf[s.at:s.end], s.err != nil)
	switch {
	case err == ErrFinalToken:
		s.token = token
		s.finished = true
		return token != nil, true
	case err == nil && advance < 0:
		err = ErrNegativeAdvance
	case err == nil && advance > s.end-s.at:
		err = ErrAdvanceTooFar
	}
	if err != nil {
		s.stop(err)
		return false, true
	}
	s.at += advance
	s.token = token
	if token == nil {
		return false, false
	}
	if s.err == nil || advance > 0 {
		s.empties = 0
	} else if s.empties++; s.empties > maxEmptyRead {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
	return true, false
}

// makeRoom sees that something can be read into the buffer; false: the token is too large.
func (s *Scanner) makeRoom() bool {
	if s.at > 0 && (s.end == len(s.buf) || s.at > len(s.buf)/2) {
		s.end = copy(s.buf, s.buf[s.at:s.end])
		s.at = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.largest {
		s.stop(ErrTooLong)
		return false
	}
	size := 2 * len(s.buf)
	if size == 0 {
		size = defaultSize
	}
	buf := make([]byte, min(size, s.largest))
	s.end = copy(buf, s.buf[s.at:s.end])
	s.at = 0
	s.buf = buf
	return true
}

// receive reads until there is something: data or an error.
func (s *Scanner) receive() {
	for i := 0; i <= maxEmptyRead; i++ {
		n, err := s.from.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.stop(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.stop(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
	}
	s.stop(io.ErrNoProgress)
}

// -- what Split can be given

// ScanBytes gives each byte.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes gives each rune of UTF-8; an invalid byte is U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	if r, size := utf8.DecodeRune(data); r != utf8.RuneError || size > 1 {
		return size, data[:size], nil
	}
	return 1, []byte("\uFFFD"), nil
}

// dropReturn removes one carriage return at the end.
func dropReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanLines gives each line without its end, "\n" or "\r\n". The last needs none.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, dropReturn(data[:i]), nil
	}
	if atEOF && len(data) > 0 {
		return len(data), dropReturn(data), nil
	}
	return 0, nil, nil
}

// wordBounds finds the first word of data, data[start:end], end being len(data) if it reaches to there;
// next is the index behind the space that ends it, -1 if there is none.
func wordBounds(data []byte) (start, end, next int)

// ScanWords gives each word: what stands between spaces as unicode.IsSpace knows them.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start, end, next := wordBounds(data)
	if next >= 0 {
		return next, data[start:end], nil
	}
	if atEOF && end > start {
		return end, data[start:], nil
	}
	return start, nil, nil
}
