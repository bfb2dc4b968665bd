// rune.c: a binary search in the table of runs of like runes.
#include "base/rune.h"

#include "base/check.h"
#include "base/rune_table.inc"

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
