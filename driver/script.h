// script.h: is a text a program with a package clause, or statements to be run in order?
#ifndef DRIVER_SCRIPT_H
#define DRIVER_SCRIPT_H
#include "base/arena.h"
#include "base/buf.h"

// Reads a file ("-": standard input) whole. A first line `#!…` becomes a comment. false: it cannot be read, or is a folder.
bool script_read(const char *path, Buf *out);
// Whether the text, which is not empty, begins with anything but a package clause.
bool script_is(Str text);
// The first token as go/parser names it in "expected 'package', found …" (arena text).
const char *script_first_token(Arena *a, Str text);
#endif
