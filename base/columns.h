// columns.h: what a terminal makes of text: the columns that it takes.
#ifndef BASE_COLUMNS_H
#define BASE_COLUMNS_H
#include "base/str.h"

enum { TAB_COLUMNS = 4 };

// Columns that a code point takes: 0, 1 or 2.
int rune_columns(int rune);
// What a code point at that column of its line is shown as, and its columns: a tab as blanks, a control character as ^X.
int rune_picture(int rune, int column, char out[16], size_t *n);
// Columns of text without newlines, from the beginning of a line.
int text_columns(Str text);
#endif
