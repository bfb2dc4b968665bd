// sizes.c: Go's memory layout on amd64: the one place that knows the size of a type.
// Sources: Go specification, "Size and alignment guarantees"; the reference's layout of the last field of size 0.
#include <stdint.h>

#include "base/check.h"
#include "types/checker.h"

enum { WORD = 8, DEEPEST = 1000 };

static const uint8_t basic_bytes[KIND_COUNT] = {
#define BASIC(KIND, name, bytes, class) [KIND_##KIND] = bytes,
#define COMPOSITE(KIND, name)
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
};

typedef struct Layout {
    int64_t size; // -1: larger than any address space
    int64_t align;
    bool unfinished; // part of the type is still being made: not to be remembered
} Layout;

static Layout layout_of(Type *t, int depth);

// -1 stays -1; also when it passes the range.
static int64_t round_up(int64_t n, int64_t align)
{
    if (n < 0 || n > INT64_MAX - align)
        return -1;
    return (n + align - 1) & -align;
}

static int64_t add(int64_t a, int64_t b)
{
    int64_t sum;
    return a < 0 || b < 0 || __builtin_add_overflow(a, b, &sum) ? -1 : sum;
}

static bool is_align64(Type *t)
{
    if (t->kind != TYPE_NAMED || !t->named.obj || !t->named.obj->pkg)
        return false;
    const char *path = t->named.obj->pkg->path;
    return name_is(t->named.obj->name, "align64") && path &&
           (str_is(str_of(path), "sync/atomic") || str_is(str_of(path), "internal/runtime/atomic"));
}

// Sets the offsets of its fields.
static Layout struct_layout(const StructInfo *s, int depth)
{
    Layout all = {.align = 1};
    int64_t end = 0;
    for (int i = 0; i < s->n; i++) {
        Layout f = layout_of(s->fields[i]->type, depth + 1);
        int64_t at = round_up(end, f.align);
        s->fields[i]->var.offset = at;
        end = add(at, f.size);
        all.unfinished |= f.unfinished;
        if (f.align > all.align)
            all.align = f.align;
        // The address of a last field of size 0 must not lie behind the struct.
        if (i == s->n - 1 && f.size == 0 && at > 0)
            end = add(end, 1);
    }
    all.size = round_up(end, all.align);
    return all;
}

static Layout array_layout(const ArrayInfo *a, int depth)
{
    Layout e = layout_of(a->elem, depth + 1);
    int64_t size;
    if (a->len <= 0 || e.size == 0)
        size = 0;
    else if (e.size < 0 || __builtin_mul_overflow(e.size, a->len, &size))
        size = -1;
    return (Layout){size, e.align, e.unfinished || a->len < 0};
}

static Layout basic_layout(const BasicInfo *b)
{
    Kind kind = b->kind;
    switch (b->untyped) { // as their default types
    case UNTYPED_NOT:
        break;
    case UNTYPED_BOOL:
        kind = KIND_BOOL;
        break;
    case UNTYPED_INT:
        kind = KIND_INT;
        break;
    case UNTYPED_RUNE:
        kind = KIND_INT32;
        break;
    case UNTYPED_FLOAT:
        kind = KIND_FLOAT64;
        break;
    case UNTYPED_COMPLEX:
        kind = KIND_COMPLEX128;
        break;
    case UNTYPED_STRING:
        kind = KIND_STRING;
        break;
    case UNTYPED_NIL:
        kind = KIND_UNSAFE_POINTER;
        break;
    }
    int64_t size = basic_bytes[kind];
    int64_t align = kind == KIND_COMPLEX64 ? 4 : size > WORD ? WORD : size < 1 ? 1 : size;
    return (Layout){size, align, false};
}

static Layout make_layout(Type *u, int depth)
{
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        return basic_layout(&u->basic);
    case TYPE_ARRAY:
        return array_layout(&u->array, depth);
    case TYPE_STRUCT:
        return struct_layout(&u->strct, depth);
    case TYPE_SLICE:
        return (Layout){3 * WORD, WORD, false};
    case TYPE_INTERFACE:
        return (Layout){2 * WORD, WORD, false};
    case TYPE_POINTER:
    case TYPE_SIGNATURE:
    case TYPE_MAP:
    case TYPE_CHAN:
        return (Layout){WORD, WORD, false};
    case TYPE_INVALID:
    case TYPE_TUPLE:
    case TYPE_UNION:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        break;
    }
    return (Layout){0, 1, true};
}

static Layout layout_of(Type *t, int depth)
{
    if (!t)
        return (Layout){0, 1, true};
    if (t->align_bytes)
        return (Layout){t->size_bytes, t->align_bytes, t->kind == TYPE_INVALID};
    if (depth > DEEPEST)
        return (Layout){-1, 1, true};
    Type *u = type_under(t);
    Layout l = u != t && u->align_bytes ? (Layout){u->size_bytes, u->align_bytes, false} : make_layout(u, depth);
    Type *plain = type_unalias(t);
    if (u->kind == TYPE_STRUCT && u->strct.n == 0 && is_align64(plain))
        l.align = WORD;
    if (plain->kind == TYPE_NAMED && !plain->named.underlying)
        l.unfinished = true;
    if (!l.unfinished) {
        t->size_bytes = l.size;
        t->align_bytes = l.align;
    }
    return l;
}

int64_t type_size(Type *t)
{
    return layout_of(t, 0).size;
}

int64_t type_align(Type *t)
{
    return layout_of(t, 0).align;
}

int64_t type_field_offset(Type *strct, int field)
{
    Type *u = type_under(strct);
    if (u->kind != TYPE_STRUCT)
        return 0;
    layout_of(u, 0);
    return u->strct.fields[field]->var.offset;
}

static bool has_pointers(Type *t, int depth)
{
    enum { UNKNOWN, NONE, SOME };
    if (!t)
        return false;
    Type *u = type_under(t);
    if (u->pointers != UNKNOWN)
        return u->pointers == SOME;
    if (depth > DEEPEST)
        return true;
    bool some = true;
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        some = u->basic.kind == KIND_STRING || u->basic.kind == KIND_UNSAFE_POINTER || u->basic.untyped == UNTYPED_STRING ||
               u->basic.untyped == UNTYPED_NIL;
        break;
    case TYPE_ARRAY:
        some = u->array.len != 0 && has_pointers(u->array.elem, depth + 1);
        if (u->array.len < 0)
            return some;
        break;
    case TYPE_STRUCT:
        some = false;
        for (int i = 0; i < u->strct.n && !some; i++)
            some = has_pointers(u->strct.fields[i]->type, depth + 1);
        break;
    case TYPE_INVALID:
        return false;
    case TYPE_SLICE:
    case TYPE_POINTER:
    case TYPE_SIGNATURE:
    case TYPE_INTERFACE:
    case TYPE_MAP:
    case TYPE_CHAN:
        break;
    case TYPE_TUPLE:
    case TYPE_UNION:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        return true;
    }
    u->pointers = some ? SOME : NONE;
    return some;
}

bool type_has_pointers(Type *t)
{
    return has_pointers(t, 0);
}
