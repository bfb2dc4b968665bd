// Package runtime: what panics raised by the language itself are as Go values. The compiler's panicvalue.c makes them.
package runtime

// Error identifies a run-time error.
type Error interface {
	error

	// RuntimeError is a no-op function but serves to distinguish types that are run-time errors from ordinary errors.
	RuntimeError()
}

// An errorString is a run-time error whose text stands behind "runtime error: ".
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// A boundsError is an index or slice expression out of range.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// A plainError is a run-time error without that prefix.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError() {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError happens when code calls panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string { return "runtime error: panic called with nil argument" }
func (*PanicNilError) RuntimeError() {}

// panicWrap is called when a method with a value receiver is called through an interface or a function value that holds a nil pointer.
func panicWrap(text string) { panic(plainError(text)) }
