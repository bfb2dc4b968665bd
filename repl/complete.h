// complete.h: what can stand at the cursor.
#ifndef REPL_COMPLETE_H
#define REPL_COMPLETE_H
#include "driver/interactive.h"

typedef struct Candidate {
    const char *text;
    const char *detail; // a signature or type; "" if there is nothing to say
} Candidate;

typedef struct Completions {
    Arena arena;
    VEC(Candidate) list; // sorted, each once
    size_t start;        // byte where the text to be replaced begins
} Completions;

void completions_done(Completions *c);
void complete_at(Interactive *it, Str text, size_t cursor, Completions *out);
// The signature of the function called where the cursor stands behind '('; nothing is added if that is not known.
void signature_at(Interactive *it, Str text, size_t cursor, Buf *out);
#endif
