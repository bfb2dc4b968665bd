// utf8.h: UTF-8 as Go reads and writes it: an invalid byte is U+FFFD of width 1.
#ifndef BASE_UTF8_H
#define BASE_UTF8_H
#include <stdbool.h>
#include <stddef.h>

enum { RUNE_ERROR = 0xFFFD, RUNE_MAX = 0x10FFFF };

// Decodes the first rune of n > 0 bytes; *width (1 to 4) is how many bytes it takes. An invalid sequence gives
// RUNE_ERROR with width 1 (a real U+FFFD has width 3).
int utf8_decode(const char *p, size_t n, int *width);
// Writes 1 to 4 bytes to out; returns how many. Surrogates and values out of range are written as U+FFFD.
int utf8_encode(char *out, int rune);
// The index of the first invalid byte, or n if all is valid.
size_t utf8_valid_prefix(const char *p, size_t n);
#endif
