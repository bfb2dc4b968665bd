// quote.h: Go's quoted literals, as strconv and fmt share them in C.
#ifndef STDLIB_STRCONV_QUOTE_H
#define STDLIB_STRCONV_QUOTE_H
#include "base/quote.h"
#include "stdlib/strconv/append.h"

// Appends s escaped, without the quotes around it.
void quote_append_escaped(Slice *dst, String s, char quote, QuoteMode mode);
void quote_append_rune(Slice *dst, int32_t rune, char quote, QuoteMode mode); // one rune, escaped, without quotes
bool quote_can_backquote(String s);
#endif
