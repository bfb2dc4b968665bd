// native.c: the C half of unicode/utf8.
#include "base/utf8.h"
#include "runtime/native.h"

enum { PIECE = 1 << 20 }; // bytes looked at before others may run

// Whether the n bytes at p, less than a whole rune, could be made one by more bytes.
static bool is_unfinished(const char *p, int64_t n)
{
    static const char *const tails[] = {"\x80\x80\x80", "\xBF\xBF\xBF"};
    // It can if either the least or the greatest continuation completes it.
    for (int i = 0; i < 2; i++) {
        char text[8];
        int width;
        memcpy(text, p, (size_t)n);
        memcpy(text + n, tails[i], 3);
        utf8_decode(text, (size_t)n + 3, &width);
        if (width > n)
            return true;
    }
    return false;
}

static bool is_full(const char *p, int64_t n)
{
    if (n <= 0)
        return false;
    return n >= 4 || !is_unfinished(p, n);
}

NATIVE(unicode_utf8, FullRune, { uint64_t ret; Slice p; })
{
    a->ret = is_full(a->p.ptr, a->p.len);
    return STATUS_OK;
}

NATIVE(unicode_utf8, FullRuneInString, { uint64_t ret; String s; })
{
    a->ret = is_full(a->s.ptr, a->s.len);
    return STATUS_OK;
}

static int64_t decode(const char *p, int64_t n, int64_t *size)
{
    int width = 0;
    int32_t rune = n > 0 ? utf8_decode(p, (size_t)n, &width) : RUNE_ERROR;
    *size = width;
    return rune;
}

NATIVE(unicode_utf8, DecodeRune, { int64_t r; int64_t size; Slice p; })
{
    a->r = decode(a->p.ptr, a->p.len, &a->size);
    return STATUS_OK;
}

NATIVE(unicode_utf8, DecodeRuneInString, { int64_t r; int64_t size; String s; })
{
    a->r = decode(a->s.ptr, a->s.len, &a->size);
    return STATUS_OK;
}

static int64_t decode_last(const char *p, int64_t n, int64_t *size)
{
    // The rune that begins at most four bytes before the end and reaches to it; else the last byte is invalid.
    for (int64_t from = n - 1; from >= 0 && from >= n - 4; from--) {
        if ((p[from] & 0xC0) == 0x80)
            continue;
        int64_t rune = decode(p + from, n - from, size);
        if (from + *size == n)
            return rune;
        break;
    }
    *size = n > 0;
    return RUNE_ERROR;
}

NATIVE(unicode_utf8, DecodeLastRune, { int64_t r; int64_t size; Slice p; })
{
    a->r = decode_last(a->p.ptr, a->p.len, &a->size);
    return STATUS_OK;
}

NATIVE(unicode_utf8, DecodeLastRuneInString, { int64_t r; int64_t size; String s; })
{
    a->r = decode_last(a->s.ptr, a->s.len, &a->size);
    return STATUS_OK;
}

// Counts the runes that begin in the first PIECE bytes; *taken is how far that reaches.
static int64_t count(const char *p, int64_t n, int64_t *taken)
{
    int64_t runes = 0, i = 0, stop = n > PIECE ? PIECE : n;
    while (i < stop) {
        uint64_t word;
        if (n - i >= 8 && (memcpy(&word, p + i, 8), (word & 0x8080808080808080ull) == 0)) {
            i += 8;
            runes += 8;
            continue;
        }
        int width;
        utf8_decode(p + i, (size_t)(n - i), &width);
        i += width;
        runes++;
    }
    *taken = i;
    return runes;
}

// so_far, 0 at first, is kept in the frame between the pieces.
NATIVE(unicode_utf8, countBytes, { int64_t ret; Slice p; int64_t so_far; })
{
    int64_t taken;
    a->so_far += count(a->p.ptr, a->p.len, &taken);
    a->p.ptr = (char *)a->p.ptr + taken;
    a->p.len -= taken;
    a->ret = a->so_far;
    return a->p.len > 0 ? STATUS_YIELD : STATUS_OK;
}

NATIVE(unicode_utf8, countString, { int64_t ret; String s; int64_t so_far; })
{
    int64_t taken;
    a->so_far += count(a->s.ptr, a->s.len, &taken);
    a->s.ptr += taken;
    a->s.len -= taken;
    a->ret = a->so_far;
    return a->s.len > 0 ? STATUS_YIELD : STATUS_OK;
}

// Checks a piece and drops it from the front of *p, *n. OK: *valid is final.
static Status check(const char **p, int64_t *n, uint64_t *valid)
{
    int64_t piece = *n > PIECE ? PIECE : *n;
    int64_t good = (int64_t)utf8_valid_prefix(*p, (size_t)piece);
    // A rune cut by the end of the piece is looked at again with the next one.
    if (good < piece && (piece == *n || piece - good >= 4)) {
        *valid = 0;
        return STATUS_OK;
    }
    *p += good;
    *n -= good;
    *valid = 1;
    return *n > 0 ? STATUS_YIELD : STATUS_OK;
}

NATIVE(unicode_utf8, Valid, { uint64_t ret; Slice p; })
{
    const char *p = a->p.ptr;
    Status s = check(&p, &a->p.len, &a->ret);
    a->p.ptr = (char *)(uintptr_t)p;
    return s;
}

NATIVE(unicode_utf8, ValidString, { uint64_t ret; String s; })
{
    return check(&a->s.ptr, &a->s.len, &a->ret);
}
