// unicode.c: classes of characters, by binary search in sorted ranges.
#include "base/check.h"
#include "lexer/lexer.h"

typedef struct Range {
    int low, high;
} Range;

#define LETTER(low, high)
#define DIGIT(low, high)
#define PRINT(low, high)

static const Range letters[] = {
#undef LETTER
#define LETTER(low, high) {low, high},
#include "lexer/unicode.def"
#undef LETTER
#define LETTER(low, high)
};

static const Range digits[] = {
#undef DIGIT
#define DIGIT(low, high) {low, high},
#include "lexer/unicode.def"
#undef DIGIT
#define DIGIT(low, high)
};

static const Range prints[] = {
#undef PRINT
#define PRINT(low, high) {low, high},
#include "lexer/unicode.def"
#undef PRINT
};

static bool in_ranges(const Range *ranges, int n, int r)
{
    int low = 0, high = n;
    while (low < high) {
        int mid = low + (high - low) / 2;
        if (ranges[mid].high < r)
            low = mid + 1;
        else
            high = mid;
    }
    return low < n && ranges[low].low <= r;
}

bool rune_is_letter(int r)
{
    if (r < 0x80)
        return (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z');
    return in_ranges(letters, COUNT_OF(letters), r);
}

bool rune_is_digit(int r)
{
    return r < 0x80 ? r >= '0' && r <= '9' : in_ranges(digits, COUNT_OF(digits), r);
}

bool rune_is_print(int r)
{
    return r < 0x80 ? r >= 0x20 && r < 0x7F : in_ranges(prints, COUNT_OF(prints), r);
}
