// range.c: for range over everything that Go ranges over: what the iteration variables are.
// Sources: Go specification, "For statements with range clause".
#include "types/checker.h"

typedef struct RangeTypes {
    Type *key, *value; // NULL: none; invalid: unknown because of an error
    const char *cause; // of an error, or NULL
    bool ok;
} RangeTypes;

static RangeTypes range_error(Checker *c, const char *cause)
{
    return (RangeTypes){c->invalid, c->invalid, cause, false};
}

static RangeTypes range_over_func(Checker *c, Type *sig)
{
    if (!check_allow_version(c, 23))
        return range_error(c, "requires go1.23 or later");
    if (sig->sig.params->tuple.n != 1)
        return range_error(c, "func must be func(yield func(...) bool): wrong argument count");
    if (sig->sig.results->tuple.n != 0)
        return range_error(c, "func must be func(yield func(...) bool): unexpected results");
    Type *yield = type_under(sig->sig.params->tuple.vars[0]->type);
    if (yield->kind != TYPE_SIGNATURE)
        return range_error(c, "func must be func(yield func(...) bool): argument is not func");
    TupleInfo *params = &yield->sig.params->tuple, *results = &yield->sig.results->tuple;
    if (params->n > 2)
        return range_error(c, "func must be func(yield func(...) bool): yield func has too many parameters");
    if (results->n != 1 || !types_identical(results->vars[0]->type, c->basic[KIND_BOOL])) {
        if (results->n == 1 && type_is_boolean(results->vars[0]->type))
            return range_error(c, "func must be func(yield func(...) bool): yield func returns user-defined boolean, not bool");
        return range_error(c, "func must be func(yield func(...) bool): yield func does not return bool");
    }
    if (yield->sig.variadic)
        return range_error(c, text_printf(c, "yield func of type %s cannot be variadic", type_text(c, yield)));
    return (RangeTypes){.key = params->n > 0 ? params->vars[0]->type : NULL, .value = params->n > 1 ? params->vars[1]->type : NULL, .ok = true};
}

static RangeTypes range_types(Checker *c, Type *t)
{
    Type *u = type_under(t);
    Type *index = c->basic[KIND_INT];
    if (u->kind == TYPE_POINTER && type_under(u->elem)->kind == TYPE_ARRAY)
        u = type_under(u->elem);
    switch ((TypeKind)u->kind) {
    case TYPE_BASIC:
        if (type_is_string(u))
            return (RangeTypes){.key = index, .value = c->rune_type, .ok = true};
        if (type_is_integer(u)) {
            if (!check_allow_version(c, 22))
                return range_error(c, "requires go1.22 or later");
            return (RangeTypes){.key = t, .ok = true};
        }
        return (RangeTypes){0};
    case TYPE_ARRAY:
        return (RangeTypes){.key = index, .value = u->array.elem, .ok = true};
    case TYPE_SLICE:
        return (RangeTypes){.key = index, .value = u->elem, .ok = true};
    case TYPE_MAP:
        return (RangeTypes){.key = u->map.key, .value = u->map.elem, .ok = true};
    case TYPE_CHAN:
        if (u->chan.dir == CHAN_SEND_ONLY)
            return range_error(c, text_printf(c, "receive from send-only channel %s", type_text(c, t)));
        return (RangeTypes){.key = u->chan.elem, .ok = true};
    case TYPE_SIGNATURE:
        return range_over_func(c, u);
    default:
        return (RangeTypes){0};
    }
}

// With at most one variable and no call or receive in it, an array is not evaluated: only its length counts.
static void record_array_length(Checker *c, Operand *x, Node *e)
{
    Type *u = type_under(x->type);
    if (u->kind == TYPE_POINTER)
        u = type_under(u->elem);
    if (u->kind != TYPE_ARRAY)
        return;
    while (node_is(e, NODE_PAREN_EXPR))
        e = AS(ParenExpr, PAREN_EXPR, e)->x;
    record_type(c, e, MODE_CONST, c->basic[KIND_INT], const_int64(c->consts, u->array.len));
}

static void report_range(Checker *c, Operand *x, const RangeTypes *r, Node *key, Node *value, Node *extra)
{
    const char *text = operand_text(c, x);
    if (!r->ok && r->cause)
        check_error(c, operand_pos(x), "cannot range over %s: %s", text, r->cause);
    else if (!r->ok)
        check_error(c, operand_pos(x), "cannot range over %s", text);
    else if (!r->key && key)
        check_error(c, error_pos(key), "range over %s permits no iteration variables", text);
    else if (!r->value && value)
        check_error(c, error_pos(value), "range over %s permits only one iteration variable", text);
    else if (extra)
        check_error(c, error_pos(extra), "range clause permits at most two iteration variables");
}

typedef struct RangeLoop {
    RangeStmt *stmt;
    Operand x;
    Node *lhs[2];
    Type *types[2];
    bool over_int;
} RangeLoop;

static bool type_known(Type *t)
{
    return t && t->kind != TYPE_INVALID;
}

static Operand element(Node *e, Type *t)
{
    return (Operand){.mode = MODE_VALUE, .expr = e, .type = t}; // there is no better expression for it
}

static void define_variables(Checker *c, RangeLoop *r)
{
    VEC(Object *) vars = {0};
    for (int i = 0; i < 2; i++) {
        Node *lhs = r->lhs[i];
        if (!lhs)
            continue;
        Object *o;
        if (node_is(lhs, NODE_IDENT)) {
            Name name = AS(Ident, IDENT, lhs)->name;
            o = object_new(c, OBJ_VAR, lhs->pos, c->env.pkg, name, NULL);
            record_def(c, lhs, o);
            if (name != c->blank)
                vec_push(&vars, c->arena, o);
        } else {
            check_error(c, error_pos(lhs), "invalid syntax tree: cannot declare %s", expr_text(c, lhs));
            o = object_new(c, OBJ_VAR, lhs->pos, c->env.pkg, c->blank, NULL);
        }
        if (!type_known(r->types[i])) {
            o->type = c->invalid;
            o->used = true;
        } else if (r->over_int) {
            check_init_var(c, o, &r->x, "range clause");
        } else {
            Operand y = element(lhs, r->types[i]);
            check_init_var(c, o, &y, "assignment");
        }
    }
    if (vars.n == 0) {
        check_error(c, r->stmt->node.pos, "no new variables on left side of :=");
        return;
    }
    for (int i = 0; i < vars.n; i++)
        declare(c, c->env.scope, NULL, vars.at[i], r->stmt->body->pos);
}

static void assign_variables(Checker *c, RangeLoop *r)
{
    for (int i = 0; i < 2; i++) {
        Node *lhs = r->lhs[i];
        if (!lhs || !type_known(r->types[i]))
            continue;
        if (r->over_int) {
            check_assign_var(c, lhs, NULL, &r->x, "range clause");
            // An untyped number has taken the variable's type, which must be an integer one.
            if (r->x.mode != MODE_INVALID && !type_is_integer(r->x.type))
                check_error(c, error_pos(lhs), "cannot use iteration variable of type %s", type_text(c, r->x.type));
        } else {
            Operand y = element(lhs, r->types[i]);
            check_assign_var(c, lhs, NULL, &y, "assignment");
        }
    }
}

void check_range(Checker *c, Node *n)
{
    RangeStmt *s = AS(RangeStmt, RANGE_STMT, n);
    RangeLoop r = {.stmt = s};
    Node *extra = s->lhs.n > 2 ? s->lhs.at[2] : NULL;
    for (int i = 0; i < 2 && i < s->lhs.n; i++)
        r.lhs[i] = s->lhs.at[i];

    c->env.has_call_or_recv = false;
    check_expr(c, NULL, &r.x, s->x);
    if (r.x.mode != MODE_INVALID) {
        if (!r.lhs[1] && !c->env.has_call_or_recv)
            record_array_length(c, &r.x, s->x);
        RangeTypes t = range_types(c, r.x.type);
        report_range(c, &r.x, &t, r.lhs[0], r.lhs[1], extra);
        r.types[0] = t.key;
        r.types[1] = t.value;
        r.over_int = type_is_integer(r.x.type);
    }
    open_scope(c, n);
    if (s->define)
        define_variables(c, &r);
    else if (r.lhs[0])
        assign_variables(c, &r);
    else if (r.over_int)
        check_assignment(c, &r.x, NULL, "range clause"); // an untyped number gets its default type
    check_stmt(c, s->body);
    close_scope(c);
}
