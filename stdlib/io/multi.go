package io

// MultiReader gives a reader of what the readers have, one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct {
	readers []Reader // those not yet at their end
}

// drop lets go of the first reader.
func (m *multiReader) drop() {
	m.readers[0] = exhausted{} // whoever shares the array may still look
	m.readers = m.readers[1:]
}

type exhausted struct{}

func (exhausted) Read([]byte) (int, error) { return 0, EOF }

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		// A chain of such readers must not become a chain of calls.
		if inner, ok := m.readers[0].(*multiReader); ok && len(m.readers) == 1 {
			m.readers = inner.readers
			continue
		}
		n, err = m.readers[0].Read(p)
		if err != EOF {
			return n, err
		}
		m.drop()
		if n > 0 {
			if len(m.readers) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

func (m *multiReader) WriteTo(w Writer) (sum int64, err error) {
	return m.writeThrough(w, make([]byte, 32<<10))
}

func (m *multiReader) writeThrough(w Writer, buf []byte) (sum int64, err error) {
	for len(m.readers) > 0 {
		var n int64
		if inner, ok := m.readers[0].(*multiReader); ok {
			n, err = inner.writeThrough(w, buf)
		} else {
			n, err = copyThrough(w, m.readers[0], buf)
		}
		sum += n
		if err != nil {
			return sum, err
		}
		m.drop()
	}
	m.readers = nil
	return sum, nil
}

// MultiWriter gives a writer that writes to each of the writers in turn, up to the first error.
func MultiWriter(writers ...Writer) Writer {
	all := make([]Writer, 0, len(writers))
	for _, w := range writers {
		if inner, ok := w.(*multiWriter); ok {
			all = append(all, inner.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct {
	writers []Writer
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err == nil && n != len(p) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	var p []byte // s, once a writer needs it so
	for _, w := range m.writers {
		if sw, ok := w.(StringWriter); ok {
			n, err = sw.WriteString(s)
		} else {
			if p == nil {
				p = []byte(s)
			}
			n, err = w.Write(p)
		}
		if err == nil && n != len(s) {
			err = ErrShortWrite
		}
		if err != nil {
			return n, err
		}
	}
	return len(s), nil
}
