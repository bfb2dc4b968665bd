// rune.c: a binary search in the table of runs of like runes.
#include "base/rune.h"

#include "base/check.h"
#include "base/rune_table.inc"
#include "base/utf8.h"

enum { RECORD_BITS = 11, RECORD_MASK = (1 << RECORD_BITS) - 1 };

const RuneRecord *rune_record(int32_t rune)
{
    static const RuneRecord none = {0};
    if (rune < 0 || rune > 0x10FFFF)
        return &none;
    uint32_t lo = 0, hi = COUNT_OF(starts);
    if (rune < 0x80)
        hi = (uint32_t)rune + 1; // no more runs than runes
    while (hi - lo > 1) {
        uint32_t m = (lo + hi) / 2;
        if ((int32_t)(starts[m] >> RECORD_BITS) > rune)
            hi = m;
        else
            lo = m;
    }
    return &records[starts[lo] & RECORD_MASK];
}

bool rune_equal_fold(Str a, Str b)
{
    while (a.len && b.len) {
        int wa, wb;
        int32_t ra = utf8_decode(a.ptr, a.len, &wa), rb = utf8_decode(b.ptr, b.len, &wb);
        a = (Str){a.ptr + wa, a.len - (size_t)wa};
        b = (Str){b.ptr + wb, b.len - (size_t)wb};
        if (ra == rb)
            continue;
        int32_t r = rune_fold(ra);
        while (r != ra && r != rb)
            r = rune_fold(r);
        if (r != rb)
            return false;
    }
    return a.len == b.len;
}
