// native.c: the C half of package bytes: comparisons, fields; searching is done in strings.
#include "stdlib/strings/search.h"

static String text(Slice s)
{
    return (String){s.ptr, s.len};
}

NATIVE(bytes, Equal, { uint64_t ret; Slice a, b; })
{
    a->ret = a->a.len == a->b.len && bytes_has_prefix(text(a->a), text(a->b));
    return STATUS_OK;
}

NATIVE(bytes, HasPrefix, { uint64_t ret; Slice s, prefix; })
{
    a->ret = bytes_has_prefix(text(a->s), text(a->prefix));
    return STATUS_OK;
}

NATIVE(bytes, HasSuffix, { uint64_t ret; Slice s, suffix; })
{
    a->ret = bytes_has_suffix(text(a->s), text(a->suffix));
    return STATUS_OK;
}

NATIVE(bytes, Fields, { Slice ret; Slice s; })
{
    String s = text(a->s), field;
    int64_t n = 0;
    while (bytes_next_field(&s, &field))
        n++;
    Slice parts = {gc_alloc_kind((size_t)n * sizeof(Slice), GC_SCAN), n, n};
    Slice *out = parts.ptr;
    s = text(a->s);
    int64_t i = 0;
    for (; i < n && bytes_next_field(&s, &field); i++)
        out[i] = (Slice){(char *)field.ptr, field.len, field.len};
    if (n)
        gc_dirty_range(out, (size_t)n * sizeof *out);
    parts.len = i; // fewer if another goroutine has changed s meanwhile
    a->ret = parts;
    return STATUS_OK;
}
