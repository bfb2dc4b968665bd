// native.c: the C half of package strings.
#include "runtime/slice.h"
#include "stdlib/strings/search.h"

static char *new_text(int64_t n)
{
    return gc_alloc_bytes((size_t)n);
}

NATIVE(strings, index, { int64_t ret; String s, t; })
{
    a->ret = bytes_index(a->s, a->t);
    return STATUS_OK;
}

NATIVE(strings, lastIndex, { int64_t ret; String s, t; })
{
    a->ret = bytes_last_index(a->s, a->t);
    return STATUS_OK;
}

NATIVE(strings, count, { int64_t ret; String s, t; })
{
    a->ret = bytes_count(a->s, a->t);
    return STATUS_OK;
}

NATIVE(strings, HasPrefix, { uint64_t ret; String s, prefix; })
{
    a->ret = bytes_has_prefix(a->s, a->prefix);
    return STATUS_OK;
}

NATIVE(strings, HasSuffix, { uint64_t ret; String s, suffix; })
{
    a->ret = bytes_has_suffix(a->s, a->suffix);
    return STATUS_OK;
}

NATIVE(strings, IndexByte, { int64_t ret; String s; uint64_t c; })
{
    const char *p = a->s.len ? memchr(a->s.ptr, (int)a->c, (size_t)a->s.len) : NULL;
    a->ret = p ? p - a->s.ptr : -1;
    return STATUS_OK;
}

NATIVE(strings, LastIndexByte, { int64_t ret; String s; uint64_t c; })
{
    const char *p = a->s.len ? memrchr(a->s.ptr, (int)a->c, (size_t)a->s.len) : NULL;
    a->ret = p ? p - a->s.ptr : -1;
    return STATUS_OK;
}

NATIVE(strings, IndexAny, { int64_t ret; String s, chars; })
{
    a->ret = bytes_index_any(a->s, a->chars);
    return STATUS_OK;
}

NATIVE(strings, LastIndexAny, { int64_t ret; String s, chars; })
{
    a->ret = bytes_last_index_any(a->s, a->chars);
    return STATUS_OK;
}

NATIVE(strings, skip, { int64_t ret; String s; int64_t from; const uint8_t (*stops)[256]; })
{
    int64_t i = a->from;
    while (i < a->s.len && !(*a->stops)[(uint8_t)a->s.ptr[i]])
        i++;
    a->ret = i;
    return STATUS_OK;
}

NATIVE(strings, EqualFold, { uint64_t ret; String s, t; })
{
    a->ret = rune_equal_fold((Str){a->s.ptr, (size_t)a->s.len}, (Str){a->t.ptr, (size_t)a->t.len});
    return STATUS_OK;
}

static Slice new_strings(int64_t n)
{
    return (Slice){gc_alloc_kind((size_t)n * sizeof(String), GC_SCAN), n, n};
}

NATIVE(strings, split, { Slice ret; String s, sep; int64_t keep, n; })
{
    String s = a->s;
    int64_t n = a->n;
    if (n < 0 || n > 1) {
        int64_t all = bytes_count(s, a->sep) + 1;
        if (n < 0 || n > all)
            n = all;
    }
    Slice parts = new_strings(n);
    String *out = parts.ptr;
    for (int64_t i = 0; i < n - 1; i++) {
        int64_t at = bytes_index(s, a->sep);
        out[i] = (String){s.ptr, at + a->keep};
        s = (String){s.ptr + at + a->sep.len, s.len - at - a->sep.len};
    }
    out[n - 1] = s;
    gc_dirty_range(out, (size_t)n * sizeof *out);
    a->ret = parts;
    return STATUS_OK;
}

NATIVE(strings, Fields, { Slice ret; String s; })
{
    String s = a->s, field;
    int64_t n = 0;
    while (bytes_next_field(&s, &field))
        n++;
    Slice parts = new_strings(n);
    String *out = parts.ptr;
    s = a->s;
    for (int64_t i = 0; i < n && bytes_next_field(&s, &field); i++)
        out[i] = field;
    if (n)
        gc_dirty_range(out, (size_t)n * sizeof *out);
    a->ret = parts;
    return STATUS_OK;
}

NATIVE(strings, join, { String ret; Slice elems; String sep; int64_t n; })
{
    char *out = new_text(a->n), *end = out + a->n, *p = out;
    const String *e = a->elems.ptr;
    for (int64_t i = 0; i < a->elems.len; i++) {
        String sep = i ? a->sep : (String){0};
        if (end - p < sep.len || end - p - sep.len < e[i].len)
            break; // another goroutine changed the slice meanwhile
        memcpy(p, sep.ptr ? sep.ptr : "", (size_t)sep.len);
        p += sep.len;
        memcpy(p, e[i].ptr ? e[i].ptr : "", (size_t)e[i].len);
        p += e[i].len;
    }
    a->ret = (String){out, p - out};
    return STATUS_OK;
}

NATIVE(strings, repeat, { String ret; String s; int64_t count; })
{
    int64_t n = a->s.len * a->count, have = a->s.len;
    if (n == 0) {
        a->ret = (String){0};
        return STATUS_OK;
    }
    if ((uint64_t)n > slice_max_bytes)
        return panic_raise(g, PANIC_MAKE_SLICE_LEN);
    char *out = new_text(n);
    memcpy(out, a->s.ptr, (size_t)have);
    while (have < n) {
        int64_t more = have <= n - have ? have : n - have;
        memcpy(out + have, out, (size_t)more);
        have += more;
    }
    a->ret = (String){out, n};
    return STATUS_OK;
}

static char *put(char *p, const char *from, int64_t n)
{
    if (n)
        memcpy(p, from, (size_t)n);
    return p + n;
}

NATIVE(strings, replace, { String ret; String s, old, new; int64_t n; })
{
    String s = a->s;
    int64_t len = s.len + a->n * (a->new.len - a->old.len);
    char *out = new_text(len), *p = out;
    for (int64_t i = 0; i < a->n; i++) {
        int64_t at = 0;
        if (a->old.len)
            at = bytes_index(s, a->old);
        else if (i && s.len) {
            int width;
            bytes_rune(s, &width);
            at = width;
        }
        p = put(p, s.ptr, at);
        p = put(p, a->new.ptr, a->new.len);
        s = (String){s.ptr + at + a->old.len, s.len - at - a->old.len};
    }
    p = put(p, s.ptr, s.len);
    a->ret = (String){out, p - out};
    return STATUS_OK;
}

NATIVE(strings, changeCase, { String ret; String s; int64_t to; })
{
    int64_t n = bytes_change_case(a->s, (int)a->to, NULL);
    if (n < 0) {
        a->ret = a->s;
        return STATUS_OK;
    }
    char *out = new_text(n);
    bytes_change_case(a->s, (int)a->to, out);
    a->ret = (String){out, n};
    return STATUS_OK;
}

NATIVE(strings, space, { int64_t from, to; String s; })
{
    bytes_trim(a->s, (String){0}, true, 3, &a->from, &a->to);
    return STATUS_OK;
}

NATIVE(strings, trim, { int64_t from, to; String s, cutset; int64_t ends; })
{
    bytes_trim(a->s, a->cutset, false, (int)a->ends, &a->from, &a->to);
    return STATUS_OK;
}
