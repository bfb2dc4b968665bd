// quote.h: Go's quoted literals, as strconv and fmt share them in C.
#ifndef STDLIB_STRCONV_QUOTE_H
#define STDLIB_STRCONV_QUOTE_H
#include "stdlib/strconv/append.h"

typedef enum QuoteMode { QUOTE_PRINT, QUOTE_ASCII, QUOTE_GRAPHIC } QuoteMode;

bool quote_is_print(int32_t rune);
bool quote_is_graphic(int32_t rune);
// Appends s escaped, without the quotes around it.
void quote_append_escaped(Slice *dst, String s, char quote, QuoteMode mode);
void quote_append_rune(Slice *dst, int32_t rune, char quote, QuoteMode mode); // one rune, escaped, without quotes
bool quote_can_backquote(String s);
#endif
