package os

import "syscall"

// Getenv gives a variable's value, "" if it is not set.
func Getenv(key string) string {
	value, _ := syscall.Getenv(key)
	return value
}

// LookupEnv gives a variable's value, and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets a variable.
func Setenv(key, value string) error {
	return NewSyscallError("setenv", syscall.Setenv(key, value))
}

// Unsetenv removes a variable.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all variables.
func Clearenv() { syscall.Clearenv() }

// Environ gives all variables as "key=value".
func Environ() []string { return syscall.Environ() }

// ExpandEnv is Expand with the variables of the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${name} and $name in s by what mapping gives for name.
func Expand(s string, mapping func(string) string) string {
	var text []byte
	done := 0 // what of s is in text
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		text = append(text, s[done:i]...)
		name, n := variableAt(s[i+1:])
		switch {
		case name != "":
			text = append(text, mapping(name)...)
		case n == 0:
			text = append(text, '$') // not a name: it stands for itself
		}
		i += n
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(text, s[done:]...))
}

// variableAt gives the name that s, the text behind a $, begins with, and how many bytes belong to it. No
// name but some bytes: wrong syntax, to be left out.
func variableAt(s string) (name string, n int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for n < len(s) && isNamePart(s[n]) {
		n++
	}
	return s[:n], n
}

// isSpecial reports whether c is a whole name of the shell's.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isNamePart(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
