// conversion.c: T(x).
// Sources: Go specification, "Conversions".
#include "base/utf8.h"
#include "types/operand.h"

static bool is_uintptr(Type *t)
{
    return type_kind(t) == KIND_UINTPTR;
}

// A slice to an array or a pointer to an array of its elements.
static bool slice_to_array(Type *slice, Type *to)
{
    if (to->kind == TYPE_POINTER)
        to = type_under(to->elem);
    return to->kind == TYPE_ARRAY && types_identical(slice->elem, to->array.elem);
}

bool operand_convertible(Checker *c, Operand *x, Type *t, const char **cause)
{
    if (operand_assignable(c, x, t, cause))
        return true;
    Type *v = type_unalias(x->type);
    t = type_unalias(t);
    Type *vu = type_under(v), *tu = type_under(t);
    if (type_is_type_param(v) || type_is_type_param(t))
        return false;
    if (types_identical_ignore_tags(vu, tu))
        return true;
    if (v->kind == TYPE_POINTER && t->kind == TYPE_POINTER &&
        types_identical_ignore_tags(type_under(v->elem), type_under(t->elem)))
        return true;
    bool v_integer = type_is_integer(vu), t_integer = type_is_integer(tu);
    if ((v_integer || type_is_float(vu)) && (t_integer || type_is_float(tu)))
        return true;
    if (type_is_complex(vu) && type_is_complex(tu))
        return true;
    if ((v_integer || type_is_bytes_or_runes(vu)) && type_is_string(tu))
        return true;
    if (type_is_string(vu) && type_is_bytes_or_runes(tu))
        return true;
    if ((type_is_pointer(vu) || is_uintptr(vu)) && type_is_unsafe_pointer(tu))
        return true;
    if (type_is_unsafe_pointer(vu) && (type_is_pointer(tu) || is_uintptr(tu)))
        return true;
    if (vu->kind != TYPE_SLICE || !slice_to_array(vu, tu))
        return false;
    int minor = tu->kind == TYPE_ARRAY ? 20 : 17;
    if (check_allow_version(c, minor))
        return true;
    if (cause)
        *cause = text_printf(c, "conversion of slice to array%s requires go1.%d or later", tu->kind == TYPE_ARRAY ? "" : " pointer",
                             minor);
    return false;
}

static bool const_convertible(Checker *c, Operand *x, Type *t)
{
    Type *basic = type_under(t);
    if (basic->kind != TYPE_BASIC)
        return false;
    if (const_representable(c, x->value, basic, &x->value))
        return true;
    if (!type_is_integer(x->type) || !type_is_string(basic))
        return false;
    uint64_t rune;
    if (!const_uint64_value(x->value, &rune) || rune > RUNE_MAX)
        rune = RUNE_ERROR;
    char text[4];
    x->value = const_string(c->consts, (Str){text, (size_t)utf8_encode(text, (int)rune)});
    return true;
}

// The type that an untyped operand itself gets by being converted to t.
static Type *final_type(Checker *c, Operand *x, Type *t, bool const_arg)
{
    if (x->type == c->untyped[UNTYPED_NIL])
        return t;
    if (type_is_interface(t) || (const_arg && !type_is_const_type(t)))
        return default_type(c, x->type);
    if (x->mode == MODE_CONST && type_is_integer(x->type) && type_is_string(t))
        return x->type;
    return t;
}

void check_conversion(Checker *c, Operand *x, Type *t)
{
    bool const_arg = x->mode == MODE_CONST, ok;
    const char *cause = NULL;
    if (const_arg && type_is_const_type(t)) {
        ok = const_convertible(c, x, t);
        if (!ok && type_is_integer(x->type) && type_is_integer(t)) {
            check_error(c, operand_pos(x), "constant %s overflows %s", const_text(c, x->value), type_text(c, t));
            operand_invalidate(x);
            return;
        }
    } else {
        ok = operand_convertible(c, x, t, &cause);
        if (ok)
            x->mode = MODE_VALUE;
    }
    if (!ok) {
        if (cause && *cause)
            check_error(c, operand_pos(x), "cannot convert %s to type %s: %s", operand_text(c, x), type_text(c, t), cause);
        else
            check_error(c, operand_pos(x), "cannot convert %s to type %s", operand_text(c, x), type_text(c, t));
        operand_invalidate(x);
        return;
    }
    if (type_is_untyped(x->type))
        update_expr_type(c, x->expr, final_type(c, x, t, const_arg), true);
    x->type = t;
}
