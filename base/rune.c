// rune.c: the record of a rune, in a table of two stages.
#include "base/rune.h"

#include "base/rune_table.inc"
#include "base/utf8.h"

const RuneRecord *rune_record(int32_t rune)
{
    static const RuneRecord none = {0};
    if (rune < 0 || rune > 0x10FFFF)
        return &none;
    return &records[page_records[page_of_block[rune / PAGE_RUNES]][rune % PAGE_RUNES]];
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
