// builtins.c: calls of the predeclared functions.
// Way: check_builtin evaluates the arguments (but for those that take a type), counts them, and asks the function of the row.
// Sources: Go specification, "Built-in functions".
#include "types/builtins.h"

#include "types/builtin.h"

typedef struct BuiltinRow {
    int min_args;
    bool variadic;
} BuiltinRow;

static const BuiltinRow rows[] = {
#define BUILTIN(ID, name, min_args, variadic, kind) {min_args, variadic},
#include "types/builtins.def"
#undef BUILTIN
};

static const BuiltinCheck checks[BUILTIN_COUNT] = {
    [BUILTIN_APPEND] = check_append,
    [BUILTIN_CAP] = check_len,
    [BUILTIN_CLEAR] = check_clear,
    [BUILTIN_CLOSE] = check_close,
    [BUILTIN_COMPLEX] = check_complex,
    [BUILTIN_COPY] = check_copy,
    [BUILTIN_DELETE] = check_delete,
    [BUILTIN_IMAG] = check_real,
    [BUILTIN_LEN] = check_len,
    [BUILTIN_MAKE] = check_make,
    [BUILTIN_MAX] = check_max,
    [BUILTIN_MIN] = check_max,
    [BUILTIN_NEW] = check_new,
    [BUILTIN_PANIC] = check_panic,
    [BUILTIN_PRINT] = check_print,
    [BUILTIN_PRINTLN] = check_print,
    [BUILTIN_REAL] = check_real,
    [BUILTIN_RECOVER] = check_recover,
    [BUILTIN_UNSAFE_ADD] = check_unsafe_add,
    [BUILTIN_UNSAFE_ALIGNOF] = check_unsafe_alignof,
    [BUILTIN_UNSAFE_OFFSETOF] = check_unsafe_offsetof,
    [BUILTIN_UNSAFE_SIZEOF] = check_unsafe_sizeof,
    [BUILTIN_UNSAFE_SLICE] = check_unsafe_slice,
    [BUILTIN_UNSAFE_SLICE_DATA] = check_unsafe_slice_data,
    [BUILTIN_UNSAFE_STRING] = check_unsafe_string,
    [BUILTIN_UNSAFE_STRING_DATA] = check_unsafe_string_data,
};

static bool takes_raw_arguments(int id)
{
    return id == BUILTIN_MAKE || id == BUILTIN_NEW || id == BUILTIN_UNSAFE_OFFSETOF;
}

static bool evaluate_arguments(Checker *c, Operand *x, BuiltinCall *b)
{
    if (takes_raw_arguments(b->id)) {
        b->n = b->call->args.n;
        return true;
    }
    b->args = check_expr_list(c, b->call->args, &b->n);
    for (int i = 0; i < b->n; i++)
        if (b->args[i].mode == MODE_INVALID)
            return false;
    if (b->n)
        *x = b->args[0];
    return true;
}

static bool count_is_right(Checker *c, const BuiltinCall *b)
{
    const BuiltinRow *row = &rows[b->id];
    const char *what = NULL;
    if (b->n < row->min_args)
        what = "not enough";
    else if (!row->variadic && b->n > row->min_args)
        what = "too many";
    if (!what)
        return true;
    Node *node = &b->call->node;
    check_error(c, error_pos(node), "invalid operation: %s arguments for %s (expected %d, found %d)", what, expr_text(c, node),
                row->min_args, b->n);
    return false;
}

bool check_builtin(Checker *c, Operand *x, Node *node, int id)
{
    BuiltinCall b = {.call = AS(CallExpr, CALL_EXPR, node), .id = id};
    if (b.call->has_dots && id != BUILTIN_APPEND) {
        check_error(c, error_pos(node), "invalid operation: invalid use of ... with built-in %s", builtin_words[id]);
        check_use(c, b.call->args);
        return false;
    }
    // Whether len's own argument holds calls decides whether it is constant.
    bool outer = c->env.has_call_or_recv, is_len = id == BUILTIN_LEN || id == BUILTIN_CAP;
    if (is_len)
        c->env.has_call_or_recv = false;
    bool ok = evaluate_arguments(c, x, &b) && count_is_right(c, &b) && checks[id](c, x, &b);
    if (is_len)
        c->env.has_call_or_recv = outer;
    return ok;
}

// -- slices and maps

// The element type of slice x, or NULL: reported as an invalid `what`.
static Type *slice_elem(Checker *c, Operand *x, const char *what)
{
    Type *u = type_under(x->type);
    if (u->kind == TYPE_SLICE && x->mode != MODE_NIL)
        return u->elem;
    if (x->mode == MODE_NIL)
        check_error(c, operand_pos(x), "invalid %s: argument must be a slice; have untyped nil", what);
    else
        check_error(c, operand_pos(x), "invalid %s: argument must be a slice; have %s", what, operand_text(c, x));
    return NULL;
}

static bool is_assignable_to_bytes(Checker *c, Operand *x)
{
    return operand_assignable(c, x, type_new_slice(c, c->byte_type), NULL);
}

static Type *variadic_signature(Checker *c, Type *first, Type *rest)
{
    Object **vars = ARENA_ARRAY(c->arena, Object *, 2), **results = ARENA_ARRAY(c->arena, Object *, 1);
    vars[0] = object_new(c, OBJ_VAR, NO_POS, NULL, NULL, first);
    vars[1] = object_new(c, OBJ_VAR, NO_POS, NULL, NULL, rest);
    results[0] = object_new(c, OBJ_VAR, NO_POS, NULL, NULL, first);
    return type_new_signature(c, NULL, type_new_tuple(c, vars, 2), type_new_tuple(c, results, 1), true);
}

bool check_append(Checker *c, Operand *x, BuiltinCall *b)
{
    Type *elem = slice_elem(c, x, "append");
    if (!elem)
        return false;
    Type *slice = x->type;
    bool from_string = b->n == 2 && b->call->has_dots && is_assignable_to_bytes(c, x) && type_is_string(b->args[1].type);
    if (from_string)
        update_expr_type(c, b->args[1].expr, default_type(c, b->args[1].type), true);
    else
        check_arguments(c, &b->call->node, variadic_signature(c, slice, type_new_slice(c, elem)), b->args, b->n);
    x->mode = MODE_VALUE;
    x->type = slice;
    return true;
}

bool check_len(Checker *c, Operand *x, BuiltinCall *b)
{
    bool is_len = b->id == BUILTIN_LEN;
    Type *u = type_under(x->type), *plain = u;
    if (u->kind == TYPE_POINTER && type_under(u->elem)->kind == TYPE_ARRAY)
        u = type_under(u->elem);
    ValueMode mode = MODE_INVALID;
    Const *value = NULL;
    if (x->mode == MODE_NIL) {
        mode = MODE_INVALID;
    } else if (type_is_string(u) && is_len) {
        mode = x->mode == MODE_CONST ? MODE_CONST : MODE_VALUE;
        if (mode == MODE_CONST)
            value = const_int64(c->consts, const_string_len(x->value));
    } else if (u->kind == TYPE_ARRAY) {
        mode = c->env.has_call_or_recv ? MODE_VALUE : MODE_CONST;
        value = u->array.len >= 0 ? const_int64(c->consts, u->array.len) : const_unknown(c->consts);
    } else if (u->kind == TYPE_SLICE || u->kind == TYPE_CHAN || (u->kind == TYPE_MAP && is_len)) {
        mode = MODE_VALUE;
    }
    if (mode == MODE_INVALID) {
        if (type_is_valid(plain) || x->mode == MODE_NIL)
            check_error(c, operand_pos(x), "invalid argument: %s for built-in %s", operand_text(c, x), builtin_words[b->id]);
        return false;
    }
    x->mode = (uint8_t)mode;
    x->type = c->basic[KIND_INT];
    x->value = value;
    return true;
}

bool check_clear(Checker *c, Operand *x, BuiltinCall *b)
{
    check_verify_version(c, error_pos(b->call->fun), 21, "clear");
    TypeKind kind = type_under(x->type)->kind;
    if (x->mode == MODE_NIL || (kind != TYPE_MAP && kind != TYPE_SLICE)) {
        check_error(c, operand_pos(x), "invalid argument: cannot clear %s: argument must be (or constrained by) map or slice",
                    operand_text(c, x));
        return false;
    }
    x->mode = MODE_NO_VALUE;
    return true;
}

bool check_copy(Checker *c, Operand *x, BuiltinCall *b)
{
    Operand *y = &b->args[1];
    Type *to = slice_elem(c, x, "copy");
    if (!to)
        return false;
    Type *yu = type_under(y->type);
    bool bytes_from = type_is_string(y->type) ||
                      (yu->kind == TYPE_SLICE && y->mode != MODE_NIL && types_identical(yu->elem, c->byte_type));
    if (!(bytes_from && is_assignable_to_bytes(c, x))) {
        Type *from = type_is_string(y->type) ? c->byte_type : slice_elem(c, y, "copy");
        if (!from)
            return false;
        if (!types_identical(to, from)) {
            check_error(c, operand_pos(x), "invalid copy: arguments %s and %s have different element types %s and %s",
                        operand_text(c, x), operand_text(c, y), type_text(c, to), type_text(c, from));
            return false;
        }
    }
    if (type_is_untyped(y->type))
        update_expr_type(c, y->expr, default_type(c, y->type), true);
    x->mode = MODE_VALUE;
    x->type = c->basic[KIND_INT];
    return true;
}

bool check_delete(Checker *c, Operand *x, BuiltinCall *b)
{
    Type *map = type_under(x->type);
    if (map->kind != TYPE_MAP || x->mode == MODE_NIL) {
        check_error(c, operand_pos(x), "invalid argument: %s is not a map", operand_text(c, x));
        return false;
    }
    *x = b->args[1];
    check_assignment(c, x, map->map.key, "argument to delete");
    if (x->mode == MODE_INVALID)
        return false;
    x->mode = MODE_NO_VALUE;
    return true;
}

// -- making

bool check_make(Checker *c, Operand *x, BuiltinCall *b)
{
    NodeList args = b->call->args;
    Type *t = check_var_type(c, args.at[0]);
    if (!type_is_valid(t))
        return false;
    TypeKind kind = type_under(t)->kind;
    if (kind != TYPE_SLICE && kind != TYPE_MAP && kind != TYPE_CHAN) {
        if (type_is_valid(type_under(t)))
            check_error(c, error_pos(args.at[0]), "invalid argument: cannot make %s: type must be slice, map, or channel",
                        expr_text(c, args.at[0]));
        return false;
    }
    int min = kind == TYPE_SLICE ? 2 : 1;
    if (b->n < min || b->n > min + 1) {
        check_error(c, error_pos(&b->call->node), "invalid operation: %s expects %d or %d arguments; found %d",
                    expr_text(c, &b->call->node), min, min + 1, b->n);
        return false;
    }
    int64_t sizes[2];
    int n_sizes = 0;
    for (int i = 1; i < b->n; i++) {
        int64_t size;
        check_index(c, args.at[i], -1, &size);
        if (size >= 0)
            sizes[n_sizes++] = size;
    }
    if (n_sizes == 2 && sizes[0] > sizes[1])
        check_error(c, error_pos(args.at[1]), "invalid argument: length and capacity swapped");
    x->mode = MODE_VALUE;
    x->type = t;
    return true;
}

bool check_new(Checker *c, Operand *x, BuiltinCall *b)
{
    Node *arg = b->call->args.at[0];
    check_expr_or_type(c, x, arg, false);
    check_exclude(c, x, 1u << MODE_NO_VALUE | 1u << MODE_BUILTIN);
    if (x->mode == MODE_INVALID)
        return false;
    if (x->mode == MODE_TYPE) {
        check_valid_var_type(c, arg, x->type);
    } else {
        if (type_is_untyped(x->type)) {
            check_assignment(c, x, NULL, "argument to new");
            if (x->mode == MODE_INVALID)
                return false;
        }
        if (!check_allow_version(c, 26))
            check_verify_version(c, error_pos(b->call->fun), 26, text_printf(c, "new(%s)", expr_text(c, arg)));
    }
    x->mode = MODE_VALUE;
    x->type = type_new_pointer(c, x->type);
    return true;
}

// -- channels, panics, printing

bool check_close(Checker *c, Operand *x, BuiltinCall *b)
{
    (void)b;
    Type *u = type_under(x->type);
    const char *what = NULL;
    if (u->kind != TYPE_CHAN)
        what = "non-channel";
    else if (u->chan.dir == CHAN_RECV_ONLY)
        what = "receive-only channel";
    if (what) {
        check_error(c, operand_pos(x), "invalid operation: cannot close %s %s", what, operand_text(c, x));
        return false;
    }
    x->mode = MODE_NO_VALUE;
    return true;
}

bool check_panic(Checker *c, Operand *x, BuiltinCall *b)
{
    // A call of panic ends a statement list: noted for functions that must return something.
    if (c->env.sig && c->env.sig->sig.results->tuple.n) {
        if (!c->env.panics)
            c->env.panics = ARENA_NEW(c->arena, HashMap);
        hashmap_set(c->env.panics, c->arena, b->call, b->call);
    }
    check_assignment(c, x, c->any_type->alias.actual, "argument to panic");
    if (x->mode == MODE_INVALID)
        return false;
    x->mode = MODE_NO_VALUE;
    return true;
}

bool check_recover(Checker *c, Operand *x, BuiltinCall *b)
{
    (void)b;
    x->mode = MODE_VALUE;
    x->type = c->any_type->alias.actual;
    return true;
}

bool check_print(Checker *c, Operand *x, BuiltinCall *b)
{
    const char *context = text_printf(c, "argument to built-in %s", builtin_words[b->id]);
    for (int i = 0; i < b->n; i++) {
        check_assignment(c, &b->args[i], NULL, context);
        if (b->args[i].mode == MODE_INVALID)
            return false;
    }
    x->mode = MODE_NO_VALUE;
    return true;
}
