// scan.h: a quick look at Go text that may be unfinished or wrong: brackets, strings, words.
#ifndef REPL_SCAN_H
#define REPL_SCAN_H
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef enum TextClass { TEXT_PLAIN, TEXT_KEYWORD, TEXT_BUILTIN, TEXT_NUMBER, TEXT_STRING, TEXT_COMMENT } TextClass;

enum { SCAN_MAX_OPEN = 200 };

typedef struct Scan {
    uint8_t *classes;          // NULL, or a TextClass for each byte
    char open[SCAN_MAX_OPEN];  // brackets that are open at the end, outermost first
    int depth;                 // may be more than are kept in `open`
    TextClass at_end;          // STRING or COMMENT: the text ends inside one
    size_t string_start;       // with STRING: of its quote
} Scan;

// Fills *s; classes is to be set before.
void scan_text(Scan *s, Str text);
bool is_word_byte(char c);
#endif
