// text.c: strings made of parts, bytes and runes.
#include "runtime/text.h"

#include <string.h>

#include "base/utf8.h"
#include "runtime/gc.h"
#include "runtime/native.h"
#include "runtime/size_class.h"

String string_new(const char *bytes, int64_t n)
{
    if (n <= 0)
        return (String){NULL, 0};
    char *p = gc_alloc_bytes((size_t)n);
    memcpy(p, bytes, (size_t)n);
    return (String){p, n};
}

String string_concat(const String *parts, int n)
{
    int64_t len = 0;
    int filled = 0, last = 0;
    for (int i = 0; i < n; i++) {
        if (!parts[i].len)
            continue;
        filled++;
        last = i;
        if (__builtin_add_overflow(len, parts[i].len, &len))
            out_of_memory();
    }
    if (filled <= 1)
        return filled ? parts[last] : (String){NULL, 0};
    char *p = gc_alloc_bytes((size_t)len), *to = p;
    for (int i = 0; i < n; i++)
        if (parts[i].len) {
            memcpy(to, parts[i].ptr, (size_t)parts[i].len);
            to += parts[i].len;
        }
    return (String){p, len};
}

int string_compare(String a, String b)
{
    int64_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, (size_t)n) : 0;
    if (c)
        return c < 0 ? -1 : 1;
    return a.len < b.len ? -1 : a.len > b.len;
}

static int as_rune(int64_t rune)
{
    return rune < 0 || rune > RUNE_MAX ? RUNE_ERROR : (int)rune;
}

String string_from_rune(int64_t rune)
{
    char bytes[4];
    int n = utf8_encode(bytes, as_rune(rune));
    return string_new(bytes, n);
}

String string_from_bytes(Slice bytes)
{
    return string_new(bytes.ptr, bytes.len);
}

String string_from_runes(Slice runes)
{
    const int32_t *r = runes.ptr;
    char bytes[4];
    int64_t len = 0;
    for (int64_t i = 0; i < runes.len; i++)
        len += r[i] >= 0 && r[i] < 0x80 ? 1 : utf8_encode(bytes, as_rune(r[i]));
    if (!len)
        return (String){NULL, 0};
    char *p = gc_alloc_bytes((size_t)len), *to = p;
    for (int64_t i = 0; i < runes.len; i++) {
        if (r[i] >= 0 && r[i] < 0x80) {
            *to++ = (char)r[i];
        } else {
            int n = utf8_encode(bytes, as_rune(r[i]));
            // Another goroutine may change the slice between the two passes: never beyond what was counted.
            if (n > p + len - to)
                break;
            memcpy(to, bytes, (size_t)n);
            to += n;
        }
        if (to == p + len)
            break;
    }
    return (String){p, to - p};
}

// Room for n elements of `size` bytes, rounded up to a size class; what is behind n is zeroed.
static Slice rounded(int64_t n, int64_t size)
{
    uint64_t used = (uint64_t)(n * size), bytes = size_class_round(used, false);
    char *p = gc_alloc_bytes(bytes);
    memset(p + used, 0, bytes - used);
    return (Slice){p, n, (int64_t)bytes / size};
}

Slice bytes_from_string(String s)
{
    if (!s.len)
        return (Slice){gc_alloc_slow(0, GC_ATOMIC), 0, 0};
    Slice out = rounded(s.len, 1);
    memcpy(out.ptr, s.ptr, (size_t)s.len);
    return out;
}

int64_t string_next_rune(String s, int64_t at, int32_t *rune)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (c < 0x80) {
        *rune = c;
        return at + 1;
    }
    int width;
    *rune = utf8_decode(s.ptr + at, (size_t)(s.len - at), &width);
    return at + width;
}

Slice runes_from_string(String s)
{
    int64_t n = 0;
    int32_t rune;
    for (int64_t at = 0; at < s.len; n++)
        at = string_next_rune(s, at, &rune);
    if (!n)
        return (Slice){gc_alloc_slow(0, GC_ATOMIC), 0, 0};
    Slice out = rounded(n, 4);
    int32_t *to = out.ptr;
    for (int64_t at = 0; at < s.len;) {
        at = string_next_rune(s, at, &rune);
        *to++ = rune;
    }
    return out;
}
