// complit.c: composite literals.
// Sources: Go specification, "Composite literals". A key of a struct literal that names a promoted field has a Selection
//   recorded at the key's name.
#include <string.h>

#include "types/operand.h"

// -- structs

typedef struct FieldPath { // a field that the literal sets
    Found found;
    struct FieldPath *next; // of those that begin with the same field
} FieldPath;

static int common_prefix(const Found *a, const Found *b)
{
    int n = 0;
    while (n < a->n_path && n < b->n_path && a->path[n] == b->path[n])
        n++;
    return n;
}

static bool path_less(const Found *a, const Found *b)
{
    int n = common_prefix(a, b);
    return n < a->n_path && n < b->n_path ? a->path[n] < b->path[n] : a->n_path < b->n_path;
}

// The element already there whose path begins with f's, or is a beginning of it; NULL: f was added.
static const Found *add_path(Checker *c, FieldPath **first, const Found *f)
{
    const Found *clash = NULL;
    for (FieldPath *p = *first; p; p = p->next) {
        int n = common_prefix(&p->found, f);
        if ((n == p->found.n_path || n == f->n_path) && (!clash || path_less(&p->found, clash)))
            clash = &p->found;
    }
    if (clash)
        return clash;
    FieldPath *p = ARENA_NEW(c->arena, FieldPath);
    *p = (FieldPath){*f, *first};
    *first = p;
    return NULL;
}

static const char *path_text(Checker *c, Type *strct, const Found *f)
{
    const char *text = "";
    Type *t = strct;
    for (int i = 0; i < f->n_path; i++) {
        Type *u = type_under(t);
        if (u->kind == TYPE_POINTER)
            u = type_under(u->elem);
        if (u->kind != TYPE_STRUCT)
            break;
        Object *field = u->strct.fields[f->path[i]];
        text = text_printf(c, "%s%s%s", text, i ? "." : "", field->name->text);
        t = field->type;
    }
    return text;
}

static void report_clash(Checker *c, Node *kv, const Found *f, const Found *other)
{
    const char *name = f->obj->name->text, *other_name = other->obj->name->text;
    if (f->obj == other->obj)
        check_error(c, error_pos(kv), "duplicate field name %s in struct literal", name);
    else if (other->n_path < f->n_path)
        check_error(c, error_pos(kv), "cannot specify promoted field %s and enclosing embedded field %s", name, other_name);
    else
        check_error(c, error_pos(kv), "cannot specify embedded field %s and enclosed promoted field %s", name, other_name);
}

static void record_promoted(Checker *c, Node *key, Type *strct, const Found *f)
{
    Selection *s = ARENA_NEW(c->arena, Selection);
    *s = (Selection){.kind = SEL_FIELD, .recv = strct, .obj = f->obj, .type = f->obj->type, .path = f->path, .n_path = f->n_path};
    info_set_selection(c->info, key, s);
}

// The field that a key names; obj NULL: reported.
static Found named_field(Checker *c, Node *key, Type *base, Type *strct)
{
    Name name = AS(Ident, IDENT, key)->name;
    Found f = lookup_member(c, strct, false, c->env.pkg, name, false), none = {0};
    if (!f.obj) {
        Found other = lookup_member(c, strct, false, c->env.pkg, name, true);
        check_error(c, error_pos(key), "%s", lookup_error_text(c, base, name, other.obj, true));
        return none;
    }
    if (f.obj->kind != OBJ_VAR) {
        check_error(c, error_pos(key), "%s is not a field", expr_text(c, key));
        return none;
    }
    if (f.n_path > 1 && !check_allow_version(c, 27)) {
        check_verify_version(c, error_pos(key), 27,
                             text_printf(c, "use of promoted field %s in struct literal of type %s", path_text(c, strct, &f),
                                         type_text(c, base)));
        return none;
    }
    if (f.indirect) {
        check_error(c, error_pos(key), "invalid implicit pointer indirection to reach %s", expr_text(c, key));
        return none;
    }
    return f;
}

static void check_keyed_fields(Checker *c, CompositeLit *lit, Type *base, Type *strct)
{
    int n_fields = strct->strct.n;
    FieldPath **first = ARENA_ARRAY(c->arena, FieldPath *, n_fields ? n_fields : 1);
    for (int i = 0; i < lit->elems.n; i++) {
        Node *e = lit->elems.at[i];
        if (e->kind != NODE_KEY_VALUE) {
            check_error(c, error_pos(e), "mixture of field:value and value elements in struct literal");
            continue;
        }
        KeyValue *kv = AS(KeyValue, KEY_VALUE, e);
        Operand x;
        check_generic_expr(c, &x, kv->value, NULL);
        if (kv->key->kind != NODE_IDENT) {
            check_error(c, error_pos(e), "invalid field name %s in struct literal", expr_text(c, kv->key));
            continue;
        }
        Found f = named_field(c, kv->key, base, strct);
        if (!f.obj)
            continue;
        record_use(c, kv->key, f.obj);
        if (f.n_path > 1)
            record_promoted(c, kv->key, strct, &f);
        check_assignment(c, &x, f.obj->type, "struct literal");
        const Found *clash = add_path(c, &first[f.path[0]], &f);
        if (clash)
            report_clash(c, e, &f, clash);
    }
}

static bool is_foreign(Checker *c, const Object *field)
{
    return !name_is_exported(field->name) && field->pkg != c->env.pkg;
}

static void check_listed_fields(Checker *c, CompositeLit *lit, Type *base, Type *strct)
{
    const StructInfo *s = &strct->strct;
    for (int i = 0; i < lit->elems.n; i++) {
        Node *e = lit->elems.at[i];
        if (e->kind == NODE_KEY_VALUE) {
            check_error(c, error_pos(e), "mixture of field:value and value elements in struct literal");
            continue;
        }
        Operand x;
        check_generic_expr(c, &x, e, NULL);
        if (i >= s->n) {
            check_error(c, operand_pos(&x), "too many values in struct literal of type %s", type_text(c, base));
            break;
        }
        if (is_foreign(c, s->fields[i])) {
            check_error(c, operand_pos(&x), "implicit assignment to unexported field %s in struct literal of type %s",
                        s->fields[i]->name->text, type_text(c, base));
            continue;
        }
        check_assignment(c, &x, s->fields[i]->type, "struct literal");
    }
    if (lit->elems.n >= s->n)
        return;
    const char *hint = "";
    for (int i = 0; i < s->n && !*hint; i++)
        if (is_foreign(c, s->fields[i]))
            hint = " (type has unexported fields - use key:value pairs)";
    check_error(c, lit->rbrace, "too few values in struct literal of type %s%s", type_text(c, base), hint);
}

// -- arrays and slices

static int64_t check_indexed_elements(Checker *c, CompositeLit *lit, Type *elem, int64_t length)
{
    HashMap seen = {0}; // indices + 1; needed only where keys may repeat one
    int64_t index = 0, max = 0;
    for (int i = 0; i < lit->elems.n; i++) {
        Node *e = lit->elems.at[i], *value = e;
        bool valid = false;
        if (e->kind == NODE_KEY_VALUE) {
            KeyValue *kv = AS(KeyValue, KEY_VALUE, e);
            int64_t at;
            if (type_is_valid(check_index(c, kv->key, length, &at))) {
                valid = at >= 0;
                if (valid)
                    index = at;
                else
                    check_error(c, error_pos(e), "index %s must be integer constant", expr_text(c, kv->key));
            }
            value = kv->value;
        } else if (length >= 0 && index >= length) {
            check_error(c, error_pos(e), "index %lld is out of bounds (>= %lld)", (long long)index, (long long)length);
        } else {
            valid = true;
        }
        if (valid && lit->n_keyed) {
            void **at = hashmap_at(&seen, c->arena, (void *)(uintptr_t)((uint64_t)index + 1));
            if (*at)
                check_error(c, error_pos(e), "duplicate index %lld in array or slice literal", (long long)index);
            *at = e;
        }
        if (index < INT64_MAX)
            index++;
        if (index > max)
            max = index;
        Operand x;
        check_generic_expr(c, &x, value, elem);
        check_assignment(c, &x, elem, "array or slice literal");
    }
    return max;
}

// -- maps

typedef struct MapKey { // constant keys of equal hash
    const Const *value;
    Type *type;
    struct MapKey *next;
} MapKey;

// Equal keys of different kinds (1, 1.0, 1 + 0i) become the same constant.
static const Const *plain_value(Checker *c, const Const *v)
{
    if (const_kind(v) == CONST_COMPLEX || const_kind(v) == CONST_FLOAT) {
        const Const *f = const_to_float(c->consts, v), *i = const_to_int(c->consts, v);
        return const_kind(i) == CONST_INT ? i : const_kind(f) == CONST_FLOAT ? f : v;
    }
    return v;
}

static uint64_t double_bits(double v)
{
    uint64_t bits;
    memcpy(&bits, &v, sizeof bits);
    return bits * 0x9E3779B97F4A7C15u;
}

static uint64_t hash_const(Checker *c, const Const *v)
{
    switch (const_kind(v)) {
    case CONST_BOOL:
        return const_bool_value(v);
    case CONST_STRING: {
        Str s = const_string_value(v);
        return hash_text(s.ptr, s.len);
    }
    case CONST_INT:
        return const_low_bits(v);
    case CONST_FLOAT:
        return double_bits(const_float64_value(v));
    case CONST_COMPLEX:
        return double_bits(const_float64_value(const_real(c->consts, v))) ^
               double_bits(const_float64_value(const_imag(c->consts, v))) >> 1;
    case CONST_UNKNOWN:
        break;
    }
    return 0;
}

static bool is_duplicate(Checker *c, HashMap *seen, Operand *x, bool by_type)
{
    const Const *v = plain_value(c, x->value);
    void **at = hashmap_at(seen, c->arena, (void *)(uintptr_t)(hash_const(c, v) | 1ull << 63));
    for (MapKey *k = *at; k; k = k->next)
        if (const_kind(k->value) == const_kind(v) && const_compare(c->consts, k->value, TOK_EQL, v) &&
            (!by_type || types_identical(k->type, x->type)))
            return true;
    MapKey *k = ARENA_NEW(c->arena, MapKey);
    *k = (MapKey){v, x->type, *at};
    *at = k;
    return false;
}

static void check_map_elements(Checker *c, CompositeLit *lit, Type *map)
{
    HashMap seen = {0};
    bool by_type = type_is_interface(map->map.key);
    for (int i = 0; i < lit->elems.n; i++) {
        Node *e = lit->elems.at[i];
        if (e->kind != NODE_KEY_VALUE) {
            check_error(c, error_pos(e), "missing key in map literal");
            continue;
        }
        KeyValue *kv = AS(KeyValue, KEY_VALUE, e);
        Operand x;
        check_generic_expr(c, &x, kv->key, map->map.key);
        check_assignment(c, &x, map->map.key, "map literal");
        if (x.mode == MODE_INVALID)
            continue;
        if (x.mode == MODE_CONST && is_duplicate(c, &seen, &x, by_type)) {
            check_error(c, operand_pos(&x), "duplicate key %s in map literal", const_text(c, x.value));
            continue;
        }
        check_generic_expr(c, &x, kv->value, map->map.elem);
        check_assignment(c, &x, map->map.elem, "map literal");
    }
}

// -- all

static void use_elements(Checker *c, CompositeLit *lit)
{
    for (int i = 0; i < lit->elems.n; i++) {
        Node *e = lit->elems.at[i];
        if (e->kind == NODE_KEY_VALUE)
            e = AS(KeyValue, KEY_VALUE, e)->value;
        check_use(c, (NodeList){&e, 1});
    }
}

// The literal's type, and *base: the one whose elements are listed (T of an elided &T).
static Type *literal_type(Checker *c, CompositeLit *lit, Type *hint, Type **base)
{
    Type *t;
    if (lit->type) {
        ArrayTypeExpr *array = node_is(lit->type, NODE_ARRAY_TYPE) ? AS(ArrayTypeExpr, ARRAY_TYPE, lit->type) : NULL;
        if (array && !array->len)
            t = type_new_array(c, check_var_type(c, array->elem), -1);
        else
            t = check_type(c, lit->type);
    } else if (hint) {
        bool is_pointer;
        t = hint;
        Type *pointed = type_deref(type_under(hint), &is_pointer);
        if (is_pointer) {
            *base = pointed;
            return t;
        }
    } else {
        check_error(c, error_pos(&lit->node), "missing type in composite literal");
        t = c->invalid;
    }
    *base = t;
    return t;
}

static void check_array_elements(Checker *c, CompositeLit *lit, Type *array)
{
    int64_t n = check_indexed_elements(c, lit, array->array.elem, array->array.len);
    if (array->array.len >= 0)
        return;
    array->array.len = n;
    if (lit->type)
        record_type(c, lit->type, MODE_TYPE, array, NULL);
}

void check_composite_lit(Checker *c, Operand *x, Node *e, Type *hint)
{
    CompositeLit *lit = AS(CompositeLit, COMPOSITE_LIT, e);
    Type *base, *t = literal_type(c, lit, hint, &base);
    operand_invalidate(x);
    if (!check_is_complete(c, base))
        return;
    Type *u = type_under(base);
    switch ((TypeKind)u->kind) {
    case TYPE_STRUCT:
        if (lit->elems.n && lit->elems.at[0]->kind == NODE_KEY_VALUE)
            check_keyed_fields(c, lit, base, u);
        else if (lit->elems.n)
            check_listed_fields(c, lit, base, u);
        break;
    case TYPE_ARRAY:
        check_array_elements(c, lit, u);
        break;
    case TYPE_SLICE:
        check_indexed_elements(c, lit, u->elem, -1);
        break;
    case TYPE_MAP:
        check_map_elements(c, lit, u);
        break;
    case TYPE_INVALID:
        use_elements(c, lit);
        break;
    default:
        use_elements(c, lit);
        check_error(c, error_pos(e), "invalid composite literal%s type %s", lit->type ? "" : " element", type_text(c, t));
        return;
    }
    x->mode = MODE_VALUE;
    x->type = t;
}
