// quote.h: text as Go's quoted literals have it.
#ifndef BASE_QUOTE_H
#define BASE_QUOTE_H
#include <stdint.h>

#include "base/buf.h"

typedef enum QuoteMode { QUOTE_PRINT, QUOTE_ASCII, QUOTE_GRAPHIC } QuoteMode; // what stands as it is; the rest is escaped

enum { QUOTE_MAX_BYTES = 10 };

// Writes the rune (an invalid one as U+FFFD), escaped for a literal in the quote character, without the quotes: at most
// QUOTE_MAX_BYTES. Returns how many.
int quote_rune(char *out, int32_t rune, char quote, QuoteMode mode);
// The same for the rune that the n > 0 bytes at p begin with, *width bytes of them; a byte that is no UTF-8 is \xNN.
int quote_next(char *out, const char *p, size_t n, int *width, char quote, QuoteMode mode);
// Appends s as a literal in double quotes, as strconv.Quote does.
void quote_add_string(Buf *out, Str s);
#endif
