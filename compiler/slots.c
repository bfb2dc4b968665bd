// slots.c: slots of the frame, handed out as a stack: variables at their declaration, temporaries above them, windows on top.
#include "compiler/lower.h"

int slots_alloc(FuncState *fs, int64_t n)
{
    int at = fs->top;
    if (n > SLOT_LIMIT || at + n > SLOT_LIMIT) { // the function is compiled again with `extend`, or refused
        fs->overflow = true;
        return at;
    }
    fs->top += (int)n;
    int end = n > 0 ? fs->top : at + 1; // a value of size 0 has a slot that nobody reads
    if (end > fs->max_slots)
        fs->max_slots = end;
    return at;
}

int slots_mark(FuncState *fs)
{
    return fs->top;
}

void slots_release(FuncState *fs, int mark)
{
    fs->top = mark;
}

int mat(FuncState *fs, int want, int64_t n)
{
    return want >= 0 ? want : slots_alloc(fs, n);
}
