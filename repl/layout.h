// layout.h: an input as rows of the terminal: prompts, colours, wrapped lines, and hints below.
#ifndef REPL_LAYOUT_H
#define REPL_LAYOUT_H
#include "repl/screen.h"

enum { PROMPT_COLUMNS = 4 };
#define PROMPT "go> "
#define PROMPT_MORE "  | "

typedef struct Layout {
    int columns, rows; // of the terminal; no more rows are made
    bool color;
    Str text;
    size_t cursor;
    Str hint;   // lines
    size_t top; // in, out: first row that is shown
} Layout;

ScreenArea layout_area(Layout *l);
#endif
