// implements.c: whether a type has the methods of an interface, and if not, why.
// Sources: Go specification, "Implementing an interface"; the causes are the reference compiler's words.
#include "types/checker.h"
#include "types/typestring.h"

typedef enum MissingState {
    METHODS_OK,
    NOT_FOUND,
    WRONG_NAME,
    UNEXPORTED,
    WRONG_SIGNATURE,
    AMBIGUOUS,
    POINTER_RECEIVER,
    IS_FIELD
} MissingState;

typedef struct Missing {
    MissingState state;
    Object *wanted; // the interface's method
    Object *have;   // what is there instead, or NULL
} Missing;

static bool is_interface_pointer(Type *t)
{
    Type *u = type_under(t);
    return u->kind == TYPE_POINTER && type_under(u->elem)->kind == TYPE_INTERFACE;
}

static const char *interface_pointer_words(Checker *c, Type *t)
{
    if (type_is_type_param(type_under(t)->elem))
        return text_printf(c, "type %s is pointer to type parameter, not type parameter", type_text(c, t));
    return text_printf(c, "type %s is pointer to interface, not interface", type_text(c, t));
}

// A method as name and signature, without parameters' names.
static const char *method_text(Checker *c, Object *f, bool package_info)
{
    Buf out = {0};
    TypePrinter w = {.out = &out, .from = package_info ? NULL : c->env.pkg, .package_info = package_info};
    buf_add_str(&out, name_str(f->name));
    if (f->type && f->type->kind == TYPE_SIGNATURE)
        type_printer_signature(&w, &f->type->sig);
    Str s = buf_str(&out);
    const char *text = arena_copy_text(c->arena, s.ptr, s.len);
    buf_done(&out);
    return text;
}

// By what was found (or not) for one method in a type that is no interface.
static Missing judge(Checker *c, Type *v, Object *wanted, Found f)
{
    Missing m = {METHODS_OK, wanted, NULL};
    if (!f.obj) {
        if (f.n_path) {
            m.state = AMBIGUOUS;
        } else if (f.indirect) {
            m.state = POINTER_RECEIVER;
        } else {
            m.state = NOT_FOUND;
            Found other = lookup_method(c, v, false, wanted->pkg, wanted->name, true);
            if (other.obj && other.obj->kind == OBJ_FUNC) {
                m.have = other.obj;
                m.state = other.obj->name == wanted->name ? UNEXPORTED : WRONG_NAME;
            }
        }
        return m;
    }
    if (f.obj->kind != OBJ_FUNC) {
        m.state = IS_FIELD;
        return m;
    }
    m.have = f.obj;
    ensure_resolved(c, f.obj);
    if (!types_identical(f.obj->type, wanted->type))
        m.state = WRONG_SIGNATURE;
    return m;
}

static Missing find_missing(Checker *c, Type *v, Type *t, bool static_)
{
    TypeSet *wanted = type_set(c, type_under(t), NO_POS);
    Type *vu = type_under(v);
    TypeSet *have = vu->kind == TYPE_INTERFACE ? type_set(c, vu, NO_POS) : NULL;
    for (int i = 0; i < typeset_n_methods(wanted); i++) {
        Object *m = typeset_method(wanted, i);
        ensure_resolved(c, m);
        Missing result;
        if (have) {
            Object *f = typeset_find(have, m->pkg, m->name, false);
            if (!f && !static_)
                continue;
            bool same = f && types_identical(f->type, m->type);
            result = (Missing){!f ? NOT_FOUND : same ? METHODS_OK : WRONG_SIGNATURE, m, f};
        } else {
            result = judge(c, v, m, lookup_method(c, v, false, m->pkg, m->name, false));
        }
        if (result.state != METHODS_OK)
            return result;
    }
    return (Missing){METHODS_OK, NULL, NULL};
}

static const char *have_want(Checker *c, const char *what, const Missing *m, const char *have, const char *want)
{
    return text_printf(c, "(%s %s)\n\t\thave %s\n\t\twant %s", what, m->wanted->name->text, have, want);
}

static const char *missing_cause(Checker *c, const Missing *m, Type *v, Type *t)
{
    const char *name = m->wanted->name->text;
    if (m->have)
        ensure_resolved(c, m->have);
    switch (m->state) {
    case NOT_FOUND:
        if (is_interface_pointer(v))
            return text_printf(c, "(%s)", interface_pointer_words(c, v));
        if (is_interface_pointer(t))
            return text_printf(c, "(%s)", interface_pointer_words(c, t));
        return text_printf(c, "(missing method %s)", name);
    case WRONG_NAME:
        return have_want(c, "missing method", m, method_text(c, m->have, false), method_text(c, m->wanted, false));
    case UNEXPORTED:
        return text_printf(c, "(unexported method %s)", name);
    case WRONG_SIGNATURE: {
        const char *have = method_text(c, m->have, false), *want = method_text(c, m->wanted, false);
        if (str_equal(str_of(have), str_of(want))) {
            have = method_text(c, m->have, true);
            want = method_text(c, m->wanted, true);
        }
        if (str_equal(str_of(have), str_of(want)))
            return text_printf(c, "(wrong type for method %s)", name);
        return have_want(c, "wrong type for method", m, have, want);
    }
    case AMBIGUOUS:
        return text_printf(c, "(ambiguous selector %s.%s)", type_text(c, v), name);
    case POINTER_RECEIVER:
        return text_printf(c, "(method %s has pointer receiver)", name);
    case IS_FIELD:
        return text_printf(c, "(%s.%s is a field, not a method)", type_text(c, v), name);
    case METHODS_OK:
        break;
    }
    return NULL;
}

// Whether an embedded field's type is wrong (reported): the missing method may be its.
static bool embeds_invalid(Checker *c, Type *t, HashMap *seen)
{
    Type *u = type_under(t);
    if (u->kind == TYPE_POINTER)
        u = type_under(u->elem);
    if (u->kind != TYPE_STRUCT || hashmap_get(seen, u) || seen->n > 1000)
        return false;
    hashmap_set(seen, c->arena, u, u);
    for (int i = 0; i < u->strct.n; i++) {
        Object *f = u->strct.fields[i];
        if (f->var.embedded && (!type_is_valid(f->type) || embeds_invalid(c, f->type, seen)))
            return true;
    }
    return false;
}

bool check_missing_method(Checker *c, Type *v, Type *t, bool static_, const char **cause)
{
    if (!type_is_valid(v))
        return false;
    Missing m = find_missing(c, v, t, static_);
    if (m.state == METHODS_OK)
        return false;
    if (cause)
        *cause = missing_cause(c, &m, v, t);
    HashMap seen = {0};
    return !embeds_invalid(c, v, &seen);
}

bool check_implements(Checker *c, Pos pos, Type *v, Type *t, bool constraint, const char **cause)
{
    (void)pos;
    Type *vu = type_under(v), *tu = type_under(t);
    if (!type_is_valid(vu) || !type_is_valid(tu))
        return true;
    if (vu->kind == TYPE_POINTER && !type_is_valid(type_under(vu->elem)))
        return true;
    const char *verb = constraint ? "satisfy" : "implement";
    if (tu->kind != TYPE_INTERFACE) {
        if (cause) {
            const char *detail = is_interface_pointer(tu) ? interface_pointer_words(c, t)
                                                          : text_printf(c, "%s is not an interface", type_text(c, t));
            *cause = text_printf(c, "%s does not %s %s (%s)", type_text(c, v), verb, type_text(c, t), detail);
        }
        return false;
    }
    TypeSet *set = type_set(c, tu, NO_POS);
    if (typeset_is_all(set))
        return true;
    const char *why = NULL;
    if (check_missing_method(c, v, t, true, cause ? &why : NULL)) {
        if (cause)
            *cause = text_printf(c, "%s does not %s %s %s", type_text(c, v), verb, type_text(c, t), why ? why : "");
        return false;
    }
    if (!typeset_is_comparable(set) || type_comparable(c, v, NULL))
        return true;
    if (cause)
        *cause = text_printf(c, "%s does not %s comparable", type_text(c, v), verb);
    return false;
}

bool can_assert_to(Checker *c, Type *x_iface, Type *t, const char **cause)
{
    if (type_under(t)->kind == TYPE_INTERFACE)
        return true;
    return !check_missing_method(c, t, x_iface, false, cause);
}

bool type_implements(Checker *c, Type *t, Type *iface)
{
    return check_implements(c, NO_POS, t, iface, false, NULL);
}

const char *interface_pointer_cause(Checker *c, Type *t)
{
    return is_interface_pointer(t) ? interface_pointer_words(c, t) : NULL;
}
