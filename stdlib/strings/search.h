// search.h: searching in bytes, for packages strings and bytes.
#ifndef STDLIB_STRINGS_SEARCH_H
#define STDLIB_STRINGS_SEARCH_H
#include "base/rune.h"
#include "base/utf8.h"
#include "runtime/native.h"

static inline bool bytes_has_prefix(String s, String prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.ptr, prefix.ptr, (size_t)prefix.len) == 0);
}

static inline bool bytes_has_suffix(String s, String suffix)
{
    return s.len >= suffix.len && bytes_has_prefix((String){s.ptr + s.len - suffix.len, suffix.len}, suffix);
}

static inline int64_t bytes_index(String s, String t)
{
    if (t.len == 0)
        return 0;
    if (t.len > s.len)
        return -1;
    const char *p = t.len == 1 ? memchr(s.ptr, t.ptr[0], (size_t)s.len) : memmem(s.ptr, (size_t)s.len, t.ptr, (size_t)t.len);
    return p ? p - s.ptr : -1;
}

// The last t in s by hashes that roll from the end (Karp and Rabin, 1987).
static inline int64_t bytes_last_index_by_hash(String s, String t)
{
    enum { PRIME = 16777619 };
    uint32_t want = 0, have = 0, power = 1; // power: PRIME to the length of t
    for (int64_t i = t.len - 1; i >= 0; i--) {
        want = want * PRIME + (unsigned char)t.ptr[i];
        have = have * PRIME + (unsigned char)s.ptr[s.len - t.len + i];
        power *= PRIME;
    }
    for (int64_t at = s.len - t.len;; at--) {
        if (have == want && memcmp(s.ptr + at, t.ptr, (size_t)t.len) == 0)
            return at;
        if (at == 0)
            return -1;
        have = have * PRIME + (unsigned char)s.ptr[at - 1] - power * (unsigned char)s.ptr[at - 1 + t.len];
    }
}

static inline int64_t bytes_last_index(String s, String t)
{
    enum { TRIES = 64 }; // comparisons that may be long, before the search that needs none
    if (t.len == 0)
        return s.len;
    int tries = 0;
    for (int64_t end = s.len - t.len + 1; end > 0;) {
        const char *p = memrchr(s.ptr, t.ptr[0], (size_t)end);
        if (!p)
            return -1;
        if (t.len > TRIES && ++tries > TRIES)
            return bytes_last_index_by_hash((String){s.ptr, p - s.ptr + t.len}, t);
        if (memcmp(p, t.ptr, (size_t)t.len) == 0)
            return p - s.ptr;
        end = p - s.ptr;
    }
    return -1;
}

static inline int64_t bytes_count(String s, String t) // t not empty
{
    int64_t n = 0;
    for (int64_t i; (i = bytes_index(s, t)) >= 0; n++)
        s = (String){s.ptr + i + t.len, s.len - i - t.len};
    return n;
}

// The rune at the beginning of a non-empty s.
static inline int bytes_rune(String s, int *width)
{
    return utf8_decode(s.ptr, (size_t)s.len, width);
}

// The rune at the end of a non-empty s.
static inline int bytes_last_rune(String s, int *width)
{
    int64_t from = s.len - 1;
    for (int i = 0; i < 3 && from > 0 && ((unsigned char)s.ptr[from] & 0xC0) == 0x80; i++)
        from--;
    int rune = utf8_decode(s.ptr + from, (size_t)(s.len - from), width);
    if (from + *width != s.len) {
        *width = 1;
        return RUNE_ERROR;
    }
    return rune;
}

// Whether the rune stands in chars; U+FFFD matches any invalid byte too.
static inline bool bytes_has_rune(String chars, int rune)
{
    if (rune >= 0 && rune < 0x80)
        return chars.len && memchr(chars.ptr, rune, (size_t)chars.len);
    for (int width; chars.len; chars = (String){chars.ptr + width, chars.len - width})
        if (bytes_rune(chars, &width) == rune)
            return true;
    return false;
}

// A set of bytes, if chars holds ASCII alone: then no decoding is needed to find one of them.
typedef struct AsciiSet {
    uint64_t bits[4];
} AsciiSet;

static inline bool ascii_set_init(AsciiSet *set, String chars)
{
    *set = (AsciiSet){0};
    for (int64_t i = 0; i < chars.len; i++) {
        unsigned char c = (unsigned char)chars.ptr[i];
        if (c >= 0x80)
            return false;
        set->bits[c >> 6] |= 1ull << (c & 63);
    }
    return true;
}

static inline bool ascii_set_has(const AsciiSet *set, char c)
{
    return set->bits[(unsigned char)c >> 6] >> ((unsigned char)c & 63) & 1;
}

static inline int64_t bytes_index_any(String s, String chars)
{
    AsciiSet set;
    if (ascii_set_init(&set, chars)) {
        for (int64_t i = 0; i < s.len; i++)
            if (ascii_set_has(&set, s.ptr[i]))
                return i;
        return -1;
    }
    for (int64_t i = 0; i < s.len;) {
        int width, rune = bytes_rune((String){s.ptr + i, s.len - i}, &width);
        if (bytes_has_rune(chars, rune))
            return i;
        i += width;
    }
    return -1;
}

static inline int64_t bytes_last_index_any(String s, String chars)
{
    AsciiSet set;
    if (ascii_set_init(&set, chars)) {
        int64_t i = s.len - 1;
        while (i >= 0 && !ascii_set_has(&set, s.ptr[i]))
            i--;
        return i;
    }
    while (s.len) {
        int width, rune = bytes_last_rune(s, &width);
        s.len -= width;
        if (bytes_has_rune(chars, rune))
            return s.len;
    }
    return -1;
}

// Cuts off code points of chars; chars.ptr NULL: white space. ends: 1 the beginning, 2 the end.
static inline void bytes_trim(String s, String chars, bool white, int ends, int64_t *from, int64_t *to)
{
    int64_t i = 0, j = s.len;
    int width, rune;
    for (; ends & 1 && i < j; i += width) {
        rune = bytes_rune((String){s.ptr + i, j - i}, &width);
        if (white ? !rune_is(rune, RUNE_SPACE) : !bytes_has_rune(chars, rune))
            break;
    }
    for (; ends & 2 && i < j; j -= width) {
        rune = bytes_last_rune((String){s.ptr + i, j - i}, &width);
        if (white ? !rune_is(rune, RUNE_SPACE) : !bytes_has_rune(chars, rune))
            break;
    }
    *from = i;
    *to = j;
}

// The next field of s, or false; s is moved behind it.
static inline bool bytes_next_field(String *s, String *field)
{
    int64_t from, to = 0;
    bytes_trim(*s, (String){0}, true, 1, &from, &(int64_t){0});
    *s = (String){s->ptr + from, s->len - from};
    if (!s->len)
        return false;
    for (int width; to < s->len; to += width) {
        int rune = bytes_rune((String){s->ptr + to, s->len - to}, &width);
        if (rune_is(rune, RUNE_SPACE))
            break;
    }
    *field = (String){s->ptr, to};
    *s = (String){s->ptr + to, s->len - to};
    return true;
}

// The mapped copy's length, or -1 if nothing changes; written to out if that is not NULL. to: 0 upper, 1 lower, 2 title.
static inline int64_t bytes_change_case(String s, int to, char *out)
{
    int64_t n = 0;
    bool changed = false;
    char text[4];
    for (int64_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c < 0x80) {
            unsigned char d = to == 1 ? ((unsigned)(c - 'A') < 26 ? c + 32 : c) : ((unsigned)(c - 'a') < 26 ? c - 32 : c);
            if (out)
                out[n] = (char)d;
            changed |= d != c;
            n++;
            i++;
            continue;
        }
        int width, rune = bytes_rune((String){s.ptr + i, s.len - i}, &width);
        int mapped = to == 1 ? rune_to_lower(rune) : to == 0 ? rune_to_upper(rune) : rune_to_title(rune);
        int m = utf8_encode(out ? out + n : text, mapped);
        changed |= mapped != rune || (rune == RUNE_ERROR && width == 1);
        n += m;
        i += width;
    }
    return changed ? n : -1;
}
#endif
