// operand.c: operands: their texts, what an untyped one may become, and what may be assigned.
// Sources: Go specification, "Assignability", "Representability", "Constants"; texts as the reference compiler's.
#include "types/operand.h"

#include "base/check.h"
#include "types/builtin.h"

const char *const builtin_words[] = {
#define BUILTIN(ID, name, min_args, variadic, kind) name,
#include "types/builtins.def"
#undef BUILTIN
};

Pos operand_pos(const Operand *x)
{
    return x->expr ? error_pos(x->expr) : NO_POS;
}

void operand_invalidate(Operand *x)
{
    x->mode = MODE_INVALID;
}

bool operand_is_nil(Checker *c, Operand *x)
{
    (void)c;
    return x->mode == MODE_NIL;
}

const char *const_text(Checker *c, const Const *v)
{
    Buf out = {0};
    const_print(&out, v);
    Str s = buf_str(&out);
    const char *text = arena_copy_text(c->arena, s.ptr, s.len);
    buf_done(&out);
    return text;
}

// -- text

const char *value_mode_words(ValueMode mode)
{
    switch (mode) {
    case MODE_NONE:
    case MODE_INVALID:
        return "invalid operand";
    case MODE_NO_VALUE:
        return "no value";
    case MODE_BUILTIN:
        return "built-in";
    case MODE_TYPE:
        return "type";
    case MODE_CONST:
        return "constant";
    case MODE_VAR:
        return "variable";
    case MODE_MAP_INDEX:
        return "map index expression";
    case MODE_VALUE:
        return "value";
    case MODE_NIL:
        return "nil";
    case MODE_COMMA_OK:
        return "comma, ok expression";
    case MODE_CGO_FUNC:
        return "cgo function";
    }
    return "";
}

static void add_type_part(Checker *c, Buf *out, Type *t)
{
    if (!type_is_valid(t)) {
        buf_add_text(out, " with invalid type");
        return;
    }
    buf_add_text(out, " of ");
    if (type_is_generic(t))
        buf_add_text(out, "generic ");
    bool is_param = type_is_type_param(t);
    if (!is_param && (t->kind == TYPE_ALIAS || t->kind == TYPE_NAMED)) {
        const char *what = composite_kind(t);
        Type *u = type_under(t);
        if (u->kind == TYPE_INVALID)
            what = "invalid type"; // so that the message counts as a follow-on one
        else if (!*what && u->kind == TYPE_BASIC)
            what = u->basic.kind == KIND_UNSAFE_POINTER ? "Pointer" : u->basic.name;
        if (*what)
            buf_printf(out, "%s ", what);
    }
    buf_printf(out, "type %s", type_text(c, t));
    if (is_param && type_unalias(t)->type_param.bound)
        buf_printf(out, " constrained by %s", type_text(c, type_unalias(t)->type_param.bound));
}

static const char *own_text(Checker *c, const Operand *x)
{
    if (x->expr)
        return expr_text(c, x->expr);
    if (x->mode == MODE_BUILTIN)
        return builtin_words[x->builtin];
    if (x->mode == MODE_TYPE)
        return type_text(c, x->type);
    return x->mode == MODE_CONST ? const_text(c, x->value) : "";
}

const char *operand_text(Checker *c, Operand *x)
{
    if (x->mode == MODE_NIL) {
        if (!x->type || x->type->kind == TYPE_INVALID)
            return "nil (with invalid type)";
        return x->type == c->untyped[UNTYPED_NIL] ? "nil" : text_printf(c, "nil (of type %s)", type_text(c, x->type));
    }
    Buf out = {0};
    const char *expr = own_text(c, x);
    if (*expr)
        buf_printf(&out, "%s (", expr);
    bool plain = x->mode <= MODE_TYPE, untyped = !plain && type_is_untyped(x->type);
    if (untyped)
        buf_printf(&out, "%s ", x->type->basic.name);
    buf_add_text(&out, value_mode_words(x->mode));
    if (x->mode == MODE_CONST) {
        const char *value = const_text(c, x->value);
        if (!str_equal(str_of(value), str_of(expr)))
            buf_printf(&out, " %s", value);
    }
    if (!plain && !untyped && x->type)
        add_type_part(c, &out, x->type);
    if (*expr)
        buf_add_char(&out, ')');
    Str s = buf_str(&out);
    const char *text = arena_copy_text(c->arena, s.ptr, s.len);
    buf_done(&out);
    return text;
}

// -- representability

static int kind_bits(Kind kind)
{
    switch (kind) {
    case KIND_INT8:
    case KIND_UINT8:
        return 8;
    case KIND_INT16:
    case KIND_UINT16:
        return 16;
    case KIND_INT32:
    case KIND_UINT32:
        return 32;
    default:
        return 64;
    }
}

static bool fits_integer(const Const *v, Type *basic)
{
    if (basic->basic.untyped)
        return true;
    int bits = kind_bits(basic->basic.kind), length = const_bit_length(v), sign = const_sign(v);
    if (type_is_unsigned(basic))
        return sign >= 0 && length <= bits;
    int64_t i;
    if (!const_int64_value(v, &i))
        return false;
    return bits == 64 || (i >= -((int64_t)1 << (bits - 1)) && i < (int64_t)1 << (bits - 1));
}

static Const *round_float(Checker *c, const Const *v, Kind kind)
{
    bool narrow = kind == KIND_FLOAT32 || kind == KIND_COMPLEX64;
    return narrow ? const_round32(c->consts, v) : const_round64(c->consts, v);
}

bool const_representable(Checker *c, const Const *v, Type *basic, Const **rounded)
{
    if (const_kind(v) == CONST_UNKNOWN)
        return true; // no errors that follow from another
    if (type_is_integer(basic)) {
        Const *i = const_to_int(c->consts, v);
        if (const_kind(i) != CONST_INT)
            return false;
        *rounded = i;
        return fits_integer(i, basic);
    }
    if (type_is_float(basic)) {
        Const *f = const_to_float(c->consts, v);
        if (const_kind(f) != CONST_FLOAT)
            return false;
        if (basic->basic.untyped)
            return true;
        f = round_float(c, f, basic->basic.kind);
        if (const_kind(f) == CONST_UNKNOWN)
            return false;
        *rounded = f;
        return true;
    }
    if (type_is_complex(basic)) {
        Const *z = const_to_complex(c->consts, v);
        if (const_kind(z) != CONST_COMPLEX)
            return false;
        if (basic->basic.untyped)
            return true;
        Const *re = round_float(c, const_real(c->consts, z), basic->basic.kind);
        Const *im = round_float(c, const_imag(c->consts, z), basic->basic.kind);
        if (const_kind(re) == CONST_UNKNOWN || const_kind(im) == CONST_UNKNOWN)
            return false;
        *rounded = const_make_complex(c->consts, re, im);
        return true;
    }
    if (type_is_string(basic))
        return const_kind(v) == CONST_STRING;
    return type_is_boolean(basic) && const_kind(v) == CONST_BOOL;
}

// The value of constant x as the basic type.
static ImplicitResult representation(Checker *c, Operand *x, Type *basic, Const **value)
{
    *value = x->value;
    if (const_representable(c, x->value, basic, value))
        return IMPLICIT_OK;
    if (type_is_numeric(x->type) && type_is_numeric(basic))
        return !type_is_integer(x->type) && type_is_integer(basic) ? IMPLICIT_TRUNCATED : IMPLICIT_OVERFLOW;
    return IMPLICIT_MISMATCH;
}

static void report_conversion(Checker *c, Operand *x, Type *target, ImplicitResult why)
{
    const char *from = operand_text(c, x), *to = type_text(c, target);
    if (why == IMPLICIT_TRUNCATED)
        check_error(c, operand_pos(x), "%s truncated to %s", from, to);
    else if (why == IMPLICIT_OVERFLOW)
        check_error(c, operand_pos(x), "%s overflows %s", from, to);
    else
        check_error(c, operand_pos(x), "cannot convert %s to type %s", from, to);
    operand_invalidate(x);
}

bool representable(Checker *c, Operand *x, Type *basic, const char *context)
{
    (void)context;
    Const *value;
    ImplicitResult result = representation(c, x, basic, &value);
    if (result != IMPLICIT_OK) {
        report_conversion(c, x, basic, result);
        return false;
    }
    x->value = value;
    return true;
}

// What an operation is called that may overflow; "": none.
static const char *operation_words(Node *e)
{
    if (node_is(e, NODE_UNARY_EXPR))
        return AS(UnaryExpr, UNARY_EXPR, e)->op == TOK_XOR ? "bitwise complement " : "";
    if (!node_is(e, NODE_BINARY_EXPR))
        return "";
    switch (AS(BinaryExpr, BINARY_EXPR, e)->op) {
    case TOK_ADD:
        return "addition ";
    case TOK_SUB:
        return "subtraction ";
    case TOK_XOR:
        return "bitwise XOR ";
    case TOK_MUL:
        return "multiplication ";
    case TOK_SHL:
        return "shift ";
    default:
        return "";
    }
}

bool check_const_overflow(Checker *c, Operand *x, Pos op_pos)
{
    enum { LARGEST_BITS = 512 };
    static const int64_t longest_string = 2000000000;
    if (const_kind(x->value) == CONST_UNKNOWN) {
        check_error(c, op_pos, "constant result is not representable");
        return false;
    }
    if (type_is_typed(x->type))
        return representable(c, x, type_under(x->type), NULL);
    if (const_kind(x->value) == CONST_INT && const_bit_length(x->value) > LARGEST_BITS) {
        check_error(c, op_pos, "constant %soverflow", operation_words(x->expr));
        x->value = const_unknown(c->consts);
        return false;
    }
    if (const_kind(x->value) == CONST_STRING && const_string_len(x->value) > longest_string) {
        check_error(c, op_pos, "constant string too long (%lld bytes > %lld bytes)",
                    (long long)const_string_len(x->value), (long long)longest_string);
        x->value = const_unknown(c->consts);
        return false;
    }
    return true;
}

// -- untyped operands

static bool is_untyped_numeric(Type *t)
{
    return type_is_untyped(t) && type_is_numeric(t);
}

static ImplicitResult untyped_to_untyped(Type *x, Type *target, Type **new_type)
{
    *new_type = NULL;
    if (x == target)
        *new_type = x;
    else if (is_untyped_numeric(x) && is_untyped_numeric(target))
        *new_type = x->basic.untyped > target->basic.untyped ? x : target;
    return *new_type ? IMPLICIT_OK : IMPLICIT_MISMATCH;
}

static ImplicitResult untyped_to_basic(Checker *c, Operand *x, Type *target, Type *basic, Const **value)
{
    if (x->mode == MODE_CONST)
        return representation(c, x, basic, value);
    // Values of comparisons, and of shifts whose operands are not final yet.
    bool ok = false;
    switch (x->type->basic.untyped) {
    case UNTYPED_BOOL:
        ok = type_is_boolean(target);
        break;
    case UNTYPED_INT:
    case UNTYPED_RUNE:
    case UNTYPED_FLOAT:
    case UNTYPED_COMPLEX:
        ok = type_is_numeric(target);
        break;
    case UNTYPED_STRING:
        ok = type_is_string(target);
        break;
    case UNTYPED_NIL:
    case UNTYPED_NOT:
        break;
    }
    return ok ? IMPLICIT_OK : IMPLICIT_MISMATCH;
}

ImplicitResult implicit_type_and_value(Checker *c, Operand *x, Type *target, Type **new_type, Const **value)
{
    *value = NULL;
    *new_type = x->type;
    if (x->mode == MODE_INVALID || type_is_typed(x->type) || !type_is_valid(target))
        return IMPLICIT_OK;
    if (type_is_untyped(target))
        return untyped_to_untyped(x->type, target, new_type);
    *new_type = target;
    if (x->mode == MODE_NIL)
        return type_has_nil(target) ? IMPLICIT_OK : IMPLICIT_MISMATCH;
    Type *u = type_under(target);
    if (u->kind == TYPE_BASIC) {
        ImplicitResult result = untyped_to_basic(c, x, target, u, value);
        if (result != IMPLICIT_OK)
            *value = NULL;
        return result;
    }
    if (u->kind != TYPE_INTERFACE || type_is_type_param(target) || !typeset_is_all(type_set(c, u, NO_POS)))
        return IMPLICIT_MISMATCH;
    *new_type = default_type(c, x->type); // what an interface holds has a concrete type
    return IMPLICIT_OK;
}

void convert_untyped(Checker *c, Operand *x, Type *t)
{
    Type *new_type;
    Const *value;
    ImplicitResult result = implicit_type_and_value(c, x, t, &new_type, &value);
    if (result != IMPLICIT_OK) {
        report_conversion(c, x, type_is_type_param(t) ? t : type_under(t), result);
        return;
    }
    if (value) {
        x->value = value;
        update_expr_value(c, x->expr, value);
    }
    if (new_type != x->type) {
        x->type = new_type;
        update_expr_type(c, x->expr, new_type, false);
    }
}

// -- assignability

bool operand_assignable(Checker *c, Operand *x, Type *t, const char **cause)
{
    if (x->mode == MODE_INVALID || !type_is_valid(t) || !type_is_valid(x->type))
        return true;
    Type *v = type_unalias(x->type);
    t = type_unalias(t);
    if (types_identical(v, t))
        return true;
    if (type_is_untyped(v)) {
        Type *new_type;
        Const *value;
        return implicit_type_and_value(c, x, t, &new_type, &value) == IMPLICIT_OK;
    }
    Type *vu = type_under(v), *tu = type_under(t);
    // The reference compares the two first; where interfaces embed each other in a cycle, the one whose methods are asked for first
    // gets them all.
    if (vu->kind == TYPE_INTERFACE && tu->kind == TYPE_INTERFACE)
        type_set(c, vu, NO_POS);
    bool params = type_is_type_param(v) || type_is_type_param(t);
    bool named = type_is_named(v) && type_is_named(t);
    if (!named && !params && types_identical(vu, tu))
        return true;
    if ((tu->kind == TYPE_INTERFACE && !type_is_type_param(t)) || interface_pointer_cause(c, tu))
        return check_implements(c, NO_POS, v, t, false, cause);
    if (vu->kind == TYPE_INTERFACE && !type_is_type_param(v) && check_implements(c, NO_POS, t, v, false, NULL)) {
        if (cause)
            *cause = "need type assertion";
        return false;
    }
    if (vu->kind == TYPE_CHAN && vu->chan.dir == CHAN_BOTH && tu->kind == TYPE_CHAN &&
        types_identical(vu->chan.elem, tu->chan.elem))
        return !named;
    return false;
}
