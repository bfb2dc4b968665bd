// call.c: calls: conversions, built-in functions, functions and methods, and their arguments.
// Sources: Go specification, "Calls", "Passing arguments to ... parameters".
#include "types/builtin.h"
#include "types/operand.h"

static const ExprKind builtin_kinds[] = {
#define BUILTIN(ID, name, min_args, variadic, kind) kind,
#include "types/builtins.def"
#undef BUILTIN
};

Operand *check_expr_list(Checker *c, NodeList list, int *n)
{
    if (list.n == 1)
        return check_multi_expr(c, list.at[0], false, n, NULL);
    *n = list.n;
    Operand *operands = ARENA_ARRAY(c->arena, Operand, list.n ? list.n : 1);
    for (int i = 0; i < list.n; i++)
        check_expr(c, NULL, &operands[i], list.at[i]);
    return operands;
}

// The arguments of a call: as check_expr_list, but results of a call are named by the call, and generic functions are let through.
static Operand *argument_list(Checker *c, NodeList list, int *n)
{
    *n = list.n;
    Operand *operands = ARENA_ARRAY(c->arena, Operand, list.n ? list.n : 1);
    if (list.n != 1) {
        for (int i = 0; i < list.n; i++)
            check_generic_expr(c, &operands[i], list.at[i], NULL);
        return operands;
    }
    Operand *x = &operands[0];
    check_raw_expr(c, NULL, x, list.at[0], NULL, true);
    check_exclude(c, x, 1u << MODE_NO_VALUE | 1u << MODE_BUILTIN | 1u << MODE_TYPE);
    if (x->mode == MODE_INVALID || !x->type || x->type->kind != TYPE_TUPLE)
        return operands;
    const TupleInfo *results = &x->type->tuple;
    *n = results->n;
    operands = ARENA_ARRAY(c->arena, Operand, results->n ? results->n : 1);
    for (int i = 0; i < results->n; i++)
        operands[i] = (Operand){.mode = MODE_VALUE, .expr = list.at[0], .type = results->vars[i]->type};
    return operands;
}

static void report_count(Checker *c, CallExpr *call, Type *sig, Operand *args, int n, int n_params)
{
    Pos pos = error_pos(&call->node);
    if (n > n_params)
        pos = operand_pos(&args[n_params]);
    else if (n > 0)
        pos = operand_pos(&args[n - 1]);
    const TupleInfo *params = &sig->sig.params->tuple;
    Type **have = ARENA_ARRAY(c->arena, Type *, n + 1), **want = ARENA_ARRAY(c->arena, Type *, params->n + 1);
    for (int i = 0; i < n; i++)
        have[i] = args[i].type;
    for (int i = 0; i < params->n; i++)
        want[i] = params->vars[i]->type;
    check_error(c, pos, "%s arguments in call to %s\n\thave %s\n\twant %s", n > n_params ? "too many" : "not enough",
                expr_text(c, call->fun), types_summary(c, have, n, false, call->has_dots),
                types_summary(c, want, params->n, sig->sig.variadic, false));
}

void check_arguments(Checker *c, Node *node, Type *sig, Operand *args, int n)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, node);
    const TupleInfo *params = &sig->sig.params->tuple;
    int n_params = params->n, first_variadic = params->n; // arguments from here on are elements of the last parameter
    if (call->has_dots && !sig->sig.variadic) {
        check_error(c, error_pos(node), "cannot use ... in call to non-variadic %s", expr_text(c, call->fun));
        return;
    }
    if (call->has_dots && call->args.n == 1 && n > 1) {
        check_error(c, error_pos(node), "cannot use ... with %d-valued %s", n, expr_text(c, call->args.at[0]));
        return;
    }
    if (sig->sig.variadic && !call->has_dots) {
        if (n >= n_params - 1) {
            first_variadic = n_params - 1;
            n_params = n;
        } else {
            n_params--;
        }
    }
    if (n != n_params) {
        report_count(c, call, sig, args, n, n_params);
        return;
    }
    if (!n)
        return;
    const char *context = text_printf(c, "argument to %s", expr_text(c, call->fun));
    for (int i = 0; i < n; i++) {
        Type *t = i < first_variadic ? params->vars[i]->type : params->vars[params->n - 1]->type;
        if (i >= first_variadic && t->kind == TYPE_SLICE)
            t = t->elem;
        check_assignment(c, &args[i], t, context);
    }
}

static ExprKind convert_call(Checker *c, Operand *x, CallExpr *call)
{
    check_non_generic(c, x);
    if (x->mode == MODE_INVALID)
        return EXPR_CONVERSION;
    Type *t = x->type;
    operand_invalidate(x);
    if (!check_is_complete(c, t))
        return EXPR_CONVERSION;
    int n = call->args.n;
    if (n == 0) {
        check_error(c, error_pos(&call->node), "missing argument in conversion to %s", type_text(c, t));
        return EXPR_CONVERSION;
    }
    if (n > 1) {
        check_use(c, call->args);
        check_error(c, error_pos(call->args.at[n - 1]), "too many arguments in conversion to %s", type_text(c, t));
        return EXPR_CONVERSION;
    }
    check_expr(c, t, x, call->args.at[0]);
    if (x->mode == MODE_INVALID)
        return EXPR_CONVERSION;
    Type *u = type_under(t);
    if (u->kind == TYPE_INTERFACE && !type_is_type_param(t) && !typeset_is_method_set(type_set(c, u, NO_POS))) {
        check_error(c, error_pos(&call->node),
                    "cannot use interface %s in conversion (contains specific type constraints or is comparable)", type_text(c, t));
        operand_invalidate(x);
    } else if (call->has_dots) {
        check_error(c, error_pos(call->args.at[0]), "invalid use of ... in conversion to %s", type_text(c, t));
        operand_invalidate(x);
    } else {
        check_conversion(c, x, t);
    }
    return EXPR_CONVERSION;
}

static void call_function(Checker *c, Operand *x, CallExpr *call)
{
    Type *sig = type_under(x->type);
    if (sig->kind != TYPE_SIGNATURE || x->mode == MODE_NIL) {
        check_error(c, operand_pos(x), "invalid operation: cannot call %s: %s is not a function", operand_text(c, x),
                    type_text(c, x->type));
        operand_invalidate(x);
        return;
    }
    if (sig->sig.type_params.n) { // reported at the type parameters
        check_use(c, call->args);
        operand_invalidate(x);
        return;
    }
    int n;
    Operand *args = argument_list(c, call->args, &n);
    check_arguments(c, &call->node, sig, args, n);
    const TupleInfo *results = &sig->sig.results->tuple;
    if (results->n == 0) {
        x->mode = MODE_NO_VALUE;
    } else if (results->n == 1) {
        x->mode = MODE_VALUE;
        x->type = results->vars[0]->type;
        if (!check_is_complete(c, x->type)) {
            operand_invalidate(x);
            return;
        }
    } else {
        x->mode = MODE_VALUE;
        x->type = sig->sig.results;
    }
    c->env.has_call_or_recv = true;
}

// f in f(…).
static void check_callee(Checker *c, Operand *x, Node *fun)
{
    if (fun->kind != NODE_INDEX_EXPR) {
        check_expr_or_type(c, x, fun, true);
        return;
    }
    if (!check_room(c, fun->pos)) {
        *x = (Operand){.mode = MODE_INVALID, .expr = fun, .type = c->invalid};
        return;
    }
    check_index_expr(c, x, fun);
    x->expr = fun;
    record_operand(c, x);
}

ExprKind check_raw_call_kind(Checker *c, Operand *x, Node *node)
{
    CallExpr *call = AS(CallExpr, CALL_EXPR, node);
    ExprKind kind = EXPR_STATEMENT;
    check_callee(c, x, call->fun);
    if (x->mode == MODE_INVALID) {
        check_use(c, call->args);
    } else if (x->mode == MODE_TYPE) {
        kind = convert_call(c, x, call);
    } else if (x->mode == MODE_BUILTIN) {
        int id = x->builtin;
        if (!check_builtin(c, x, node, id))
            operand_invalidate(x);
        if (x->mode != MODE_INVALID && x->mode != MODE_CONST)
            c->env.has_call_or_recv = true;
        kind = builtin_kinds[id];
    } else {
        call_function(c, x, call);
    }
    x->expr = node;
    return kind;
}
