// builtins_number.c: the predeclared functions on numbers: complex, real, imag, min, max.
#include "types/builtin.h"
#include "types/builtins.h"

// -- complex numbers

static void make_untyped_float(Checker *c, Operand *x)
{
    if (type_is_numeric(x->type) && const_sign(const_imag(c->consts, x->value)) == 0)
        x->type = c->untyped[UNTYPED_FLOAT];
}

static void match_parts(Checker *c, Operand *x, Operand *y)
{
    bool ux = type_is_untyped(x->type), uy = type_is_untyped(y->type);
    if (ux && !uy) {
        convert_untyped(c, x, y->type);
    } else if (!ux && uy) {
        convert_untyped(c, y, x->type);
    } else if (ux && x->mode == MODE_CONST && y->mode == MODE_CONST) {
        make_untyped_float(c, x);
        make_untyped_float(c, y);
    } else if (ux) { // a shift that is not constant: floats cannot be shifted
        convert_untyped(c, x, c->basic[KIND_FLOAT64]);
        convert_untyped(c, y, c->basic[KIND_FLOAT64]);
    }
}

static Type *complex_of(Checker *c, Type *part)
{
    Type *u = type_under(part);
    if (u->kind != TYPE_BASIC)
        return NULL;
    if (u->basic.untyped == UNTYPED_FLOAT)
        return c->untyped[UNTYPED_COMPLEX];
    return u->basic.kind == KIND_FLOAT32   ? c->basic[KIND_COMPLEX64]
           : u->basic.kind == KIND_FLOAT64 ? c->basic[KIND_COMPLEX128]
                                           : NULL;
}

static Type *part_of(Checker *c, Type *complex)
{
    Type *u = type_under(complex);
    if (u->kind != TYPE_BASIC)
        return NULL;
    if (u->basic.untyped == UNTYPED_COMPLEX)
        return c->untyped[UNTYPED_FLOAT];
    return u->basic.kind == KIND_COMPLEX64    ? c->basic[KIND_FLOAT32]
           : u->basic.kind == KIND_COMPLEX128 ? c->basic[KIND_FLOAT64]
                                              : NULL;
}

bool check_complex(Checker *c, Operand *x, BuiltinCall *b)
{
    Operand *y = &b->args[1];
    match_parts(c, x, y);
    if (x->mode == MODE_INVALID || y->mode == MODE_INVALID)
        return false;
    if (!types_identical(x->type, y->type)) {
        check_error(c, operand_pos(x), "invalid operation: %s (mismatched types %s and %s)", expr_text(c, &b->call->node),
                    type_text(c, x->type), type_text(c, y->type));
        return false;
    }
    Type *t = complex_of(c, x->type);
    if (!t) {
        if (type_is_valid(x->type))
            check_error(c, operand_pos(x), "invalid argument: arguments have type %s, expected floating-point", type_text(c, x->type));
        return false;
    }
    if (x->mode == MODE_CONST && y->mode == MODE_CONST)
        x->value = const_make_complex(c->consts, const_to_float(c->consts, x->value), const_to_float(c->consts, y->value));
    else
        x->mode = MODE_VALUE;
    x->type = t;
    return true;
}

bool check_real(Checker *c, Operand *x, BuiltinCall *b)
{
    if (type_is_untyped(x->type)) {
        if (x->mode == MODE_CONST && type_is_numeric(x->type))
            x->type = c->untyped[UNTYPED_COMPLEX];
        else if (x->mode != MODE_CONST)
            convert_untyped(c, x, c->basic[KIND_COMPLEX128]);
        if (x->mode == MODE_INVALID)
            return false;
    }
    Type *t = part_of(c, x->type);
    if (!t) {
        if (type_is_valid(x->type))
            check_error(c, operand_pos(x), "invalid argument: argument has type %s, expected complex type", type_text(c, x->type));
        return false;
    }
    if (x->mode != MODE_CONST)
        x->mode = MODE_VALUE;
    else
        x->value = b->id == BUILTIN_REAL ? const_real(c->consts, x->value) : const_imag(c->consts, x->value);
    x->type = t;
    return true;
}

// -- min and max

// Combines the result so far with one more argument. false: reported.
static bool add_to_extreme(Checker *c, Operand *x, Operand *a, TokenKind op)
{
    match_binary_operands(c, x, a);
    if (x->mode == MODE_INVALID)
        return false;
    if (!types_identical(x->type, a->type)) {
        check_error(c, operand_pos(a), "invalid argument: mismatched types %s (previous argument) and %s (type of %s)",
                    type_text(c, x->type), type_text(c, a->type), expr_text(c, a->expr));
        return false;
    }
    if (x->mode != MODE_CONST || a->mode != MODE_CONST)
        x->mode = MODE_VALUE;
    else if (const_compare(c->consts, a->value, op, x->value))
        *x = *a;
    return true;
}

bool check_max(Checker *c, Operand *x, BuiltinCall *b)
{
    const char *name = builtin_words[b->id];
    check_verify_version(c, error_pos(b->call->fun), 21, text_printf(c, "built-in %s", name));
    for (int i = 0; i < b->n; i++) {
        Operand *a = &b->args[i];
        if (a->mode == MODE_INVALID)
            return false;
        if (!type_is_ordered(a->type) || a->mode == MODE_NIL) {
            if (type_is_valid(a->type))
                check_error(c, operand_pos(a), "invalid argument: %s cannot be ordered", operand_text(c, a));
            return false;
        }
        if (i > 0 && !add_to_extreme(c, x, a, b->id == BUILTIN_MAX ? TOK_GTR : TOK_LSS))
            return false;
    }
    if (x->mode != MODE_CONST) {
        x->mode = MODE_VALUE;
        check_assignment(c, x, c->any_type->alias.actual, text_printf(c, "argument to built-in %s", name));
        if (x->mode == MODE_INVALID)
            return false;
    }
    for (int i = 0; i < b->n; i++)
        update_expr_type(c, b->args[i].expr, x->type, true);
    return true;
}
