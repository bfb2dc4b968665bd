package runtime

// -- natives (native.c)

// callers fills pcs with the return addresses of the frames behind the first skip ones, the first being
// the function that calls it.
func callers(skip int, pcs []uintptr) int

// place tells what a return address belongs to.
func place(pc uintptr) (function, file string, line int, entry uintptr, ok bool)

// stackText gives the traceback of the goroutine, or of all.
func stackText(all bool) string

// Caller tells where the caller is, or skip frames further out.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if skip < 0 || callers(skip+1, pcs[:]) == 0 {
		return 0, "", 0, false
	}
	_, file, line, _, ok = place(pcs[0])
	return pcs[0], file, line, ok
}

// Callers fills pc with the return addresses of the frames behind the first skip ones; 0 is Callers itself.
// CallersFrames makes sense of them.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 || skip < 0 {
		return 0
	}
	return callers(skip, pc)
}

// A Frame is a call.
type Frame struct {
	PC       uintptr
	Func     *Func  // nil if it is not known
	Function string // its name with the package's path
	File     string
	Line     int
	Entry    uintptr // where the function begins
}

// Frames gives one Frame after the other.
type Frames struct {
	pcs []uintptr
}

// CallersFrames gives the frames of what Callers gave.
func CallersFrames(callers []uintptr) *Frames {
	return &Frames{append([]uintptr(nil), callers...)}
}

// Next gives the next frame, and whether there are more. At the end the frame is zero.
func (f *Frames) Next() (frame Frame, more bool) {
	for len(f.pcs) > 0 {
		pc := f.pcs[0]
		f.pcs = f.pcs[1:]
		if name, file, line, entry, ok := place(pc); ok {
			frame = Frame{pc, &Func{name, file, line, entry}, name, file, line, entry}
			return frame, len(f.pcs) > 0
		}
	}
	return Frame{}, false
}

// A Func is a function of the program.
type Func struct {
	name, file string
	line       int
	entry      uintptr
}

// FuncForPC gives the function that an address belongs to, nil if none.
func FuncForPC(pc uintptr) *Func {
	name, file, line, entry, ok := place(pc)
	if !ok {
		return nil
	}
	return &Func{name, file, line, entry}
}

// Name gives the function's name with its package's path.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry gives the address where it begins.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine tells the place of an address in it.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _, ok := place(pc)
	if !ok {
		return "?", 0
	}
	return file, line
}

// Stack writes the goroutine's traceback, or all goroutines', to buf, as far as there is room.
func Stack(buf []byte, all bool) int { return copy(buf, stackText(all)) }
