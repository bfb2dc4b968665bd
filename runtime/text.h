// text.h: strings, bytes and runes.
#ifndef RUNTIME_TEXT_H
#define RUNTIME_TEXT_H
#include "runtime/g.h"

String string_concat(const String *parts, int n);     // one non-empty part is returned itself
int string_compare(String a, String b);               // -1 0 1
static inline bool string_equal(String a, String b)
{
    return a.len == b.len && (a.ptr == b.ptr || a.len == 0 || __builtin_memcmp(a.ptr, b.ptr, (size_t)a.len) == 0);
}
String string_from_rune(int64_t rune);
String string_from_bytes(Slice bytes);                // copies
String string_from_runes(Slice runes);
Slice bytes_from_string(String s);
Slice runes_from_string(String s);
// Decodes the rune at s[at]; returns the index behind it.
int64_t string_next_rune(String s, int64_t at, int32_t *rune);
#endif
