// rune.h: what is known of a Unicode code point: its classes and its other cases.
#ifndef BASE_RUNE_H
#define BASE_RUNE_H
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum RuneFlags { // general categories and properties, in the order of tools/gen_runes.go
    RUNE_LETTER = 1 << 0,
    RUNE_UPPER = 1 << 1,
    RUNE_LOWER = 1 << 2,
    RUNE_TITLE = 1 << 3,
    RUNE_DIGIT = 1 << 4,
    RUNE_NUMBER = 1 << 5,
    RUNE_PUNCT = 1 << 6,
    RUNE_SYMBOL = 1 << 7,
    RUNE_MARK = 1 << 8,
    RUNE_SPACE = 1 << 9,      // property White_Space
    RUNE_SPACE_SEP = 1 << 10, // category Zs
    RUNE_CONTROL = 1 << 11,
    RUNE_OTHER_UPPER = 1 << 12,
    RUNE_OTHER_LOWER = 1 << 13,
    RUNE_PRINTABLE = RUNE_LETTER | RUNE_MARK | RUNE_NUMBER | RUNE_PUNCT | RUNE_SYMBOL
};

typedef struct RuneRecord {
    uint32_t flags;
    int32_t upper, lower, title, fold; // distance to that case; fold: to the next rune of its simple case folding orbit
} RuneRecord;

// Never NULL; of a number that is no code point: a record without flags.
const RuneRecord *rune_record(int32_t rune);

static inline bool rune_is(int32_t rune, uint32_t flags)
{
    return (rune_record(rune)->flags & flags) != 0;
}
// unicode.IsPrint: as RUNE_PRINTABLE, and the ASCII space.
static inline bool rune_is_print(int32_t rune)
{
    return rune < 0x7F ? rune >= ' ' : rune_is(rune, RUNE_PRINTABLE);
}
// unicode.IsGraphic: other spaces too.
static inline bool rune_is_graphic(int32_t rune)
{
    return rune < 0x7F ? rune >= ' ' : rune_is(rune, RUNE_PRINTABLE | RUNE_SPACE_SEP);
}
static inline int32_t rune_to_upper(int32_t rune)
{
    return rune + rune_record(rune)->upper;
}
static inline int32_t rune_to_lower(int32_t rune)
{
    return rune + rune_record(rune)->lower;
}
static inline int32_t rune_to_title(int32_t rune)
{
    return rune + rune_record(rune)->title;
}
static inline int32_t rune_fold(int32_t rune)
{
    return rune + rune_record(rune)->fold;
}
// Whether a and b are equal under simple case folding, rune by rune.
bool rune_equal_fold(Str a, Str b);
#endif
