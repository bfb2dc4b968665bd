// constraint.h: which files of a folder belong to the build: names like x_linux.go, lines like //go:build linux.
#ifndef DRIVER_CONSTRAINT_H
#define DRIVER_CONSTRAINT_H
#include <stdbool.h>

#include "base/buf.h"

enum { GO_MINOR = 27 }; // of the Go that minigo is: go1.27

// Names that begin with _ or . are not looked at, _test.go files only counted.
bool constraint_name_is_go(const char *file_name);
bool constraint_name_is_test(const char *file_name);
// By the file's name alone.
bool constraint_name_matches(const char *file_name);
// By the //go:build line (or the old // +build lines) before the package clause. What is wrong with the line is added to *error
// (NULL: not asked).
bool constraint_text_matches(Str text, Buf *error);
// The language version 1.N that the //go:build line asks for (the lowest one with which it holds); 0: none.
int constraint_go_version(Str text);
#endif
