package fmt

import "errors"

// Errorf makes an error with the text that Sprintf gives. An operand of %w, an error, is wrapped: Unwrap
// of the result returns it; several are returned as a slice, in the order of the arguments.
func Errorf(format string, a ...any) (err error) {
	p := &printer{errorf: true}
	p.printf(format, a)
	text := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(text)
	case 1:
		w := &wrapError{msg: text}
		w.err, _ = a[p.wrapped[0]].(error)
		return w
	}
	isWrapped := make([]bool, len(a))
	for _, i := range p.wrapped {
		isWrapped[i] = true
	}
	w := &wrapErrors{msg: text}
	for i, arg := range a {
		if e, ok := arg.(error); ok && isWrapped[i] {
			w.errs = append(w.errs, e)
		}
	}
	return w
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }
