// rtypes.c: from the checker's types to run-time types, one RType for each distinct type.
// Way: a type is looked up by a hash of its structure and types_identical; a new one is entered before its parts are asked for,
//   so that types may refer to themselves. Method tables are made when first asked for (fill_methods), since they would pull in
//   every type that a method mentions.
// Threads: under the compile lock; a published RType is constant, but for its method table.
// Memory: the session's arena.
// Sources: the texts are those that reflect.Type.String of the reference gives.
#include <stdlib.h>

#include "base/check.h"
#include "base/quote.h"
#include "compiler/compiler.h"
#include "compiler/wrappers.h"

typedef struct RTypes {
    struct RTypeSlot {
        uint32_t hash;
        RType *rtype;
    } *slots;
    uint32_t n, cap;
} RTypes;

static Compiler *the_compiler; // for the runtime's hooks, which have no context; set once

// ---------------------------------------------------------------- hashes

static uint32_t mix(uint32_t h, uint32_t v)
{
    h ^= v + 0x9e3779b9u + (h << 6) + (h >> 2);
    return h * 0x85ebca6bu;
}

static uint32_t hash_type(Type *t, int depth);

static uint32_t hash_tuple(uint32_t h, Type *tuple, int depth)
{
    h = mix(h, (uint32_t)tuple->tuple.n);
    for (int i = 0; i < tuple->tuple.n; i++)
        h = mix(h, hash_type(tuple->tuple.vars[i]->type, depth));
    return h;
}

// Equal for identical types; the depth is bounded, which only makes more types share a hash.
static uint32_t hash_type(Type *t, int depth)
{
    t = type_unalias(t);
    uint32_t h = mix(17, t->kind);
    if (depth > 6)
        return h;
    depth++;
    switch ((TypeKind)t->kind) {
    case TYPE_BASIC:
        return mix(h, t->basic.kind + 64u * t->basic.untyped);
    case TYPE_ARRAY:
        return mix(hash_type(t->array.elem, depth), mix(h, (uint32_t)t->array.len));
    case TYPE_SLICE:
    case TYPE_POINTER:
        return mix(h, hash_type(t->elem, depth));
    case TYPE_STRUCT:
        h = mix(h, (uint32_t)t->strct.n);
        for (int i = 0; i < t->strct.n; i++) {
            Object *f = t->strct.fields[i];
            h = mix(mix(h, f->name ? f->name->hash : 0), hash_type(f->type, depth));
        }
        return h;
    case TYPE_TUPLE:
        return hash_tuple(h, t, depth);
    case TYPE_SIGNATURE:
        h = mix(h, t->sig.variadic);
        return hash_tuple(hash_tuple(h, t->sig.params, depth), t->sig.results, depth);
    case TYPE_INTERFACE:
        return h; // methods may come embedded in any order
    case TYPE_MAP:
        return mix(mix(h, hash_type(t->map.key, depth)), hash_type(t->map.elem, depth));
    case TYPE_CHAN:
        return mix(mix(h, t->chan.dir), hash_type(t->chan.elem, depth));
    case TYPE_NAMED: {
        Object *o = t->named.obj;
        h = mix(h, o->name->hash);
        if (o->pkg)
            h = mix(h, hash_text(o->pkg->path, strlen(o->pkg->path)));
        for (int i = 0; i < t->named.type_args.n; i++)
            h = mix(h, hash_type(t->named.type_args.at[i], depth));
        return h;
    }
    case TYPE_INVALID:
    case TYPE_UNION:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        return h;
    }
    UNREACHABLE();
}

// ---------------------------------------------------------------- texts

static void print_type(Compiler *c, Buf *out, Type *t, bool paths);

static void print_params(Compiler *c, Buf *out, Type *tuple, bool variadic, bool paths)
{
    for (int i = 0; i < tuple->tuple.n; i++) {
        Type *p = tuple->tuple.vars[i]->type;
        if (i > 0)
            buf_add_text(out, ", ");
        if (variadic && i == tuple->tuple.n - 1) {
            buf_add_text(out, "...");
            p = type_under(p)->kind == TYPE_SLICE ? type_under(p)->elem : p;
        }
        print_type(c, out, p, paths);
    }
}

static void print_signature(Compiler *c, Buf *out, Type *sig, bool paths)
{
    buf_add_char(out, '(');
    print_params(c, out, sig->sig.params, sig->sig.variadic, paths);
    buf_add_char(out, ')');
    Type *results = sig->sig.results;
    if (results->tuple.n == 0)
        return;
    buf_add_char(out, ' ');
    if (results->tuple.n > 1)
        buf_add_char(out, '(');
    print_params(c, out, results, false, paths);
    if (results->tuple.n > 1)
        buf_add_char(out, ')');
}

static void print_struct(Compiler *c, Buf *out, Type *t, bool paths)
{
    buf_add_text(out, "struct {");
    for (int i = 0; i < t->strct.n; i++) {
        Object *f = t->strct.fields[i];
        buf_add_text(out, i > 0 ? "; " : " ");
        if (!f->var.embedded) {
            buf_add_str(out, name_str(f->name));
            buf_add_char(out, ' ');
        }
        print_type(c, out, f->type, paths);
        if (t->strct.tags && t->strct.tags[i].len > 0) {
            buf_add_char(out, ' ');
            quote_add_string(out, t->strct.tags[i]);
        }
    }
    buf_add_text(out, t->strct.n > 0 ? " }" : "}");
}

static void print_interface(Compiler *c, Buf *out, Type *t, bool paths)
{
    int n;
    Object **methods = interface_methods(c->checker, t, &n);
    buf_add_text(out, "interface {");
    for (int i = 0; i < n; i++) {
        Object *m = methods[i];
        buf_add_text(out, i > 0 ? "; " : " ");
        if (!name_is_exported(m->name) && m->pkg)
            buf_printf(out, "%s.", m->pkg->name->text);
        buf_add_str(out, name_str(m->name));
        print_signature(c, out, m->type, paths);
    }
    buf_add_text(out, n > 0 ? " }" : "}");
}

static void print_named(Compiler *c, Buf *out, Type *t, bool paths)
{
    Object *o = t->named.obj;
    if (o->pkg) {
        buf_add_text(out, paths ? o->pkg->path : o->pkg->name->text);
        buf_add_char(out, '.');
    }
    buf_add_str(out, name_str(o->name));
    if (t->named.type_args.n > 0) {
        buf_add_char(out, '[');
        for (int i = 0; i < t->named.type_args.n; i++) {
            if (i > 0)
                buf_add_char(out, ',');
            print_type(c, out, t->named.type_args.at[i], true);
        }
        buf_add_char(out, ']');
    }
}

// paths: packages by import path (inside type arguments), else by name.
static void print_type(Compiler *c, Buf *out, Type *t, bool paths)
{
    t = type_unalias(t);
    switch ((TypeKind)t->kind) {
    case TYPE_BASIC:
        switch (t->basic.kind) {
#define BASIC(KIND, name, bytes, class)                                                                                \
    case KIND_##KIND:                                                                                                  \
        buf_add_text(out, name);                                                                                       \
        return;
#define COMPOSITE(KIND, name)
#include "base/kinds.def"
#undef BASIC
#undef COMPOSITE
        default:
            buf_add_text(out, t->basic.name ? t->basic.name : "?");
            return;
        }
    case TYPE_ARRAY:
        buf_printf(out, "[%lld]", (long long)t->array.len);
        print_type(c, out, t->array.elem, paths);
        return;
    case TYPE_SLICE:
        buf_add_text(out, "[]");
        print_type(c, out, t->elem, paths);
        return;
    case TYPE_POINTER:
        buf_add_char(out, '*');
        print_type(c, out, t->elem, paths);
        return;
    case TYPE_STRUCT:
        print_struct(c, out, t, paths);
        return;
    case TYPE_SIGNATURE:
        buf_add_text(out, "func");
        print_signature(c, out, t, paths);
        return;
    case TYPE_INTERFACE:
        print_interface(c, out, t, paths);
        return;
    case TYPE_MAP:
        buf_add_text(out, "map[");
        print_type(c, out, t->map.key, paths);
        buf_add_char(out, ']');
        print_type(c, out, t->map.elem, paths);
        return;
    case TYPE_CHAN: {
        Type *e = type_unalias(t->chan.elem);
        buf_add_text(out, t->chan.dir == CHAN_RECV_ONLY ? "<-chan " : t->chan.dir == CHAN_SEND_ONLY ? "chan<- " : "chan ");
        bool parens = t->chan.dir != CHAN_SEND_ONLY && e->kind == TYPE_CHAN && e->chan.dir == CHAN_RECV_ONLY;
        if (parens)
            buf_add_char(out, '(');
        print_type(c, out, e, paths);
        if (parens)
            buf_add_char(out, ')');
        return;
    }
    case TYPE_NAMED:
        print_named(c, out, t, paths);
        return;
    case TYPE_TUPLE:
        buf_add_char(out, '(');
        print_params(c, out, t, false, paths);
        buf_add_char(out, ')');
        return;
    case TYPE_INVALID:
    case TYPE_UNION:
    case TYPE_TYPE_PARAM:
    case TYPE_ALIAS:
        buf_add_text(out, "?");
        return;
    }
    UNREACHABLE();
}

static String arena_string(Compiler *c, Str s)
{
    if (s.len == 0)
        return (String){NULL, 0};
    return (String){arena_copy_text(c->arena, s.ptr, s.len), (int64_t)s.len};
}

static String text_string(const char *text)
{
    return (String){text, (int64_t)strlen(text)};
}

static String type_string(Compiler *c, Type *t)
{
    Buf b = {0};
    print_type(c, &b, t, false);
    String s = arena_string(c, buf_str(&b));
    buf_done(&b);
    return s;
}

// Where an unexported name belongs to; empty for an exported one.
static String package_of_name(Name name, Package *pkg)
{
    if (!pkg || name_is_exported(name))
        return (String){NULL, 0};
    return text_string(pkg->path);
}

// ---------------------------------------------------------------- properties

bool type_is_direct(Type *t)
{
    for (;;) {
        t = type_under(t);
        switch ((TypeKind)t->kind) {
        case TYPE_POINTER:
        case TYPE_MAP:
        case TYPE_CHAN:
        case TYPE_SIGNATURE:
            return true;
        case TYPE_BASIC:
            return t->basic.kind == KIND_UNSAFE_POINTER || t->basic.untyped == UNTYPED_NIL;
        case TYPE_ARRAY:
            if (t->array.len != 1)
                return false;
            t = t->array.elem;
            break;
        case TYPE_STRUCT:
            if (t->strct.n != 1)
                return false;
            t = t->strct.fields[0]->type;
            break;
        default:
            return false;
        }
    }
}

// Whether == compares bytes: no floats, strings, interfaces, no padding, no blank fields.
static bool is_plain(Type *t)
{
    t = type_under(t);
    switch ((TypeKind)t->kind) {
    case TYPE_POINTER:
    case TYPE_CHAN:
        return true;
    case TYPE_BASIC:
        return type_is_integer(t) || type_is_boolean(t) || t->basic.kind == KIND_UNSAFE_POINTER;
    case TYPE_ARRAY:
        return is_plain(t->array.elem);
    case TYPE_STRUCT: {
        int64_t end = 0;
        for (int i = 0; i < t->strct.n; i++) {
            Object *f = t->strct.fields[i];
            if (name_is(f->name, "_") || type_field_offset(t, i) != end || !is_plain(f->type))
                return false;
            end += type_size(f->type);
        }
        return end == type_size(t);
    }
    default:
        return false;
    }
}

static bool is_all_pointers(Type *t)
{
    t = type_under(t);
    switch ((TypeKind)t->kind) {
    case TYPE_POINTER:
    case TYPE_MAP:
    case TYPE_CHAN:
    case TYPE_SIGNATURE:
        return true;
    case TYPE_BASIC:
        return t->basic.kind == KIND_UNSAFE_POINTER;
    case TYPE_ARRAY:
        return t->array.len > 0 && is_all_pointers(t->array.elem);
    case TYPE_STRUCT:
        for (int i = 0; i < t->strct.n; i++)
            if (!is_all_pointers(t->strct.fields[i]->type))
                return false;
        return t->strct.n > 0;
    default:
        return false;
    }
}

static uint8_t flags_of(Compiler *c, Type *t)
{
    unsigned f = 0;
    if (type_has_pointers(t))
        f |= RTYPE_POINTERS;
    if (type_is_direct(t))
        f |= RTYPE_DIRECT;
    if (type_comparable((struct Checker *)c->checker, t, NULL)) {
        f |= RTYPE_COMPARABLE;
        if (is_plain(t))
            f |= RTYPE_PLAIN_EQUAL;
    }
    if (t->kind == TYPE_NAMED || t->kind == TYPE_BASIC)
        f |= RTYPE_NAMED;
    if (t->kind == TYPE_SIGNATURE && t->sig.variadic)
        f |= RTYPE_VARIADIC;
    if (is_all_pointers(t))
        f |= RTYPE_EXACT_FULL;
    return (uint8_t)f;
}

// ---------------------------------------------------------------- making

static void fill_struct(Compiler *c, RType *r, Type *u)
{
    r->n_fields = u->strct.n;
    r->fields = ARENA_ARRAY(c->arena, RField, u->strct.n + 1);
    for (int i = 0; i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        r->fields[i] = (RField){.name = arena_string(c, name_str(f->name)),
                                .pkg_path = package_of_name(f->name, f->pkg),
                                .type = rtype_of(c, f->type),
                                .offset = type_field_offset(u, i),
                                .tag = u->strct.tags ? arena_string(c, u->strct.tags[i]) : (String){NULL, 0},
                                .embedded = f->var.embedded};
    }
}

static const RType **tuple_types(Compiler *c, Type *tuple, int64_t *n)
{
    *n = tuple->tuple.n;
    const RType **list = ARENA_ARRAY(c->arena, const RType *, tuple->tuple.n + 1);
    for (int i = 0; i < tuple->tuple.n; i++)
        list[i] = rtype_of(c, tuple->tuple.vars[i]->type);
    return list;
}

static void fill_interface(Compiler *c, RType *r, Type *u)
{
    int n;
    Object **methods = interface_methods(c->checker, u, &n);
    r->n_imethods = n;
    r->imethods = ARENA_ARRAY(c->arena, RIMethod, n + 1);
    for (int i = 0; i < n; i++)
        r->imethods[i] = (RIMethod){.name = arena_string(c, name_str(methods[i]->name)),
                                    .pkg_path = package_of_name(methods[i]->name, methods[i]->pkg),
                                    .type = rtype_of(c, methods[i]->type)};
}

static void fill_parts(Compiler *c, RType *r, Type *u)
{
    switch ((TypeKind)u->kind) {
    case TYPE_ARRAY:
        r->len = u->array.len;
        r->elem = rtype_of(c, u->array.elem);
        return;
    case TYPE_SLICE:
    case TYPE_POINTER:
        r->elem = rtype_of(c, u->elem);
        return;
    case TYPE_STRUCT:
        fill_struct(c, r, u);
        return;
    case TYPE_SIGNATURE:
        r->in = tuple_types(c, u->sig.params, &r->n_in);
        r->out = tuple_types(c, u->sig.results, &r->n_out);
        return;
    case TYPE_INTERFACE:
        fill_interface(c, r, u);
        return;
    case TYPE_MAP:
        r->key = rtype_of(c, u->map.key);
        r->elem = rtype_of(c, u->map.elem);
        return;
    case TYPE_CHAN:
        r->chan_dir = u->chan.dir == CHAN_BOTH ? 3 : u->chan.dir == CHAN_SEND_ONLY ? 2 : 1;
        r->elem = rtype_of(c, u->chan.elem);
        return;
    default:
        return;
    }
}

static void fill_names(Compiler *c, RType *r, Type *t)
{
    r->string = type_string(c, t);
    if (t->kind == TYPE_BASIC) {
        bool is_pointer = t->basic.kind == KIND_UNSAFE_POINTER;
        r->name = is_pointer ? STRING("Pointer") : r->string;
        r->pkg_path = is_pointer ? STRING("unsafe") : (String){NULL, 0};
    } else if (t->kind == TYPE_NAMED) {
        Object *o = t->named.obj;
        size_t skip = o->pkg ? name_str(o->pkg->name).len + 1 : 0;
        r->name = (String){r->string.ptr + skip, r->string.len - (int64_t)skip};
        r->pkg_path = o->pkg ? text_string(o->pkg->path) : (String){NULL, 0};
    }
}

static RTypes *rtypes_get(Compiler *c)
{
    if (!c->rtypes) {
        RTypes *made = ARENA_NEW(c->arena, RTypes);
        made->cap = 256;
        made->slots = ARENA_ARRAY(c->arena, struct RTypeSlot, made->cap);
        c->rtypes = made;
    }
    return c->rtypes;
}

static void table_grow(Compiler *c, RTypes *rt)
{
    struct RTypeSlot *old = rt->slots;
    uint32_t old_cap = rt->cap;
    rt->cap *= 2;
    rt->slots = ARENA_ARRAY(c->arena, struct RTypeSlot, rt->cap);
    for (uint32_t i = 0; i < old_cap; i++) {
        if (!old[i].rtype)
            continue;
        uint32_t at = old[i].hash & (rt->cap - 1);
        while (rt->slots[at].rtype)
            at = (at + 1) & (rt->cap - 1);
        rt->slots[at] = old[i];
    }
}

// Types without methods of their own need no table.
static bool may_have_methods(Type *t)
{
    if (t->kind == TYPE_POINTER)
        t = type_unalias(t->elem);
    return t->kind == TYPE_NAMED || t->kind == TYPE_STRUCT;
}

const RType *rtype_of(Compiler *c, Type *t)
{
    t = type_unalias(t);
    if (t->rtype)
        return t->rtype;
    if (t->kind == TYPE_BASIC && t->basic.untyped != UNTYPED_NOT)
        t = basic_type(c->checker, KIND_UNSAFE_POINTER);
    else if (t->kind == TYPE_BASIC)
        t = basic_type(c->checker, t->basic.kind); // not byte's and rune's own objects
    if (t->rtype)
        return t->rtype;
    CHECK(t->kind != TYPE_TUPLE && t->kind != TYPE_TYPE_PARAM);
    RTypes *rt = rtypes_get(c);
    uint32_t hash = hash_type(t, 0);
    uint32_t at = hash & (rt->cap - 1);
    for (; rt->slots[at].rtype; at = (at + 1) & (rt->cap - 1))
        if (rt->slots[at].hash == hash && types_identical(rt->slots[at].rtype->compiler, t))
            return t->rtype = rt->slots[at].rtype;
    RType *r = ARENA_NEW(c->arena, RType);
    rt->slots[at] = (struct RTypeSlot){hash, r};
    if (++rt->n * 2 > rt->cap)
        table_grow(c, rt);
    t->rtype = r;
    r->compiler = t;
    r->hash = hash;
    Type *u = type_under(t);
    r->kind = (uint8_t)type_kind(u);
    r->size = type_size(t);
    r->align = (uint8_t)type_align(t);
    r->flags = flags_of(c, t);
    r->methods_ready = u->kind == TYPE_INTERFACE || !may_have_methods(t);
    fill_names(c, r, t);
    fill_parts(c, r, u);
    if (t->kind == TYPE_POINTER)
        __atomic_store_n(&((RType *)r->elem)->ptr_to, r, __ATOMIC_RELEASE);
    else if (t->kind == TYPE_SLICE)
        __atomic_store_n(&((RType *)r->elem)->slice_of, r, __ATOMIC_RELEASE);
    return r;
}

// ---------------------------------------------------------------- methods

static void fill_methods(RType *r)
{
    compile_lock();
    if (!__atomic_load_n(&r->methods_ready, __ATOMIC_ACQUIRE)) {
        Compiler *c = the_compiler;
        Type *t = r->compiler;
        int n;
        MethodSetEntry *set = method_set(c->checker, t, &n);
        RMethod *methods = ARENA_ARRAY(c->arena, RMethod, n + 1);
        for (int i = 0; i < n; i++) {
            Object *m = set[i].obj;
            methods[i] = (RMethod){.name = arena_string(c, name_str(m->name)),
                                   .pkg_path = package_of_name(m->name, m->pkg),
                                   .type = rtype_of(c, m->type),
                                   .func = wrapper_for_iface(c, t, m, set[i].path, set[i].n_path)};
        }
        r->methods = methods;
        r->n_methods = n;
        __atomic_store_n(&r->methods_ready, 1, __ATOMIC_RELEASE);
    }
    compile_unlock();
}

// The whole method table of a type would pull in every type that one of its methods mentions; only what the interface asks for is looked up.
static const Itab *make_tab(Compiler *c, const RType *ti, const RType *tc, Type *iface, Type *concrete)
{
    int n;
    Object **wanted = interface_methods(c->checker, iface, &n);
    CHECK(n == ti->n_imethods);
    Func **methods = ARENA_ARRAY(c->arena, Func *, n + 1);
    for (int i = 0; i < n; i++) {
        int *path, n_path;
        bool indirect;
        Object *m = lookup_field_or_method(c->checker, concrete, false, wanted[i]->pkg, wanted[i]->name, &path, &n_path, &indirect);
        if (!m || m->kind != OBJ_FUNC)
            return itab_find(ti, tc, NULL);
        methods[i] = wrapper_for_iface(c, concrete, m, path, n_path);
    }
    return itab_enter(ti, tc, methods);
}

const void *iface_tab(Compiler *c, Type *iface, Type *concrete)
{
    const RType *ti = rtype_of(c, iface);
    const RType *tc = rtype_of(c, concrete);
    if (ti->n_imethods == 0)
        return tc;
    const Itab *tab = itab_known(ti, tc);
    if (!tab)
        tab = make_tab(c, ti, tc, iface, concrete);
    CHECK(tab);
    return tab;
}

// ---------------------------------------------------------------- hooks

static const RType *pointer_to(const RType *t)
{
    compile_lock();
    const RType *r = t->ptr_to ? t->ptr_to : rtype_of(the_compiler, type_new_pointer(the_compiler->checker, t->compiler));
    compile_unlock();
    return r;
}

static const RType *slice_of(const RType *t)
{
    compile_lock();
    const RType *r = t->slice_of ? t->slice_of : rtype_of(the_compiler, type_new_slice(the_compiler->checker, t->compiler));
    compile_unlock();
    return r;
}

static const RType *map_of(const RType *key, const RType *elem)
{
    compile_lock();
    const RType *r = rtype_of(the_compiler, type_new_map(the_compiler->checker, key->compiler, elem->compiler));
    compile_unlock();
    return r;
}

void rtypes_init(Compiler *c)
{
    the_compiler = c;
    rtype_hooks = (RTypeHooks){
        .fill_methods = fill_methods, .pointer_to = pointer_to, .slice_of = slice_of, .map_of = map_of};
}
