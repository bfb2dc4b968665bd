package io

const maxOffset = 1<<63 - 1

// A SectionReader reads a section of a ReaderAt.
type SectionReader struct {
	r                ReaderAt
	base, limit, off int64 // of r; constant but off
	n                int64 // as given
}

// NewSectionReader gives a reader of the n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	limit := int64(maxOffset)
	if off <= maxOffset-n {
		limit = off + n
	}
	return &SectionReader{r: r, base: off, limit: limit, off: off, n: n}
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.off >= s.limit {
		return 0, EOF
	}
	if left := s.limit - s.off; int64(len(p)) > left {
		p = p[:left]
	}
	n, err = s.r.ReadAt(p, s.off)
	s.off += int64(n)
	return n, err
}

// seek gives the absolute offset that Seek's arguments mean.
func seek(offset int64, whence int, base, off, end int64) (int64, error) {
	switch whence {
	case SeekStart:
		offset += base
	case SeekCurrent:
		offset += off
	case SeekEnd:
		offset += end
	default:
		return 0, errWhence
	}
	if offset < base {
		return 0, errOffset
	}
	return offset, nil
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	to, err := seek(offset, whence, s.base, s.off, s.limit)
	if err != nil {
		return 0, err
	}
	s.off = to
	return to - s.base, nil
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	if left := s.limit - off; int64(len(p)) > left {
		n, err = s.r.ReadAt(p[:left], off)
		if err == nil {
			err = EOF
		}
		return n, err
	}
	return s.r.ReadAt(p, off)
}

// Size gives the section's length.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer gives what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }

// An OffsetWriter writes to a WriterAt from an offset on.
type OffsetWriter struct {
	w         WriterAt
	base, off int64
}

// NewOffsetWriter gives a writer whose offset 0 is w's off.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

// Seek sets the offset; SeekEnd is not possible.
func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	if whence == SeekEnd {
		return 0, errWhence
	}
	to, err := seek(offset, whence, o.base, o.off, 0)
	if err != nil {
		return 0, err
	}
	o.off = to
	return to - o.base, nil
}
