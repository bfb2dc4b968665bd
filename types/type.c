// type.c: making types, and the simple questions about them.
#include "types/type.h"

#include "base/check.h"
#include "types/checker.h"

// What type_under gives where there is nothing yet: constant, shared by all checkers.
static Type nothing = {.kind = TYPE_INVALID, .size_bytes = 0, .align_bytes = 1, .pointers = 1};

// -- constructors

Type *type_new(Checker *c, TypeKind kind)
{
    Type *t = ARENA_NEW(c->arena, Type);
    t->kind = (uint8_t)kind;
    t->id = ++c->next_type_id;
    t->size_bytes = -1;
    if (kind == TYPE_INTERFACE)
        t->iface.owner = c;
    return t;
}

static Type *new_with_elem(Checker *c, TypeKind kind, Type *elem)
{
    Type *t = type_new(c, kind);
    t->elem = elem;
    return t;
}

Type *type_new_pointer(Checker *c, Type *elem)
{
    return new_with_elem(c, TYPE_POINTER, elem);
}

Type *type_new_slice(Checker *c, Type *elem)
{
    return new_with_elem(c, TYPE_SLICE, elem);
}

Type *type_new_array(Checker *c, Type *elem, int64_t len)
{
    Type *t = type_new(c, TYPE_ARRAY);
    t->array = (ArrayInfo){elem, len};
    return t;
}

Type *type_new_map(Checker *c, Type *key, Type *elem)
{
    Type *t = type_new(c, TYPE_MAP);
    t->map = (MapInfo){key, elem};
    return t;
}

Type *type_new_chan(Checker *c, Type *elem, ChanDir dir)
{
    Type *t = type_new(c, TYPE_CHAN);
    t->chan = (ChanInfo){elem, dir};
    return t;
}

Type *type_new_tuple(Checker *c, Object **vars, int n)
{
    if (n == 0 && c->empty_tuple)
        return c->empty_tuple;
    Type *t = type_new(c, TYPE_TUPLE);
    t->tuple = (TupleInfo){vars, n};
    return t;
}

Type *type_new_signature(Checker *c, Object *recv, Type *params, Type *results, bool variadic)
{
    Type *t = type_new(c, TYPE_SIGNATURE);
    t->sig.recv = recv;
    t->sig.params = params ? params : type_new_tuple(c, NULL, 0);
    t->sig.results = results ? results : type_new_tuple(c, NULL, 0);
    t->sig.variadic = variadic;
    return t;
}

Type *type_new_struct(Checker *c, Object **fields, Str *tags, int n)
{
    Type *t = type_new(c, TYPE_STRUCT);
    t->strct = (StructInfo){fields, tags, n};
    return t;
}

Type *type_new_interface(Checker *c, Object **methods, int n_methods, Type **embedded, Pos *embedded_pos, int n_embedded)
{
    Type *t = type_new(c, TYPE_INTERFACE);
    t->iface.methods = methods;
    t->iface.n_methods = n_methods;
    t->iface.embedded = embedded;
    t->iface.embedded_pos = embedded_pos;
    t->iface.n_embedded = n_embedded;
    t->iface.complete = true;
    return t;
}

Type *type_new_named(Checker *c, Object *obj, Type *underlying)
{
    Type *t = type_new(c, TYPE_NAMED);
    t->named.obj = obj;
    t->named.origin = t;
    t->named.underlying = underlying;
    if (obj && !obj->type)
        obj->type = t;
    return t;
}

// -- names away

Type *type_unalias(Type *t)
{
    enum { LONGEST_CHAIN = 1 << 20 }; // more only in a cycle of aliases, reported elsewhere
    for (int i = 0; t && t->kind == TYPE_ALIAS; i++) {
        if (i == LONGEST_CHAIN)
            return &nothing;
        t = t->alias.actual;
    }
    return t ? t : &nothing;
}

// While a defined type is being made, what its declaration leads to so far.
static Type *unfinished_under(Type *t)
{
    enum { LONGEST_CHAIN = 1 << 20 };
    for (int i = 0; i < LONGEST_CHAIN; i++) {
        t = type_unalias(t);
        if (t->kind != TYPE_NAMED)
            return t->kind == TYPE_TYPE_PARAM ? type_under(t) : t;
        if (t->named.underlying && t->named.underlying->kind != TYPE_NAMED && t->named.underlying->kind != TYPE_ALIAS)
            return t->named.underlying;
        if (!t->named.from_rhs && !t->named.underlying)
            return &nothing;
        t = t->named.underlying ? t->named.underlying : t->named.from_rhs;
    }
    return &nothing;
}

Type *type_under(Type *t)
{
    if (t && t->kind < TYPE_NAMED)
        return t;
    t = type_unalias(t);
    if (t->kind == TYPE_NAMED)
        return unfinished_under(t);
    if (t->kind == TYPE_TYPE_PARAM) {
        Type *bound = t->type_param.bound ? type_unalias(t->type_param.bound) : &nothing;
        return bound->kind == TYPE_TYPE_PARAM ? &nothing : bound->kind == TYPE_NAMED ? unfinished_under(bound) : bound;
    }
    return t;
}

Type *type_deref(Type *t, bool *was_pointer)
{
    Type *u = type_unalias(t);
    *was_pointer = u->kind == TYPE_POINTER;
    return *was_pointer ? u->elem : t;
}

void type_read_methods(Type *named, Name name)
{
    Object *o = named->named.obj;
    if (o && o->pkg && o->pkg->read_methods)
        o->pkg->read_methods(o->pkg, o->name, name);
}

// -- predicates

typedef enum BasicClass {
    CLASS_BOOL = 1,
    CLASS_INT = 2,
    CLASS_UINT = 4,
    CLASS_FLOAT = 8,
    CLASS_COMPLEX = 16,
    CLASS_STRING = 32,
    CLASS_POINTER = 64,
    CLASS_INTEGER = CLASS_INT | CLASS_UINT,
    CLASS_ORDERED = CLASS_INTEGER | CLASS_FLOAT | CLASS_STRING,
    CLASS_NUMERIC = CLASS_INTEGER | CLASS_FLOAT | CLASS_COMPLEX,
    CLASS_CONST = CLASS_BOOL | CLASS_NUMERIC | CLASS_STRING
} BasicClass;

static const uint8_t kind_class[KIND_COUNT] = {
#define BASIC(KIND, name, bytes, class) [KIND_##KIND] = CLASS_##class,
#define COMPOSITE(KIND, name)
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
};

static const uint8_t untyped_class[] = {
    [UNTYPED_BOOL] = CLASS_BOOL,   [UNTYPED_INT] = CLASS_INT,         [UNTYPED_RUNE] = CLASS_INT,
    [UNTYPED_FLOAT] = CLASS_FLOAT, [UNTYPED_COMPLEX] = CLASS_COMPLEX, [UNTYPED_STRING] = CLASS_STRING,
    [UNTYPED_NIL] = 0,
};

static bool is_class(Type *t, BasicClass wanted)
{
    if (!t)
        return false;
    Type *u = type_under(t);
    if (u->kind != TYPE_BASIC)
        return false;
    uint8_t class = u->basic.untyped ? untyped_class[u->basic.untyped] : kind_class[u->basic.kind];
    return class & wanted;
}

bool type_is_boolean(Type *t)
{
    return is_class(t, CLASS_BOOL);
}

bool type_is_integer(Type *t)
{
    return is_class(t, CLASS_INTEGER);
}

bool type_is_unsigned(Type *t)
{
    return is_class(t, CLASS_UINT);
}

bool type_is_float(Type *t)
{
    return is_class(t, CLASS_FLOAT);
}

bool type_is_complex(Type *t)
{
    return is_class(t, CLASS_COMPLEX);
}

bool type_is_numeric(Type *t)
{
    return is_class(t, CLASS_NUMERIC);
}

bool type_is_string(Type *t)
{
    return is_class(t, CLASS_STRING);
}

bool type_is_ordered(Type *t)
{
    return is_class(t, CLASS_ORDERED);
}

bool type_is_const_type(Type *t)
{
    return is_class(t, CLASS_CONST);
}

bool type_is_untyped(Type *t)
{
    return t && t->kind == TYPE_BASIC && t->basic.untyped != UNTYPED_NOT;
}

bool type_is_typed(Type *t)
{
    return !type_is_untyped(t);
}

bool type_is_pointer(Type *t)
{
    return t && type_under(t)->kind == TYPE_POINTER;
}

bool type_is_aggregate(Type *t)
{
    Type *u = type_under(t);
    return u->kind == TYPE_STRUCT || u->kind == TYPE_ARRAY;
}

bool type_is_interface(Type *t)
{
    return type_under(t)->kind == TYPE_INTERFACE && !type_is_type_param(t);
}

bool type_is_named(Type *t)
{
    TypeKind kind = type_unalias(t)->kind;
    return kind == TYPE_BASIC || kind == TYPE_NAMED || kind == TYPE_TYPE_PARAM;
}

bool type_is_valid(Type *t)
{
    return t && type_unalias(t)->kind != TYPE_INVALID;
}

bool type_is_bytes_or_runes(Type *t)
{
    Type *u = type_under(t);
    if (u->kind != TYPE_SLICE)
        return false;
    Kind kind = type_kind(u->elem);
    return kind == KIND_UINT8 || kind == KIND_INT32;
}

bool type_has_nil(Type *t)
{
    Type *u = type_under(t);
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        return u->basic.kind == KIND_UNSAFE_POINTER;
    case TYPE_SLICE:
    case TYPE_POINTER:
    case TYPE_SIGNATURE:
    case TYPE_MAP:
    case TYPE_CHAN:
        return true;
    case TYPE_INTERFACE:
        return !type_is_type_param(t);
    case TYPE_INVALID:
    case TYPE_ARRAY:
    case TYPE_STRUCT:
    case TYPE_TUPLE:
    case TYPE_UNION:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        break;
    }
    return false;
}

bool has_nil(Type *t)
{
    return type_has_nil(t);
}

bool type_is_unsafe_pointer(Type *t)
{
    return type_kind(t) == KIND_UNSAFE_POINTER;
}

bool type_is_type_param(Type *t)
{
    return type_unalias(t)->kind == TYPE_TYPE_PARAM;
}

bool type_is_generic(Type *t)
{
    if (!t)
        return false;
    if (t->kind == TYPE_ALIAS && t->alias.type_params.n && !t->alias.type_args.n)
        return true;
    t = type_unalias(t);
    return t->kind == TYPE_NAMED && t->named.type_params.n && !t->named.type_args.n;
}

Kind type_kind(Type *t)
{
    if (!t || type_is_type_param(t))
        return KIND_INVALID;
    Type *u = type_under(t);
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        return u->basic.kind;
    case TYPE_ARRAY:
        return KIND_ARRAY;
    case TYPE_SLICE:
        return KIND_SLICE;
    case TYPE_STRUCT:
        return KIND_STRUCT;
    case TYPE_POINTER:
        return KIND_POINTER;
    case TYPE_SIGNATURE:
        return KIND_FUNC;
    case TYPE_INTERFACE:
        return KIND_INTERFACE;
    case TYPE_MAP:
        return KIND_MAP;
    case TYPE_CHAN:
        return KIND_CHAN;
    case TYPE_INVALID:
    case TYPE_TUPLE:
    case TYPE_UNION:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        break;
    }
    return KIND_INVALID;
}

const char *composite_kind(Type *t)
{
    switch ((TypeKind)type_under(t)->kind) {
    case TYPE_ARRAY:
        return "array";
    case TYPE_SLICE:
        return "slice";
    case TYPE_STRUCT:
        return "struct";
    case TYPE_POINTER:
        return "pointer";
    case TYPE_SIGNATURE:
        return "func";
    case TYPE_INTERFACE:
        return "interface";
    case TYPE_MAP:
        return "map";
    case TYPE_CHAN:
        return "chan";
    case TYPE_TUPLE:
        return "tuple";
    case TYPE_UNION:
        return "union";
    case TYPE_INVALID:
    case TYPE_BASIC:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        break;
    }
    return "";
}

Type *default_type(Checker *c, Type *t)
{
    if (!type_is_untyped(t))
        return t;
    switch (t->basic.untyped) {
    case UNTYPED_BOOL:
        return c->basic[KIND_BOOL];
    case UNTYPED_INT:
        return c->basic[KIND_INT];
    case UNTYPED_RUNE:
        return c->rune_type;
    case UNTYPED_FLOAT:
        return c->basic[KIND_FLOAT64];
    case UNTYPED_COMPLEX:
        return c->basic[KIND_COMPLEX128];
    case UNTYPED_STRING:
        return c->basic[KIND_STRING];
    case UNTYPED_NIL:
    case UNTYPED_NOT:
        break;
    }
    return t;
}

// -- comparability

typedef struct Comparison {
    Checker *c;
    HashMap seen; // structs on the way or done: they count as comparable, once is enough
    int depth;
} Comparison;

static bool comparable(Comparison *cmp, Type *t, const char **why)
{
    enum { DEEPEST = 1000 };
    if (why)
        *why = NULL;
    if (cmp->depth > DEEPEST)
        return true;
    Type *u = type_under(t);
    bool result = true;
    cmp->depth++;
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        result = u->basic.untyped != UNTYPED_NIL;
        break;
    case TYPE_STRUCT:
        if (hashmap_get(&cmp->seen, u))
            break;
        hashmap_set(&cmp->seen, cmp->c->arena, u, u);
        for (int i = 0; i < u->strct.n && result; i++) {
            Type *field = u->strct.fields[i]->type;
            result = !field || comparable(cmp, field, NULL);
            if (!result && why)
                *why = text_printf(cmp->c, "struct containing %s cannot be compared", type_text(cmp->c, field));
        }
        break;
    case TYPE_ARRAY:
        result = comparable(cmp, u->array.elem, NULL);
        if (!result && why)
            *why = text_printf(cmp->c, "%s cannot be compared", type_text(cmp->c, t));
        break;
    case TYPE_INTERFACE:
        result = !type_is_type_param(t) || typeset_is_comparable(type_set(cmp->c, u, NO_POS));
        if (!result && why)
            *why = "incomparable types in type set";
        break;
    case TYPE_INVALID:
    case TYPE_POINTER:
    case TYPE_CHAN:
        break;
    case TYPE_SLICE:
    case TYPE_TUPLE:
    case TYPE_SIGNATURE:
    case TYPE_UNION:
    case TYPE_MAP:
    case TYPE_NAMED:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        result = false;
        break;
    }
    cmp->depth--;
    return result;
}

bool type_comparable(Checker *c, Type *t, const char **why)
{
    Comparison cmp = {.c = c};
    return comparable(&cmp, t, why);
}
