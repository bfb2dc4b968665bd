// linetab.c: from an instruction to its source line.
#include "bytecode/code.h"

// -1: not in f's code.
static int64_t offset_of(const Func *f, const Insn *pc, bool is_return)
{
    if (!f || !f->code)
        return -1;
    int64_t at = pc - f->code - (is_return ? 1 : 0);
    return at < (int64_t)f->code_words ? at : -1;
}

const LineEntry *func_line(const Func *f, const Insn *pc, bool is_return)
{
    int64_t at = offset_of(f, pc, is_return);
    if (at < 0)
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

CodePlace func_place(const Func *f, const Insn *pc, bool is_return)
{
    const LineEntry *e = func_line(f, pc, is_return);
    CodePlace place = {f->file ? f->file : "?", e ? (int)e->line : f->line};
    int64_t at = offset_of(f, pc, is_return);
    for (uint32_t i = 0; i < f->n_files && f->files[i].at <= at; i++)
        place.file = f->files[i].file;
    return place;
}
