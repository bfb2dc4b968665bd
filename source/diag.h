// diag.h: messages about a program's text.
// A stage reports into a sink and goes on; the sink sorts, removes doubles and prints as
// cmd/compile does.
#ifndef SOURCE_DIAG_H
#define SOURCE_DIAG_H
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "source/source.h"

typedef struct Diag {
    Pos pos;
    const char *text; // may have continuation lines ("\n\t...")
    int order;        // of reporting
} Diag;

typedef struct DiagSink {
    FileSet *files;
    Arena arena;
    VEC(Diag) list;
    int errors;        // how many were reported
    int syntax_errors; // how many of them begin with "syntax error": with any, a program is not
                       // checked
} DiagSink;

void diag_init(DiagSink *sink, FileSet *files);
void diag_done(DiagSink *sink);

void diag_verror(DiagSink *sink, Pos pos, const char *fmt, va_list ap);
bool diag_is_syntax_error(const Diag *d); // what keeps a program from being checked: begins with "syntax error"
// The number of messages so far, for diag_drop.
static inline int diag_mark(const DiagSink *sink)
{
    return sink->list.n;
}
// Forgets what was reported since there were `keep` messages (for trial checks, the REPL).
void diag_drop(DiagSink *sink, int keep);

typedef struct DiagStyle {
    int limit;    // print "too many errors" after this many; 0: all
    bool color;   // ANSI colours
    bool excerpt; // source line and caret below each message
    bool input;   // of what was just typed: no file and place; the excerpt stands before the message
    int under_text; // with input: the line itself stands right above already, from that column on; 0: it does not
} DiagStyle;

// Prints all, sorted by file and place, as cmd/compile does: `file:line:col: text`. Of several
// syntax errors on a line the first reported is kept, and of equal messages on a line one.
void diag_print(DiagSink *sink, FILE *out, DiagStyle style);
#endif
