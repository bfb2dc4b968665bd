// slots.c: slots of the frame, handed out as a stack: variables at their declaration, temporaries above them, windows on top;
// and how they are moved and filled.
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

// ---------------------------------------------------------------- moves

void move_slots(FuncState *fs, int dst, int src, int64_t n)
{
    if (dst == src || n == 0)
        return;
    if (n == 1)
        emit(fs, OP_MOV, dst, src, 0);
    else if (n == 2)
        emit(fs, OP_MOV2, dst, src, 0);
    else if (n == 3)
        emit(fs, OP_MOV3, dst, src, 0);
    else if (n <= UINT16_MAX)
        emit(fs, OP_MOVN, dst, src, (int)n);
    else
        fs->overflow = true;
}

void zero_slots(FuncState *fs, int dst, int64_t n)
{
    if (n == 1)
        emit(fs, OP_ZERO, dst, 0, 0);
    else if (n > 1)
        emit(fs, OP_ZERON, dst, (int)(n & 0xffff), (int)(n >> 16 & 0xffff));
}

void load_int(FuncState *fs, int dst, int64_t v)
{
    if (v == 0)
        emit(fs, OP_ZERO, dst, 0, 0);
    else if (v >= INT32_MIN && v <= INT32_MAX)
        emit(fs, OP_LDI, dst, (int)(v & 0xffff), (int)(v >> 16 & 0xffff));
    else
        emit_word(fs, OP_LDK, dst, 0, 0, (uint64_t)v);
}

void load_word(FuncState *fs, int dst, const void *p)
{
    load_int(fs, dst, (int64_t)(uintptr_t)p);
}
