// index.c: index and slice expressions.
// Sources: Go specification, "Index expressions", "Slice expressions".
#include "types/operand.h"

bool check_valid_index(Checker *c, Operand *x, const char *what, bool allow_negative)
{
    if (x->mode == MODE_INVALID)
        return false;
    convert_untyped(c, x, c->basic[KIND_INT]);
    if (x->mode == MODE_INVALID)
        return false;
    const char *wrong = NULL;
    if (!type_is_integer(x->type)) {
        if (!type_is_valid(x->type))
            return false;
        wrong = "must be integer";
    } else if (x->mode == MODE_CONST) {
        if (!allow_negative && const_sign(x->value) < 0)
            wrong = "must not be negative";
        else if (!const_representable(c, x->value, c->basic[KIND_INT], &x->value))
            wrong = "overflows int";
    }
    if (wrong)
        check_error(c, operand_pos(x), "invalid argument: %s %s %s", what, operand_text(c, x), wrong);
    return !wrong;
}

Type *check_index(Checker *c, Node *index, int64_t max, int64_t *value)
{
    Operand x;
    *value = -1;
    check_expr(c, NULL, &x, index);
    if (!check_valid_index(c, &x, "index", false))
        return c->invalid;
    if (x.mode != MODE_CONST)
        return x.type;
    int64_t v;
    if (!const_int64_value(x.value, &v))
        return c->invalid;
    if (max >= 0 && v >= max) {
        check_error(c, operand_pos(&x), "invalid argument: index %s out of bounds [0:%lld]", const_text(c, x.value), (long long)max);
        return c->invalid;
    }
    *value = v;
    return x.type;
}

static Node *single_index(Checker *c, IndexExpr *e)
{
    if (e->indices.n == 0) {
        check_error(c, error_pos(&e->node), "invalid syntax tree: missing index for %s", expr_text(c, e->x));
        return NULL;
    }
    if (e->indices.n > 1)
        check_error(c, error_pos(e->indices.at[1]), "invalid operation: more than one index");
    return e->indices.at[0];
}

static void index_map(Checker *c, Operand *x, IndexExpr *e, Type *map)
{
    Node *index = single_index(c, e);
    if (!index) {
        operand_invalidate(x);
        return;
    }
    Operand key;
    check_generic_expr(c, &key, index, NULL);
    check_assignment(c, &key, map->map.key, "map index");
    // The element's type is known even if the key is wrong.
    x->mode = MODE_MAP_INDEX;
    x->type = map->map.elem;
    x->expr = &e->node;
}

// What indexing x gives: its type, or NULL if x cannot be indexed. *length: of arrays and constant strings.
static Type *element(Checker *c, Operand *x, Type *u, int64_t *length)
{
    if (type_is_string(u)) {
        if (x->mode == MODE_CONST)
            *length = const_string_len(x->value);
        x->mode = MODE_VALUE;
        return c->byte_type;
    }
    if (u->kind == TYPE_ARRAY) {
        *length = u->array.len;
        if (x->mode != MODE_VAR)
            x->mode = MODE_VALUE;
        return u->array.elem;
    }
    if (u->kind == TYPE_POINTER) {
        Type *base = type_under(u->elem);
        if (base->kind != TYPE_ARRAY)
            return NULL;
        *length = base->array.len;
        x->mode = MODE_VAR;
        return base->array.elem;
    }
    if (u->kind != TYPE_SLICE)
        return NULL;
    x->mode = MODE_VAR;
    return u->elem;
}

// Whether everything that indexing looks into is completely declared.
static bool indexed_is_complete(Checker *c, Operand *x, Type *u)
{
    if (!check_is_complete(c, x->type))
        return false;
    if (u->kind == TYPE_POINTER)
        return check_is_complete(c, u->elem);
    return u->kind != TYPE_MAP || check_is_complete(c, u->map.elem);
}

bool check_index_expr(Checker *c, Operand *x, Node *node)
{
    IndexExpr *e = AS(IndexExpr, INDEX_EXPR, node);
    check_expr_or_type(c, x, e->x, true);
    if (x->mode == MODE_INVALID) {
        check_use(c, e->indices);
        return false;
    }
    if (x->mode == MODE_TYPE) {
        x->type = check_var_type(c, node);
        x->mode = type_is_valid(x->type) ? MODE_TYPE : MODE_INVALID;
        return false;
    }
    Type *u = type_under(x->type);
    if (x->mode == MODE_VALUE && u->kind == TYPE_SIGNATURE && u->sig.type_params.n)
        return true;
    check_non_generic(c, x);
    if (x->mode == MODE_INVALID)
        return false;
    if (!indexed_is_complete(c, x, u)) {
        operand_invalidate(x);
        return false;
    }
    if (u->kind == TYPE_MAP) {
        index_map(c, x, e, u);
        return false;
    }
    int64_t length = -1, value;
    Type *elem = x->mode == MODE_NIL || x->mode == MODE_BUILTIN ? NULL : element(c, x, u, &length);
    if (!elem) {
        if (type_is_valid(u) || x->mode == MODE_NIL || x->mode == MODE_BUILTIN)
            check_error(c, node->pos, "cannot index %s", operand_text(c, x));
        check_use(c, e->indices);
        operand_invalidate(x);
        return false;
    }
    x->type = elem;
    Node *index = single_index(c, e);
    if (index)
        check_index(c, index, length, &value);
    else
        operand_invalidate(x);
    return false;
}

// -- slices

static void fail_slice(Checker *c, Operand *x, const char *what)
{
    if (type_is_valid(type_under(x->type)) || x->mode == MODE_NIL)
        check_error(c, operand_pos(x), "cannot slice %s%s", what, operand_text(c, x));
    operand_invalidate(x);
}

// Sets x's type to that of a slice of it. false: reported.
static bool slice_operand(Checker *c, Operand *x, SliceExpr *e, int64_t *length)
{
    Type *u = type_under(x->type);
    if (x->mode != MODE_NIL && type_is_string(u)) {
        if (e->is_full) {
            check_error(c, error_pos(e->max ? e->max : &e->node), "invalid operation: 3-index slice of string");
            operand_invalidate(x);
            return false;
        }
        if (x->mode == MODE_CONST)
            *length = const_string_len(x->value);
        if (type_is_untyped(x->type))
            x->type = c->basic[KIND_STRING];
        return true;
    }
    if (u->kind == TYPE_ARRAY) {
        *length = u->array.len;
        if (x->mode != MODE_VAR) {
            fail_slice(c, x, "unaddressable value ");
            return false;
        }
        x->type = type_new_slice(c, u->array.elem);
        return true;
    }
    if (u->kind == TYPE_POINTER && type_under(u->elem)->kind == TYPE_ARRAY) {
        Type *array = type_under(u->elem);
        *length = array->array.len;
        x->type = type_new_slice(c, array->array.elem);
        return true;
    }
    if (u->kind == TYPE_SLICE)
        return true;
    fail_slice(c, x, "");
    return false;
}

static void check_bounds(Checker *c, SliceExpr *e, int64_t length)
{
    Node *exprs[3] = {e->low, e->high, e->max};
    int64_t at[3];
    for (int i = 0; i < 3; i++) {
        at[i] = i == 0 ? 0 : length;
        if (exprs[i])
            check_index(c, exprs[i], length >= 0 ? length + 1 : -1, &at[i]);
    }
    for (int i = 0; i < 2; i++) {
        for (int j = i + 1; j < 3 && at[i] > 0; j++) {
            if (at[j] >= 0 && at[j] < at[i]) {
                check_error(c, error_pos(exprs[j] ? exprs[j] : &e->node), "invalid slice indices: %lld < %lld", (long long)at[j],
                            (long long)at[i]);
                return;
            }
        }
    }
}

void check_slice_expr(Checker *c, Operand *x, Node *node)
{
    SliceExpr *e = AS(SliceExpr, SLICE_EXPR, node);
    check_expr(c, NULL, x, e->x);
    if (x->mode == MODE_INVALID) {
        check_use(c, (NodeList){(Node *[]){e->low, e->high, e->max}, 3});
        return;
    }
    Type *u = type_under(x->type);
    if (u->kind == TYPE_POINTER && !check_is_complete(c, u->elem)) {
        operand_invalidate(x);
        return;
    }
    int64_t length = -1;
    if (!slice_operand(c, x, e, &length))
        return;
    x->mode = MODE_VALUE;
    if (e->is_full && (!e->high || !e->max)) {
        check_error(c, error_pos(node), "invalid syntax tree: 2nd and 3rd index required in 3-index slice");
        operand_invalidate(x);
        return;
    }
    check_bounds(c, e, length);
}
