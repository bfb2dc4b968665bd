// Package errors makes errors, wraps them, and finds them in what wraps them.
package errors

import "internal/rt"

// errorString is what New returns: each call's is distinct.
type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New makes an error with that text. Each call's result differs from every other's.
func New(text string) error {
	return &errorString{text}
}

// ErrUnsupported says that an operation cannot be done because it is not supported. It is wrapped or
// matched by Is; functions do not return it itself.
var ErrUnsupported = New("unsupported operation")

// Unwrap gives what err's method Unwrap() error returns, nil without such a method.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

// Is reports whether err, or an error that it wraps (depth first), equals target or says so by a method
// Is(error) bool.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, rt.TypeOf(target).Comparable())
}

func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			for _, each := range x.Unwrap() {
				if is(each, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As looks for an error in err and what it wraps (depth first) that can be assigned to *target, or that
// sets it by a method As(any) bool; it assigns the first and reports whether there was one. It panics if
// target is not a non-nil pointer to an interface or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	to := rt.TypeOf(target)
	if to.Kind() != rt.Pointer || rt.IsNil(target) {
		panic("errors: target must be a non-nil pointer")
	}
	if elem := to.Elem(); elem.Kind() != rt.Interface && !elem.Implements(rt.TypeOf((*error)(nil)).Elem()) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

func as(err error, target any) bool {
	for err != nil {
		if rt.AssignTo(target, err) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		switch x := err.(type) {
		case interface{ Unwrap() error }:
			err = x.Unwrap()
		case interface{ Unwrap() []error }:
			for _, each := range x.Unwrap() {
				if as(each, target) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// joinError is what Join returns.
type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	text := []byte(e.errs[0].Error())
	for _, err := range e.errs[1:] {
		text = append(text, '\n')
		text = append(text, err.Error()...)
	}
	return string(text)
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join wraps the errors that are not nil; nil if there are none. Its text is theirs, one a line.
func Join(errs ...error) error {
	n := 0
	for _, err := range errs {
		if err != nil {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	e := &joinError{make([]error, 0, n)}
	for _, err := range errs {
		if err != nil {
			e.errs = append(e.errs, err)
		}
	}
	return e
}
