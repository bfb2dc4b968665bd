// native.c: the C half of package bytes: comparisons; searching is done in strings.
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
