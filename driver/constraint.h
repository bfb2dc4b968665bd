// constraint.h: which files of a folder belong to the build: names like x_linux.go, lines like //go:build linux.
#ifndef DRIVER_CONSTRAINT_H
#define DRIVER_CONSTRAINT_H
#include <stdbool.h>

#include "base/str.h"

// By the file's name alone (_test.go files, and names that begin with _ or ., never belong).
bool constraint_name_matches(const char *file_name);
// By the //go:build line (or the old // +build lines) before the package clause.
bool constraint_text_matches(Str text);
// The language version 1.N that the //go:build line asks for (the lowest one with which it holds); 0: none.
int constraint_go_version(Str text);
#endif
