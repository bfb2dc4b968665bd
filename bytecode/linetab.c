// linetab.c: from an instruction to its source line.
#include "bytecode/code.h"

const LineEntry *func_line(const Func *f, const Insn *pc, bool is_return)
{
    if (!f || !f->code || f->n_lines == 0)
        return NULL;
    int64_t at = pc - f->code - (is_return ? 1 : 0);
    if (at < 0 || at >= (int64_t)f->code_words)
        return NULL;
    uint32_t low = 0, high = f->n_lines;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (f->lines[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &f->lines[low - 1] : NULL;
}
