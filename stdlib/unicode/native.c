// native.c: properties of code points from the one table.
#include "base/rune.h"
#include "runtime/native.h"

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
