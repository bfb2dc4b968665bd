// native.c: properties of code points from the one table, and the range tables.
#include <stdlib.h>

#include "base/check.h"
#include "base/rune.h"
#include "runtime/native.h"

// Go's types of the same names, and a table's place in the arrays of ranges.inc.
typedef struct Range16 {
    uint16_t lo, hi, stride;
} Range16;
typedef struct Range32 {
    uint32_t lo, hi, stride;
} Range32;
typedef struct CaseRange {
    uint32_t lo, hi;
    int32_t delta[3];
} CaseRange;
typedef struct TableRow {
    const char *name;
    int16_t first16, n16, first32, n32, latin;
} TableRow;

#include "stdlib/unicode/ranges.inc"

NATIVE(unicode, IsLetter, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_LETTER);
    return STATUS_OK;
}

NATIVE(unicode, IsDigit, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_DIGIT);
    return STATUS_OK;
}

NATIVE(unicode, IsNumber, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_NUMBER);
    return STATUS_OK;
}

NATIVE(unicode, IsUpper, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_UPPER);
    return STATUS_OK;
}

NATIVE(unicode, IsLower, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_LOWER);
    return STATUS_OK;
}

NATIVE(unicode, IsTitle, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_TITLE);
    return STATUS_OK;
}

NATIVE(unicode, IsPunct, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_PUNCT);
    return STATUS_OK;
}

NATIVE(unicode, IsSymbol, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_SYMBOL);
    return STATUS_OK;
}

NATIVE(unicode, IsMark, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_MARK);
    return STATUS_OK;
}

NATIVE(unicode, IsSpace, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_SPACE);
    return STATUS_OK;
}

NATIVE(unicode, IsControl, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_CONTROL);
    return STATUS_OK;
}

NATIVE(unicode, IsGraphic, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is_graphic((int32_t)a->r);
    return STATUS_OK;
}

NATIVE(unicode, isSpaceSeparator, { uint64_t ret; int64_t r; })
{
    a->ret = rune_is((int32_t)a->r, RUNE_SPACE_SEP);
    return STATUS_OK;
}

NATIVE(unicode, ToUpper, { int64_t ret; int64_t r; })
{
    a->ret = rune_to_upper((int32_t)a->r);
    return STATUS_OK;
}

NATIVE(unicode, ToLower, { int64_t ret; int64_t r; })
{
    a->ret = rune_to_lower((int32_t)a->r);
    return STATUS_OK;
}

NATIVE(unicode, ToTitle, { int64_t ret; int64_t r; })
{
    a->ret = rune_to_title((int32_t)a->r);
    return STATUS_OK;
}

NATIVE(unicode, SimpleFold, { int64_t ret; int64_t r; })
{
    a->ret = rune_fold((int32_t)a->r);
    return STATUS_OK;
}

// -- range tables

static int compare_row(const void *name, const void *row)
{
    const String *s = name;
    const char *other = ((const TableRow *)row)->name;
    int c = strncmp(s->ptr, other, (size_t)s->len);
    return c ? c : -(other[s->len] != 0);
}

NATIVE(unicode, ranges, { Slice r16; Slice r32; int64_t latin; String name; })
{
    const TableRow *t =
        bsearch(&a->name, tables, sizeof tables / sizeof *tables, sizeof *tables, compare_row);
    CHECK(t != NULL);
    a->r16 = (Slice){t->n16 ? ranges16 + 3 * t->first16 : NULL, t->n16, t->n16};
    a->r32 = (Slice){t->n32 ? ranges32 + 3 * t->first32 : NULL, t->n32, t->n32};
    a->latin = t->latin;
    return STATUS_OK;
}

NATIVE(unicode, caseRanges, { Slice ret; })
{
    int64_t n = sizeof case_ranges / sizeof *case_ranges;
    a->ret = (Slice){case_ranges, n, n};
    return STATUS_OK;
}

// Whether r is in one of the n ranges of a list; the same for both types of range.
#define DEFINE_IN_RANGES(name, Range)                                                              \
    static bool name(const Range *list, int64_t n, uint32_t r)                                     \
    {                                                                                              \
        int64_t lo = 0, hi = n;                                                                    \
        while (lo < hi) {                                                                          \
            const Range *m = &list[(lo + hi) / 2];                                                 \
            if (r < m->lo)                                                                         \
                hi = m - list;                                                                     \
            else if (r > m->hi)                                                                    \
                lo = m - list + 1;                                                                 \
            else                                                                                   \
                return m->stride <= 1 || (r - m->lo) % m->stride == 0;                             \
        }                                                                                          \
        return false;                                                                              \
    }
DEFINE_IN_RANGES(in_ranges16, Range16)
DEFINE_IN_RANGES(in_ranges32, Range32)

NATIVE(unicode, within, { uint64_t ret; Slice r16; Slice r32; int64_t r; })
{
    const Range16 *r16 = a->r16.ptr;
    const Range32 *r32 = a->r32.ptr;
    int64_t n16 = a->r16.len, n32 = a->r32.len;
    uint32_t r = (uint32_t)a->r;
    if (n16 > 0 && r <= r16[n16 - 1].hi)
        a->ret = in_ranges16(r16, n16, r);
    else
        a->ret = n32 > 0 && (int32_t)r >= (int32_t)r32[0].lo && in_ranges32(r32, n32, r);
    return STATUS_OK;
}
